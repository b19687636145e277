namespace BriefingGen.Storage;

/// <summary>What a reviewer decided about a fact.</summary>
public enum ReviewVerdict
{
    /// <summary>It stands as extracted.</summary>
    Accept,

    /// <summary>It is wrong and is not to be printed.</summary>
    Reject,

    /// <summary>It belongs to another actor: <see cref="StoredDecision.Value"/> names the slug.</summary>
    EditActor,

    /// <summary>It is the same as another fact: <see cref="StoredDecision.Value"/> names that one's id.</summary>
    Merge,
}

/// <summary>A reviewer's decision on a fact. Decisions are never changed: a later one on the same fact overrules.</summary>
/// <param name="Fact">The fact's id; it need not be in the store any more.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="Value">The new value; null where the verdict needs none.</param>
/// <param name="Reason">Why, in the reviewer's words; null where not said.</param>
/// <param name="Reviewer">Who decided.</param>
/// <param name="Decided">When.</param>
public sealed record StoredDecision(
    string Fact,
    ReviewVerdict Verdict,
    string? Value,
    string? Reason,
    string Reviewer,
    DateTimeOffset Decided
);
