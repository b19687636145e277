using System.Collections.Immutable;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Events;
using BriefingGen.Fusion.Sentences;
using BriefingGen.Fusion.Stories;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion;

/// <summary>Merged facts with all that was worked out on the way, for who compares them with others.</summary>
/// <param name="Facts">The merged facts.</param>
/// <param name="Sources">The texts.</param>
/// <param name="Actors">The actors over all texts.</param>
/// <param name="Groups">The story of each text.</param>
/// <param name="Told">The events with their leading tellings.</param>
/// <param name="Heads">For each text the vector by which it was grouped.</param>
/// <param name="Lexicon">Words with their rarity.</param>
/// <param name="Likeness">How alike texts are.</param>
internal sealed record FusionWork(
    FusedFacts Facts,
    SourceTable Sources,
    MergedActors Actors,
    StoryGroups Groups,
    ImmutableArray<EventGroup> Told,
    IReadOnlyList<TermVector> Heads,
    Lexicon Lexicon,
    ArticleLikeness Likeness
);
