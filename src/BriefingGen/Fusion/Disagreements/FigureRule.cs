using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>
/// Two figures for one quantity: the same people counted, a shared place or name, within a day, neither a bound nor an
/// estimate.
/// </summary>
internal static class FigureRule
{
    private const int SharedWords = 2;

    public static Disagreement? Conflict(ReadClaim a, ReadClaim b) =>
        IsSameDay(a, b) && Differing(a, b) is { } pair ? Make(a, b, pair, DisagreementType.Figure, 0.75) : null;

    private static bool IsSameDay(ReadClaim a, ReadClaim b) =>
        a.Day is { } x && b.Day is { } y && Math.Abs(x.DayNumber - y.DayNumber) <= 1;

    private static (CountedFigure A, CountedFigure B)? Differing(ReadClaim a, ReadClaim b)
    {
        if (!IsReal(a) || !IsReal(b) || !SameScope(a, b))
        {
            return null;
        }

        foreach (var x in a.Figures)
        {
            foreach (var y in b.Figures)
            {
                if (x.Quantity == y.Quantity && x.Who == y.Who && x.Exact && y.Exact && x.Value != y.Value)
                {
                    return (x, y);
                }
            }
        }

        return null;
    }

    // A name in common, no name of a place on one side only that would make it another event, and like words.
    private static bool SameScope(ReadClaim a, ReadClaim b)
    {
        var speakers = Words(a.Claim.Lead.Source).Union(Words(b.Claim.Lead.Source)).ToHashSet(StringComparer.Ordinal);
        var names = a.Names.Intersect(b.Names).Except(speakers).Except(Days);
        return names.Any(n => a.Words.Words.Contains(n) && b.Words.Words.Contains(n))
            && a.Words.Shared(b.Words) >= SharedWords;
    }

    private static bool IsReal(ReadClaim claim) =>
        claim.Claim.Lead.Stance is Stance.Asserts or Stance.Assesses or Stance.Accuses;

    private static IEnumerable<string> Words(SourceSpan? span) =>
        span is null ? [] : ContentWords.Split(span.Wording).Select(ContentWords.Stem);

    private static readonly string[] Days =
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];

    private static Disagreement Make(
        ReadClaim a,
        ReadClaim b,
        (CountedFigure A, CountedFigure B) pair,
        DisagreementType type,
        double confidence
    ) =>
        new(
            pair.A.Who.Length > 0 ? $"{pair.A.Who} {pair.A.Quantity}" : $"{pair.A.Quantity}",
            a.Claim,
            b.Claim,
            type,
            $"{pair.A.Value} against {pair.B.Value} {pair.A.Quantity}",
            confidence
        );
}
