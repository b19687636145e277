using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Events;
using BriefingGen.Language.Text;

namespace BriefingGen.Fusion.Stories;

/// <summary>
/// Chooses the title of a story among those of its articles: of the newest day, one that names the newest deed and who acts,
/// then the shortest. Questions, quotations and titles of opinion are the last choice.
/// </summary>
internal static class StoryTitles
{
    private const int MostShared = 4;

    private static readonly string[] Labels =
    [
        "analysis:",
        "opinion:",
        "comment:",
        "commentary:",
        "explainer:",
        "editorial:",
        "factbox",
        "live:",
        "video:",
        "watch:",
        "photos:",
        "podcast:",
    ];

    /// <summary>The title.</summary>
    public static StoryTitle Of(IEnumerable<FusedArticle> articles, EventGroup? state)
    {
        var wanted = state is null
            ? []
            : ContentWords.Terms(state.Event.Lead.Sentence.Wording).ToHashSet(StringComparer.Ordinal);
        var best = articles
            .SelectMany(a => Halves(a.Facts).Select(half => (Article: a, Half: half)))
            .Select(t => (t.Article, t.Half, Words: ContentWords.Terms(t.Half.Wording).ToList()))
            .OrderBy(t => IsLast(t.Half.Wording) || t.Article.Facts.Fact.Genre == Genre.Opinion)
            .ThenByDescending(t => t.Article.Facts.Article.Published ?? DateOnly.MinValue)
            .ThenByDescending(t => Math.Min(MostShared, t.Words.Count(wanted.Contains)))
            .ThenBy(t => t.Article.DuplicateOf is not null)
            .ThenBy(t => t.Half.Wording.Length)
            .ThenBy(t => t.Article.Number)
            .First();
        return new StoryTitle(best.Article.Facts.Article.Id, best.Half);
    }

    private static bool IsLast(string title) =>
        title.Length == 0
        || title[0] is '\'' or '"' or '‘' or '“'
        || title.Contains('?', StringComparison.Ordinal)
        || Labels.Any(label => title.StartsWith(label, StringComparison.OrdinalIgnoreCase));

    // A title with ";" may serve two stories, each half its own.
    private static IEnumerable<SourceSpan> Halves(ArticleFacts facts)
    {
        var span = SpanOf(facts);
        var text = facts.Article.Text.Value;
        var start = span.Start;
        for (var i = span.Start; i <= span.End; i++)
        {
            if (i == span.End || text[i] == ';')
            {
                var (first, end) = (start, i);
                while (first < end && char.IsWhiteSpace(text[first]))
                {
                    first++;
                }

                while (end > first && char.IsWhiteSpace(text[end - 1]))
                {
                    end--;
                }

                yield return SourceSpan.Of(facts.Reading, new TextSpan(first, end));
                start = i + 1;
            }
        }
    }

    // The title; the first words of the text where it has none.
    private static TextSpan SpanOf(ArticleFacts facts)
    {
        var article = facts.Article;
        var title = article.Regions.FirstOrDefault(r => r.Kind == RegionKind.Title);
        return title.Span.Length > 0 ? title.Span
            : !facts.Sentences.IsDefaultOrEmpty ? facts.Sentences[0]
            : new TextSpan(0, Math.Min(80, article.Text.Value.Length));
    }
}
