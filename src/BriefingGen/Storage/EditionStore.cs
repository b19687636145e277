using System.Collections.Immutable;
using BriefingGen.Storage.Rows;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace BriefingGen.Storage;

/// <summary>
/// Editions and their claims. Each change of hands is one UPDATE whose condition names the state that was seen, so that of
/// many claimers one wins. A lease is over when the claimer's clock has reached its end. Where the claimer's clock stands
/// before the time at which the lease was given, a clock was set back and the end means nothing: the lease then counts
/// anew from the claimer's time with its full length. So a live holder, who renews, keeps it, and a dead one's does not
/// last longer than one lease more.
/// </summary>
internal sealed class EditionStore(StoreSession session) : IEditionStore
{
    private static readonly string[] Complete =
    [
        StoreText.Name(EditionState.Delivered),
        StoreText.Name(EditionState.Empty),
        StoreText.Name(EditionState.Failed),
    ];

    public Task<EditionClaim> ClaimAsync(
        EditionKey key,
        string worker,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(worker);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        return session.WriteAsync(
            async (data, token) =>
            {
                var result =
                    await InsertAsync(data, key, worker, now, lease, token) ? ClaimResult.Fresh
                    : await TakeOverAsync(data, key, worker, now, lease, token) ? ClaimResult.Resumed
                    : ClaimResult.Held;
                var edition = await EditionRecords.ReadAsync(data, Row(data, key), token);
                if (result == ClaimResult.Held && EditionRecords.IsComplete(edition[0].State))
                {
                    result = ClaimResult.Complete;
                }
                else if (result == ClaimResult.Held)
                {
                    await CountAnewAsync(data, key, now, token);
                }

                return new EditionClaim(result, edition[0]);
            },
            cancellationToken
        );
    }

    public Task<bool> RenewAsync(
        EditionKey key,
        string worker,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        var (from, until) = (StoreText.Instant(now), StoreText.Instant(now + lease));
        return session.WriteAsync(
            async (data, token) =>
                await Row(data, key)
                    .Where(row => row.Worker == worker && !Complete.Contains(row.State))
                    .Set(row => row.LeaseFrom, from)
                    .Set(row => row.LeaseUntil, until)
                    .UpdateAsync(token) == 1,
            cancellationToken
        );
    }

    public Task<bool> ReopenAsync(EditionKey key, DateTimeOffset now, CancellationToken cancellationToken) =>
        session.WriteAsync(
            async (data, token) =>
            {
                // A write first: it locks the row, so that of two that ask only one opens it.
                var (failed, empty) = (StoreText.Name(EditionState.Failed), StoreText.Name(EditionState.Empty));
                var found = await Row(data, key)
                    .Where(row => row.State == failed || row.State == empty)
                    .Set(row => row.Updated, StoreText.Instant(now))
                    .UpdateAsync(token);
                if (found != 1)
                {
                    return false;
                }

                var edition = (await EditionRecords.ReadAsync(data, Row(data, key), token))[0];
                await EditionRecords.WriteAsync(data, session.Dialect.Bulk, edition.Reopened(now), token);
                return true;
            },
            cancellationToken
        );

    public Task AdvanceAsync(StoredEdition edition, string worker, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return session.WriteAsync(
            async (data, token) =>
            {
                // The row is locked by a write first: between check and change nobody can take the edition over.
                var mine = await Row(data, edition.Key)
                    .Where(row => row.Worker == worker)
                    .Set(row => row.Worker, worker)
                    .UpdateAsync(token);
                if (mine != 1 && await IsTakenAsync(data, edition, token))
                {
                    return true;
                }

                if (mine != 1)
                {
                    throw new ClaimLostException(
                        $"The edition {edition.Key.Schedule} of {StoreText.Day(edition.Key.Date)} is not held by {worker} any more."
                    );
                }

                var stored = (await EditionRecords.ReadAsync(data, Row(data, edition.Key), token))[0];
                EditionRecords.CheckStep(stored, edition);
                await EditionRecords.WriteAsync(data, session.Dialect.Bulk, edition, token);
                return true;
            },
            cancellationToken
        );
    }

    // The last step takes the holder away. Where it was committed and the answer was lost with the connection, the work runs
    // again and finds it done.
    private static async Task<bool> IsTakenAsync(
        DataConnection data,
        StoredEdition edition,
        CancellationToken cancellationToken
    ) =>
        EditionRecords.IsComplete(edition.State)
        && await EditionRecords.ReadAsync(data, Row(data, edition.Key), cancellationToken) is [var stored]
        && EditionRecords.IsSame(stored, edition);

    public Task ReleaseAsync(EditionKey key, string worker, CancellationToken cancellationToken) =>
        session.WriteAsync(
            (data, token) =>
                Row(data, key)
                    .Where(row => row.Worker == worker)
                    .Set(row => row.Worker, (string?)null)
                    .Set(row => row.LeaseFrom, (string?)null)
                    .Set(row => row.LeaseUntil, (string?)null)
                    .UpdateAsync(token),
            cancellationToken
        );

    public async Task<StoredEdition?> FindAsync(EditionKey key, CancellationToken cancellationToken)
    {
        var found = await session.SnapshotAsync(
            (data, token) => EditionRecords.ReadAsync(data, Row(data, key), token),
            cancellationToken
        );
        return found.Count == 0 ? null : found[0];
    }

    public async Task<IReadOnlyList<StoredEdition>> ListAsync(
        string schedule,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return await session.SnapshotAsync(
            (data, token) =>
                EditionRecords.ReadAsync(
                    data,
                    data.GetTable<EditionRow>()
                        .Where(row => row.Schedule == schedule)
                        .OrderByDescending(row => row.Date)
                        .Take(limit),
                    token
                ),
            cancellationToken
        );
    }

    public Task<int> ForgetAsync(DateOnly before, CancellationToken cancellationToken)
    {
        var day = StoreText.Day(before);
        return session.WriteAsync(
            async (data, token) =>
            {
                await data.GetTable<ReceiptRow>().Where(row => row.Date.CompareTo(day) < 0).DeleteAsync(token);
                return await data.GetTable<EditionRow>().Where(row => row.Date.CompareTo(day) < 0).DeleteAsync(token);
            },
            cancellationToken
        );
    }

    private static IQueryable<EditionRow> Row(DataConnection data, EditionKey key)
    {
        var (schedule, date) = (key.Schedule, StoreText.Day(key.Date));
        return data.GetTable<EditionRow>().Where(row => row.Schedule == schedule && row.Date == date);
    }

    private static async Task<bool> InsertAsync(
        DataConnection data,
        EditionKey key,
        string worker,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    ) =>
        await data.ExecuteAsync(
            """
            INSERT INTO edition (schedule, date, state, worker, lease_from, lease_until, updated)
            VALUES (@schedule, @date, @state, @worker, @now, @until, @now)
            ON CONFLICT (schedule, date) DO NOTHING
            """,
            cancellationToken,
            new DataParameter("schedule", key.Schedule),
            new DataParameter("date", StoreText.Day(key.Date)),
            new DataParameter("state", StoreText.Name(EditionState.Claimed)),
            new DataParameter("worker", worker),
            new DataParameter("now", StoreText.Instant(now)),
            new DataParameter("until", StoreText.Instant(now + lease))
        ) == 1;

    private static async Task<bool> TakeOverAsync(
        DataConnection data,
        EditionKey key,
        string worker,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        var (from, until) = (StoreText.Instant(now), StoreText.Instant(now + lease));
        return await Row(data, key)
                .Where(row => !Complete.Contains(row.State))
                .Where(row => row.Worker == null || row.Worker == worker || row.LeaseUntil!.CompareTo(from) <= 0)
                .Set(row => row.Worker, worker)
                .Set(row => row.LeaseFrom, from)
                .Set(row => row.LeaseUntil, until)
                .UpdateAsync(cancellationToken) == 1;
    }

    // The clock was set back since the lease was given: its length counts from now.
    private static async Task CountAnewAsync(
        DataConnection data,
        EditionKey key,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var row = await Row(data, key).SingleAsync(cancellationToken);
        if (row is not { LeaseFrom: { } from, LeaseUntil: { } until } || StoreText.ReadInstant(from) <= now)
        {
            return;
        }

        var length = StoreText.ReadInstant(until) - StoreText.ReadInstant(from);
        await Row(data, key)
            .Where(held => held.LeaseFrom == from && held.Worker == row.Worker)
            .Set(held => held.LeaseFrom, StoreText.Instant(now))
            .Set(held => held.LeaseUntil, StoreText.Instant(now + length))
            .UpdateAsync(cancellationToken);
    }
}
