using BriefingGen.Composition.Phrasing;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Fusion.Stories;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Stories;

/// <summary>Finds the title that heads a story: of its newest articles one that tells, not asks, quotes or comments.</summary>
internal static class StoryHeadline
{
    private const int Longest = 16;

    public static (Phrase Words, string Article) Of(FactIndex index, Story story, StorySentence? lead)
    {
        var titles = story
            .Articles.Where(index.Articles.ContainsKey)
            .Select(id => (Article: id, Span: Title(index.Articles[id].Facts), index.Articles[id]))
            .SelectMany(title =>
                Parts(index, title.Article, title.Span).Select(span => (title.Article, Span: span, title.Item3))
            )
            .Select(title =>
                (title.Article, Span: Half(index, title.Article, title.Span, lead), title.Item3.Facts.Article.Published)
            )
            .Where(title => title.Span.Length > 0)
            .ToList();
        var best = titles
            .OrderBy(title => Faults(index.Read(title.Article, title.Span)))
            .ThenByDescending(title => title.Article == lead?.Article)
            .ThenByDescending(title => title.Article == story.Title.Article)
            .ThenByDescending(title => title.Published ?? DateOnly.MinValue)
            .ThenByDescending(title => title.Span.Length)
            .First();
        return (Phrase.Of([index.Source(best.Article, best.Span)]), best.Article);
    }

    private static TextSpan Title(ArticleFacts facts) =>
        facts.Article.Regions.FirstOrDefault(region => region.Kind == RegionKind.Title).Span is { Length: > 0 } title
            ? title
        : facts.Sentences.IsDefaultOrEmpty ? new TextSpan(0, Math.Min(80, facts.Article.Text.Value.Length))
        : facts.Sentences[0];

    // A headline of several sentences is several headlines.
    private static IEnumerable<TextSpan> Parts(FactIndex index, string article, TextSpan title)
    {
        var parts = index.Articles[article].Facts.Outlines.Select(o => o.Sentence).Where(title.Contains).ToList();
        return parts.Count > 1 ? parts.Append(title) : [title];
    }

    private static TextSpan Half(FactIndex index, string article, TextSpan title, StorySentence? lead)
    {
        var outline = index.Outline(article, title.Start);
        if (outline is null || lead is null || !outline.Cuts.Any(cut => cut.Kind == CutKind.TitleHalf))
        {
            return title;
        }

        var words = Words(index.Read(lead.Article, lead.Outline.Sentence));
        var halves = outline
            .Cuts.Where(cut => cut.Kind == CutKind.TitleHalf)
            .Select(cut => (cut.Span, Shared: Words(index.Read(article, cut.Span)).Count(words.Contains)))
            .OrderByDescending(half => half.Shared)
            .ToList();
        return halves.Count == 2 && halves[0].Shared >= halves[1].Shared + 2 ? halves[0].Span : title;
    }

    // Questions, quotations and comments tell what somebody thinks; long lines are no headline.
    private static int Faults(string title) =>
        (title.Contains('?', StringComparison.Ordinal) ? 4 : 0)
        + (title is ['\'' or '‘' or '“' or '"', ..] ? 3 : 0)
        + (title.Split(' ')[0].EndsWith(':') ? 3 : 0)
        + (title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > Longest ? 1 : 0);

    private static HashSet<string> Words(string text) =>
        text.ToLowerInvariant()
            .Split([' ', ',', '.', ';', ':', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 3)
            .ToHashSet(StringComparer.Ordinal);
}
