using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Topics;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>Finds what happened, is planned, demanded or said to have happened.</summary>
internal interface IOutcomeExtractor
{
    /// <summary>The outcomes in order of position.</summary>
    /// <param name="context">The article.</param>
    /// <param name="actors">Who is named where.</param>
    /// <param name="positions">Who said what: an outcome inside a content is reported by that position.</param>
    /// <param name="topics">Says what a run of words is about.</param>
    ImmutableArray<OutcomeFact> Extract(
        ArticleContext context,
        ActorIndex actors,
        IReadOnlyList<PositionFact> positions,
        ITopicTagger topics
    );
}

/// <summary>Finds nothing.</summary>
internal sealed class NoOutcomes : IOutcomeExtractor
{
    public ImmutableArray<OutcomeFact> Extract(
        ArticleContext context,
        ActorIndex actors,
        IReadOnlyList<PositionFact> positions,
        ITopicTagger topics
    ) => [];
}
