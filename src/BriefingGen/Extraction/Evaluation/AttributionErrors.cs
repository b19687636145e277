using BriefingGen.Language.Evaluation;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Evaluation;

/// <summary>
/// Sorts what went wrong: <c>missed</c>, <c>spurious</c>, <c>wrong-source</c> (the same content, credited to somebody else or
/// by other words), <c>wrong-span</c> (too little of the content in common), and for attributions that count as found
/// <c>inexact-source</c>, <c>inexact-cue</c>, <c>inexact-content</c>.
/// </summary>
internal static class AttributionErrors
{
    private const int LongestQuote = 160;

    private static readonly string[] Inexact = ["inexact-source", "inexact-cue", "inexact-content"];

    /// <summary>The errors of one article, in the order of the gold, spurious ones last.</summary>
    public static IEnumerable<ScoreError> Of(
        AttributedArticle article,
        List<TextSpan> words,
        List<RoleWords> gold,
        List<RoleWords> found,
        IReadOnlyDictionary<int, int> matches
    )
    {
        var explained = matches.Values.ToHashSet();
        for (var i = 0; i < gold.Count; i++)
        {
            if (matches.TryGetValue(i, out var match))
            {
                for (var role = 0; role < Inexact.Length; role++)
                {
                    if (!gold[i][role].SetEquals(found[match][role]))
                    {
                        yield return Error(Inexact[role], gold[i], found[match], role);
                    }
                }

                continue;
            }

            var near = Nearest(gold[i], found, explained);
            if (near is not { } other)
            {
                yield return Error("missed", gold[i], null, null);
                continue;
            }

            explained.Add(other);
            var isSource = gold[i].ContentF1(found[other]) >= AttributionMatches.LeastContent;
            yield return Error(isSource ? "wrong-source" : "wrong-span", gold[i], found[other], null);
        }

        for (var j = 0; j < found.Count; j++)
        {
            if (!explained.Contains(j))
            {
                yield return Error("spurious", null, found[j], null);
            }
        }

        ScoreError Error(string kind, RoleWords? expected, RoleWords? actual, int? role)
        {
            var (start, end) = Extent((expected ?? actual)!.Spans, role);
            return new ScoreError(kind, article.Name, start, end, Said(expected, role), Said(actual, role));
        }

        string Said(RoleWords? item, int? role) =>
            item is null ? ""
            : role is { } one ? Quote(item[one])
            : $"[{Quote(item[0])}] [{Quote(item[1])}] {Quote(item[2])}";

        string Quote(SortedSet<int> indices)
        {
            var text = string.Join(' ', indices.Select(i => words[i].Slice(article.Text).ToString()));
            return text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
        }
    }

    private static int? Nearest(RoleWords gold, List<RoleWords> found, HashSet<int> explained) =>
        Enumerable
            .Range(0, found.Count)
            .Where(j => !explained.Contains(j))
            .Select(j => (Share: gold.ContentF1(found[j]), Index: j))
            .Where(static near => near.Share > 0)
            .OrderByDescending(static near => near.Share)
            .Select(static near => (int?)near.Index)
            .FirstOrDefault();

    private static (int Start, int End) Extent(AttributionSpans spans, int? role)
    {
        IEnumerable<TextSpan> all = role switch
        {
            0 => spans.Source,
            1 => spans.Cue,
            2 => spans.Content,
            _ => [.. spans.Source, .. spans.Cue, .. spans.Content],
        };
        return all.Any() ? (all.Min(static span => span.Start), all.Max(static span => span.End)) : (0, 0);
    }
}
