using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>Two things said that cannot both hold.</summary>
/// <param name="First">What was said.</param>
/// <param name="Second">What speaks against it.</param>
/// <param name="Type">What they differ in.</param>
/// <param name="Why">The evidence.</param>
/// <param name="Confidence">From 0 to 1.</param>
internal sealed record OpposedPair(
    PositionFact First,
    PositionFact Second,
    DisagreementType Type,
    string Why,
    double Confidence
);

/// <summary>Whether two speakers speak for one side.</summary>
internal static class Sides
{
    /// <summary>
    /// True for an actor and its own state or body; two persons of one country may well be opposed. <paramref name="strict"/>: whoever
    /// is of one country is of one side.
    /// </summary>
    public static bool Same(MergedActors actors, string? first, string? second, bool strict)
    {
        if (
            actors.Find(first) is not { Country: { } state } a
            || actors.Find(second) is not { } b
            || b.Country != state
        )
        {
            return false;
        }

        return strict || a.Type == Extraction.Facts.ActorType.State || b.Type == Extraction.Facts.ActorType.State;
    }
}
