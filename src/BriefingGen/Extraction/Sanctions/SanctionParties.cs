using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>Who imposes a sanction on whom, as far as its sentence tells it.</summary>
internal sealed class SanctionParties(ArticleContext context, ActorIndex actors, IReadOnlyList<OutcomeFact> sanctions)
{
    private const int MaxReach = 14;

    private readonly ImposingBodies _bodies = new(context, actors);
    private const int MinName = 4;

    /// <summary>Whom it is aimed at.</summary>
    public ImmutableArray<string> Targets(OutcomeFact outcome)
    {
        var own = Slugs(outcome, ParticipantRole.Target);
        own = own.IsEmpty ? FromSame(outcome, ParticipantRole.Target) : own;
        return own.IsEmpty ? Named(outcome) : own;
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
        own = own.IsEmpty ? FromSame(outcome, ParticipantRole.Source) : own;
        return own.IsEmpty ? FromOthers(outcome) : own;
    }

    // "Eleven firms were also listed", "That round barred 41 officials": by whom the article has told just before, else by
    // the only one of whom it tells at all.
    private ImmutableArray<string> FromOthers(OutcomeFact outcome)
    {
        var told = sanctions
            .Where(s => s.Type is not (OutcomeType.Request or OutcomeType.Accuse or OutcomeType.Threaten))
            .Select(s => (s.Trigger.Start, Slugs: Slugs(s, ParticipantRole.Source)))
            .Where(s => !s.Slugs.IsEmpty)
            .ToList();
        var before = told.Where(s => s.Start < outcome.Trigger.Start).ToList();
        return before.Count > 0 ? before[^1].Slugs
            : told.Select(s => string.Join(' ', s.Slugs)).Distinct(StringComparer.Ordinal).Count() == 1 ? told[0].Slugs
            : [];
    }

    // "an embargo on Norlandic gas": the state that the words behind the trigger name, as a name or by its people.
    private ImmutableArray<string> Named(OutcomeFact outcome)
    {
        var first = context.TokenAt(outcome.Trigger.Start);
        var end = context.Sentences[context.SentenceOf(Math.Min(first, context.Count - 1))].End;
        var imposers = Slugs(outcome, ParticipantRole.Source);
        for (var i = first; i < end && i < first + MaxReach; i++)
        {
            var state =
                actors.At(i) is { } mention && actors.Find(mention.Actor)?.Type == ActorType.State
                    ? mention.Actor
                    : OfPeople(context.Form(i));
            if (state is not null && !imposers.Contains(state, StringComparer.Ordinal))
            {
                return [state];
            }
        }

        // "sanctions against it": the state that its sentence has named before.
        var pronoun = outcome.Participants.Any(p =>
            p.Role == ParticipantRole.Target && p.Text.ToLowerInvariant() is "it" or "them"
        );
        return pronoun
            ?
            [
                .. actors
                    .In(context.Sentences[context.SentenceOf(first)].First, first)
                    .Select(m => m.Actor)
                    .Where(a => actors.Find(a)?.Type == ActorType.State)
                    .Except(imposers, StringComparer.Ordinal)
                    .Take(1),
            ]
            : [];
    }

    private string? OfPeople(string word) =>
        word.Length > MinName && char.IsUpper(word[0])
            ? actors
                .Actors.Where(a => a.Type == ActorType.State && a.Name.Length >= MinName)
                .FirstOrDefault(a =>
                    word.Length > a.Name.Length
                    && word.StartsWith(a.Name.TrimEnd('a', 'e', 'o'), StringComparison.Ordinal)
                    && word.EndsWith('n')
                )
                ?.Actor
            : null;

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
            if (role != ParticipantRole.Target && _bodies.Of(participant) is { } body)
            {
                found.Add(body);
            }
            else if (participant.Actor is { } actor)
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
