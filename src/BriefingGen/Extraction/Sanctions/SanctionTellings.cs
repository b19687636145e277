using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>One sanction for each measure that an article tells, however often it tells it.</summary>
internal static class SanctionTellings
{
    /// <summary>The first telling of each, in order.</summary>
    public static ImmutableArray<SanctionFact> Once(IEnumerable<SanctionFact> sanctions)
    {
        var kept = new List<SanctionFact>();
        foreach (var sanction in sanctions)
        {
            if (!kept.Exists(earlier => IsSame(earlier, sanction)))
            {
                kept.Add(sanction);
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
