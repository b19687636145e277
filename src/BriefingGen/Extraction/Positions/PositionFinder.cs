using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Topics;

namespace BriefingGen.Extraction.Positions;

/// <summary>Finds who said, thinks or wants what, by the PolNeAR guidelines.</summary>
internal sealed class PositionFinder
{
    public ImmutableArray<PositionFact> Find(ArticleContext context, ActorIndex actors, ITopicTagger topics) => [];
}
