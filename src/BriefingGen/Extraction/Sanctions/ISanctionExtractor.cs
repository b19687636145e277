using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>Says which outcomes are sanctions, who imposes them on whom, and how far they have come.</summary>
internal interface ISanctionExtractor
{
    /// <summary>The actors, with states that are named only by their people where sanctions hit these.</summary>
    ActorIndex WithStates(ArticleContext context, ActorIndex actors);

    /// <summary>What nouns and their verbs tell of sanctions, to be told as deeds where no outcome tells it.</summary>
    IReadOnlyList<ScannedSanction> Scan(ArticleContext context, ActorIndex actors);

    /// <summary>The sanctions, in the order of <paramref name="outcomes"/>, then those that only deeds tell.</summary>
    ImmutableArray<SanctionFact> Extract(
        ArticleContext context,
        ActorIndex actors,
        IReadOnlyList<OutcomeFact> outcomes,
        IReadOnlyList<DeedFact> deeds,
        IReadOnlyList<ScannedSanction> scanned
    );
}

/// <summary>Finds nothing.</summary>
internal sealed class NoSanctions : ISanctionExtractor
{
    public ActorIndex WithStates(ArticleContext context, ActorIndex actors) => actors;

    public IReadOnlyList<ScannedSanction> Scan(ArticleContext context, ActorIndex actors) => [];

    public ImmutableArray<SanctionFact> Extract(
        ArticleContext context,
        ActorIndex actors,
        IReadOnlyList<OutcomeFact> outcomes,
        IReadOnlyList<DeedFact> deeds,
        IReadOnlyList<ScannedSanction> scanned
    ) => [];
}
