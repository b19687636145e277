using System.Buffers;

namespace BriefingGen.Extraction.Evaluation;

/// <summary>
/// Counts who is credited with what is quoted: gold attributions with a source whose content holds quotation marks (direct
/// and mixed), each beside the found position that has most of its words, whoever that one credits.
/// </summary>
internal sealed class QuotedSources
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„«»");

    /// <summary>Quotations credited to the right source.</summary>
    public int Right { get; private set; }

    /// <summary>Quotations credited to another.</summary>
    public int Wrong { get; private set; }

    /// <summary>Quotations that were not found, or credited to nobody or to another.</summary>
    public int Missed { get; private set; }

    public void Add(AttributedArticle article, List<RoleWords> gold, List<RoleWords> found)
    {
        foreach (var wanted in gold.Where(g => g[0].Count > 0 && IsQuoted(article.Text, g)))
        {
            var best = found.MaxBy(f => (wanted.ContentF1(f), wanted.Overlaps(f, 0)));
            var told = best is not null && wanted.ContentF1(best) >= AttributionMatches.LeastContent ? best : null;
            var right = told?.Overlaps(wanted, 0) == true;
            Right += right ? 1 : 0;
            Wrong += !right && told?[0].Count > 0 ? 1 : 0;
            Missed += right ? 0 : 1;
        }
    }

    private static bool IsQuoted(string text, RoleWords attribution) =>
        attribution.Spans.Content.Any(span => text.AsSpan(span.Start, span.Length).ContainsAny(Marks))
        || attribution.Spans.Content.Any(span =>
            text.AsSpan(span.Start, span.Length).Contains("''", StringComparison.Ordinal)
        );
}
