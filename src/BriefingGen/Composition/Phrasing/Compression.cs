using System.Collections.Immutable;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Phrasing;

/// <summary>
/// Shortens a sentence by leaving constituents out, never by other words: what stays stands in the source's order. Kinds
/// go one after another until the sentence fits; what a fact needs does not go.
/// </summary>
internal static class Compression
{
    private static readonly CutKind[] s_order =
    [
        CutKind.Connective,
        CutKind.Role,
        CutKind.Relative,
        CutKind.Apposition,
        CutKind.Parenthetical,
        CutKind.Reason,
        CutKind.Adverbial,
        CutKind.Participle,
        CutKind.Conjunct,
    ];

    /// <summary>What of a sentence prints.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="outline">The sentence.</param>
    /// <param name="within">The stretches to shorten: the sentence, or what stays behind a label.</param>
    /// <param name="needed">Words that must stay.</param>
    /// <param name="words">The most words; what cannot go stays, however many they are.</param>
    /// <returns>Stretches in order; a mark at the start of one belongs to the word before it.</returns>
    public static ImmutableArray<TextSpan> Shorten(
        string text,
        SentenceOutline outline,
        ImmutableArray<TextSpan> within,
        ImmutableArray<TextSpan> needed,
        int words
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(outline);
        var gone = new List<Cut>();
        var kept = Kept(text, outline, within, gone);
        foreach (var kind in s_order)
        {
            foreach (var cut in outline.Cuts.Where(cut => cut.Kind == kind).OrderByDescending(cut => cut.Span.Start))
            {
                if (kind != CutKind.Connective && Count(text, kept) <= words)
                {
                    return kept;
                }

                if (CanGo(cut, within, needed) && !gone.Exists(other => other.Span.Contains(cut.Span)))
                {
                    gone.Add(cut);
                    kept = Kept(text, outline, within, gone);
                }
            }
        }

        return kept;
    }

    /// <summary>The half of a headline that holds what is needed; the whole where it has no halves.</summary>
    public static ImmutableArray<TextSpan> Half(SentenceOutline title, TextSpan needed)
    {
        ArgumentNullException.ThrowIfNull(title);
        foreach (var cut in title.Cuts)
        {
            if (cut.Kind == CutKind.TitleHalf && cut.Span.Contains(needed))
            {
                return [cut.Span];
            }
        }

        return [title.Sentence];
    }

    /// <summary>Words of the stretches, parted by white space.</summary>
    public static int Count(string text, ImmutableArray<TextSpan> spans) =>
        spans.Sum(span =>
            text.AsSpan(span.Start, span.Length)
                .ToString()
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Count(word => word.Any(char.IsLetterOrDigit))
        );

    private static bool CanGo(Cut cut, ImmutableArray<TextSpan> within, ImmutableArray<TextSpan> needed) =>
        within.Any(stretch => stretch.Contains(cut.Span) && stretch != cut.Span)
        && !needed.Any(span => span.Overlaps(cut.Span));

    private static ImmutableArray<TextSpan> Kept(
        string text,
        SentenceOutline outline,
        ImmutableArray<TextSpan> within,
        List<Cut> gone
    )
    {
        var kept = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var stretch in within)
        {
            var at = stretch.Start;
            foreach (
                var run in Runs(text, gone.Where(cut => stretch.Contains(cut.Span)).OrderBy(cut => cut.Span.Start))
            )
            {
                var (end, next) = IsTight(run.Span, gone)
                    ? (run.Span.Start, Behind(text, run.Span.End, stretch.End))
                    : Edges(text, outline, stretch, run, gone);
                if (end > at)
                {
                    kept.Add(new TextSpan(at, end));
                }

                at = Math.Max(at, next);
            }

            if (at < stretch.End)
            {
                kept.Add(new TextSpan(at, stretch.End));
            }
        }

        return kept.DrainToImmutable();
    }

    // Cuts with nothing but marks between them go as one.
    private static List<(TextSpan Span, bool KeepsComma)> Runs(string text, IEnumerable<Cut> cuts)
    {
        var runs = new List<(TextSpan Span, bool KeepsComma)>();
        foreach (var cut in cuts)
        {
            if (runs.Count > 0 && runs[^1].Span.End >= cut.Span.End)
            {
                continue;
            }

            if (
                runs.Count > 0
                && (
                    cut.Span.Start <= runs[^1].Span.End
                    || text.AsSpan(runs[^1].Span.End, cut.Span.Start - runs[^1].Span.End).IndexOfAnyExcept(" ,\n\t\r")
                        < 0
                )
            )
            {
                runs[^1] = (runs[^1].Span.Union(cut.Span), cut.KeepsComma);
            }
            else
            {
                runs.Add((cut.Span, cut.KeepsComma));
            }
        }

        return runs;
    }

    // An office before a name stands between no commas of its own.
    private static bool IsTight(TextSpan run, List<Cut> gone) =>
        gone.Exists(cut => cut.Span == run && cut.Kind == CutKind.Role);

    private static int Behind(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    // Where the text before a run ends and the text behind it begins: commas that the run alone needed go with it.
    private static (int End, int Next) Edges(
        string text,
        SentenceOutline outline,
        TextSpan stretch,
        (TextSpan Span, bool KeepsComma) run,
        List<Cut> gone
    )
    {
        var end = run.Span.Start;
        while (end > stretch.Start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ','))
        {
            end--;
        }

        var next = Behind(text, run.Span.End, stretch.End);

        var opens = text.AsSpan(end, run.Span.Start - end).Contains(',');
        var closes = next < stretch.End && text[next] is ',';
        if (!closes)
        {
            return IsNeeded(outline, gone, end) && opens && next < stretch.End && char.IsLetterOrDigit(text[next])
                ? (text.IndexOf(',', end) + 1, next)
                : (end, next);
        }

        var behind = Behind(text, next + 1, stretch.End);

        var stays =
            end > stretch.Start
            && (
                !opens
                || run.KeepsComma
                || IsNeeded(outline, gone, end)
                || outline.Cuts.Any(cut => cut.Span.Start == behind && IsSetOff(cut.Kind) && !gone.Contains(cut))
            );
        return (end, stays ? next : behind);
    }

    // What ends here and stays was opened by a comma, and needs one behind it.
    private static bool IsNeeded(SentenceOutline outline, List<Cut> gone, int end) =>
        outline.Cuts.Any(cut => cut.Span.End == end && IsSetOff(cut.Kind) && !gone.Contains(cut));

    private static bool IsSetOff(CutKind kind) => kind is CutKind.Relative or CutKind.Apposition or CutKind.Participle;
}
