using System.Collections.Immutable;
using BriefingGen.Scheduling.Calendars;
using BriefingGen.Scheduling.Times;
using BriefingGen.Storage;
using Microsoft.Extensions.Logging;

namespace BriefingGen.Scheduling;

/// <summary>
/// Carries out what schedules owe, one schedule at a time and each step before the next. The store keeps the mark up to
/// which a schedule was handled; it moves after each step, so that a killed process repeats one step at most, and the
/// claim on the edition answers that. Safe to share between threads.
/// </summary>
public sealed class ScheduleRunner
{
    // Where a schedule does not say how far back it catches up, an older edition is no news any more.
    private static readonly TimeSpan s_longestCatchUp = TimeSpan.FromHours(36);

    private readonly IBriefStore _store;
    private readonly IEditionMaker _maker;
    private readonly CalendarFolder _calendars;
    private readonly TimeProvider _clock;
    private readonly ScheduleEngine _engine;
    private readonly RunAlerts _alerts;
    private readonly RunRetries _retries;
    private readonly ILogger _logger;

    /// <summary>Over a store, a maker and the alerts of one process.</summary>
    public ScheduleRunner(
        IBriefStore store,
        IEditionMaker maker,
        IAlerts alerts,
        CalendarFolder calendars,
        TimeProvider clock,
        ScheduleOptions options,
        ILogger<ScheduleRunner> logger
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(maker);
        ArgumentNullException.ThrowIfNull(alerts);
        ArgumentNullException.ThrowIfNull(calendars);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(logger);
        (_store, _maker, _calendars, _clock, _logger) = (store, maker, calendars, clock, logger);
        _engine = new ScheduleEngine(options);
        _alerts = new RunAlerts(alerts, clock, options);
        _retries = new RunRetries(options);
    }

    /// <summary>What a schedule owes now.</summary>
    /// <exception cref="Sources.ConfigurationException">Its cron, zone or calendar is wrong.</exception>
    /// <exception cref="StoreException">The store cannot be reached.</exception>
    public async Task<SchedulePlan> PlanAsync(StoredSchedule schedule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var now = _clock.GetUtcNow();
        var times = FireTimes.Of(schedule, _calendars);
        var standings = new Dictionary<DateOnly, EditionStanding>();
        foreach (var day in _engine.DueDays(schedule, times, now))
        {
            var key = new EditionKey(schedule.Name, day.Date);
            var edition = await _store.Editions.FindAsync(key, cancellationToken);
            var standing = edition.StandingAt(now);
            standings[day.Date] =
                standing != EditionStanding.Complete && _retries.MustWait(key, now) ? EditionStanding.Held : standing;
        }

        return _engine.Plan(schedule, times, now, day => standings[day]);
    }

    /// <summary>When a schedule is next due after now; null where it never is, or is paused.</summary>
    /// <exception cref="Sources.ConfigurationException">Its cron, zone or calendar is wrong.</exception>
    public FireTime? NextOf(StoredSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return schedule.Paused ? null : FireTimes.Of(schedule, _calendars).Next(_clock.GetUtcNow());
    }

    /// <summary>Does whatever a schedule owes now, by its policy.</summary>
    /// <param name="name">The schedule; nothing is done for one that is not there any more.</param>
    /// <param name="cancellationToken">Ends the work; what was not finished is owed again.</param>
    /// <returns>The runs and misses of this call.</returns>
    /// <exception cref="Sources.ConfigurationException">Its cron, zone or calendar is wrong.</exception>
    /// <exception cref="StoreException">The store cannot be reached.</exception>
    public async Task<ImmutableArray<StoredRun>> RunDueAsync(string name, CancellationToken cancellationToken)
    {
        var runs = ImmutableArray.CreateBuilder<StoredRun>();
        if (await _store.Schedules.FindAsync(name, cancellationToken) is not { } schedule)
        {
            return runs.ToImmutable();
        }

        var plan = await PlanAsync(schedule, cancellationToken);
        if (plan.ResetMark is { } mark)
        {
            ScheduleLog.MarkReset(_logger, name, schedule.HandledUntil, mark);
            await _store.Schedules.SetHandledAsync(name, mark, cancellationToken);
        }

        await MissAsync(schedule, plan, runs, cancellationToken);
        foreach (var step in plan.Steps)
        {
            if (!await CarryOutAsync(schedule, step, runs, cancellationToken))
            {
                break;
            }

            await _store.Schedules.SetHandledAsync(name, step.Until, cancellationToken);
        }

        if (plan.Steps.Any(step => step.Action is StepAction.Make or StepAction.CatchUp))
        {
            await FinishAsync(schedule, plan, runs, cancellationToken);
        }

        return runs.ToImmutable();
    }

    /// <summary>
    /// Editions within the schedule's catch-up whose time has passed and that nobody makes now: they failed, did not
    /// verify, did not reach a target, or were broken off. Oldest first.
    /// </summary>
    /// <exception cref="Sources.ConfigurationException">Its cron, zone or calendar is wrong.</exception>
    /// <exception cref="StoreException">The store cannot be reached.</exception>
    public async Task<ImmutableArray<StoredEdition>> UnfinishedAsync(
        StoredSchedule schedule,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var now = _clock.GetUtcNow();
        var from = now - (schedule.CatchUpWithin ?? s_longestCatchUp);
        var days = FireTimes.Of(schedule, _calendars).Between(from, now).Select(time => time.Date).ToHashSet();
        if (days.Count == 0)
        {
            return [];
        }

        var editions = await _store.Editions.ListAsync(schedule.Name, days.Count + 31, cancellationToken);
        return
        [
            .. editions
                .Where(edition => days.Contains(edition.Key.Date))
                .Where(edition =>
                    edition.State == EditionState.Failed || edition.StandingAt(now) == EditionStanding.Begun
                )
                .OrderBy(edition => edition.Key.Date),
        ];
    }

    // The next due run makes again what an earlier one could not; what the plan still owes is the plan's.
    private async Task FinishAsync(
        StoredSchedule schedule,
        SchedulePlan plan,
        ImmutableArray<StoredRun>.Builder runs,
        CancellationToken cancellationToken
    )
    {
        var planned = plan.Steps.Select(step => step.Date).ToHashSet();
        foreach (var edition in await UnfinishedAsync(schedule, cancellationToken))
        {
            if (planned.Contains(edition.Key.Date))
            {
                continue;
            }

            var order = new EditionOrder(schedule, edition.Key.Date, RunTrigger.CatchUp, Due: null) { Again = true };
            await MakeAsync(order, runs, cancellationToken);
        }
    }

    /// <summary>Makes one edition because a person asked; the schedule's mark stays.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="date">The local day that the edition covers; null for today in the schedule's zone.</param>
    /// <param name="again">True to make it again where it failed, did not verify, or found nothing.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="EditionBrokenException">It broke off; alerts were raised.</exception>
    public async Task<StoredRun> RunAsync(
        StoredSchedule schedule,
        DateOnly? date,
        bool again,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var day = date ?? FireTimes.Of(schedule, _calendars).DayOf(_clock.GetUtcNow());
        var order = new EditionOrder(schedule, day, RunTrigger.Manual, Due: null) { Again = again };
        try
        {
            var run = await _maker.MakeAsync(order, cancellationToken);
            await _alerts.OfRunAsync(schedule, run, cancellationToken);
            return run;
        }
        catch (EditionBrokenException exception)
        {
            var run = exception.Run ?? RunRecords.Broken(order, 1, exception, _clock.GetUtcNow());
            await _alerts.OfRunAsync(schedule, run, cancellationToken);
            throw;
        }
    }

    /// <summary>Does one step.</summary>
    /// <returns>False where it is not finished, so that it and all behind it stay owed.</returns>
    private async Task<bool> CarryOutAsync(
        StoredSchedule schedule,
        ScheduleStep step,
        ImmutableArray<StoredRun>.Builder runs,
        CancellationToken cancellationToken
    )
    {
        if (step.Action is StepAction.Complete or StepAction.Miss)
        {
            return true;
        }

        if (step.Action == StepAction.Wait)
        {
            return false;
        }

        var trigger = step.Action == StepAction.CatchUp ? RunTrigger.CatchUp : RunTrigger.Scheduled;
        return await MakeAsync(new EditionOrder(schedule, step.Date, trigger, step.Due), runs, cancellationToken);
    }

    /// <summary>Makes one edition and tells of how it ended.</summary>
    /// <returns>False where it is not finished, and to be gone on with soon.</returns>
    private async Task<bool> MakeAsync(
        EditionOrder order,
        ImmutableArray<StoredRun>.Builder runs,
        CancellationToken cancellationToken
    )
    {
        var key = new EditionKey(order.Schedule.Name, order.Date);
        try
        {
            var run = await _maker.MakeAsync(order, cancellationToken);
            _retries.Forget(key);
            runs.Add(run);
            await _alerts.OfRunAsync(order.Schedule, run, cancellationToken);
            // What did not verify or reach a target is not tried again at once: the next due run does that.
            return run.Result
                    is RunResult.Done
                        or RunResult.Empty
                        or RunResult.Failed
                        or RunResult.NotVerified
                        or RunResult.NotDelivered
                || await IsCompleteAsync(key, cancellationToken);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            return await BrokenAsync(order, exception, runs, cancellationToken);
        }
    }

    /// <summary>A maker that throws broke down: it is tried again later, a few times.</summary>
    private async Task<bool> BrokenAsync(
        EditionOrder order,
        Exception exception,
        ImmutableArray<StoredRun>.Builder runs,
        CancellationToken cancellationToken
    )
    {
        var now = _clock.GetUtcNow();
        var key = new EditionKey(order.Schedule.Name, order.Date);
        ScheduleLog.MakerBroke(_logger, exception, order.Schedule.Name, order.Date);
        var (attempt, last) = _retries.Failed(key, now);
        var run = (exception as EditionBrokenException)?.Run ?? RunRecords.Broken(order, attempt, exception, now);
        await _store.Runs.SaveAsync(run, cancellationToken);
        runs.Add(run);
        if (attempt == 1 || last)
        {
            await _alerts.OfRunAsync(order.Schedule, run, cancellationToken);
        }

        return last;
    }

    private async Task<bool> IsCompleteAsync(EditionKey key, CancellationToken cancellationToken) =>
        (await _store.Editions.FindAsync(key, cancellationToken)).StandingAt(_clock.GetUtcNow())
        == EditionStanding.Complete;

    /// <summary>Records what was missed before anything is made, and tells of it once.</summary>
    private async Task MissAsync(
        StoredSchedule schedule,
        SchedulePlan plan,
        ImmutableArray<StoredRun>.Builder runs,
        CancellationToken cancellationToken
    )
    {
        // What stands behind a step that waits is looked at when that step is done: a mark cannot pass it.
        var missed = plan
            .Steps.TakeWhile(step => step.Action != StepAction.Wait)
            .Where(step => step.Action == StepAction.Miss)
            .Select(step => RunRecords.Missed(schedule, step, _clock.GetUtcNow()))
            .ToList();
        if (missed.Count == 0)
        {
            return;
        }

        // A second process, or this one before it was killed, may have told of them.
        var known = (await _store.Runs.ListAsync(schedule.Name, missed.Count + 100, cancellationToken))
            .Select(run => run.Id)
            .ToHashSet(StringComparer.Ordinal);
        missed.RemoveAll(run => known.Contains(run.Id));
        foreach (var run in missed)
        {
            await _store.Runs.SaveAsync(run, cancellationToken);
            runs.Add(run);
        }

        if (missed.Count > 0)
        {
            await _alerts.OfMissesAsync(schedule, missed, cancellationToken);
        }
    }
}
