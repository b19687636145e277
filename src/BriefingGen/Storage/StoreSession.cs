using System.Data;
using LinqToDB.Data;
using Polly;
using Polly.Retry;

namespace BriefingGen.Storage;

/// <summary>
/// Does work on the database: opens a connection, keeps the transaction, tries again what may succeed the next time, and
/// says in words what cannot. The waits between tries are real time, never the clock of the desk.
/// </summary>
internal sealed class StoreSession : IAsyncDisposable
{
    private readonly IStoreDialect _dialect;
    private readonly ResiliencePipeline _retry;
    private readonly SemaphoreSlim _writer = new(1, 1);

    public StoreSession(IStoreDialect dialect)
    {
        _dialect = dialect;
        var (count, first) = dialect.Retries;
        _retry = new ResiliencePipelineBuilder()
            .AddRetry(
                new RetryStrategyOptions
                {
                    ShouldHandle = new PredicateBuilder().Handle<Exception>(dialect.IsTransient),
                    MaxRetryAttempts = count,
                    Delay = first,
                    MaxDelay = TimeSpan.FromSeconds(3),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    OnRetry = _ =>
                    {
                        dialect.Recover();
                        return ValueTask.CompletedTask;
                    },
                }
            )
            .Build();
    }

    public IStoreDialect Dialect => _dialect;

    /// <summary>Reads with statements that each stand for themselves.</summary>
    public Task<T> ReadAsync<T>(
        Func<DataConnection, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    ) => GuardAsync(work, null, cancellationToken);

    /// <summary>Reads all at the state of one moment.</summary>
    public Task<T> SnapshotAsync<T>(
        Func<DataConnection, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    ) => GuardAsync(work, _dialect.Snapshot, cancellationToken);

    /// <summary>Writes in one transaction: all or nothing. The work may run more than once.</summary>
    public async Task<T> WriteAsync<T>(
        Func<DataConnection, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        if (!_dialect.WritesOneByOne)
        {
            return await GuardAsync(work, IsolationLevel.ReadCommitted, cancellationToken);
        }

        await _writer.WaitAsync(cancellationToken);
        try
        {
            return await GuardAsync(work, IsolationLevel.ReadCommitted, cancellationToken);
        }
        finally
        {
            _writer.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _writer.Dispose();
        await _dialect.DisposeAsync();
    }

    /// <summary>Does something that opens its own connections, with the same retries and the same words.</summary>
    public async Task GuardAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await _retry.ExecuteAsync(async token => await work(token), cancellationToken);
        }
        catch (Exception fault) when (_dialect.Explain(fault) is { } words)
        {
            throw new StoreException($"{_dialect.Location}: {words}", fault);
        }
    }

    private async Task<T> GuardAsync<T>(
        Func<DataConnection, CancellationToken, Task<T>> work,
        IsolationLevel? isolation,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await _retry.ExecuteAsync(async token => await OnceAsync(work, isolation, token), cancellationToken);
        }
        catch (Exception fault) when (_dialect.Explain(fault) is { } words)
        {
            throw new StoreException($"{_dialect.Location}: {words}", fault);
        }
    }

    private async Task<T> OnceAsync<T>(
        Func<DataConnection, CancellationToken, Task<T>> work,
        IsolationLevel? isolation,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var data = await _dialect.OpenAsync(cancellationToken);
        if (isolation is not { } level)
        {
            return await work(data, cancellationToken);
        }

        // Without a commit the transaction is rolled back when it is disposed of.
        await using var transaction = await data.BeginTransactionAsync(level, cancellationToken);
        var result = await work(data, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
