using BriefingGen.Storage;

namespace BriefingGen.Tests.Pipeline;

/// <summary>A store over another in which a test can intervene where editions and feeds are written.</summary>
internal sealed class DyingStore(IBriefStore inner) : IBriefStore, IFeedStore, IEditionStore
{
    /// <summary>Called before a feed's state is saved; what it throws is thrown.</summary>
    public Action SaveFeed { get; set; } = () => { };

    /// <summary>Called before an edition advances; what it throws is thrown.</summary>
    public Action<StoredEdition> Advance { get; set; } = _ => { };

    public IArticleStore Articles => inner.Articles;

    public IEditionStore Editions => this;

    public IRunStore Runs => inner.Runs;

    public IScheduleStore Schedules => inner.Schedules;

    public IFeedStore Feeds => this;

    public IReceiptStore Receipts => inner.Receipts;

    public IDecisionStore Decisions => inner.Decisions;

    public string Location => inner.Location;

    public Task MigrateAsync(CancellationToken cancellationToken) => inner.MigrateAsync(cancellationToken);

    public Task BackupAsync(string path, CancellationToken cancellationToken) =>
        inner.BackupAsync(path, cancellationToken);

    public Task RestoreAsync(string path, CancellationToken cancellationToken) =>
        inner.RestoreAsync(path, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    Task<StoredFeed?> IFeedStore.FindAsync(string url, CancellationToken cancellationToken) =>
        inner.Feeds.FindAsync(url, cancellationToken);

    Task IFeedStore.SaveAsync(StoredFeed feed, CancellationToken cancellationToken)
    {
        SaveFeed();
        return inner.Feeds.SaveAsync(feed, cancellationToken);
    }

    Task<IReadOnlyList<StoredFeed>> IFeedStore.ListAsync(CancellationToken cancellationToken) =>
        inner.Feeds.ListAsync(cancellationToken);

    Task<EditionClaim> IEditionStore.ClaimAsync(
        EditionKey key,
        string worker,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    ) => inner.Editions.ClaimAsync(key, worker, now, lease, cancellationToken);

    Task<bool> IEditionStore.RenewAsync(
        EditionKey key,
        string worker,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    ) => inner.Editions.RenewAsync(key, worker, now, lease, cancellationToken);

    Task<bool> IEditionStore.ReopenAsync(EditionKey key, DateTimeOffset now, CancellationToken cancellationToken) =>
        inner.Editions.ReopenAsync(key, now, cancellationToken);

    Task IEditionStore.AdvanceAsync(StoredEdition edition, string worker, CancellationToken cancellationToken)
    {
        Advance(edition);
        return inner.Editions.AdvanceAsync(edition, worker, cancellationToken);
    }

    Task IEditionStore.ReleaseAsync(EditionKey key, string worker, CancellationToken cancellationToken) =>
        inner.Editions.ReleaseAsync(key, worker, cancellationToken);

    Task<StoredEdition?> IEditionStore.FindAsync(EditionKey key, CancellationToken cancellationToken) =>
        inner.Editions.FindAsync(key, cancellationToken);

    Task<IReadOnlyList<StoredEdition>> IEditionStore.ListAsync(
        string schedule,
        int limit,
        CancellationToken cancellationToken
    ) => inner.Editions.ListAsync(schedule, limit, cancellationToken);

    Task<int> IEditionStore.ForgetAsync(DateOnly before, CancellationToken cancellationToken) =>
        inner.Editions.ForgetAsync(before, cancellationToken);
}
