using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Stories;

/// <summary>Lists what is to happen.</summary>
internal static class Schedule
{
    /// <summary>Planned events whose day is known and that were not overtaken, nearest first.</summary>
    public static ImmutableArray<Scheduled> Of(ImmutableArray<Event> events, IReadOnlyList<Supersession> superseded)
    {
        var overtaken = superseded.Select(s => s.Before).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. events
                .Where(e =>
                    e.Lead.Status == OutcomeStatus.Planned
                    && !e.Lead.Negated
                    && e.Lead.DateRange is not null
                    && !overtaken.Contains(e.Lead.Id)
                )
                .Select(e => new Scheduled(
                    e.Lead.DateRange!.Start,
                    e.Lead.DateRange.End,
                    [.. e.Outcomes.Select(o => o.Id)],
                    e.Story
                ))
                .OrderBy(s => s.From)
                .ThenBy(s => s.To)
                .ThenBy(s => s.Facts[0], StringComparer.Ordinal),
        ];
    }
}
