using System.Collections.Immutable;

namespace BriefingGen.Extraction.Topics;

/// <summary>A topic that the user's taxonomy names.</summary>
/// <param name="Id">Kebab-case id, such as <c>sanctions</c>.</param>
/// <param name="Label">What the brief prints.</param>
/// <param name="Words">Words and phrases, lower case; a trailing <c>*</c> stands for any ending.</param>
/// <param name="Outcomes">PLOVER types that belong to it by themselves.</param>
/// <param name="Weight">How much it counts in ranking, 1 by default.</param>
public sealed record Topic(
    string Id,
    string Label,
    ImmutableArray<string> Words,
    ImmutableArray<Facts.OutcomeType> Outcomes,
    double Weight = 1
);

/// <summary>The user's topics, in the user's order.</summary>
public sealed record Taxonomy(ImmutableArray<Topic> Topics);
