using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Changes;
using BriefingGen.Fusion.Editions;
using BriefingGen.Fusion.Quantities;
using BriefingGen.Fusion.Stories;

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
    /// <summary>What the articles tell, most important first.</summary>
    public ImmutableArray<Story> Stories { get; init; } = [];

    /// <summary>What is counted, with each holder's value.</summary>
    public ImmutableArray<QuantityGroup> Quantities { get; init; } = [];

    /// <summary>What moved since an earlier edition or statement.</summary>
    public ImmutableArray<Change> Changes { get; init; } = [];

    /// <summary>What is to happen, nearest day first.</summary>
    public ImmutableArray<Scheduled> Scheduled { get; init; } = [];

    /// <summary>What of the edition before was compared with; null where there was none.</summary>
    public ComparedEdition? Earlier { get; init; }

    /// <summary>True where there was an edition before and no story moved since.</summary>
    public bool IsUnchanged =>
        Earlier is not null
        && Stories.All(s => s.Mark == StoryMark.Continuing)
        && Changes.All(c => c.Kind == ChangeKind.Silent);

    /// <summary>True where only what one actor has a part in is left: sentences that tell none of it are not printed.</summary>
    public bool IsNarrowed { get; init; }

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
