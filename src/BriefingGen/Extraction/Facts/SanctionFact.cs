using System.Collections.Immutable;

namespace BriefingGen.Extraction.Facts;

/// <summary>How far a sanction has come.</summary>
public enum SanctionStatus
{
    /// <summary>Somebody wants it or considers it.</summary>
    Proposed,

    /// <summary>It was announced or agreed.</summary>
    Announced,

    /// <summary>It applies.</summary>
    InForce,

    /// <summary>It goes on for longer or was widened.</summary>
    Extended,

    /// <summary>It was loosened.</summary>
    Eased,

    /// <summary>It was ended.</summary>
    Lifted,
}

/// <summary>A sanction, always together with the outcome that it belongs to.</summary>
/// <param name="Outcome">Id of the outcome or deed that it is.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Imposer">Slugs of who imposes it.</param>
/// <param name="Target">Slugs of whom it is aimed at.</param>
/// <param name="Measure">Such as <c>asset-freeze</c>, <c>export-control</c>, <c>travel-ban</c>, <c>financial</c>, <c>energy</c>, <c>swift</c>, <c>unspecified</c>.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Effect">What is said of its effect.</param>
public sealed record SanctionFact(
    string Outcome,
    string Article,
    ImmutableArray<string> Imposer,
    ImmutableArray<string> Target,
    string Measure,
    SanctionStatus Status,
    ImmutableArray<SourceSpan> Effect
) : Fact
{
    /// <summary>The sentence that tells it.</summary>
    public SourceSpan? Sentence { get; init; }

    /// <summary>The words that name it.</summary>
    public SourceSpan? Trigger { get; init; }

    /// <summary>The round that it belongs to ("a fourth package"); null where not said.</summary>
    public SourceSpan? Round { get; init; }

    /// <summary>Who or what is listed, with counts.</summary>
    public ImmutableArray<SourceSpan> Listed { get; init; } = [];

    /// <summary>What is frozen, banned, licensed or taxed.</summary>
    public ImmutableArray<SourceSpan> Object { get; init; } = [];

    /// <summary>Who or what is left out of it.</summary>
    public ImmutableArray<SourceSpan> Exempt { get; init; } = [];

    /// <summary>The day from which it applies; null where not said.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>The last day on which it applies; null where not said.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>The order, regulation or resolution that it rests on; null where not said.</summary>
    public SourceSpan? Instrument { get; init; }

    /// <inheritdoc/>
    public override string Kind => "sanction";
}
