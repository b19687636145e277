using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Samples;

/// <summary>
/// Which extracted outcomes tell which gold ones: the type is right and the trigger stands in a sentence that tells it.
/// Of several in one sentence those go together whose triggers, then whose participants are the same.
/// </summary>
internal sealed class GoldOutcomeMatch
{
    private readonly Dictionary<GoldOutcome, (OutcomeFact Outcome, GoldRetelling Telling)> _first = [];
    private readonly Dictionary<OutcomeFact, GoldOutcome> _of = new(ReferenceEqualityComparer.Instance);

    public GoldOutcomeMatch(Gold gold, IReadOnlyList<OutcomeFact> given, GoldActorMap map, GoldPlaces places)
    {
        var pairs =
            from wanted in gold.Outcomes
            from telling in wanted.Tellings
            from outcome in given
            where wanted.Types.Contains(outcome.Type)
            where places.Of(telling.Sentence.Span).Overlaps(outcome.Trigger.Span)
            let trigger = places.Of(telling.Trigger.Span).Overlaps(outcome.Trigger.Span)
            let shared = wanted.Participants.Count(w => outcome.Participants.Any(p => IsSame(w, p, map, places)))
            let isFirst = telling.Trigger == wanted.Trigger
            orderby trigger descending, wanted.Optional, shared descending, isFirst descending
            select (wanted, telling, outcome);
        var taken = new HashSet<GoldRetelling>();
        foreach (var (wanted, telling, outcome) in pairs)
        {
            if (!_of.ContainsKey(outcome) && taken.Add(telling))
            {
                _of.Add(outcome, wanted);
                _first.TryAdd(wanted, (outcome, telling));
            }
        }
    }

    /// <summary>The outcome that tells a gold one best; null where none does.</summary>
    public OutcomeFact? Of(GoldOutcome wanted) => _first.TryGetValue(wanted, out var found) ? found.Outcome : null;

    /// <summary>Where the gold outcome was found: its first mention or another.</summary>
    public bool IsFoundAtFirstMention(GoldOutcome wanted) =>
        _first.TryGetValue(wanted, out var found) && found.Telling.Trigger == wanted.Trigger;

    /// <summary>The gold outcome that an extracted one tells; null where it tells none.</summary>
    public GoldOutcome? Of(OutcomeFact outcome) => _of.GetValueOrDefault(outcome);

    /// <summary>True where a gold and an extracted participant are the same actor or the same words.</summary>
    public static bool IsSame(GoldParticipant wanted, Participant given, GoldActorMap map, GoldPlaces places) =>
        (given.Actor is not null && map.Is(given.Actor, wanted.Actors))
        || GoldOverlap.IsSame(places.Of(wanted.Span), new(given.Start, given.End));
}
