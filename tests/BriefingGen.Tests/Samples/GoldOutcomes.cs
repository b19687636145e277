using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Samples;

/// <summary>
/// Scores outcomes: found, then with all actors linked, the right status, negation and date, and all of these; and each
/// participant for itself.
/// </summary>
internal sealed class GoldOutcomes(GoldTable table)
{
    private const string Kind = "outcome";

    public void Score(Gold gold, ArticleFacts facts, GoldActorMap map, GoldPlaces places)
    {
        var match = new GoldOutcomeMatch(gold, facts.Outcomes, map, places);
        (string Measure, Func<GoldOutcome, OutcomeFact, bool> IsRight)[] measures =
        [
            ("found", (_, _) => true),
            ("linked", (w, g) => Missing(w, g).IsEmpty),
            ("status", (w, g) => w.Statuses.Contains(g.Status)),
            ("negation", (w, g) => w.Negated == g.Negated),
            ("all", (w, g) => Missing(w, g).IsEmpty && w.Statuses.Contains(g.Status) && w.Negated == g.Negated),
        ];
        foreach (var (measure, isRight) in measures)
        {
            foreach (var wanted in gold.Outcomes.Where(o => !o.Optional))
            {
                var found = match.Of(wanted);
                table.Wanted(Kind, measure, found is not null && isRight(wanted, found));
            }

            foreach (var given in facts.Outcomes)
            {
                // Further tellings of an event, and what the gold set leaves open, are neither right nor wrong.
                var told = match.Of(given);
                if (told is null || (!told.Optional && ReferenceEquals(match.Of(told), given)))
                {
                    table.Given(Kind, measure, told is not null && isRight(told, given));
                }
            }
        }

        foreach (var wanted in gold.Outcomes.Where(o => o.Date is not null && !o.Optional && match.Of(o) is not null))
        {
            var date = match.Of(wanted)!.Date;
            table.Wanted(Kind, "date", date == wanted.Date);
            if (date is not null)
            {
                table.Given(Kind, "date", date == wanted.Date);
            }
        }

        foreach (var wanted in gold.Outcomes)
        {
            var found = match.Of(wanted);
            ScoreParticipants(wanted, found, match.IsFoundAtFirstMention(wanted), map, places);
            CountWhatIsNeverAllowed(wanted, found);
            Tell(gold.Name, wanted, found, found is null ? [] : Missing(wanted, found));
        }

        foreach (var given in facts.Outcomes.Where(o => match.Of(o) is null))
        {
            table.Error($"outcome/false {gold.Name}: {given.Type} {given.Trigger.Text}: {given.Sentence.Text}");
        }

        ImmutableArray<GoldParticipant> Missing(GoldOutcome wanted, OutcomeFact given) =>
            [
                .. wanted.Participants.Where(w =>
                    w.Actors.All(a => a is not null)
                    && !given.Participants.Any(p => GoldOutcomeMatch.IsSame(w, p, map, places))
                ),
            ];
    }

    private void ScoreParticipants(
        GoldOutcome wanted,
        OutcomeFact? found,
        bool atFirstMention,
        GoldActorMap map,
        GoldPlaces places
    )
    {
        if (wanted.Optional || found is null)
        {
            return;
        }

        foreach (var participant in wanted.Participants.Where(w => w.Actor is not null || atFirstMention))
        {
            var same = found.Participants.FirstOrDefault(p => GoldOutcomeMatch.IsSame(participant, p, map, places));
            table.Wanted("participant", "found", same is not null);
            table.Wanted("participant", "role", same?.Role == participant.Role);
        }

        foreach (var participant in found.Participants)
        {
            var same = wanted.Participants.FirstOrDefault(w => GoldOutcomeMatch.IsSame(w, participant, map, places));
            table.Given("participant", "found", same is not null);
            table.Given("participant", "role", same?.Role == participant.Role);
            if (same is null)
            {
                var what = $"{found.Type} {found.Trigger.Text}: {found.Sentence.Text}";
                table.Error($"participant/false {participant.Text} ({participant.Role}) {what}");
            }
            else if (same.Role != participant.Role)
            {
                table.Error($"participant/role {participant.Text} {participant.Role}, should be {same.Role}");
            }
        }
    }

    private void CountWhatIsNeverAllowed(GoldOutcome wanted, OutcomeFact? found)
    {
        table.Never(
            "an outcome that was denied or failed is told as one",
            wanted.Negated && found is { Negated: false }
        );
        table.Never(
            "a plan, a possibility or a demand is told as done",
            !wanted.Statuses.Any(s => s is OutcomeStatus.Actual or OutcomeStatus.Reported)
                && found?.Status is OutcomeStatus.Actual or OutcomeStatus.Reported
        );
    }

    private void Tell(string article, GoldOutcome wanted, OutcomeFact? found, ImmutableArray<GoldParticipant> missing)
    {
        var what = $"{article}: {wanted.Type} {wanted.Trigger.Text}: {wanted.Sentence.Text}";
        if (wanted.Optional)
        {
            return;
        }

        if (found is null)
        {
            table.Error($"outcome/missed {what}");
            return;
        }

        if (!missing.IsEmpty)
        {
            var has = string.Join("; ", found.Participants.Select(p => $"{p.Role} {p.Text} ({p.Actor})"));
            table.Error($"outcome/linked {what}: lacks {string.Join("; ", missing.Select(m => m.Actor))}; has {has}");
        }

        if (!wanted.Statuses.Contains(found.Status))
        {
            table.Error($"outcome/status {what}: {found.Status}, should be {wanted.Status}");
        }

        if (wanted.Negated != found.Negated)
        {
            table.Error($"outcome/negation {what}: {found.Negated}, should be {wanted.Negated}");
        }
    }
}
