using System.Collections.Concurrent;
using BriefingGen.Sources;
using BriefingGen.Storage;
using Microsoft.Extensions.Logging;
using Quartz;

namespace BriefingGen.Scheduling.Hosting;

/// <summary>
/// Keeps Quartz's triggers in step with the store: one job a schedule, with one trigger that fires once, at the next time
/// that <see cref="Times.FireTimes"/> gives or at once where something is owed. Quartz holds the threads and sees to it
/// that a schedule runs once at a time; when a schedule is due is never its to say, so nothing is lost with its memory.
/// </summary>
internal sealed class ScheduleClockwork(
    ISchedulerFactory schedulers,
    IBriefStore store,
    ScheduleRunner runner,
    TimeProvider clock,
    ILogger<ScheduleClockwork> logger
)
{
    private const string Group = "schedules";

    private readonly ConcurrentDictionary<string, DateTimeOffset?> _told = new(StringComparer.Ordinal);

    /// <summary>Looks at every schedule in the store: new, changed, paused and removed ones, and what each owes.</summary>
    /// <exception cref="StoreException">The store cannot be reached.</exception>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var schedules = await store.Schedules.ListAsync(cancellationToken);
        var active = schedules.Where(schedule => !schedule.Paused).Select(schedule => schedule.Name).ToHashSet();
        foreach (var name in _told.Keys.Where(name => !active.Contains(name)))
        {
            await scheduler.DeleteJob(KeyOf(name), cancellationToken);
            _told.TryRemove(name, out _);
        }

        foreach (var schedule in schedules.Where(schedule => !schedule.Paused))
        {
            await SetAsync(scheduler, schedule, cancellationToken);
        }
    }

    /// <summary>Sets the trigger of one schedule anew, after it ran.</summary>
    public async Task SetAsync(string name, CancellationToken cancellationToken)
    {
        if (await store.Schedules.FindAsync(name, cancellationToken) is { Paused: false } schedule)
        {
            await SetAsync(await schedulers.GetScheduler(cancellationToken), schedule, cancellationToken);
        }
    }

    private async Task SetAsync(IScheduler scheduler, StoredSchedule schedule, CancellationToken cancellationToken)
    {
        try
        {
            var plan = await runner.PlanAsync(schedule, cancellationToken);
            var owes = plan.ResetMark is not null || plan.Steps is [{ Action: not StepAction.Wait }, ..];
            var at = owes ? clock.GetUtcNow() : runner.NextOf(schedule)?.At;
            if (at is { } time)
            {
                await TriggerAsync(scheduler, schedule.Name, time, owes, cancellationToken);
            }

            Tell(schedule.Name, owes ? null : at);
        }
        catch (ConfigurationException exception)
        {
            // One schedule whose calendar is broken stops none of the others.
            ScheduleLog.Unusable(logger, schedule.Name, exception.Message);
        }
    }

    private async Task TriggerAsync(
        IScheduler scheduler,
        string name,
        DateTimeOffset at,
        bool owes,
        CancellationToken cancellationToken
    )
    {
        var key = new TriggerKey(name, Group);
        var set = await scheduler.GetTrigger(key, cancellationToken);
        var next = set?.NextFireTimeUtc;
        if (next == at || (owes && next <= at))
        {
            return;
        }

        var job = JobBuilder.Create<EditionJob>().WithIdentity(KeyOf(name)).Build();
        var trigger = TriggerBuilder.Create(clock).WithIdentity(key).ForJob(job).StartAt(at).Build();
        await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }

    private void Tell(string name, DateTimeOffset? next)
    {
        if (!_told.TryGetValue(name, out var told) || told != next)
        {
            _told[name] = next;
            if (next is not null)
            {
                ScheduleLog.NextDue(logger, name, next);
            }
        }
    }

    private static JobKey KeyOf(string name) => new(name, Group);
}
