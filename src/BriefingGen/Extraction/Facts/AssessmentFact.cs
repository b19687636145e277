using System.Collections.Immutable;

namespace BriefingGen.Extraction.Facts;

/// <summary>An estimative term that a source used, with its band.</summary>
/// <param name="Term">The source's own word, lower case (<c>unlikely</c>).</param>
/// <param name="Low">Lower end in per cent; null where ICD 203 has no band for the term.</param>
/// <param name="High">Upper end in per cent; null where ICD 203 has no band for the term.</param>
public sealed record Estimate(string Term, int? Low, int? High);

/// <summary>A stated level of analytic confidence.</summary>
public enum ConfidenceLevel
{
    /// <summary>Low confidence.</summary>
    Low,

    /// <summary>Moderate confidence.</summary>
    Moderate,

    /// <summary>High confidence.</summary>
    High,
}

/// <summary>A judgement that somebody else made, always together with the position that it belongs to.</summary>
/// <param name="Position">Id of the position.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Assessor">Slug of who judges; null where not resolved.</param>
/// <param name="Judgement">What is judged, in the source's words.</param>
/// <param name="Estimate">The estimative term; null where the source used none.</param>
/// <param name="ConfidenceLevel">The stated level; null where none was stated.</param>
public sealed record AssessmentFact(
    string Position,
    string Article,
    string? Assessor,
    ImmutableArray<SourceSpan> Judgement,
    Estimate? Estimate,
    ConfidenceLevel? ConfidenceLevel
) : Fact
{
    /// <summary>Until when the judgement reaches, in the source's words ("before October"); null where it does not say.</summary>
    public SourceSpan? Horizon { get; init; }

    /// <summary>What is known of the horizon's date; null where nothing is.</summary>
    public DateRange? HorizonRange { get; init; }

    /// <inheritdoc/>
    public override string Kind => "assessment";
}
