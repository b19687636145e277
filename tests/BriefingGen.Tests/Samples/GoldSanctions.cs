using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Samples;

/// <summary>
/// Scores sanctions: found in a sentence that tells the outcome they belong to, then with the right measure, target, imposer
/// and status, and with the measure, the target and the status right.
/// </summary>
internal sealed class GoldSanctions(GoldTable table)
{
    private const string Kind = "sanction";

    public void Score(Gold gold, ArticleFacts facts, GoldActorMap map, GoldPlaces places)
    {
        (string Measure, Func<GoldSanction, SanctionFact, bool> IsRight)[] measures =
        [
            ("found", (_, _) => true),
            ("measure", (w, g) => w.Measures.Contains(g.Measure, StringComparer.Ordinal)),
            ("target", (w, g) => Is(w.Targets, g.Target, map)),
            ("imposer", (w, g) => Is(w.Imposers, g.Imposer, map)),
            ("status", (w, g) => w.Statuses.Contains(g.Status)),
        ];
        bool AllRight(GoldSanction w, SanctionFact g) =>
            measures.Where(m => m.Measure is not "imposer").All(m => m.IsRight(w, g));

        var outcomes = gold.Outcomes.ToDictionary(o => o.Id, StringComparer.Ordinal);
        var triggers = facts
            .Outcomes.Cast<IEventFact>()
            .Concat(facts.Deeds)
            .ToDictionary(o => o.Id, o => o.Trigger.Span, StringComparer.Ordinal);
        var pairs =
            from wanted in gold.Sanctions
            from given in facts.Sanctions
            where
                outcomes[wanted.Outcome].Tellings.Any(t => places.Of(t.Sentence.Span).Overlaps(triggers[given.Outcome]))
            orderby measures.Count(m => m.IsRight(wanted, given)) descending, wanted.Optional
            select (wanted, given);
        var of = new Dictionary<SanctionFact, GoldSanction>(ReferenceEqualityComparer.Instance);
        var found = new Dictionary<GoldSanction, SanctionFact>(ReferenceEqualityComparer.Instance);
        foreach (var (wanted, given) in pairs)
        {
            if (!of.ContainsKey(given) && found.TryAdd(wanted, given))
            {
                of.Add(given, wanted);
            }
        }

        foreach (var (measure, isRight) in measures.Append(("all", AllRight)))
        {
            foreach (var wanted in gold.Sanctions.Where(s => !s.Optional))
            {
                var right = found.TryGetValue(wanted, out var given) && isRight(wanted, given);
                table.Wanted(Kind, measure, right);
                if (!right && measure is not "all")
                {
                    var where = outcomes[wanted.Outcome].Sentence.Text;
                    table.Error(
                        $"sanction/{measure} {gold.Name}: {wanted.Measure} {wanted.Status}, got {Told(given)}: {where}"
                    );
                }
            }

            foreach (var given in facts.Sanctions.Where(g => !of.TryGetValue(g, out var w) || !w.Optional))
            {
                table.Given(Kind, measure, of.TryGetValue(given, out var wanted) && isRight(wanted, given));
            }
        }

        foreach (var given in facts.Sanctions.Where(g => !of.ContainsKey(g)))
        {
            table.Error(
                $"sanction/false {gold.Name}: {given.Measure} {given.Status}: {TextAt(facts, triggers[given.Outcome])}"
            );
        }
    }

    private static string TextAt(ArticleFacts facts, TextSpan span) =>
        facts.Outcomes.Cast<IEventFact>().Concat(facts.Deeds).First(o => o.Trigger.Span == span).Sentence.Text;

    private static bool Is(IEnumerable<string?> wanted, IReadOnlyCollection<string> given, GoldActorMap map) =>
        given.Count == 0 ? wanted.Contains(null) : given.Any(g => map.Is(g, wanted.OfType<string>()));

    private static string Told(SanctionFact? given) =>
        given is null
            ? "nothing"
            : $"{given.Measure} {given.Status} by {string.Join(", ", given.Imposer)} on {string.Join(", ", given.Target)}";
}
