using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Sentences;

/// <summary>A sentence of an article with the facts that stand in it.</summary>
/// <param name="Text">Index of its article among the texts.</param>
/// <param name="Index">Its place in the article, from 0.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="Wording">Its repaired wording.</param>
/// <param name="Words">Its words in lower case, without apostrophes.</param>
/// <param name="Positions">What is said in it, in order.</param>
/// <param name="Events">What happens in it, in order.</param>
/// <param name="Quantities">Its figures, in order.</param>
internal sealed record ToldSentence(
    int Text,
    int Index,
    int Start,
    string Wording,
    ImmutableArray<string> Words,
    ImmutableArray<PositionFact> Positions,
    ImmutableArray<IEventFact> Events,
    ImmutableArray<QuantityFact> Quantities
)
{
    /// <summary>True for a headline, which says again what the text says.</summary>
    public bool IsTitle { get; init; }

    /// <summary>The article's own slugs of whom it names, in order.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Ids of all facts, what happens first.</summary>
    public IEnumerable<string> Facts =>
        Events.Select(e => e.Id).Concat(Positions.Select(p => p.Id)).Concat(Quantities.Select(q => q.Id));

    /// <summary>True where a fact stands in it.</summary>
    public bool HasFacts => Positions.Length + Events.Length + Quantities.Length > 0;
}
