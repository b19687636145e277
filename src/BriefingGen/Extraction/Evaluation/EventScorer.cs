using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Evaluation;

namespace BriefingGen.Extraction.Evaluation;

/// <summary>
/// Scores outcomes against gold events: the type (recall over records, precision over outcomes), the records whose
/// sources and targets are all participants of one outcome of the type, and the actors that are found at all.
/// </summary>
public static class EventScorer
{
    private const int MostConfused = 8;

    /// <summary>Scores all records.</summary>
    /// <param name="gold">What is right.</param>
    /// <param name="found">Outcomes by the record's id.</param>
    public static ScoreReport Score(
        IReadOnlyCollection<GoldEvent> gold,
        IReadOnlyDictionary<string, ImmutableArray<OutcomeFact>> found
    )
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        var (hits, right, total, linked, actors, allActors) = (0, 0, 0, 0, 0, 0);
        var errors = ImmutableArray.CreateBuilder<ScoreError>();
        var confused = new List<string>();
        foreach (var record in gold)
        {
            var outcomes = found.TryGetValue(record.Id, out var list) ? list : [];
            var same = outcomes.Where(outcome => IsOfType(record.Type, outcome)).ToList();
            var wanted = record
                .Source.Concat(record.Target)
                .Select(ScoredWords.Telling)
                .Where(static w => w.Count > 0)
                .ToList();
            var participants = same.Select(Participants).ToList();
            total += outcomes.Length;
            right += same.Count;
            hits += same.Count > 0 ? 1 : 0;
            allActors += wanted.Count;
            actors += wanted.Count(actor => participants.Exists(actor.Overlaps));
            var isLinked = participants.Exists(all => wanted.TrueForAll(actor => actor.Overlaps(all)));
            linked += isLinked ? 1 : 0;
            if (same.Count == 0)
            {
                confused.Add($"{record.Type}->{(outcomes.Length > 0 ? NameOf(outcomes[0].Type) : "-")}");
            }

            errors.AddRange(Errors(record, outcomes, same.Count > 0, isLinked));
        }

        return new ScoreReport(
            [
                Type(hits, gold.Count, right, total),
                ScoreRow.Share("linked", linked, gold.Count),
                ScoreRow.Share("actors found", actors, allActors),
            ],
            errors.DrainToImmutable(),
            [MostOften(confused)]
        );
    }

    // Recall counts records and precision outcomes: one sentence may hold several.
    private static ScoreRow Type(int hits, int records, int right, int total)
    {
        var recall = 100.0 * hits / Math.Max(1, records);
        var precision = total > 0 ? 100.0 * right / total : 0;
        return new ScoreRow(
            "type",
            ScoreRow.Harmonic(precision, recall),
            precision,
            recall,
            hits,
            total - right,
            records - hits
        );
    }

    private static string MostOften(List<string> confused) =>
        "most confused: "
        + string.Join(
            ", ",
            confused
                .CountBy(static pair => pair, StringComparer.Ordinal)
                .OrderByDescending(static pair => pair.Value)
                .Take(MostConfused)
                .Select(static pair => $"{pair.Key} {pair.Value}")
        );

    private static IEnumerable<ScoreError> Errors(
        GoldEvent record,
        ImmutableArray<OutcomeFact> outcomes,
        bool isFound,
        bool isLinked
    )
    {
        if (!isFound)
        {
            yield return new ScoreError(
                outcomes.Length > 0 ? "wrong-type" : "missed",
                record.Id,
                0,
                record.Text.Length,
                $"{record.Type}: {record.Text}",
                string.Join(", ", outcomes.Select(static outcome => NameOf(outcome.Type)))
            );
        }
        else if (!isLinked)
        {
            var people = outcomes
                .Where(outcome => IsOfType(record.Type, outcome))
                .SelectMany(static o => o.Participants);
            yield return new ScoreError(
                "wrong-participants",
                record.Id,
                0,
                record.Text.Length,
                $"{string.Join(", ", record.Source)} -> {string.Join(", ", record.Target)}: {record.Text}",
                string.Join(", ", people.Select(static person => $"{person.Role}: {person.Text}"))
            );
        }

        foreach (var outcome in outcomes.Where(outcome => isFound && !IsOfType(record.Type, outcome)))
        {
            yield return new ScoreError(
                "spurious",
                record.Id,
                outcome.Trigger.Start,
                outcome.Trigger.End,
                "",
                $"{NameOf(outcome.Type)}: {outcome.Trigger.Text}"
            );
        }
    }

    private static HashSet<string> Participants(OutcomeFact outcome) =>
        [.. outcome.Participants.SelectMany(static participant => ScoredWords.Telling(participant.Text))];

    private static bool IsOfType(string gold, OutcomeFact outcome) =>
        gold == "YIELD" ? outcome.Type is OutcomeType.Concede or OutcomeType.Retreat : gold == NameOf(outcome.Type);

    private static string NameOf(OutcomeType type) => type.ToString().ToUpperInvariant();
}
