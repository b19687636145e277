using System.Collections.Immutable;
using BriefingGen.Extraction;
using BriefingGen.Extraction.Facts;
using BriefingGen.Storage;

namespace BriefingGen;

/// <summary>Articles of a store with their facts, as if they had just been read and extracted.</summary>
internal sealed record StoredReading(Reading Reading, ImmutableArray<ArticleFacts> Facts)
{
    /// <summary>Loads articles in the order of their ids.</summary>
    /// <param name="store">The store.</param>
    /// <param name="ids">Ids, each once.</param>
    /// <param name="coverage">What was set aside and noted when they were read.</param>
    /// <param name="extractor">Takes the facts that the store lacks.</param>
    /// <param name="extractorHash">Whose facts are wanted.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<StoredReading> LoadAsync(
        IArticleStore store,
        ImmutableArray<string> ids,
        FrozenCoverage coverage,
        Lazy<ArticleExtractor> extractor,
        string extractorHash,
        CancellationToken cancellationToken
    )
    {
        var byId = new Dictionary<string, StoredArticle>(StringComparer.Ordinal);
        foreach (var chunk in ids.Chunk(500))
        {
            var query = new ArticleQuery(extractorHash, Ids: chunk);
            await foreach (var stored in store.ReadAsync(query, cancellationToken).ConfigureAwait(false))
            {
                byId[stored.Article.Id] = stored;
            }
        }

        var builder = new ReadingBuilder(since: null);
        foreach (var id in ids.Where(byId.ContainsKey))
        {
            builder.Add(Sources.ReadResult.Of(byId[id].Article));
        }

        var reading = builder.Build(cancellationToken) with
        {
            SetAside = coverage.SetAside,
            Notes = coverage.Notes,
            Feeds = coverage.Feeds,
        };
        return new StoredReading(reading, [.. FactsOf(reading, byId, extractor, cancellationToken)]);
    }

    // A program that was renewed between freezing and composing has no facts of its own in the store: it takes them anew.
    private static IEnumerable<ArticleFacts> FactsOf(
        Reading reading,
        Dictionary<string, StoredArticle> byId,
        Lazy<ArticleExtractor> extractor,
        CancellationToken cancellationToken
    )
    {
        for (var i = 0; i < reading.Articles.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var article = reading.Articles[i];
            var copyOf = reading.DuplicateOf[i];
            yield return byId[article.Id].Facts is { } facts
                ? facts with
                {
                    Fact = facts.Fact with { DuplicateOf = copyOf },
                }
                : extractor.Value.Extract(article, copyOf, cancellationToken);
        }
    }
}
