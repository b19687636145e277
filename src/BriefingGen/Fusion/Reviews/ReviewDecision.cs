namespace BriefingGen.Fusion.Reviews;

/// <summary>What a reviewer decided about a fact.</summary>
public enum ReviewVerdict
{
    /// <summary>It stands as extracted.</summary>
    Accept,

    /// <summary>It is wrong and is not to be printed.</summary>
    Reject,

    /// <summary>It belongs to another actor: <see cref="ReviewDecision.Value"/> names the slug.</summary>
    EditActor,

    /// <summary>It is of another day: <see cref="ReviewDecision.Value"/> is that day in ISO 8601.</summary>
    EditDate,

    /// <summary>It is the same as another fact: <see cref="ReviewDecision.Value"/> names that one's id.</summary>
    Merge,

    /// <summary>It is not the same as what it was merged with.</summary>
    Split,
}

/// <summary>
/// A reviewer's decision on a fact. Decisions are never changed: a later one on the same fact overrules. It is bound to the
/// article's text, the place there and the kind of fact, so that it holds for what a newer extractor finds there, too.
/// </summary>
/// <param name="Fact">The fact's id when it was decided; it need not be in the store any more.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="Value">The new value; null where the verdict needs none.</param>
/// <param name="Reason">Why, in the reviewer's words; null where not said.</param>
/// <param name="Reviewer">Who decided.</param>
/// <param name="Decided">When.</param>
public sealed record ReviewDecision(
    string Fact,
    ReviewVerdict Verdict,
    string? Value,
    string? Reason,
    string Reviewer,
    DateTimeOffset Decided
)
{
    /// <summary>Who approved it: never the reviewer; null where nobody did.</summary>
    public string? Approver { get; init; }

    /// <summary>Where the fact stands; null for a decision of an older program, which knew the id alone.</summary>
    public FactPlace? Place { get; init; }

    /// <summary>The statement that was decided on, as it was printed.</summary>
    public string? Statement { get; init; }
}

/// <summary>Where a fact stands, and what kind it is of.</summary>
/// <param name="Article">The article's id: a hash of its text.</param>
/// <param name="Kind"><c>claim</c>, <c>event</c> or <c>sentence</c>.</param>
/// <param name="Start">First UTF-16 code unit of its anchor: a claim's cue, an event's trigger, a sentence itself.</param>
/// <param name="End">First code unit after it.</param>
public sealed record FactPlace(string Article, string Kind, int Start, int End);
