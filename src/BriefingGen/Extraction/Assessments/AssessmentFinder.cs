using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Assessments;

/// <summary>Finds the judgements among the positions, with the band that ICD 203 gives the source's own term.</summary>
internal sealed class AssessmentFinder
{
    public ImmutableArray<AssessmentFact> Find(
        ArticleContext context,
        ActorIndex actors,
        IReadOnlyList<PositionFact> positions
    ) => [];
}
