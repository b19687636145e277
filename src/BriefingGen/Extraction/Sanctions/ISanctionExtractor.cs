using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>Says which outcomes are sanctions, who imposes them on whom, and how far they have come.</summary>
internal interface ISanctionExtractor
{
    /// <summary>The sanctions, in the order of <paramref name="outcomes"/>.</summary>
    ImmutableArray<SanctionFact> Extract(
        ArticleContext context,
        ActorIndex actors,
        IReadOnlyList<PositionFact> positions,
        IReadOnlyList<OutcomeFact> outcomes
    );
}

/// <summary>Finds nothing.</summary>
internal sealed class NoSanctions : ISanctionExtractor
{
    public ImmutableArray<SanctionFact> Extract(
        ArticleContext context,
        ActorIndex actors,
        IReadOnlyList<PositionFact> positions,
        IReadOnlyList<OutcomeFact> outcomes
    ) => [];
}
