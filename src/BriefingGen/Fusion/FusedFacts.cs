using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;

namespace BriefingGen.Fusion;

/// <summary>Everything that the morning's articles say, merged: the same actor, claim and event once.</summary>
/// <param name="Articles">The articles whose facts are in it, in order of source number, copies included.</param>
/// <param name="Actors">Actors over all articles, most salient first.</param>
/// <param name="Claims">Positions, the same claim once, most important first.</param>
/// <param name="Events">Outcomes, the same event once, most important first.</param>
/// <param name="Disagreements">Opposed claims of two actors on one matter.</param>
public sealed record FusedFacts(
    ImmutableArray<FusedArticle> Articles,
    ImmutableArray<ActorFact> Actors,
    ImmutableArray<Claim> Claims,
    ImmutableArray<Event> Events,
    ImmutableArray<Disagreement> Disagreements
)
{
    /// <summary>Slugs of <see cref="Actors"/> by article and the article's own slug; those that are the same are left out.</summary>
    public IReadOnlyDictionary<(string Article, string Slug), string> Slugs { get; init; } =
        ImmutableDictionary<(string Article, string Slug), string>.Empty;

    /// <summary>The facts of an article, naming actors as <see cref="Actors"/> does.</summary>
    public IEnumerable<Fact> FactsOf(FusedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Facts.All.Select(fact => SlugRewrite.Of(fact, article.Facts.Article.Id, Slugs));
    }
}

/// <summary>An article with its place in the source list.</summary>
/// <param name="Number">Number in the source list, from 1.</param>
/// <param name="Facts">What it says.</param>
/// <param name="Origin">Group of articles that go back to one text: copies of a wire story share it; from 1.</param>
/// <param name="DuplicateOf">Id of the article that it is a copy of; null where it is not one.</param>
public sealed record FusedArticle(int Number, ArticleFacts Facts, int Origin, string? DuplicateOf);

/// <summary>One claim of one actor, with all places that give it.</summary>
/// <param name="Lead">The fullest telling.</param>
/// <param name="Positions">All tellings, <paramref name="Lead"/> first.</param>
/// <param name="Actor">Fused slug of who is credited; null where not resolved.</param>
/// <param name="Assessment">The assessment that the lead is, with the fused assessor; null where it is none.</param>
/// <param name="Origins">Number of independent origins, at least 1.</param>
/// <param name="Score">Rank, higher first.</param>
public sealed record Claim(
    PositionFact Lead,
    ImmutableArray<PositionFact> Positions,
    string? Actor,
    AssessmentFact? Assessment,
    int Origins,
    double Score
);

/// <summary>One event with all places that tell it.</summary>
/// <param name="Lead">The fullest telling.</param>
/// <param name="Outcomes">All tellings, <paramref name="Lead"/> first.</param>
/// <param name="Sanctions">The sanctions that it is; empty where it is none.</param>
/// <param name="Origins">Number of independent origins, at least 1.</param>
/// <param name="Score">Rank, higher first.</param>
public sealed record Event(
    OutcomeFact Lead,
    ImmutableArray<OutcomeFact> Outcomes,
    ImmutableArray<SanctionFact> Sanctions,
    int Origins,
    double Score
);

/// <summary>What two sides disagree in.</summary>
public enum DisagreementType
{
    /// <summary>Two positions on one matter.</summary>
    Position,

    /// <summary>Two figures for one quantity, scope and period.</summary>
    Figure,

    /// <summary>An earlier and a later statement of one source.</summary>
    Revision,
}

/// <summary>Two sides on one matter, each in its own words.</summary>
/// <param name="Matter">The words that both sides share, such as <c>talks</c> or <c>negotiations with Ukraine</c>, in a source's words.</param>
/// <param name="First">One side, the earlier or more salient.</param>
/// <param name="Second">The other side.</param>
/// <param name="Type">What they differ in.</param>
/// <param name="Why">The evidence for the opposition, for <c>explain</c>.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record Disagreement(
    string Matter,
    Claim First,
    Claim Second,
    DisagreementType Type,
    string Why,
    double Confidence
);
