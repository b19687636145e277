using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BriefingGen.Storage.Rows;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace BriefingGen.Storage;

/// <summary>Articles, facts and inputs.</summary>
internal sealed class ArticleStore(StoreSession session) : IArticleStore
{
    private const int Page = 100;

    public async Task<IReadOnlyDictionary<string, ImmutableArray<string>>> KnownInputsAsync(
        IReadOnlyCollection<string> inputHashes,
        string extractor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(inputHashes);
        var rows = await session.ReadAsync(
            (data, token) =>
            {
                var asked =
                    from value in session.Dialect.List(data, inputHashes)
                    join input in data.GetTable<InputRow>() on value.Value equals input.Hash
                    join article in data.GetTable<ArticleRow>() on input.Article equals article.Sequence
                    orderby input.Hash, input.Ordinal
                    select new
                    {
                        input.Hash,
                        article.Id,
                        IsMade = data.GetTable<ExtractionRow>()
                            .Any(made => made.Article == input.Article && made.Extractor == extractor),
                    };
                return asked.ToListAsync(token);
            },
            cancellationToken
        );
        // An input of several articles is known when each of them has its facts.
        return rows.GroupBy(row => row.Hash, StringComparer.Ordinal)
            .Where(input => input.All(row => row.IsMade))
            .ToDictionary(
                input => input.Key,
                input => input.Select(row => row.Id).ToImmutableArray(),
                StringComparer.Ordinal
            );
    }

    public async Task<IReadOnlySet<string>> WithFactsAsync(
        IReadOnlyCollection<string> ids,
        string extractor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(ids);
        var known = await session.ReadAsync(
            (data, token) =>
            {
                var asked =
                    from value in session.Dialect.List(data, ids.Select(StoreText.Safe))
                    join article in data.GetTable<ArticleRow>() on value.Value equals article.Id
                    join made in data.GetTable<ExtractionRow>() on article.Sequence equals made.Article
                    where made.Extractor == extractor
                    select article.Id;
                return asked.ToListAsync(token);
            },
            cancellationToken
        );
        return known.ToHashSet(StringComparer.Ordinal);
    }

    public Task SaveAsync(IReadOnlyCollection<StoredArticle> articles, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return articles.Count == 0
            ? Task.CompletedTask
            : session.WriteAsync(
                async (data, token) =>
                {
                    // One at a time: so the order of the sequence is the order of the commits.
                    await session.Dialect.LockAsync(data, whole: false, token);
                    await new ArticleWriter(session.Dialect, data).WriteAsync(articles, token);
                    return true;
                },
                cancellationToken
            );
    }

    public async IAsyncEnumerable<StoredArticle> ReadAsync(
        ArticleQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        for (long after = 0; ; )
        {
            var from = after;
            var page = await session.SnapshotAsync(
                (data, token) => ReadPageAsync(data, query, from, token),
                cancellationToken
            );
            foreach (var article in page)
            {
                yield return article;
            }

            if (page.Count < Page)
            {
                yield break;
            }

            after = page[^1].Sequence;
        }
    }

    public async Task<IReadOnlyList<FeedArticle>> OfFeedAsync(string feed, CancellationToken cancellationToken)
    {
        var name = StoreText.Safe(feed);
        var rows = await session.ReadAsync(
            (data, token) =>
                data.GetTable<ArticleRow>()
                    .Where(row => row.Feed == name)
                    .OrderBy(row => row.Sequence)
                    .Select(row => new { row.Id, row.Url })
                    .ToListAsync(token),
            cancellationToken
        );
        return [.. rows.Select(row => new FeedArticle(row.Id, StoreText.RestoreOrNull(row.Url)))];
    }

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(
        string query,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var terms = SearchTerms.Read(query);
        if (terms.Terms.IsEmpty)
        {
            return [];
        }

        return await session.SnapshotAsync(
            async (data, token) =>
            {
                var places = await session.Dialect.SearchAsync(data, terms, limit, token);
                var articleNumbers = places.Select(place => place.Article).Distinct().ToList();
                var factNumbers = places.Select(place => place.Fact).OfType<long>().ToList();
                var articles = await data.GetTable<ArticleRow>()
                    .Where(row => articleNumbers.Contains(row.Sequence))
                    .ToDictionaryAsync(row => row.Sequence, token);
                var facts = await data.GetTable<FactRow>()
                    .Where(row => factNumbers.Contains(row.Sequence))
                    .ToDictionaryAsync(row => row.Sequence, token);
                return places
                    .Select(place => Hit(articles[place.Article], place.Fact is { } fact ? facts[fact] : null, terms))
                    .ToList();
            },
            cancellationToken
        );
    }

    public Task<int> ForgetAsync(DateTimeOffset firstSeenBefore, CancellationToken cancellationToken)
    {
        var before = StoreText.Instant(firstSeenBefore);
        return session.WriteAsync(
            (data, token) =>
                data.GetTable<ArticleRow>()
                    .Where(row => row.FirstSeen.CompareTo(before) < 0)
                    .Where(row => !data.GetTable<EditionArticleRow>().Any(held => held.Article == row.Id))
                    .DeleteAsync(token),
            cancellationToken
        );
    }

    private static SearchHit Hit(ArticleRow article, FactRow? fact, SearchTerms terms) =>
        new(
            article.Id,
            fact is null ? null : StoreText.Restore(fact.Id),
            StoreText.Restore(article.Title),
            StoreText.ReadOptionalDay(article.Published),
            Excerpt.Around(StoreText.Restore(fact?.Words ?? article.Text), terms)
        );

    private async Task<List<StoredArticle>> ReadPageAsync(
        DataConnection data,
        ArticleQuery query,
        long after,
        CancellationToken cancellationToken
    )
    {
        var rows = await Asked(data, query)
            .Where(row => row.Sequence > after)
            .OrderBy(row => row.Sequence)
            .Take(Page)
            .ToListAsync(cancellationToken);
        var numbers = rows.Select(row => row.Sequence).ToList();
        var extractions = await data.GetTable<ExtractionRow>()
            .Where(row => numbers.Contains(row.Article) && row.Extractor == query.Extractor)
            .ToDictionaryAsync(row => row.Article, cancellationToken);
        var made = extractions.Values.Where(row => row.IsRead != 0).Select(row => row.Id).ToList();
        var facts = (
            await data.GetTable<FactRow>()
                .Where(row => made.Contains(row.Extraction))
                .OrderBy(row => row.Extraction)
                .ThenBy(row => row.Ordinal)
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.Extraction);
        var inputs = (
            await data.GetTable<InputRow>().Where(row => numbers.Contains(row.Article)).ToListAsync(cancellationToken)
        ).ToLookup(row => row.Article, row => row.Hash);
        return
        [
            .. rows.Select(row =>
                Stored(row, extractions.GetValueOrDefault(row.Sequence), facts, inputs[row.Sequence])
            ),
        ];
    }

    private IQueryable<ArticleRow> Asked(DataConnection data, ArticleQuery query)
    {
        IQueryable<ArticleRow> rows = data.GetTable<ArticleRow>();
        if (query.Ids is { } ids)
        {
            var listed = session.Dialect.List(data, ids.Distinct(StringComparer.Ordinal).Select(StoreText.Safe));
            rows = rows.Join(listed, row => row.Id, value => value.Value, (row, _) => row);
        }

        if (StoreText.Day(query.PublishedFrom) is { } from)
        {
            rows = rows.Where(row => row.Published == null || row.Published.CompareTo(from) >= 0);
        }

        if (StoreText.Day(query.PublishedUntil) is { } until)
        {
            rows = rows.Where(row => row.Published == null || row.Published.CompareTo(until) <= 0);
        }

        if (StoreText.Instant(query.SeenFrom) is { } seenFrom)
        {
            rows = rows.Where(row => row.FirstSeen.CompareTo(seenFrom) >= 0);
        }

        if (StoreText.Instant(query.SeenBefore) is { } seenBefore)
        {
            rows = rows.Where(row => row.FirstSeen.CompareTo(seenBefore) < 0);
        }

        return rows;
    }

    private StoredArticle Stored(
        ArticleRow row,
        ExtractionRow? extraction,
        ILookup<long, FactRow> facts,
        IEnumerable<string> inputs
    )
    {
        try
        {
            var article = ArticleRecords.Article(row);
            return new StoredArticle(
                article,
                extraction is null || extraction.IsRead == 0
                    ? null
                    : ArticleRecords.Facts(article, extraction, [.. facts[extraction.Id]]),
                extraction?.Extractor ?? "",
                inputs.Order(StringComparer.Ordinal).FirstOrDefault(),
                StoreText.RestoreOrNull(row.Feed),
                StoreText.ReadInstant(row.FirstSeen),
                row.Sequence
            );
        }
        catch (Exception fault)
            when (fault is JsonException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new StoreException(
                $"{session.Dialect.Location}: article {row.Id} is damaged in the store: {fault.Message.ReplaceLineEndings(" ")}",
                fault
            );
        }
    }
}
