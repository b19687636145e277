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
        var sanctions = outcomes.Where(o => !o.Negated && IsSanction(o)).ToList();
        if (sanctions.Count == 0)
        {
            return [];
        }

        var effects = new EffectFinder(context, actors, _words);
        var targets = sanctions
            .SelectMany(o => Slugs(o, ParticipantRole.Target))
            .Distinct(StringComparer.Ordinal)
            .Count();
        return
        [
            .. sanctions.Select(o => new SanctionFact(
                o.Id,
                o.Article,
                Slugs(o, ParticipantRole.Source),
                Slugs(o, ParticipantRole.Target),
                _words.Measure(From(o, MeasureReach)),
                Status(o),
                effects.Find(o, Slugs(o, ParticipantRole.Target), onlyTarget: targets <= 1)
            )),
        ];
    }

    // PLOVER's SANCTION also holds expelled envoys and broken-off talks: a sanction in the sense of a sanctions desk
    // restricts somebody, and nobody can work with one that has neither an imposer nor a target.
    private bool IsSanction(OutcomeFact outcome) =>
        outcome.Participants.Any(p => p.Actor is not null)
        && (
            outcome.Type == OutcomeType.Sanction
                ? _words.NamesSanction(From(outcome, NameReach)) || _words.Restricts(outcome.Trigger.Wording)
                : outcome.Type is OutcomeType.Concede or OutcomeType.Agree
                    && _words.NamesSanction(outcome.Trigger.Wording)
        );

    private static ImmutableArray<string> Slugs(OutcomeFact outcome, ParticipantRole role) =>
        [
            .. outcome
                .Participants.Where(p => p.Role == role)
                .Select(p => p.Actor)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    // The words from the trigger on: what stands before it belongs to another event as often as to this one.
    private static string From(OutcomeFact outcome, int reach)
    {
        var sentence = outcome.Sentence;
        var start = Math.Clamp(outcome.Trigger.Start - sentence.Start, 0, sentence.Text.Length);
        return sentence.Text[start..Math.Min(sentence.Text.Length, outcome.Trigger.End - sentence.Start + reach)];
    }

    private SanctionStatus Status(OutcomeFact outcome)
    {
        var told = _words.Status(outcome.Trigger.Wording);
        if (outcome.Status is OutcomeStatus.Possible or OutcomeStatus.Demanded)
        {
            return SanctionStatus.Proposed;
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
