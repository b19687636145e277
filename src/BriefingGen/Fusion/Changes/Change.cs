using System.Collections.Immutable;

namespace BriefingGen.Fusion.Changes;

/// <summary>How something moved since an earlier edition or statement.</summary>
public enum ChangeKind
{
    /// <summary>It was not there.</summary>
    New,

    /// <summary>It is surer or goes further.</summary>
    Strengthened,

    /// <summary>It is less sure or was not repeated.</summary>
    Weakened,

    /// <summary>It turned into its opposite.</summary>
    Reversed,

    /// <summary>What was open, planned or disputed was settled.</summary>
    Resolved,

    /// <summary>Its own source put it right.</summary>
    Corrected,

    /// <summary>It is to happen later than was said.</summary>
    Postponed,

    /// <summary>Who spoke of it says nothing more.</summary>
    Silent,
}

/// <summary>What changed.</summary>
/// <param name="Kind">How.</param>
/// <param name="Before">Ids of the facts that gave the earlier state; empty where only the newer text tells it.</param>
/// <param name="After">Ids of the facts that give the newer state; empty for <see cref="ChangeKind.Silent"/>.</param>
/// <param name="Since">The earlier edition's day or the article that held the earlier state; null where the text itself says "earlier".</param>
/// <param name="Story">Id of its story; null where it is in none.</param>
/// <param name="Why">The evidence, for <c>explain</c>.</param>
public sealed record Change(
    ChangeKind Kind,
    ImmutableArray<string> Before,
    ImmutableArray<string> After,
    string? Since,
    string? Story,
    string Why
);
