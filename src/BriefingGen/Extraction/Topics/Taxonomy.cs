using System.Collections.Immutable;

namespace BriefingGen.Extraction.Topics;

/// <summary>A topic that the user's taxonomy names.</summary>
/// <param name="Id">Kebab-case id, such as <c>sanctions</c>.</param>
/// <param name="Label">What the brief prints.</param>
/// <param name="Words">Words and phrases, lower case; a trailing <c>*</c> stands for any ending.</param>
/// <param name="Outcomes">PLOVER types that belong to it by themselves.</param>
/// <param name="Weight">How much it counts in ranking, 1 by default.</param>
/// <param name="Evidence">What a story must hold to be one of this topic; null where its words are enough.</param>
public sealed record Topic(
    string Id,
    string Label,
    ImmutableArray<string> Words,
    ImmutableArray<Facts.OutcomeType> Outcomes,
    double Weight = 1,
    TopicEvidence? Evidence = null
);

/// <summary>What makes a story one of a topic, beside words: a stray "war of words" or "summit" makes none.</summary>
public enum TopicEvidence
{
    /// <summary>Two states, or a state and a body of states, deal with each other or speak of each other.</summary>
    Parties,

    /// <summary>A sanction is imposed, proposed, eased or lifted.</summary>
    Sanction,

    /// <summary>Somebody who judges by trade, or with a stated likelihood, assesses something.</summary>
    Assessment,

    /// <summary>Force is used, threatened or made ready.</summary>
    Force,
}

/// <summary>The user's topics, in the user's order.</summary>
public sealed record Taxonomy(ImmutableArray<Topic> Topics);
