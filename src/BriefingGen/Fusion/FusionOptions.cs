using System.Collections.Immutable;
using BriefingGen.Extraction.Topics;
using BriefingGen.Fusion.Editions;

namespace BriefingGen.Fusion;

/// <summary>What ranking depends on beside the facts.</summary>
/// <param name="TopicWeights">How much a topic counts, by id; a topic that is not named counts 1.</param>
/// <param name="Day">The brief's day: what is newer ranks higher; null for the latest publication among the articles.</param>
public sealed record FusionOptions(ImmutableDictionary<string, double> TopicWeights, DateOnly? Day = null)
{
    /// <summary>What the parts of a story's rank weigh.</summary>
    public RankingWeights Weights { get; init; } = new();

    /// <summary>The edition before, to compare with; null where there is none.</summary>
    public EarlierEdition? Earlier { get; init; }

    /// <summary>What a story must hold to be one of a topic, by the topic's id; a topic that is not named needs its words only.</summary>
    public ImmutableDictionary<string, TopicEvidence> Evidence { get; init; } =
        ImmutableDictionary<string, TopicEvidence>.Empty;

    /// <summary>All topics count the same.</summary>
    public static FusionOptions Default { get; } = new(ImmutableDictionary<string, double>.Empty);

    /// <summary>The weights of the user's taxonomy.</summary>
    /// <param name="taxonomy">The topics.</param>
    /// <param name="day">The brief's day; null for the latest publication among the articles.</param>
    public static FusionOptions For(Taxonomy taxonomy, DateOnly? day = null)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        return new(taxonomy.Topics.ToImmutableDictionary(t => t.Id, t => t.Weight, StringComparer.Ordinal), day)
        {
            Evidence = taxonomy
                .Topics.Where(t => t.Evidence is not null)
                .ToImmutableDictionary(t => t.Id, t => t.Evidence!.Value, StringComparer.Ordinal),
        };
    }
}
