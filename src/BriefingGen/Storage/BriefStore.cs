namespace BriefingGen.Storage;

/// <summary>A store over either database.</summary>
internal sealed class BriefStore : IBriefStore
{
    private readonly StoreSession _session;
    private readonly Migrator _migrator;
    private readonly TimeProvider _clock;

    public BriefStore(IStoreDialect dialect, TimeProvider clock)
    {
        _clock = clock;
        _session = new StoreSession(dialect);
        _migrator = new Migrator(_session, clock);
        Articles = new ArticleStore(_session);
        Editions = new EditionStore(_session);
        Runs = new RunStore(_session);
        Schedules = new ScheduleStore(_session);
        Feeds = new FeedStore(_session);
        Receipts = new ReceiptStore(_session);
        Decisions = new DecisionStore(_session);
    }

    public IArticleStore Articles { get; }

    public IEditionStore Editions { get; }

    public IRunStore Runs { get; }

    public IScheduleStore Schedules { get; }

    public IFeedStore Feeds { get; }

    public IReceiptStore Receipts { get; }

    public IDecisionStore Decisions { get; }

    public string Location => _session.Dialect.Location;

    /// <summary>For tests that look behind the port.</summary>
    internal StoreSession Session => _session;

    public Task MigrateAsync(CancellationToken cancellationToken) =>
        _migrator.MigrateAsync(_migrator.Version, cancellationToken);

    /// <summary>For tests: a store as an older program left it.</summary>
    internal Task MigrateAsync(int until, CancellationToken cancellationToken) =>
        _migrator.MigrateAsync(until, cancellationToken);

    public Task BackupAsync(string path, CancellationToken cancellationToken) =>
        new StoreArchive(_session, _migrator.Version, _clock).WriteAsync(path, cancellationToken);

    public Task RestoreAsync(string path, CancellationToken cancellationToken) =>
        new StoreArchive(_session, _migrator.Version, _clock).ReadAsync(path, cancellationToken);

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
