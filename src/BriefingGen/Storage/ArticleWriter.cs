using BriefingGen.Storage.Rows;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace BriefingGen.Storage;

/// <summary>Adds to a store, within a transaction, what it has not yet of some articles; many rows a statement.</summary>
internal sealed class ArticleWriter(IStoreDialect dialect, DataConnection data)
{
    public async Task WriteAsync(IReadOnlyCollection<StoredArticle> articles, CancellationToken cancellationToken)
    {
        var numbers = await WriteArticlesAsync(articles, cancellationToken);
        await WriteInputsAsync(articles, numbers, cancellationToken);
        await WriteFactsAsync(articles, numbers, cancellationToken);
    }

    private async Task<Dictionary<string, long>> WriteArticlesAsync(
        IReadOnlyCollection<StoredArticle> articles,
        CancellationToken cancellationToken
    )
    {
        var byId = articles.DistinctBy(stored => stored.Article.Id, StringComparer.Ordinal).ToList();
        var ids = byId.ConvertAll(stored => stored.Article.Id);
        var known = await NumbersAsync(ids, cancellationToken);
        var added = byId.Where(stored => !known.ContainsKey(stored.Article.Id)).ToList();
        if (added.Count == 0)
        {
            return known;
        }

        await data.BulkCopyAsync(dialect.Bulk, added.Select(ArticleRecords.Row), cancellationToken);
        return await NumbersAsync(ids, cancellationToken);
    }

    private async Task<Dictionary<string, long>> NumbersAsync(
        IEnumerable<string> ids,
        CancellationToken cancellationToken
    )
    {
        var rows = await dialect
            .List(data, ids)
            .Join(
                data.GetTable<ArticleRow>(),
                value => value.Value,
                row => row.Id,
                (_, row) => new { row.Id, row.Sequence }
            )
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Id, row => row.Sequence, StringComparer.Ordinal);
    }

    private async Task WriteInputsAsync(
        IReadOnlyCollection<StoredArticle> articles,
        Dictionary<string, long> numbers,
        CancellationToken cancellationToken
    )
    {
        var rows = articles
            .Where(stored => stored.InputHash is not null)
            .GroupBy(stored => stored.InputHash!, StringComparer.Ordinal)
            .SelectMany(input =>
                input
                    .Select(stored => numbers[stored.Article.Id])
                    .Distinct()
                    .Select(
                        (article, i) =>
                            new InputRow
                            {
                                Hash = input.Key,
                                Article = article,
                                Ordinal = i,
                            }
                    )
            )
            .ToList();
        var known = await dialect
            .List(data, rows.Select(row => row.Hash).Distinct(StringComparer.Ordinal))
            .Join(data.GetTable<InputRow>(), value => value.Value, row => row.Hash, (_, row) => row)
            .ToListAsync(cancellationToken);
        await data.BulkCopyAsync(dialect.Bulk, rows.ExceptBy(known.Select(Key), Key).ToList(), cancellationToken);
    }

    private static (string Hash, long Article) Key(InputRow row) => (row.Hash, row.Article);

    private async Task WriteFactsAsync(
        IReadOnlyCollection<StoredArticle> articles,
        Dictionary<string, long> numbers,
        CancellationToken cancellationToken
    )
    {
        foreach (var made in articles.GroupBy(stored => stored.Extractor, StringComparer.Ordinal))
        {
            var byNumber = made.DistinctBy(stored => stored.Article.Id, StringComparer.Ordinal)
                .ToDictionary(stored => numbers[stored.Article.Id]);
            var ids = byNumber.Values.Select(stored => stored.Article.Id).ToList();
            var known = await ExtractionsAsync(ids, made.Key, cancellationToken);
            var added = byNumber.Where(pair => !known.ContainsKey(pair.Key)).ToList();
            await data.BulkCopyAsync(
                dialect.Bulk,
                added.Select(pair => ArticleRecords.Row(pair.Key, made.Key, pair.Value.Facts)),
                cancellationToken
            );
            var all = await ExtractionsAsync(ids, made.Key, cancellationToken);
            var facts = added
                .Where(pair => pair.Value.Facts is not null)
                .SelectMany(pair => ArticleRecords.Rows(all[pair.Key], pair.Value.Facts!));
            await data.BulkCopyAsync(dialect.Bulk, facts, cancellationToken);
        }
    }

    // The extraction's number by the article's.
    private async Task<Dictionary<long, long>> ExtractionsAsync(
        IEnumerable<string> ids,
        string extractor,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from value in dialect.List(data, ids)
            join article in data.GetTable<ArticleRow>() on value.Value equals article.Id
            join extraction in data.GetTable<ExtractionRow>() on article.Sequence equals extraction.Article
            where extraction.Extractor == extractor
            select new { extraction.Article, extraction.Id }
        ).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Article, row => row.Id);
    }
}
