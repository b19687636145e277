using System.Collections.Concurrent;

namespace BriefingGen.Sources.Fetching;

/// <summary>Whose turn it is: one request to a host at a time and not too often, so many in all. Safe to share between threads.</summary>
internal sealed class HostTurns(FetchPolicy policy, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _all = new(Math.Max(1, policy.MaxParallel));

    /// <summary>Waits for the turn; it ends when what is returned is disposed.</summary>
    /// <param name="host">Name and port.</param>
    /// <param name="delay">Time between two requests that the host asks for; the policy's holds where it is longer.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IDisposable> EnterAsync(string host, TimeSpan delay, CancellationToken cancellationToken)
    {
        var turn = _hosts.GetOrAdd(host, _ => new Host(new TokenBucket(Math.Max(1, policy.HostBurst), time)));
        await turn.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var interval = delay > policy.HostInterval ? delay : policy.HostInterval;
            var wait = turn.Bucket.Take(interval);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }

            await _all.WaitAsync(cancellationToken).ConfigureAwait(false);
            return new Turn(turn.Gate, _all);
        }
        catch
        {
            turn.Gate.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _all.Dispose();
        foreach (var host in _hosts.Values)
        {
            host.Gate.Dispose();
        }
    }

    private sealed record Host(TokenBucket Bucket)
    {
        public SemaphoreSlim Gate { get; } = new(1);
    }

    private sealed class Turn(SemaphoreSlim host, SemaphoreSlim all) : IDisposable
    {
        public void Dispose()
        {
            all.Release();
            host.Release();
        }
    }
}
