using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion;

/// <summary>One claim of one actor, with all places that give it.</summary>
/// <param name="Lead">The fullest telling.</param>
/// <param name="Positions">All tellings, <paramref name="Lead"/> first.</param>
/// <param name="Actor">Fused slug of who is credited; null where not resolved.</param>
/// <param name="Assessment">The assessment that the lead is, with the fused assessor; null where it is none.</param>
/// <param name="Origins">Number of independent origins, at least 1.</param>
/// <param name="Score">Rank, higher first.</param>
public sealed record Claim(
    PositionFact Lead,
    ImmutableArray<PositionFact> Positions,
    string? Actor,
    AssessmentFact? Assessment,
    int Origins,
    double Score
)
{
    /// <summary>Id of its story; null where it is in none.</summary>
    public string? Story { get; init; }

    /// <summary>Why each telling was joined, one line a joint, for <c>explain</c>.</summary>
    public ImmutableArray<string> Joints { get; init; } = [];
}
