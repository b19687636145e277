using System.Collections.Immutable;
using BriefingGen.Storage.Rows;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace BriefingGen.Storage;

/// <summary>Editions, and the rows that keep them.</summary>
internal static class EditionRecords
{
    public static bool IsComplete(EditionState state) =>
        state is EditionState.Delivered or EditionState.Empty or EditionState.Failed;

    /// <summary>True where a step was taken already: the store holds the very state that it leads to.</summary>
    public static bool IsSame(StoredEdition stored, StoredEdition next) =>
        stored.State == next.State
        && stored.Clock == next.Clock
        && stored.Updated == next.Updated
        && string.Equals(stored.Message, next.Message, StringComparison.Ordinal)
        && stored.Articles.SequenceEqual(Of(next.Articles), StringComparer.Ordinal)
        && stored.Files.SequenceEqual(Of(next.Files));

    /// <summary>Reads editions with their articles and files, in the order of the query.</summary>
    public static async Task<IReadOnlyList<StoredEdition>> ReadAsync(
        DataConnection data,
        IQueryable<EditionRow> asked,
        CancellationToken cancellationToken
    )
    {
        var rows = await asked.ToListAsync(cancellationToken);
        var editions = new List<StoredEdition>(rows.Count);
        foreach (var row in rows)
        {
            var articles = await data.GetTable<EditionArticleRow>()
                .Where(part => part.Schedule == row.Schedule && part.Date == row.Date)
                .OrderBy(part => part.Ordinal)
                .Select(part => part.Article)
                .ToListAsync(cancellationToken);
            var files = await data.GetTable<EditionFileRow>()
                .Where(part => part.Schedule == row.Schedule && part.Date == row.Date)
                .OrderBy(part => part.Ordinal)
                .ToListAsync(cancellationToken);
            editions.Add(
                new StoredEdition(
                    new EditionKey(row.Schedule, StoreText.ReadDay(row.Date)),
                    StoreText.ReadName<EditionState>(row.State),
                    StoreText.ReadClock(row.Clock),
                    [.. articles],
                    StoreText.RestoreOrNull(row.Coverage),
                    StoreText.RestoreOrNull(row.Folder),
                    [.. files.Select(file => new EditionFile(StoreText.Restore(file.Name), file.Sha256))],
                    StoreText.RestoreOrNull(row.Message),
                    row.Worker,
                    StoreText.ReadOptionalInstant(row.LeaseUntil),
                    StoreText.ReadInstant(row.Updated)
                )
            );
        }

        return editions;
    }

    /// <summary>An edition goes forward, and what was frozen stays.</summary>
    /// <exception cref="StoreException">The step is none of these.</exception>
    public static void CheckStep(StoredEdition stored, StoredEdition next)
    {
        var name = $"The edition {next.Key.Schedule} of {StoreText.Day(next.Key.Date)}";
        if (next.State < stored.State || IsComplete(stored.State))
        {
            throw new StoreException($"{name} is {stored.State} and cannot become {next.State}.");
        }

        if (
            stored.State >= EditionState.Frozen
            && (stored.Clock != next.Clock || !stored.Articles.SequenceEqual(Of(next.Articles), StringComparer.Ordinal))
        )
        {
            throw new StoreException($"{name} is frozen: its articles and its clock cannot change.");
        }
    }

    /// <summary>Writes a new state; a complete edition is held by nobody.</summary>
    public static async Task WriteAsync(
        DataConnection data,
        BulkCopyOptions bulk,
        StoredEdition edition,
        CancellationToken cancellationToken
    )
    {
        var (schedule, date) = (edition.Key.Schedule, StoreText.Day(edition.Key.Date));
        var ended = IsComplete(edition.State);
        await data.GetTable<EditionRow>()
            .Where(row => row.Schedule == schedule && row.Date == date)
            .Set(row => row.State, StoreText.Name(edition.State))
            .Set(row => row.Clock, StoreText.Clock(edition.Clock))
            .Set(row => row.Coverage, StoreText.SafeOrNull(edition.Coverage))
            .Set(row => row.Folder, StoreText.SafeOrNull(edition.Folder))
            .Set(row => row.Message, StoreText.SafeOrNull(edition.Message))
            .Set(row => row.Worker, row => ended ? null : row.Worker)
            .Set(row => row.LeaseFrom, row => ended ? null : row.LeaseFrom)
            .Set(row => row.LeaseUntil, row => ended ? null : row.LeaseUntil)
            .Set(row => row.Updated, StoreText.Instant(edition.Updated))
            .UpdateAsync(cancellationToken);
        await data.GetTable<EditionArticleRow>()
            .Where(row => row.Schedule == schedule && row.Date == date)
            .DeleteAsync(cancellationToken);
        await data.GetTable<EditionFileRow>()
            .Where(row => row.Schedule == schedule && row.Date == date)
            .DeleteAsync(cancellationToken);
        var articles = Of(edition.Articles)
            .Select(
                (id, i) =>
                    new EditionArticleRow
                    {
                        Schedule = schedule,
                        Date = date,
                        Ordinal = i,
                        Article = id,
                    }
            );
        await data.BulkCopyAsync(bulk, articles, cancellationToken);
        var files = Of(edition.Files)
            .Select(
                (file, i) =>
                    new EditionFileRow
                    {
                        Schedule = schedule,
                        Date = date,
                        Ordinal = i,
                        Name = StoreText.Safe(file.Name),
                        Sha256 = file.Sha256,
                    }
            );
        await data.BulkCopyAsync(bulk, files, cancellationToken);
    }

    private static ImmutableArray<T> Of<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
