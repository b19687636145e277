using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using BriefingGen.Composition;
using BriefingGen.Composition.Templates;
using BriefingGen.Extraction;
using BriefingGen.Language.Text;
using BriefingGen.Rendering.Verification;
using BriefingGen.Scheduling;
using BriefingGen.Sources;
using BriefingGen.Sources.Fetching;
using BriefingGen.Sources.Watching;
using BriefingGen.Storage;
using Microsoft.Extensions.Logging;

namespace BriefingGen;

/// <summary>What makes editions besides the store.</summary>
/// <param name="PlanOf">The plan of a schedule; throws <see cref="ConfigurationException"/> where it has none.</param>
/// <param name="Fetcher">Fetches feeds and pages; null where the network is not to be read.</param>
/// <param name="Feeds">How feeds are read.</param>
/// <param name="Deliver">Sends a verified edition to its targets and gives the receipts; null where nothing is delivered.</param>
/// <param name="Clock">The time.</param>
/// <param name="Worker">Names this process among others on the store; unique while it lives.</param>
/// <param name="IsGone">Whether a worker is known to be gone, so that its claims are free at once; false where that cannot be told.</param>
/// <param name="Lease">How long a claim lasts without being renewed.</param>
/// <param name="NewRunId">Gives ids of runs: 32 lower-case hexadecimal digits, never the same twice.</param>
public sealed record EditionMakerOptions(
    Func<StoredSchedule, EditionPlan> PlanOf,
    IWebFetcher? Fetcher,
    FeedOptions Feeds,
    Func<VerifiedEdition, CancellationToken, Task<IReadOnlyList<StoredReceipt>>>? Deliver,
    TimeProvider Clock,
    string Worker,
    Func<string, bool> IsGone,
    TimeSpan Lease,
    Func<string> NewRunId
)
{
    /// <summary>Takes secrets out of what is stored and told of a run.</summary>
    public Func<string, string> Redact { get; init; } = Redactor.Shapes;

    /// <summary>Makes the extractor of a desk.</summary>
    internal Func<Desk, ArticleExtractor> ExtractorOf { get; init; } = BriefingPipeline.ExtractorOf;

    /// <summary>The process's watched folders; null to look at folders as if for the first time.</summary>
    public WatchedFolders? Watched { get; init; }
}

/// <summary>An edition whose files were verified against their articles: nothing else is delivered.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Brief">The brief, as it was composed.</param>
/// <param name="RunId">The run, for logs.</param>
public sealed record VerifiedEdition(StoredEdition Edition, EditionPlan Plan, Brief Brief, string RunId);

/// <summary>
/// Makes editions over a store, step by step: claim, intake, freeze, render, verify, deliver. After each step the store
/// knows it; whoever goes on after a kill starts there. From the freeze on, articles and clock are fixed, so the same
/// bytes come out whoever goes on, and when.
/// </summary>
public sealed partial class EditionMaker : IEditionMaker
{
    private readonly IBriefStore _store;
    private readonly EditionMakerOptions _options;
    private readonly ILogger _log;

    /// <summary>Makes a maker.</summary>
    /// <param name="store">The store, at this program's version.</param>
    /// <param name="options">What else it needs.</param>
    /// <param name="log">The log; every line of a run is in a scope with its id.</param>
    public EditionMaker(IBriefStore store, EditionMakerOptions options, ILogger<EditionMaker> log)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        (_store, _options, _log) = (store, options, log);
    }

    /// <inheritdoc/>
    public async Task<StoredRun> MakeAsync(EditionOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var key = new EditionKey(order.Schedule.Name, order.Date);
        var run = new StoredRun(
            _options.NewRunId(),
            key,
            order.Trigger,
            order.Due,
            Now,
            null,
            RunResult.Running,
            null,
            0,
            0,
            0
        );
        using var scope = _log.BeginScope("run {Run}", run.Id);
        using var span = RunTelemetry.Start(run);
        await _store.Runs.SaveAsync(run, cancellationToken).ConfigureAwait(false);
        try
        {
            if (order.Again && await _store.Editions.ReopenAsync(key, Now, cancellationToken).ConfigureAwait(false))
            {
                Reopened(key);
            }

            var claim = await ClaimAsync(key, cancellationToken).ConfigureAwait(false);
            Claimed(key, claim.Result, claim.Edition.State);
            if (claim.Result is ClaimResult.Held or ClaimResult.Complete)
            {
                if (claim.Result == ClaimResult.Complete)
                {
                    await EndKilledAsync(run, cancellationToken).ConfigureAwait(false);
                }

                // One that failed stays a failure until it is made: who only looks at the result must not take it for done.
                return claim.Edition.State == EditionState.Failed
                    ? await EndAsync(run, RunResult.NotVerified, Before(claim), span).ConfigureAwait(false)
                    : await EndAsync(run, RunResult.NotNeeded, Reason(claim), span).ConfigureAwait(false);
            }

            await EndKilledAsync(run, cancellationToken).ConfigureAwait(false);
            return await WorkAsync(run, order, claim.Edition, span, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await EndBrokenAsync(run, RunResult.Interrupted, "ended from outside", span).ConfigureAwait(false);
            throw;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            if (exception is StoreException or RenderingException or ConfigurationException)
            {
                FailedFor(key, Wording.OneLine(exception.Message));
            }
            else
            {
                Failed(exception, key);
            }

            var ended = await EndBrokenAsync(run, RunResult.Failed, exception.Message, span).ConfigureAwait(false);
            throw new EditionBrokenException(ended, exception);
        }
    }

    // Who holds the claim, or finds the edition complete, knows that no other run of it is at work: one that says so was
    // killed, or is about to write its own end over this one.
    private async Task EndKilledAsync(StoredRun own, CancellationToken cancellationToken)
    {
        var runs = await _store.Runs.ListAsync(own.Edition.Schedule, 100, cancellationToken).ConfigureAwait(false);
        foreach (
            var killed in runs.Where(run =>
                run.Edition == own.Edition && run.Result == RunResult.Running && run.Id != own.Id
            )
        )
        {
            var ended = killed with { Ended = Now, Result = RunResult.Interrupted, Message = "its process was killed" };
            await _store.Runs.SaveAsync(ended, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<EditionClaim> ClaimAsync(EditionKey key, CancellationToken cancellationToken)
    {
        var claim = await _store
            .Editions.ClaimAsync(key, _options.Worker, Now, _options.Lease, cancellationToken)
            .ConfigureAwait(false);
        if (claim.Result != ClaimResult.Held || claim.Edition.Worker is not { } holder || !_options.IsGone(holder))
        {
            return claim;
        }

        await _store.Editions.ReleaseAsync(key, holder, cancellationToken).ConfigureAwait(false);
        return await _store
            .Editions.ClaimAsync(key, _options.Worker, Now, _options.Lease, cancellationToken)
            .ConfigureAwait(false);
    }

    private DateTimeOffset Now => _options.Clock.GetUtcNow();

    private static string Reason(EditionClaim claim) =>
        claim.Result == ClaimResult.Held
            ? $"{claim.Edition.Worker} is making it"
            : $"it is {claim.Edition.State.ToString().ToLowerInvariant()}";

    private static string Before(EditionClaim claim) =>
        $"it failed before, and was not made again (--again does that): {claim.Edition.Message}";

    private async Task<StoredRun> WorkAsync(
        StoredRun run,
        EditionOrder order,
        StoredEdition edition,
        Activity? span,
        CancellationToken cancellationToken
    )
    {
        using var lease = new LeaseKeeper(_store.Editions, edition.Key, _options, cancellationToken);
        try
        {
            var plan = _options.PlanOf(order.Schedule);
            var job = new EditionJob(_store, _options, plan, run, lease.Token);
            var end = await StepsAsync(job, edition).ConfigureAwait(false);
            return await EndAsync(job.Run, end.Result, end.Message, span).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (lease.IsLost && !cancellationToken.IsCancellationRequested)
        {
            throw new ClaimLostException($"edition {edition.Key} was taken over by another worker", exception);
        }
        finally
        {
            await lease.StopAsync().ConfigureAwait(false);
            await ReleaseAsync(edition.Key).ConfigureAwait(false);
        }
    }

    // Where the store fails here it failed before, and that is what must be told; the claim ends by itself.
    private async Task ReleaseAsync(EditionKey key)
    {
        try
        {
            await _store.Editions.ReleaseAsync(key, _options.Worker, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException exception)
        {
            NotKept("the end of the claim", exception.Message);
        }
    }

    private async Task<(RunResult Result, string? Message)> StepsAsync(EditionJob job, StoredEdition edition)
    {
        if (edition.State == EditionState.Claimed)
        {
            edition = await StepAsync("intake", job, job.TakeInAsync, edition).ConfigureAwait(false);
            foreach (var input in job.SetAside)
            {
                IsSetAside(Wording.OneLine(input.ToString()));
            }

            edition = await StepAsync("freeze", job, job.FreezeAsync, edition).ConfigureAwait(false);
        }
        else
        {
            job.GoOn(edition);
        }

        if (edition.State == EditionState.Empty)
        {
            return (RunResult.Empty, edition.Message);
        }

        var isWhole = edition.State != EditionState.Frozen && EditionFiles.AreWhole(edition);
        if (!isWhole)
        {
            edition = await StepAsync("render", job, job.RenderAsync, edition).ConfigureAwait(false);
        }

        foreach (var statement in job.LeftOut)
        {
            IsLeftOut(statement.ToString());
        }

        if (edition.State != EditionState.Failed && (!isWhole || edition.State == EditionState.Rendered))
        {
            edition = await StepAsync("verify", job, job.VerifyAsync, edition).ConfigureAwait(false);
        }

        if (edition.State == EditionState.Failed)
        {
            return (RunResult.NotVerified, edition.Message);
        }

        var failed = ImmutableArray<StoredReceipt>.Empty;
        await StepAsync(
                "deliver",
                job,
                async before =>
                {
                    failed = await DeliverAsync(job, before).ConfigureAwait(false);
                    if (!failed.IsEmpty)
                    {
                        // It stays verified: the next run of it delivers it to whom it did not reach.
                        return before;
                    }

                    var after = before with { State = EditionState.Delivered, Updated = Now };
                    await _store.Editions.AdvanceAsync(after, _options.Worker, job.Token).ConfigureAwait(false);
                    return after;
                },
                edition
            )
            .ConfigureAwait(false);
        return failed.IsEmpty
            ? (RunResult.Done, null)
            : (
                RunResult.NotDelivered,
                $"not delivered everywhere: {string.Join("; ", failed.Select(receipt => $"{receipt.Target}: {receipt.Detail}"))}"
            );
    }

    /// <summary>Sends to all targets and gives the receipts of those that did not take it.</summary>
    private async Task<ImmutableArray<StoredReceipt>> DeliverAsync(EditionJob job, StoredEdition edition)
    {
        if (_options.Deliver is not { } deliver || job.Plan.Targets.IsEmpty)
        {
            return [];
        }

        var verified = await job.BriefAsync(edition).ConfigureAwait(false);
        var receipts = await deliver(new VerifiedEdition(edition, job.Plan, verified.Brief, job.Run.Id), job.Token)
            .ConfigureAwait(false);
        return [.. receipts.Where(receipt => receipt.State is not DeliveryState.Delivered)];
    }

    private async Task<StoredEdition> StepAsync(
        string name,
        EditionJob job,
        Func<StoredEdition, Task<StoredEdition>> step,
        StoredEdition edition
    )
    {
        StepBegins(name);
        using var stage = RunTelemetry.Stage(name, job.Run);
        var started = _options.Clock.GetTimestamp();
        try
        {
            var after = await step(edition).ConfigureAwait(false);
            StepEnds(name, after.State);
            return after;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            RunTelemetry.StageFailed(name, stage, exception);
            throw;
        }
        finally
        {
            RunTelemetry.StageTook(name, _options.Clock.GetElapsedTime(started));
        }
    }

    private async Task<StoredRun> EndAsync(StoredRun run, RunResult result, string? message, Activity? span)
    {
        var ended = Ended(run, result, message);
        await _store.Runs.SaveAsync(ended, CancellationToken.None).ConfigureAwait(false);
        Tell(ended, span);
        return ended;
    }

    // A run that broke because of the store cannot be kept there either; why it broke must not be lost over that.
    private async Task<StoredRun> EndBrokenAsync(StoredRun run, RunResult result, string message, Activity? span)
    {
        try
        {
            return await EndAsync(run, result, message, span).ConfigureAwait(false);
        }
        catch (StoreException exception)
        {
            NotKept("the end of the run", exception.Message);
            var ended = Ended(run, result, message);
            Tell(ended, span);
            return ended;
        }
    }

    private StoredRun Ended(StoredRun run, RunResult result, string? message) =>
        run with
        {
            Ended = Now,
            Result = result,
            Message = message is null ? null : _options.Redact(Wording.OneLine(message)),
        };

    private void Tell(StoredRun ended, Activity? span)
    {
        RunTelemetry.Ended(ended, span);
        RunEnds(ended.Result, ended.Edition, ended.Articles, ended.Message ?? "");
    }

    [LoggerMessage(1, LogLevel.Information, "edition {Edition}: claim {Result}, state {State}")]
    private partial void Claimed(EditionKey edition, ClaimResult result, EditionState state);

    [LoggerMessage(2, LogLevel.Information, "step {Step} begins")]
    private partial void StepBegins(string step);

    [LoggerMessage(3, LogLevel.Information, "step {Step} ends, state {State}")]
    private partial void StepEnds(string step, EditionState state);

    [LoggerMessage(4, LogLevel.Information, "run ends: {Result}, edition {Edition}, {Articles} articles {Message}")]
    private partial void RunEnds(RunResult result, EditionKey edition, int articles, string message);

    [LoggerMessage(5, LogLevel.Error, "edition {Edition} failed")]
    private partial void Failed(Exception exception, EditionKey edition);

    [LoggerMessage(6, LogLevel.Error, "edition {Edition} failed: {Reason}")]
    private partial void FailedFor(EditionKey edition, string reason);

    [LoggerMessage(7, LogLevel.Warning, "{What} could not be kept: {Reason}")]
    private partial void NotKept(string what, string reason);

    [LoggerMessage(8, LogLevel.Warning, "set aside: {Input}")]
    private partial void IsSetAside(string input);

    [LoggerMessage(10, LogLevel.Information, "edition {Edition} is made again")]
    private partial void Reopened(EditionKey edition);

    [LoggerMessage(9, LogLevel.Warning, "left out, because it does not verify: {Statement}")]
    private partial void IsLeftOut(string statement);
}
