using BriefingGen.Extraction.Facts;
using BriefingGen.Sources;

namespace BriefingGen.Storage;

/// <summary>An article with the facts that one extractor took from it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Facts">The facts; null where its language is not read. <c>duplicateOf</c> is null: copies are found anew for each edition.</param>
/// <param name="Extractor">Hash of all that the facts depend on; empty where an article was read that the extractor asked for has not seen.</param>
/// <param name="InputHash">SHA-256 over the path and bytes of the input that it came from, lower-case hexadecimal; null where the input must be read again next time (a fetched page, an input of which something was set aside or noted).</param>
/// <param name="Feed">The feed that it came from; null for others.</param>
/// <param name="FirstSeen">When it was first stored; keeps its first value.</param>
/// <param name="Sequence">Its place in the order of first storing, from 1; 0 before it is stored.</param>
public sealed record StoredArticle(
    Article Article,
    ArticleFacts? Facts,
    string Extractor,
    string? InputHash,
    string? Feed,
    DateTimeOffset FirstSeen,
    long Sequence
);

/// <summary>Which articles are asked for; null means no bound.</summary>
/// <param name="Extractor">Facts of this extractor only; an article that has none is given with <see cref="StoredArticle.Facts"/> null.</param>
/// <param name="PublishedFrom">Published on this day or later; undated articles stay in.</param>
/// <param name="PublishedUntil">Published on this day or earlier; undated articles stay in.</param>
/// <param name="SeenFrom">First stored at this time or later.</param>
/// <param name="SeenBefore">First stored before this time.</param>
/// <param name="Ids">Only these, by <see cref="Article.Id"/>.</param>
public sealed record ArticleQuery(
    string Extractor,
    DateOnly? PublishedFrom = null,
    DateOnly? PublishedUntil = null,
    DateTimeOffset? SeenFrom = null,
    DateTimeOffset? SeenBefore = null,
    IReadOnlyCollection<string>? Ids = null
);

/// <summary>A place that a search found.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Fact">The fact's id; null where the article's own text was found.</param>
/// <param name="Title">The article's headline.</param>
/// <param name="Published">Its day; null where not known.</param>
/// <param name="Excerpt">The words around the first hit, one line, at most 200 characters.</param>
public sealed record SearchHit(string Article, string? Fact, string Title, DateOnly? Published, string Excerpt);

/// <summary>An article that came from a feed.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Url">Its address; null where not known.</param>
public sealed record FeedArticle(string Id, string? Url);
