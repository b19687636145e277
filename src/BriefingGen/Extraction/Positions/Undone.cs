using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Finds positions whose cue is an act and no speech ("militiamen attacked the town"), or a stance that the text says could not
/// be taken ("made it impossible for the council to approve").
/// </summary>
internal static class Undone
{
    /// <summary>The positions without those; null where there are none.</summary>
    public static ImmutableArray<PositionFact>? Without(
        ImmutableArray<PositionFact> positions,
        ImmutableArray<OutcomeFact> outcomes,
        ActorIndex actors
    )
    {
        var kept = positions.RemoveAll(p =>
            p.Cue is { } cue
            && outcomes.Any(o => Holds(cue, o) && ((IsAct(o) && !IsPerson(p, actors)) || IsRuledOut(cue, o)))
        );
        return kept.Length == positions.Length ? null : kept;
    }

    private static bool Holds(SourceSpan cue, OutcomeFact outcome) =>
        outcome.Trigger.Start >= cue.Start && outcome.Trigger.Start < cue.End;

    private static bool IsAct(OutcomeFact outcome) => outcome is { Type: OutcomeType.Assault, Negated: false };

    // Of a person "attacked" is mostly said of words.
    private static bool IsPerson(PositionFact position, ActorIndex actors) =>
        position.Source is { } source
            && source.Text.ToUpperInvariant() is "HE" or "SHE" or "THEY" or "I" or "WE" or "WHO"
        || (position.Actor is { } slug && actors.Find(slug) is { Type: ActorType.Person });

    // What is denied of a bare infinitive is denied of the stance: "to approve". A cue with its "not" in it is a stance.
    private static bool IsRuledOut(SourceSpan cue, OutcomeFact outcome) =>
        outcome is { Negated: true, Status: OutcomeStatus.Actual }
        && cue.Text.StartsWith("to ", StringComparison.OrdinalIgnoreCase);
}
