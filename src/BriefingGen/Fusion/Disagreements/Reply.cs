using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Sentences;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>What a reply says of what it answers.</summary>
internal enum ReplyMatter
{
    /// <summary>Only a pronoun: "denied that".</summary>
    Pronoun,

    /// <summary>Nothing: "refused", which only a demand or an offer can be.</summary>
    Refusal,

    /// <summary>A charge.</summary>
    Charge,

    /// <summary>What was claimed.</summary>
    Claim,

    /// <summary>What was offered, proposed or demanded.</summary>
    Offer,

    /// <summary>What was threatened.</summary>
    Warning,

    /// <summary>The speaker's own part in it.</summary>
    Responsibility,

    /// <summary>Any part in what the clause names: "had anything to do with the blast".</summary>
    Tie,

    /// <summary>What was done: "called the decision a betrayal".</summary>
    Deed,

    /// <summary>An estimate of what the speaker's side does or will do.</summary>
    Estimate,

    /// <summary>A clause with words of its own.</summary>
    Content,
}

/// <summary>A denial, rejection or doubt, before it is known what it answers.</summary>
/// <param name="At">The sentence.</param>
/// <param name="Position">The position that prints it.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Actor">Fused slug of who replies; null where not known.</param>
/// <param name="Matter">What it says of what it answers.</param>
/// <param name="Noun">The lemma that takes it up; empty where there is none.</param>
/// <param name="Lemmas">Content lemmas of what is denied.</param>
/// <param name="Denies">True where it denies, false where it rejects or doubts.</param>
/// <param name="Why">The words that reply.</param>
internal sealed record Reply(
    ToldSentence At,
    PositionFact Position,
    int Start,
    string? Actor,
    ReplyMatter Matter,
    string Noun,
    ImmutableArray<string> Lemmas,
    bool Denies,
    string Why
);
