using System.Collections.Immutable;
using BriefingGen.Scheduling.Times;
using BriefingGen.Storage;

namespace BriefingGen.Scheduling;

/// <summary>
/// Says what a schedule owes at a time. Pure: the same schedule, time and editions give the same plan, and a plan that was
/// carried out gives an empty one. An edition's key is schedule and local day, so the times of one day make one edition:
/// the first makes it, a later one goes on where the first was broken off, and has nothing to do where it was not.
/// </summary>
/// <param name="options">When a time is missed.</param>
public sealed class ScheduleEngine(ScheduleOptions options)
{
    /// <summary>The local days that have times behind the mark, oldest first, before it is known how far their editions are.</summary>
    public ImmutableArray<DueDay> DueDays(StoredSchedule schedule, FireTimes times, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(times);
        var days = ImmutableArray.CreateBuilder<DueDay>();
        // A mark that was reset while the clock stood wrong may lie before the schedule was made: nothing was due then.
        var mark = schedule.HandledUntil ?? schedule.Created;
        mark = schedule.Created <= now && schedule.Created > mark ? schedule.Created : mark;
        foreach (var time in schedule.Paused ? [] : times.Between(mark, now))
        {
            var missed = now - time.At > options.MissedAfter;
            if (days.Count == 0 || days[^1].Date != time.Date)
            {
                days.Add(new DueDay(time.Date, time.At, time.At, missed));
            }
            else
            {
                var day = days[^1];
                days[^1] = day with
                {
                    // A day counts by its first time that is not missed, if it has one.
                    Due = day.Missed && !missed ? time.At : day.Due,
                    Until = time.At,
                    Missed = day.Missed && missed,
                };
            }
        }

        return days.ToImmutable();
    }

    /// <summary>What is to be done now.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="times">Its times.</param>
    /// <param name="now">The time.</param>
    /// <param name="standing">How far the edition of a day is.</param>
    public SchedulePlan Plan(
        StoredSchedule schedule,
        FireTimes times,
        DateTimeOffset now,
        Func<DateOnly, EditionStanding> standing
    )
    {
        ArgumentNullException.ThrowIfNull(standing);
        if (MarkIsWrong(schedule, now))
        {
            return SchedulePlan.Nothing with { ResetMark = now };
        }

        var days = DueDays(schedule, times, now);
        var latest = days.LastOrDefault(day => day.Missed);
        return new SchedulePlan(
            [
                .. days.Select(day => new ScheduleStep(
                    day.Date,
                    day.Due,
                    day.Until,
                    standing(day.Date) switch
                    {
                        EditionStanding.Complete => StepAction.Complete,
                        EditionStanding.Held => StepAction.Wait,
                        EditionStanding.Begun => Begun(schedule, day, now),
                        _ => Absent(schedule, day, day == latest, now),
                    }
                )),
            ],
            ResetMark: null
        );
    }

    /// <summary>True where a clock that was far ahead made the schedule's mark.</summary>
    public bool MarkIsWrong(StoredSchedule schedule, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return schedule.HandledUntil - now > options.ClockSlack;
    }

    /// <summary>One that was begun is not a time that passed unseen: it is finished even where missed ones are skipped.</summary>
    private static StepAction Begun(StoredSchedule schedule, DueDay day, DateTimeOffset now) =>
        !day.Missed ? StepAction.Make
        : IsYoung(schedule, day, now) ? StepAction.CatchUp
        : StepAction.Miss;

    private static StepAction Absent(StoredSchedule schedule, DueDay day, bool latest, DateTimeOffset now) =>
        !day.Missed ? StepAction.Make
        : schedule.Misfire switch
        {
            MisfirePolicy.All => true,
            MisfirePolicy.Once => latest,
            _ => false,
        } && IsYoung(schedule, day, now)
            ? StepAction.CatchUp
        : StepAction.Miss;

    private static bool IsYoung(StoredSchedule schedule, DueDay day, DateTimeOffset now) =>
        schedule.CatchUpWithin is not { } bound || now - day.Until <= bound;
}

/// <summary>A local day that has times behind a schedule's mark.</summary>
/// <param name="Date">The day.</param>
/// <param name="Due">The time that counts: for a missed day the first, else the first that is not missed.</param>
/// <param name="Until">The last one.</param>
/// <param name="Missed">True where all of them are missed.</param>
public readonly record struct DueDay(DateOnly Date, DateTimeOffset Due, DateTimeOffset Until, bool Missed);
