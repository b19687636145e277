using BriefingGen.Storage;

namespace BriefingGen;

/// <summary>Renews a claim at a third of its time while the work goes on, and ends the work where the claim is lost.</summary>
internal sealed class LeaseKeeper : IDisposable
{
    private readonly CancellationTokenSource _work;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _renewing;

    public LeaseKeeper(
        IEditionStore editions,
        EditionKey key,
        EditionMakerOptions options,
        CancellationToken cancellationToken
    )
    {
        _work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _renewing = RenewAsync(editions, key, options);
    }

    /// <summary>Cancelled from outside, or when the claim is lost.</summary>
    public CancellationToken Token => _work.Token;

    /// <summary>True once another worker holds the edition.</summary>
    public bool IsLost { get; private set; }

    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _work.Dispose();
        _stop.Dispose();
    }

    private async Task RenewAsync(IEditionStore editions, EditionKey key, EditionMakerOptions options)
    {
        using var timer = new PeriodicTimer(options.Lease / 3, options.Clock);
        while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false))
        {
            try
            {
                IsLost = !await editions
                    .RenewAsync(key, options.Worker, options.Clock.GetUtcNow(), options.Lease, _stop.Token)
                    .ConfigureAwait(false);
            }
            catch (StoreException)
            {
                // The store may be back before the lease ends; the next step says so where it is not.
            }

            if (IsLost)
            {
                await _work.CancelAsync().ConfigureAwait(false);
                return;
            }
        }
    }
}
