using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Stories;

/// <summary>How far a matter has come, in the order in which it goes on.</summary>
public enum StateStage
{
    /// <summary>Somebody asked for it or threatens with it.</summary>
    Asked,

    /// <summary>It is drafted, considered or may be.</summary>
    Possible,

    /// <summary>It is planned or announced for later.</summary>
    Planned,

    /// <summary>It goes on: talks in session, an attack under way.</summary>
    Open,

    /// <summary>It was decided, agreed, signed, or happened.</summary>
    Done,

    /// <summary>It applies.</summary>
    InForce,

    /// <summary>It ended, was lifted, or an answer was given.</summary>
    Ended,
}

/// <summary>What holds now in a story, in an article's words.</summary>
/// <param name="Stage">How far it has come.</param>
/// <param name="Fact">Id of the fact that says so.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Words">The clause that says it.</param>
/// <param name="Day">The day of it; null where not known.</param>
public sealed record StoryState(StateStage Stage, string Fact, string Article, SourceSpan Words, DateOnly? Day);

/// <summary>A fact that a newer one overtook: the plan that became a deed, the figure that its holder replaced.</summary>
/// <param name="Before">Id of the fact that holds no more.</param>
/// <param name="After">Id of the fact that holds now.</param>
/// <param name="Slot">What both fill: <c>plan</c>, <c>measure</c>, <c>talks</c>, <c>question</c>, <c>figure</c>, <c>judgement</c>.</param>
/// <param name="Why">The reason in words, for <c>explain</c>.</param>
public sealed record Supersession(string Before, string After, string Slot, string Why);

/// <summary>Something that is to happen on a day or within days.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; equal to <paramref name="From"/> for a day.</param>
/// <param name="Facts">Ids of the facts that announce it, the leading one first.</param>
/// <param name="Story">Id of its story; null where it is in none.</param>
public sealed record Scheduled(DateOnly From, DateOnly To, ImmutableArray<string> Facts, string? Story);
