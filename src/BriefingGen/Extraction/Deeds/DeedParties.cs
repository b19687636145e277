using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Deeds;

/// <summary>Reads who and what takes part in a deed from its arguments.</summary>
internal sealed class DeedParties(ArticleContext context, PropositionReader propositions, DeedWords words)
{
    private const int MaxParties = 10;

    /// <summary>Those who take part, in order of position.</summary>
    public ImmutableArray<Participant> Of(DeedTrigger trigger)
    {
        var own = propositions.Of(trigger.Head).Arguments;
        var carried = trigger.Noun is { } noun ? context.Document.Tokens[noun].Span.Start : -1;
        var hasObject = own.Any(a => a.Role == ArgumentRole.Object && !Holds(a, carried));
        var parties = new List<Participant>();
        var verb = context.Document.Tokens[trigger.Head].Span.Start;
        foreach (var argument in own.Where(a => !Holds(a, carried) && !Holds(a, verb)))
        {
            Add(parties, argument, Role(trigger, argument, hasObject));
        }

        if (trigger.Noun is { } deed)
        {
            foreach (var argument in propositions.Of(deed).Arguments)
            {
                Add(parties, argument, RoleBesideNoun(argument));
            }
        }

        return [.. parties.OrderBy(p => p.Start).ThenBy(p => p.End).DistinctBy(p => (p.Start, p.End)).Take(MaxParties)];
    }

    private static bool Holds(Argument argument, int at) => at >= 0 && argument.Start <= at && at < argument.End;

    private void Add(List<Participant> parties, Argument argument, ParticipantRole? role)
    {
        if (role is { } known && argument.End > argument.Start && !(argument.Lemmas.IsEmpty && argument.Actor is null))
        {
            var (first, end) = context.TokensOf(new SourceSpan(argument.Start, argument.End, ""));
            if (end > first)
            {
                var span = context.Span(first, end);
                parties.Add(new Participant(span.Start, span.End, span.Text, span.Reads, known, argument.Actor));
            }
        }
    }

    private ParticipantRole? Role(DeedTrigger trigger, Argument argument, bool hasObject) =>
        argument.Role switch
        {
            ArgumentRole.Subject => IsReducedPassive(trigger, hasObject) ? ParticipantRole.Patient
            : !hasObject && !trigger.IsNoun && words.Changes(trigger.Lemma) && !IsPerson(argument)
                ? ParticipantRole.Patient
            : ParticipantRole.Agent,
            ArgumentRole.Object => ParticipantRole.Patient,
            ArgumentRole.Indirect => ParticipantRole.Recipient,
            ArgumentRole.Oblique when trigger.IsNoun || trigger.Noun is not null => RoleBesideNoun(argument),
            ArgumentRole.Oblique => argument.Preposition switch
            {
                "to" or "for" when argument.Actor is not null => ParticipantRole.Recipient,
                "with" or "using" or "through" when argument.Actor is null => ParticipantRole.Instrument,
                "against" or "on" or "into" when argument.Actor is not null && !hasObject => ParticipantRole.Patient,
                _ => null,
            },
            _ => null,
        };

    // Headlines drop the auxiliary: "Measures extended".
    private bool IsReducedPassive(DeedTrigger trigger, bool hasObject) =>
        !hasObject
        && !trigger.IsNoun
        && context.Xpos(trigger.Head) == "VBN"
        && context.IsHeadline(context.RegionOf(trigger.Head));

    private static ParticipantRole? RoleBesideNoun(Argument argument) =>
        argument.Role switch
        {
            ArgumentRole.Subject => ParticipantRole.Agent,
            ArgumentRole.Oblique => argument.Preposition switch
            {
                "of" or "on" or "against" or "into" or "in" when argument.Preposition != "in" =>
                    ParticipantRole.Patient,
                "by" => ParticipantRole.Agent,
                "to" or "for" when argument.Actor is not null => ParticipantRole.Recipient,
                _ => null,
            },
            _ => null,
        };

    private static bool IsPerson(Argument argument) =>
        argument.Actor is not null && argument.Preposition is null && argument.Lemmas.Length > 1;
}
