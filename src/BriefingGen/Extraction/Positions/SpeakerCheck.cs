using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Looks again at who "he said" means. Somebody who was only spoken of in the words of another is not the next to speak:
/// the other goes on, where that fits, and else it stays open. Nobody may be credited with another's words.
/// </summary>
internal static class SpeakerCheck
{
    // How far back, in UTF-16 units, the sentence of the speaker who goes on may end.
    private const int Reach = 300;

    private static readonly FrozenSet<string> s_pronouns = FrozenSet.ToFrozenSet(
        ["he", "she"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The positions with speakers put right, in the same order.</summary>
    public static ImmutableArray<PositionFact> Apply(ImmutableArray<PositionFact> positions, ActorIndex actors)
    {
        var checkedOnes = positions.ToBuilder();
        for (var i = 0; i < checkedOnes.Count; i++)
        {
            var position = checkedOnes[i];
            if (
                position is { Source: { } source, Actor: { } slug }
                && s_pronouns.Contains(source.Text)
                && actors.Find(slug) is { } actor
                && IsOnlySpokenOf(actor, source, checkedOnes)
                && !SpokeBefore(slug, position, checkedOnes)
            )
            {
                checkedOnes[i] = position with { Actor = GoesOn(position, slug, checkedOnes, actors) };
            }
        }

        return checkedOnes.ToImmutable();
    }

    // The nearest mention before the pronoun, pronouns aside, lies in somebody's words.
    private static bool IsOnlySpokenOf(ActorFact actor, SourceSpan source, IEnumerable<PositionFact> positions)
    {
        var nearest = actor
            .Mentions.Where(mention => mention.End <= source.Start && !s_pronouns.Contains(mention.Text))
            .MaxBy(mention => mention.End);
        return nearest is not null
            && positions.Any(position =>
                position.Content.Any(content => content.Start <= nearest.Start && nearest.End <= content.End)
            );
    }

    private static bool SpokeBefore(string slug, PositionFact position, IEnumerable<PositionFact> positions) =>
        positions.Any(other =>
            other.Source is not null
            && other.Actor == slug
            && other.Sentence.End <= position.Sentence.Start
            && position.Sentence.Start - other.Sentence.End < 3 * Reach
        );

    private static string? GoesOn(
        PositionFact position,
        string slug,
        IEnumerable<PositionFact> positions,
        ActorIndex actors
    )
    {
        var before = positions
            .Where(other =>
                other.Source is not null
                && other.Sentence.End <= position.Sentence.Start
                && position.Sentence.Start - other.Sentence.End < Reach
            )
            .MaxBy(other => other.Sentence.End);
        return
            before is { Actor: { } speaker, Source: { } words }
            && speaker != slug
            && actors.Find(speaker) is { } other
            && IsOne(other, words.Text)
            ? speaker
            : null;
    }

    private static bool IsOne(ActorFact actor, string source) =>
        actor.Type == ActorType.Person
        || (
            actor.Type == ActorType.Group
            && (
                source.StartsWith("a ", StringComparison.OrdinalIgnoreCase)
                || source.StartsWith("an ", StringComparison.OrdinalIgnoreCase)
                || source.StartsWith("one ", StringComparison.OrdinalIgnoreCase)
            )
        );
}
