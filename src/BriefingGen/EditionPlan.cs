using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Fusion.Editions;
using BriefingGen.Sources;

namespace BriefingGen;

/// <summary>What the editions of a schedule are made of, and how. Immutable.</summary>
/// <param name="Inputs">Files, folders, patterns.</param>
/// <param name="Feeds">Addresses of feeds and pages.</param>
/// <param name="Templates">The templates' folder.</param>
/// <param name="Output">Folder below which the editions' folders lie.</param>
/// <param name="Formats">Of <see cref="BriefingPipeline.Formats"/>.</param>
/// <param name="SinceDays">Articles published more than so many days before the edition's day are left out; null for none.</param>
/// <param name="Targets">Names of the targets that editions are delivered to.</param>
public sealed record EditionPlan(
    ImmutableArray<string> Inputs,
    ImmutableArray<string> Feeds,
    string Templates,
    string Output,
    ImmutableArray<string> Formats,
    int? SinceDays,
    ImmutableArray<string> Targets
)
{
    /// <summary>Per cent of an edition's statements that may be left out because they do not verify; beyond it it is withheld.</summary>
    public int UnverifiedLimit { get; init; } = VerifiedBrief.UsualLimit;

    /// <summary>Whether links that lead out of a given folder are followed.</summary>
    public bool FollowLinks { get; init; }

    /// <summary>Folders whose files are read once they are complete. None by default.</summary>
    public ImmutableArray<string> Watch { get; init; } = [];

    /// <summary>Hosts besides the general ones that may have private or loopback addresses. None by default.</summary>
    public ImmutableArray<string> AllowedPrivateHosts { get; init; } = [];

    /// <summary>Inputs that may hold files of the desk.</summary>
    internal IReadOnlyList<string> Folders => [.. Inputs, .. Watch];
}

/// <summary>What a brief's coverage section says besides its articles; kept with a frozen edition.</summary>
/// <param name="SetAside">Inputs that could not be used.</param>
/// <param name="Notes">What was odd in inputs that were used.</param>
internal sealed record FrozenCoverage(ImmutableArray<SetAside> SetAside, ImmutableArray<SetAside> Notes)
{
    /// <summary>The feeds; none in an edition that an older version froze.</summary>
    public ImmutableArray<FeedCoverage> Feeds { get; init; } = [];

    /// <summary>The day of the edition that it is compared with; null for none, and in an edition that an older version froze.</summary>
    public DateOnly? Previous { get; init; }

    /// <summary>The stories that it told, for the next one to go on with; none before it is composed.</summary>
    public ImmutableArray<EarlierStory> Stories { get; init; } = [];
}
