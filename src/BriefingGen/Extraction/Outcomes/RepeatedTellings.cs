using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>Drops an event that the same article has told before with the same participants, day and standing.</summary>
internal static class RepeatedTellings
{
    public static ImmutableArray<OutcomeFact> Drop(IEnumerable<OutcomeFact> outcomes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var kept = ImmutableArray.CreateBuilder<OutcomeFact>();
        foreach (var outcome in outcomes)
        {
            // Without known participants or a day it may be another event of its kind.
            var known = outcome.Participants.Count(p => p.Actor is not null);
            if (ids.Add(outcome.Id) && (known < 2 || outcome.DateRange is null || seen.Add(Key(outcome))))
            {
                kept.Add(outcome);
            }
        }

        return kept.ToImmutable();
    }

    private static string Key(OutcomeFact outcome) =>
        string.Join(
            '\n',
            outcome
                .Participants.Select(p => p.Actor ?? p.Text)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Prepend($"{outcome.Type} {outcome.Negated} {outcome.Status} {outcome.DateRange}")
        );
}
