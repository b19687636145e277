using System.Collections.Immutable;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Language.Text;
using BriefingGen.Sources;

namespace BriefingGen.Extraction.Facts;

/// <summary>All that was taken from one article.</summary>
/// <param name="Article">The article as read.</param>
/// <param name="Fact">Its own line in the output.</param>
/// <param name="Reading">Its repaired wording.</param>
/// <param name="Sentences">The spans of its sentences, in order; for showing a fact in its context.</param>
/// <param name="Actors">Who acts or speaks in it.</param>
/// <param name="Positions">Who said what, in order of position.</param>
/// <param name="Outcomes">What happened, in order of position.</param>
/// <param name="Sanctions">Sanctions among the outcomes.</param>
/// <param name="Assessments">Assessments among the positions.</param>
public sealed record ArticleFacts(
    Article Article,
    ArticleFact Fact,
    RepairedText Reading,
    ImmutableArray<TextSpan> Sentences,
    ImmutableArray<ActorFact> Actors,
    ImmutableArray<PositionFact> Positions,
    ImmutableArray<OutcomeFact> Outcomes,
    ImmutableArray<SanctionFact> Sanctions,
    ImmutableArray<AssessmentFact> Assessments
)
{
    /// <summary>What of its titles and of the sentences with facts can go, and what never goes alone; in order of position.</summary>
    public ImmutableArray<SentenceOutline> Outlines { get; init; } = [];

    /// <summary>What happened outside PLOVER's types, in order of position.</summary>
    public ImmutableArray<DeedFact> Deeds { get; init; } = [];

    /// <summary>Figures that are said of something, in order of position.</summary>
    public ImmutableArray<QuantityFact> Quantities { get; init; } = [];

    /// <summary>Content lemmas of the whole article with their counts, in ordinal order; no fact of their own.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];

    /// <summary>Kind of the error that kept the program from reading the article, which then has no facts; null where it was read.</summary>
    public string? Failure { get; init; }

    /// <summary>All facts in the order in which <c>extract</c> prints them.</summary>
    public IEnumerable<Fact> All =>
        [Fact, .. Actors, .. Positions, .. Outcomes, .. Deeds, .. Quantities, .. Sanctions, .. Assessments];
}
