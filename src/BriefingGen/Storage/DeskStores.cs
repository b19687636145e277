using BriefingGen.Fusion.Reviews;
using BriefingGen.Storage.Rows;
using LinqToDB;
using LinqToDB.Async;

namespace BriefingGen.Storage;

/// <summary>Table <c>run</c>.</summary>
internal sealed class RunStore(StoreSession session) : IRunStore
{
    public Task SaveAsync(StoredRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var row = DeskRecords.Row(run);
        return session.WriteAsync((data, token) => data.InsertOrReplaceAsync(row, token: token), cancellationToken);
    }

    public async Task<IReadOnlyList<StoredRun>> ListAsync(
        string? schedule,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var rows = await session.ReadAsync(
            (data, token) =>
                data.GetTable<RunRow>()
                    .Where(row => schedule == null || row.Schedule == schedule)
                    .OrderByDescending(row => row.Started)
                    .ThenBy(row => row.Id)
                    .Take(limit)
                    .ToListAsync(token),
            cancellationToken
        );
        return [.. rows.Select(DeskRecords.Run)];
    }

    public Task<int> ForgetAsync(DateTimeOffset startedBefore, CancellationToken cancellationToken)
    {
        var before = StoreText.Instant(startedBefore);
        return session.WriteAsync(
            (data, token) => data.GetTable<RunRow>().Where(row => row.Started.CompareTo(before) < 0).DeleteAsync(token),
            cancellationToken
        );
    }
}

/// <summary>Table <c>schedule</c>.</summary>
internal sealed class ScheduleStore(StoreSession session) : IScheduleStore
{
    public Task SaveAsync(StoredSchedule schedule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var row = DeskRecords.Row(schedule);
        return session.WriteAsync((data, token) => data.InsertOrReplaceAsync(row, token: token), cancellationToken);
    }

    public Task SetHandledAsync(string name, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var text = StoreText.Instant(until);
        return session.WriteAsync(
            (data, token) =>
                data.GetTable<ScheduleRow>()
                    .Where(row => row.Name == name)
                    .Set(row => row.HandledUntil, text)
                    .UpdateAsync(token),
            cancellationToken
        );
    }

    public async Task<StoredSchedule?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var row = await session.ReadAsync(
            (data, token) => data.GetTable<ScheduleRow>().SingleOrDefaultAsync(row => row.Name == name, token),
            cancellationToken
        );
        return row is null ? null : DeskRecords.Schedule(row);
    }

    public async Task<IReadOnlyList<StoredSchedule>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await session.ReadAsync(
            (data, token) => data.GetTable<ScheduleRow>().OrderBy(row => row.Name).ToListAsync(token),
            cancellationToken
        );
        return [.. rows.Select(DeskRecords.Schedule)];
    }

    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) =>
        session.WriteAsync(
            async (data, token) =>
                await data.GetTable<ScheduleRow>().Where(row => row.Name == name).DeleteAsync(token) > 0,
            cancellationToken
        );
}

/// <summary>Table <c>feed</c>.</summary>
internal sealed class FeedStore(StoreSession session) : IFeedStore
{
    public async Task<StoredFeed?> FindAsync(string url, CancellationToken cancellationToken)
    {
        var key = StoreText.Safe(url);
        var row = await session.ReadAsync(
            (data, token) => data.GetTable<FeedRow>().SingleOrDefaultAsync(row => row.Url == key, token),
            cancellationToken
        );
        return row is null ? null : DeskRecords.Feed(row);
    }

    public Task SaveAsync(StoredFeed feed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(feed);
        var row = DeskRecords.Row(feed);
        return session.WriteAsync((data, token) => data.InsertOrReplaceAsync(row, token: token), cancellationToken);
    }

    public async Task<IReadOnlyList<StoredFeed>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await session.ReadAsync(
            (data, token) => data.GetTable<FeedRow>().OrderBy(row => row.Url).ToListAsync(token),
            cancellationToken
        );
        return [.. rows.Select(DeskRecords.Feed)];
    }
}

/// <summary>Table <c>receipt</c>.</summary>
internal sealed class ReceiptStore(StoreSession session) : IReceiptStore
{
    public Task SaveAsync(StoredReceipt receipt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var row = DeskRecords.Row(receipt);
        return session.WriteAsync((data, token) => data.InsertOrReplaceAsync(row, token: token), cancellationToken);
    }

    public async Task<IReadOnlyList<StoredReceipt>> ListAsync(EditionKey edition, CancellationToken cancellationToken)
    {
        var (schedule, date) = (edition.Schedule, StoreText.Day(edition.Date));
        var rows = await session.ReadAsync(
            (data, token) =>
                data.GetTable<ReceiptRow>()
                    .Where(row => row.Schedule == schedule && row.Date == date)
                    .OrderBy(row => row.Target)
                    .ToListAsync(token),
            cancellationToken
        );
        return [.. rows.Select(DeskRecords.Receipt)];
    }
}

/// <summary>Table <c>decision</c>.</summary>
internal sealed class DecisionStore(StoreSession session) : IDecisionStore
{
    public Task AppendAsync(IReadOnlyCollection<ReviewDecision> decisions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var rows = decisions.Select(DeskRecords.Row).DistinctBy(row => row.Hash, StringComparer.Ordinal).ToList();
        return session.WriteAsync(
            async (data, token) =>
            {
                await session.Dialect.LockAsync(data, whole: false, token);
                var known = await session
                    .Dialect.List(data, rows.Select(row => row.Hash))
                    .Join(data.GetTable<DecisionRow>(), value => value.Value, row => row.Hash, (_, row) => row.Hash)
                    .ToListAsync(token);
                foreach (var row in rows.ExceptBy(known, row => row.Hash, StringComparer.Ordinal))
                {
                    await data.InsertAsync(row, token: token);
                }

                return true;
            },
            cancellationToken
        );
    }

    public async Task<IReadOnlyList<ReviewDecision>> ListAsync(
        IReadOnlyCollection<string>? facts,
        CancellationToken cancellationToken
    )
    {
        var rows = await session.ReadAsync(
            (data, token) =>
            {
                IQueryable<DecisionRow> all = data.GetTable<DecisionRow>();
                var asked = facts is null
                    ? all
                    : session
                        .Dialect.List(data, facts.Distinct(StringComparer.Ordinal).Select(StoreText.Safe))
                        .Join(all, value => value.Value, row => row.Fact, (_, row) => row);
                return asked.OrderBy(row => row.Sequence).ToListAsync(token);
            },
            cancellationToken
        );
        return [.. rows.Select(DeskRecords.Decision)];
    }
}
