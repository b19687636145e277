namespace BriefingGen.Fusion;

/// <summary>What two sides disagree in.</summary>
public enum DisagreementType
{
    /// <summary>Two positions on one matter.</summary>
    Position,

    /// <summary>Two figures for one quantity, scope and period.</summary>
    Figure,

    /// <summary>One says so, the other says that it is not so.</summary>
    Denial,

    /// <summary>Each says that the other did it.</summary>
    Blame,
}

/// <summary>Two sides on one matter, each in its own words.</summary>
/// <param name="Matter">The words that both sides share, such as <c>talks</c> or <c>negotiations with Ukraine</c>, in a source's words.</param>
/// <param name="First">One side, the earlier or more salient.</param>
/// <param name="Second">The other side.</param>
/// <param name="Type">What they differ in.</param>
/// <param name="Why">The evidence for the opposition, for <c>explain</c>.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record Disagreement(
    string Matter,
    Claim First,
    Claim Second,
    DisagreementType Type,
    string Why,
    double Confidence
)
{
    /// <summary>Whether it still stands.</summary>
    public DisagreementStatus Status { get; init; } = DisagreementStatus.Open;

    /// <summary>Id of its story; null where it is in none.</summary>
    public string? Story { get; init; }
}

/// <summary>Whether a disagreement still stands.</summary>
public enum DisagreementStatus
{
    /// <summary>Nobody gave way.</summary>
    Open,

    /// <summary>The sides came nearer, or a third one found something.</summary>
    Narrowed,

    /// <summary>It was settled.</summary>
    Resolved,

    /// <summary>Later events made it void.</summary>
    Overtaken,
}
