using BriefingGen.Scheduling;
using BriefingGen.Storage;

namespace BriefingGen.Tests.Scheduling;

/// <summary>Makes editions that hold nothing, by the rules of claims; can be killed in the middle.</summary>
internal sealed class StubMaker(MemoryStore store, TimeProvider clock, string worker) : IEditionMaker
{
    private int _runs;

    /// <summary>Called once the edition is claimed: what it throws breaks the maker down.</summary>
    public Func<EditionOrder, CancellationToken, Task> Work { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What becomes of an edition.</summary>
    public EditionState End { get; set; } = EditionState.Delivered;

    /// <summary>True where the process dies with its maker: the claim is not given back.</summary>
    public bool DiesHolding { get; set; }

    public async Task<StoredRun> MakeAsync(EditionOrder order, CancellationToken cancellationToken)
    {
        var key = new EditionKey(order.Schedule.Name, order.Date);
        var started = clock.GetUtcNow();
        var claim = await store.ClaimAsync(key, worker, started, TimeSpan.FromMinutes(10), cancellationToken);
        if (claim.Result is ClaimResult.Held or ClaimResult.Complete)
        {
            return await SaveAsync(order, started, RunResult.NotNeeded);
        }

        try
        {
            await Work(order, cancellationToken);
        }
        catch (Exception) when (!DiesHolding)
        {
            await store.ReleaseAsync(key, worker, CancellationToken.None);
            throw;
        }

        await store.AdvanceAsync(claim.Edition with { State = End, Worker = null, LeaseUntil = null }, worker, default);
        return await SaveAsync(
            order,
            started,
            End switch
            {
                EditionState.Empty => RunResult.Empty,
                EditionState.Failed => RunResult.Failed,
                _ => RunResult.Done,
            }
        );
    }

    private async Task<StoredRun> SaveAsync(EditionOrder order, DateTimeOffset started, RunResult result)
    {
        var run = new StoredRun(
            $"{worker}-{Interlocked.Increment(ref _runs)}",
            new EditionKey(order.Schedule.Name, order.Date),
            order.Trigger,
            order.Due,
            started,
            clock.GetUtcNow(),
            result,
            null,
            0,
            0,
            0
        );
        await store.SaveAsync(run, default);
        return run;
    }
}

/// <summary>Keeps the alerts.</summary>
internal sealed class KeptAlerts : IAlerts
{
    public List<Alert> All { get; } = [];

    public Task RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        lock (All)
        {
            All.Add(alert);
        }

        return Task.CompletedTask;
    }
}
