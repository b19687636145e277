using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>One sanction for each measure that an article tells, however often it tells it.</summary>
internal static class SanctionTellings
{
    /// <summary>One telling of each, in order: the first that has a day, else the first.</summary>
    /// <param name="sanctions">All that is told.</param>
    /// <param name="hasDay">True for the id of an outcome or deed with a day.</param>
    /// <param name="isOther">True where the second telling is of something else: "eleven firms were also listed".</param>
    public static ImmutableArray<SanctionFact> Once(
        IEnumerable<SanctionFact> sanctions,
        Func<string, bool> hasDay,
        Func<SanctionFact, SanctionFact, bool> isOther
    )
    {
        var kept = new List<SanctionFact>();
        foreach (var sanction in sanctions)
        {
            var at = kept.FindIndex(earlier =>
                IsSame(earlier, sanction) && (earlier.Outcome == sanction.Outcome || !isOther(earlier, sanction))
            );
            if (at < 0)
            {
                kept.Add(sanction);
            }
            else if (
                !hasDay(kept[at].Outcome)
                && hasDay(sanction.Outcome)
                && sanction.Target.Length >= kept[at].Target.Length
                && !sanction.Imposer.IsEmpty
            )
            {
                kept[at] = sanction;
            }
        }

        return [.. kept];
    }

    // The measure and how far it has come are the same, no other imposes it, and it is aimed at nobody else.
    private static bool IsSame(SanctionFact earlier, SanctionFact later) =>
        earlier.Measure == later.Measure
        && earlier.Status == later.Status
        && (later.Imposer.IsEmpty || earlier.Imposer.Intersect(later.Imposer, StringComparer.Ordinal).Any())
        && later.Target.All(t => earlier.Target.Contains(t, StringComparer.Ordinal));
}
