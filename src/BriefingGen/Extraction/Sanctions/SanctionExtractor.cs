using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>
/// Reads sanctions from outcomes: those of PLOVER's type SANCTION, and concessions that ease or lift one. One that the
/// article says was not imposed is none.
/// </summary>
internal sealed class SanctionExtractor : ISanctionExtractor
{
    // "agreed a fourth round of sanctions"
    private const int NameReach = 30;
    private const int MeasureReach = 110;

    private readonly SanctionWords _words = SanctionWords.Load();

    public ImmutableArray<SanctionFact> Extract(
        ArticleContext context,
        ActorIndex actors,
        IReadOnlyList<PositionFact> positions,
        IReadOnlyList<OutcomeFact> outcomes
    )
    {
        var sanctions = outcomes.Where(o => (!o.Negated || IsLeftOpen(o)) && IsSanction(o)).ToList();
        if (sanctions.Count == 0)
        {
            return [];
        }

        var parties = new SanctionParties(context, actors, sanctions);
        var effects = new EffectFinder(context, actors, _words);
        var targets = sanctions.SelectMany(o => parties.Targets(o)).Distinct(StringComparer.Ordinal).Count();
        return SanctionTellings.Once(
            sanctions.SelectMany(o =>
                _words
                    .Measures(Own(o, sanctions))
                    .Select(measure => new SanctionFact(
                        o.Id,
                        o.Article,
                        parties.Imposers(o),
                        parties.Targets(o),
                        measure,
                        Status(o, sanctions),
                        effects.Find(o, parties.Targets(o), onlyTarget: targets <= 1)
                    ))
            )
        );
    }

    // "did not agree to extend the ban": it is on the table still.
    private bool IsLeftOpen(OutcomeFact outcome) =>
        outcome.Type == OutcomeType.Agree && _words.NamesSanction(From(outcome, NameReach));

    // Up to the next sanction of the sentence: "agreed new sanctions, freezing assets and banning exports".
    private static string Own(OutcomeFact outcome, List<OutcomeFact> sanctions)
    {
        var reach = MeasureReach;
        foreach (var other in sanctions.Where(s => s.Sentence.Start == outcome.Sentence.Start))
        {
            var distance = other.Trigger.Start - outcome.Trigger.End;
            reach = distance > 0 && other.Trigger.Start != outcome.Trigger.Start ? Math.Min(reach, distance) : reach;
        }

        return From(outcome, reach);
    }

    // PLOVER's SANCTION also holds expelled envoys and broken-off talks: a sanction in the sense of a sanctions desk
    // restricts somebody.
    private bool IsSanction(OutcomeFact outcome) =>
        outcome.Type switch
        {
            OutcomeType.Sanction => _words.NamesSanction(From(outcome, NameReach))
                || _words.Restricts(From(outcome, NameReach)),
            OutcomeType.Concede or OutcomeType.Agree => outcome.Participants.Any(p => p.Actor is not null)
                && (_words.NamesSanction(outcome.Trigger.Wording) || IsLeftOpen(outcome)),
            // "asked for a full embargo": a sanction that somebody wants.
            OutcomeType.Request or OutcomeType.Accuse => outcome.Participants.Any(p => p.Actor is not null)
                && _words.Wants(From(outcome, NameReach)),
            _ => false,
        };

    // The words from the trigger on: what stands before it belongs to another event as often as to this one.
    private static string From(OutcomeFact outcome, int reach)
    {
        var sentence = outcome.Sentence;
        var start = Math.Clamp(outcome.Trigger.Start - sentence.Start, 0, sentence.Text.Length);
        return sentence.Text[start..Math.Min(sentence.Text.Length, outcome.Trigger.End - sentence.Start + reach)];
    }

    private SanctionStatus Status(OutcomeFact outcome, List<OutcomeFact> sanctions)
    {
        var told = _words.Status(outcome.Trigger.Wording);
        if (outcome.Negated || outcome.Type is OutcomeType.Request or OutcomeType.Accuse)
        {
            return SanctionStatus.Proposed;
        }

        if (outcome.Status is OutcomeStatus.Possible or OutcomeStatus.Demanded)
        {
            return SanctionStatus.Proposed;
        }

        // "agreed sanctions, freezing the assets of 23 people": as far as the decision that it is part of.
        var whole = sanctions.FindLast(s =>
            s.Sentence.Start == outcome.Sentence.Start && s.Trigger.Start < outcome.Trigger.Start
        );
        if (
            told == SanctionStatus.InForce
            && whole is not null
            && outcome.Trigger.Wording.Split(' ')[0].EndsWith("ing", StringComparison.Ordinal)
        )
        {
            return Status(whole, sanctions);
        }

        // What will be imposed has been announced; what is expected to be agreed has not.
        if (outcome.Status == OutcomeStatus.Planned)
        {
            return told is SanctionStatus.Proposed or SanctionStatus.Announced
                ? SanctionStatus.Proposed
                : SanctionStatus.Announced;
        }

        return told;
    }
}
