using BriefingGen.Fusion.Reviews;

namespace BriefingGen.Composition.Reviewing;

/// <summary>What a reviewer decides on: a printed line or a side of a disagreement, and the fact behind it.</summary>
/// <param name="Fact">The fact's id; an article's where the line tells no fact.</param>
/// <param name="Kind"><c>printed</c> or <c>disputed</c>.</param>
/// <param name="Place">Where the fact stands.</param>
/// <param name="Actor">Who says or does it; null where not known.</param>
/// <param name="Act">What of it: the stance, or the words that tell it.</param>
/// <param name="Object">What is said, or whom it is done to; null where not known.</param>
/// <param name="Date">Its day; null where not known.</param>
/// <param name="Statement">The line as printed, or the whole sentence of a side that is not.</param>
public sealed record ReviewItem(
    string Fact,
    string Kind,
    FactPlace Place,
    string? Actor,
    string? Act,
    string? Object,
    DateOnly? Date,
    string Statement
)
{
    /// <summary>The kind of a line of the pages to read.</summary>
    public const string Printed = "printed";

    /// <summary>The kind of a side of a disagreement that is no such line.</summary>
    public const string Disputed = "disputed";
}
