using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Links a pronoun that speaks and was left open to who spoke in the sentence just before, where both fit and nobody else
/// there does: "The Commission doubts the figures. It puts the loss at half."
/// </summary>
internal static class OpenPronouns
{
    // UTF-16 units between two sentences of one paragraph.
    private const int Gap = 2;

    private static readonly FrozenSet<string> s_persons = FrozenSet.ToFrozenSet(
        ["he", "she"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The positions with open pronouns linked, in the same order.</summary>
    public static ImmutableArray<PositionFact> Link(ImmutableArray<PositionFact> positions, ActorIndex actors)
    {
        var linked = positions.ToBuilder();
        for (var i = 0; i < linked.Count; i++)
        {
            var position = linked[i];
            if (
                position is { Actor: null, Source: { } source }
                && source.Start == position.Sentence.Start
                && SpeakerBefore(position, linked) is { } speaker
                && actors.Find(speaker.Actor!) is { } actor
                && Means(source.Text, actor)
                && IsOnly(actor, speaker, actors)
            )
            {
                linked[i] = position with { Actor = actor.Actor };
            }
        }

        return linked.ToImmutable();
    }

    // The one speaker of the sentence before; none where several speak there, or one not known.
    private static PositionFact? SpeakerBefore(PositionFact position, IEnumerable<PositionFact> positions)
    {
        var before = positions
            .Where(other =>
                other.Sentence.End <= position.Sentence.Start && position.Sentence.Start - other.Sentence.End <= Gap
            )
            .ToList();
        return
            before.Count > 0
            && before[0] is { Actor: { } actor, Source: not null } first
            && before.TrueForAll(other => other.Actor == actor)
            ? first
            : null;
    }

    private static bool Means(string pronoun, ActorFact actor) =>
        actor.Type switch
        {
            ActorType.Person => s_persons.Contains(pronoun)
                && actor.Mentions.All(m =>
                    !s_persons.Contains(m.Text) || m.Text.Equals(pronoun, StringComparison.OrdinalIgnoreCase)
                ),
            ActorType.Group => pronoun.Equals("they", StringComparison.OrdinalIgnoreCase),
            _ => pronoun.Equals("it", StringComparison.OrdinalIgnoreCase),
        };

    // Nobody else of that kind stands in the speaker's sentence.
    private static bool IsOnly(ActorFact actor, PositionFact speaker, ActorIndex actors) =>
        actors.Actors.All(other =>
            other.Actor == actor.Actor
            || IsBody(other) != IsBody(actor)
            || (other.Type is ActorType.Group) != (actor.Type is ActorType.Group)
            || !other.Mentions.Any(m => m.Start >= speaker.Sentence.Start && m.End <= speaker.Sentence.End)
        );

    private static bool IsBody(ActorFact actor) => actor.Type is ActorType.Organization or ActorType.State;
}
