using System.Collections.Immutable;
using BriefingGen.Storage;

namespace BriefingGen.Tests.Scheduling;

/// <summary>The ports that schedules need, in memory, with the rules that the ports promise.</summary>
internal sealed class MemoryStore : IBriefStore, IEditionStore, IRunStore, IScheduleStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<EditionKey, StoredEdition> _editions = [];
    private readonly Dictionary<string, StoredRun> _runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredSchedule> _schedules = new(StringComparer.Ordinal);

    public IArticleStore Articles => throw new NotSupportedException();

    public IEditionStore Editions => this;

    public IRunStore Runs => this;

    public IScheduleStore Schedules => this;

    public IFeedStore Feeds => throw new NotSupportedException();

    public IReceiptStore Receipts => throw new NotSupportedException();

    public IDecisionStore Decisions => throw new NotSupportedException();

    public string Location => "memory";

    /// <summary>While true every read of schedules fails as if the store was gone.</summary>
    public bool IsDown { get; set; }

    /// <summary>How it fails while it is down.</summary>
    public Exception Failure { get; set; } = new StoreException("The store is gone.");

    public IReadOnlyList<StoredRun> AllRuns
    {
        get
        {
            lock (_gate)
            {
                return [.. _runs.Values];
            }
        }
    }

    public Task MigrateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task BackupAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RestoreAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<EditionClaim> ClaimAsync(
        EditionKey key,
        string worker,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            var found = _editions.GetValueOrDefault(key);
            if (found is { State: EditionState.Delivered or EditionState.Empty or EditionState.Failed })
            {
                return Task.FromResult(new EditionClaim(ClaimResult.Complete, found));
            }

            if (found is { Worker: { } holder, LeaseUntil: { } until } && holder != worker && until > now)
            {
                return Task.FromResult(new EditionClaim(ClaimResult.Held, found));
            }

            var claimed = (
                found ?? new StoredEdition(key, EditionState.Claimed, null, [], null, null, [], null, null, null, now)
            ) with
            {
                Worker = worker,
                LeaseUntil = now + lease,
            };
            _editions[key] = claimed;
            return Task.FromResult(new EditionClaim(found is null ? ClaimResult.Fresh : ClaimResult.Resumed, claimed));
        }
    }

    public Task<bool> RenewAsync(
        EditionKey key,
        string worker,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<bool> ReopenAsync(EditionKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_editions.GetValueOrDefault(key) is not { State: EditionState.Failed or EditionState.Empty } ended)
            {
                return Task.FromResult(false);
            }

            _editions[key] = ended.Reopened(now);
            return Task.FromResult(true);
        }
    }

    public Task AdvanceAsync(StoredEdition edition, string worker, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_editions.GetValueOrDefault(edition.Key)?.Worker != worker)
            {
                throw new ClaimLostException("Another worker has it.");
            }

            _editions[edition.Key] = edition;
            return Task.CompletedTask;
        }
    }

    public Task ReleaseAsync(EditionKey key, string worker, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_editions.TryGetValue(key, out var edition) && edition.Worker == worker)
            {
                _editions[key] = edition with { Worker = null, LeaseUntil = null };
            }

            return Task.CompletedTask;
        }
    }

    public Task<StoredEdition?> FindAsync(EditionKey key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_editions.GetValueOrDefault(key));
        }
    }

    Task<IReadOnlyList<StoredEdition>> IEditionStore.ListAsync(
        string schedule,
        int limit,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<StoredEdition>>([
                .. _editions
                    .Values.Where(edition => edition.Key.Schedule == schedule)
                    .OrderByDescending(edition => edition.Key.Date)
                    .Take(limit),
            ]);
        }
    }

    public Task<int> ForgetAsync(DateOnly before, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SaveAsync(StoredRun run, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _runs[run.Id] = run;
            return Task.CompletedTask;
        }
    }

    Task<IReadOnlyList<StoredRun>> IRunStore.ListAsync(
        string? schedule,
        int limit,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<StoredRun>>([
            .. AllRuns
                .Where(run => schedule is null || run.Edition.Schedule == schedule)
                .OrderByDescending(run => run.Started)
                .Take(limit),
        ]);

    public Task<int> ForgetAsync(DateTimeOffset startedBefore, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SaveAsync(StoredSchedule schedule, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _schedules[schedule.Name] = schedule;
            return Task.CompletedTask;
        }
    }

    public Task SetHandledAsync(string name, DateTimeOffset until, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_schedules.TryGetValue(name, out var schedule))
            {
                _schedules[name] = schedule with { HandledUntil = until };
            }

            return Task.CompletedTask;
        }
    }

    public Task<StoredSchedule?> FindAsync(string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_schedules.GetValueOrDefault(name));
        }
    }

    Task<IReadOnlyList<StoredSchedule>> IScheduleStore.ListAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return IsDown
                ? Task.FromException<IReadOnlyList<StoredSchedule>>(Failure)
                : Task.FromResult<IReadOnlyList<StoredSchedule>>([
                    .. _schedules.Values.OrderBy(schedule => schedule.Name, StringComparer.Ordinal),
                ]);
        }
    }

    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_schedules.Remove(name));
        }
    }
}
