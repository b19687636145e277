using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>Who imposes a sanction on whom, as far as its sentence tells it.</summary>
internal sealed class SanctionParties(
    ArticleContext context,
    ActorIndex actors,
    AimedStates aimed,
    IReadOnlyList<OutcomeFact> sanctions
)
{
    private readonly ImposingBodies _bodies = new(context, actors);

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
            return Proposed(outcome);
        }

        var own = Slugs(outcome, ParticipantRole.Source);
        own = own.IsEmpty ? Slugs(outcome, ParticipantRole.Both) : own;
        own = own.IsEmpty ? FromSame(outcome, ParticipantRole.Source) : own;
        return own.IsEmpty ? FromOthers(outcome) : own;
    }

    // "would propose that the union list the bank": who is to impose it.
    private ImmutableArray<string> Proposed(OutcomeFact outcome)
    {
        var (_, end) = context.TokensOf(outcome.Trigger);
        var at = context.Lower(end) == "that" ? end + 1 : -1;
        at = at >= 0 && context.Lower(at) is "the" or "its" ? at + 1 : at;
        if (at < 0 || at >= context.Count || !char.IsUpper(context.Form(at)[0]))
        {
            return [];
        }

        // "the Union", of the one body of that name.
        var who =
            actors.At(at)?.Actor
            ?? actors
                .Actors.FirstOrDefault(a =>
                    a is { Named: true, Type: ActorType.Organization }
                    && a.Name.EndsWith(' ' + context.Form(at), StringComparison.Ordinal)
                )
                ?.Actor;
        return who is null ? [] : [who];
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

    // "an embargo on Norlandic gas": the states that the words behind the trigger name, by name or by their people.
    private ImmutableArray<string> Named(OutcomeFact outcome)
    {
        var (first, end) = context.TokensOf(outcome.Trigger);
        var imposers = Slugs(outcome, ParticipantRole.Source);
        var isRelief = outcome.Type is OutcomeType.Concede or OutcomeType.Agree;
        var named = aimed.Behind(first, end - 1, isRelief).Except(imposers, StringComparer.Ordinal).ToImmutableArray();
        if (!named.IsEmpty)
        {
            return named;
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
        var parts = outcome.Participants.Where(p => p.Role == role).ToList();
        foreach (var participant in parts)
        {
            // "sanctions on the generals, and Ms Holt, who": two are not parted by a comma; another clause begins.
            if (parts.Count == 2 && participant == parts[1] && IsBehindComma(participant))
            {
                continue;
            }

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
                var within = Within(participant).ToList();
                var named = within.Where(slug => actors.Find(slug)?.Type != ActorType.State).ToList();
                found.AddRange(named.Count > 0 ? named : within);
            }
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private bool IsBehindComma(Participant participant)
    {
        var first = context.TokenAt(participant.Start);
        first = context.Lower(first) == "and" ? first + 1 : first;
        return first > 1 && context.Lower(first - 1) == "and" && context.Form(first - 2) == ",";
    }

    private IEnumerable<string> Within(Participant participant)
    {
        var first = context.TokenAt(participant.Start);
        for (var i = first; i < context.Count && context.Span(i, i + 1).Start < participant.End; i++)
        {
            if ((actors.At(i)?.Actor ?? aimed.StateAt(i)) is { } slug)
            {
                yield return slug;
            }
        }
    }
}
