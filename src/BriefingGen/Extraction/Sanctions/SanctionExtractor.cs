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
                _words.Measure(Around(o)),
                Status(o),
                effects.Find(o, Slugs(o, ParticipantRole.Target), onlyTarget: targets <= 1)
            )),
        ];
    }

    private bool IsSanction(OutcomeFact outcome) =>
        outcome.Type == OutcomeType.Sanction
        || (outcome.Type is OutcomeType.Concede or OutcomeType.Agree && _words.NamesSanction(outcome.Trigger.Wording));

    private static ImmutableArray<string> Slugs(OutcomeFact outcome, ParticipantRole role) =>
        [
            .. outcome
                .Participants.Where(p => p.Role == role)
                .Select(p => p.Actor)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    // The clause around the trigger: a sentence may hold the measures of two events.
    private static string Around(OutcomeFact outcome)
    {
        const int Reach = 120;
        var sentence = outcome.Sentence;
        var start = Math.Max(0, outcome.Trigger.Start - sentence.Start - (Reach / 2));
        var end = Math.Min(sentence.Text.Length, outcome.Trigger.End - sentence.Start + Reach);
        return sentence.Text[start..end];
    }

    private SanctionStatus Status(OutcomeFact outcome)
    {
        var told = _words.Status(outcome.Trigger.Wording);
        if (outcome.Status is OutcomeStatus.Possible or OutcomeStatus.Demanded)
        {
            return SanctionStatus.Proposed;
        }

        if (outcome.Status == OutcomeStatus.Planned)
        {
            return told is SanctionStatus.Proposed ? SanctionStatus.Proposed : SanctionStatus.Announced;
        }

        return told;
    }
}
