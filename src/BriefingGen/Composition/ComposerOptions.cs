using System.Collections.Immutable;
using BriefingGen.Fusion.Reviews;
using BriefingGen.Sources;

namespace BriefingGen.Composition;

/// <summary>What a brief needs besides facts and templates.</summary>
/// <param name="Time">The clock; <see cref="Masthead.Produced"/> comes from it.</param>
/// <param name="Edition">The day that the brief is for.</param>
/// <param name="Tool">Name and version of the program, such as <c>briefgen 0.1.0</c>.</param>
/// <param name="Models">Name and SHA-256 of each model and word list, ordered by name.</param>
/// <param name="CountryNames">English names by ISO 3166-1 alpha-2 code; a code without one prints as it is.</param>
/// <param name="TopicLabels">Labels by topic id, from the user's taxonomy; an id without one prints as it is.</param>
public sealed record ComposerOptions(
    TimeProvider Time,
    DateOnly Edition,
    string Tool,
    ImmutableArray<ManifestFile> Models,
    IReadOnlyDictionary<string, string> CountryNames,
    IReadOnlyDictionary<string, string> TopicLabels
)
{
    /// <summary>Statements to leave out, in their order: those of an earlier composition that did not verify. None by default.</summary>
    public ImmutableArray<LeftOutStatement> LeaveOut { get; init; } = [];

    /// <summary>What reviewers decided; the facts are already as they left them.</summary>
    public ReviewLog Reviews { get; init; } = ReviewLog.Empty;
}

/// <summary>What was read besides the articles whose facts are in a brief.</summary>
/// <param name="NotExtracted">Articles that are listed but not extracted (another language).</param>
/// <param name="SetAside">Inputs that could not be used.</param>
/// <param name="Notes">What was odd in inputs that were used.</param>
public sealed record CoverageInput(
    ImmutableArray<Article> NotExtracted,
    ImmutableArray<SetAside> SetAside,
    ImmutableArray<SetAside> Notes
)
{
    /// <summary>The feeds that were to be read; none by default.</summary>
    public ImmutableArray<FeedCoverage> Feeds { get; init; } = [];
}
