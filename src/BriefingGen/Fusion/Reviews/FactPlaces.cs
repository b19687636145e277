using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;

namespace BriefingGen.Fusion.Reviews;

/// <summary>Where facts stand: what a decision is bound to.</summary>
public static class FactPlaces
{
    /// <summary>The kind of a position.</summary>
    public const string Claim = "claim";

    /// <summary>The kind of an outcome or a deed: a newer extractor may take the one for the other.</summary>
    public const string Event = "event";

    /// <summary>The kind of a sentence that no fact was taken from.</summary>
    public const string Sentence = "sentence";

    /// <summary>The place of a position.</summary>
    /// <param name="position">The position.</param>
    public static FactPlace Of(PositionFact position)
    {
        ArgumentNullException.ThrowIfNull(position);
        var anchor = position.Cue ?? position.Content[0];
        return new FactPlace(position.Article, Claim, anchor.Start, anchor.End);
    }

    /// <summary>The place of an outcome or a deed.</summary>
    /// <param name="told">The outcome or deed.</param>
    public static FactPlace Of(IEventFact told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return new FactPlace(told.Article, Event, told.Trigger.Start, told.Trigger.End);
    }

    /// <summary>Of some facts the one that a place means: the one that stands right there, else the one that overlaps it most.</summary>
    /// <param name="place">The place.</param>
    /// <param name="facts">Facts of its article and kind, with their places.</param>
    /// <returns>Null where none overlaps it.</returns>
    internal static T? At<T>(FactPlace place, IEnumerable<(T Fact, FactPlace Place)> facts)
        where T : class =>
        facts
            .Select(pair => (pair.Fact, Shared: Shared(place, pair.Place), pair.Place))
            .Where(pair => pair.Shared > 0)
            .OrderByDescending(pair => pair.Place == place)
            .ThenByDescending(pair => pair.Shared)
            .ThenBy(pair => pair.Place.Start)
            .Select(pair => pair.Fact)
            .FirstOrDefault();

    /// <summary>The characters of a place.</summary>
    internal static TextSpan Span(FactPlace place) => new(place.Start, place.End);

    private static int Shared(FactPlace first, FactPlace second) =>
        Math.Min(first.End, second.End) - Math.Max(first.Start, second.Start);
}
