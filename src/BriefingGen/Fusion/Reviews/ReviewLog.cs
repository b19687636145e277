using System.Collections.Immutable;

namespace BriefingGen.Fusion.Reviews;

/// <summary>The decisions of reviewers: of several on one place the latest counts. Immutable.</summary>
public sealed class ReviewLog
{
    private readonly ImmutableDictionary<FactPlace, ReviewDecision> _byPlace;

    /// <summary>Reads a log.</summary>
    /// <param name="decisions">Decisions in the order in which they were made; those that know no place are not used.</param>
    public ReviewLog(IEnumerable<ReviewDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var latest = ImmutableDictionary.CreateBuilder<FactPlace, ReviewDecision>();
        foreach (var decision in decisions)
        {
            if (decision.Place is { } place)
            {
                latest[place] = decision;
            }
        }

        _byPlace = latest.ToImmutable();
        Decisions =
        [
            .. latest
                .Values.OrderBy(decision => decision.Decided)
                .ThenBy(decision => decision.Place!.Article, StringComparer.Ordinal)
                .ThenBy(decision => decision.Place!.Start)
                .ThenBy(decision => decision.Place!.Kind, StringComparer.Ordinal),
        ];
    }

    /// <summary>Nobody decided anything.</summary>
    public static ReviewLog Empty { get; } = new([]);

    /// <summary>The decisions that count, oldest first.</summary>
    public ImmutableArray<ReviewDecision> Decisions { get; }

    /// <summary>The decision on a place; null for none. What a newer extractor finds a little further on is the same place.</summary>
    /// <param name="place">The place.</param>
    public ReviewDecision? At(FactPlace place) =>
        _byPlace.TryGetValue(place, out var decision)
            ? decision
            : FactPlaces.At(
                place,
                Decisions
                    .Where(one => one.Place!.Article == place.Article && one.Place.Kind == place.Kind)
                    .Select(one => (one, one.Place!))
            );

    /// <summary>The same log without what was decided later.</summary>
    /// <param name="time">The moment.</param>
    public ReviewLog Until(DateTimeOffset time) => new(Decisions.Where(decision => decision.Decided <= time));
}
