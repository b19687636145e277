using System.Collections.Immutable;

namespace BriefingGen.Fusion.Editions;

/// <summary>What of an earlier edition a brief needs: the articles that hold the earlier state of what changed.</summary>
/// <param name="Day">The day of the earlier edition.</param>
/// <param name="Facts">Those articles merged by themselves, numbered behind today's.</param>
public sealed record ComparedEdition(DateOnly Day, FusedFacts Facts)
{
    /// <summary>SHA-256 of the whole texts by article, where the articles hold only what their facts quote.</summary>
    public ImmutableDictionary<string, string> Hashes { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The number of stories that the earlier edition told.</summary>
    public int Stories { get; init; }

    /// <summary>Its articles by id that are among today's, too: what they tell is no news.</summary>
    public ImmutableHashSet<string> Repeated { get; init; } = [];
}
