using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Events;

namespace BriefingGen.Fusion;

/// <summary>One event with all places that tell it.</summary>
/// <param name="Lead">The fullest telling.</param>
/// <param name="Outcomes">All tellings, outcomes and deeds, <paramref name="Lead"/> first.</param>
/// <param name="Sanctions">The sanctions that it is; empty where it is none.</param>
/// <param name="Origins">Number of independent origins, at least 1.</param>
/// <param name="Score">Rank, higher first.</param>
public sealed record Event(
    IEventFact Lead,
    ImmutableArray<IEventFact> Outcomes,
    ImmutableArray<SanctionFact> Sanctions,
    int Origins,
    double Score
)
{
    /// <summary>Id of its story; null where it is in none.</summary>
    public string? Story { get; init; }

    /// <summary>How each text speaks of it, <see cref="Lead"/> first.</summary>
    public ImmutableArray<Telling> Tellings { get; init; } = [];
}
