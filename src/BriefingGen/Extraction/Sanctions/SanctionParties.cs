using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>Who imposes a sanction on whom, as far as its sentence tells it.</summary>
internal sealed class SanctionParties(ArticleContext context, ActorIndex actors, IReadOnlyList<OutcomeFact> sanctions)
{
    /// <summary>Whom it is aimed at.</summary>
    public ImmutableArray<string> Targets(OutcomeFact outcome)
    {
        var own = Slugs(outcome, ParticipantRole.Target);
        return own.IsEmpty ? FromSame(outcome, ParticipantRole.Target) : own;
    }

    /// <summary>Who imposes it; nobody yet where somebody only asks for it.</summary>
    public ImmutableArray<string> Imposers(OutcomeFact outcome)
    {
        if (outcome.Type is OutcomeType.Request or OutcomeType.Accuse)
        {
            return [];
        }

        var own = Slugs(outcome, ParticipantRole.Source);
        own = own.IsEmpty ? Slugs(outcome, ParticipantRole.Both) : own;
        return own.IsEmpty ? FromSame(outcome, ParticipantRole.Source) : own;
    }

    // "agreed sanctions against Norland, freezing the assets of 23 people": one decision, told in parts.
    private ImmutableArray<string> FromSame(OutcomeFact outcome, ParticipantRole role)
    {
        foreach (var other in sanctions)
        {
            if (
                other.Sentence.Start == outcome.Sentence.Start
                && other.Trigger.Start < outcome.Trigger.Start
                && Slugs(other, role) is { IsEmpty: false } shared
            )
            {
                return shared;
            }
        }

        return [];
    }

    private ImmutableArray<string> Slugs(OutcomeFact outcome, ParticipantRole role)
    {
        var found = new List<string>();
        foreach (var participant in outcome.Participants.Where(p => p.Role == role))
        {
            if (participant.Actor is { } actor)
            {
                found.Add(actor);
            }
            else if (role == ParticipantRole.Target)
            {
                // "Norland's third-largest bank": a bank without a name of its own is sanctioned as Norland's.
                found.AddRange(Within(participant));
            }
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Within(Participant participant)
    {
        var first = context.TokenAt(participant.Start);
        for (var i = first; i < context.Count && context.Span(i, i + 1).Start < participant.End; i++)
        {
            if (actors.At(i) is { } mention)
            {
                yield return mention.Actor;
            }
        }
    }
}
