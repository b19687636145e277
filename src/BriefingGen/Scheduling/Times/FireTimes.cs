using BriefingGen.Scheduling.Calendars;
using BriefingGen.Sources;
using BriefingGen.Storage;
using Quartz;

namespace BriefingGen.Scheduling.Times;

/// <summary>
/// When a schedule is due. Cron names local times; each is due once: one that the clock shows twice at its first showing,
/// one that the clock skips at the first instant behind the gap (several skipped ones together). A day that a zone skips
/// whole, and a day off in the calendar, has no times. Immutable; times strictly increase.
/// </summary>
public sealed class FireTimes
{
    // 29 February on a weekday comes every 28 years, but for the years around 2100: 40.
    private const int HorizonYears = 41;

    private readonly CronExpression _cron;
    private readonly DayCalendar _calendar;
    private readonly WallClock _clock;

    private FireTimes(CronExpression cron, TimeZoneInfo zone, DayCalendar calendar)
    {
        _cron = cron;
        _calendar = calendar;
        _clock = new WallClock(zone);
    }

    /// <summary>The times of a schedule.</summary>
    /// <param name="schedule">The schedule; only cron, zone and calendar count.</param>
    /// <param name="calendars">Where its calendar is found.</param>
    /// <exception cref="ConfigurationException">Cron, zone or calendar is wrong.</exception>
    public static FireTimes Of(StoredSchedule schedule, CalendarFolder calendars)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(calendars);
        return Of(schedule.Cron, schedule.TimeZone, calendars.Find(schedule.Calendar));
    }

    /// <summary>The times of an expression.</summary>
    /// <param name="cron">Five fields of crontab, or Quartz's six or seven.</param>
    /// <param name="zone">IANA name of the time zone.</param>
    /// <param name="calendar">Days off.</param>
    /// <exception cref="ConfigurationException">Cron or zone is wrong.</exception>
    public static FireTimes Of(string cron, string zone, DayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new FireTimes(CronText.Parse(cron), Zones.Find(zone), calendar);
    }

    /// <summary>The local day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(_clock.Read(instant));

    /// <summary>An instant with the zone's offset.</summary>
    public DateTimeOffset Localize(DateTimeOffset instant) => _clock.Localize(instant);

    /// <summary>The first time after an instant; null where none comes within forty years.</summary>
    public FireTime? Next(DateTimeOffset after)
    {
        foreach (var time in Walk(after))
        {
            if (time.Off is null)
            {
                return time;
            }
        }

        return null;
    }

    /// <summary>Times after one instant and until another, that one included, in order.</summary>
    public IEnumerable<FireTime> Between(DateTimeOffset after, DateTimeOffset until) =>
        Walk(after).TakeWhile(time => time.At <= until).Where(time => time.Off is null);

    /// <summary>Times after an instant, each day off told once by its first time. Ends after forty years without a time.</summary>
    public IEnumerable<FireTime> Walk(DateTimeOffset after)
    {
        // No earlier reading can be due later: the first instant of a reading never falls as readings rise.
        var wall = _clock.Read(after);
        var horizon = Add(wall, HorizonYears);
        var last = after;
        while (NextReading(wall) is { } next && next <= horizon)
        {
            wall = next;
            var time = TimeOf(wall);
            if (time.Off is not null)
            {
                wall = wall.Date.AddDays(1).AddSeconds(-1);
                if (time.At > after)
                {
                    yield return time;
                }
            }
            else if (time.At > last)
            {
                last = time.At;
                horizon = Add(wall, HorizonYears);
                yield return time;
            }
        }
    }

    private FireTime TimeOf(DateTime wall)
    {
        var reading = _clock.Resolve(wall);
        return new FireTime(
            reading.At,
            wall,
            reading.Change,
            reading.CoversDay ? "the time zone skips this day" : _calendar.WhyOff(DateOnly.FromDateTime(wall))
        );
    }

    private DateTime? NextReading(DateTime wall)
    {
        // The window of the wall clock reaches a day to both sides.
        if (wall.Year is < 2 or > 9997)
        {
            return null;
        }

        var next = _cron.GetNextValidTimeAfter(new DateTimeOffset(DateTime.SpecifyKind(wall, DateTimeKind.Utc)));
        return next is { } found ? DateTime.SpecifyKind(found.UtcDateTime, DateTimeKind.Unspecified) : null;
    }

    private static DateTime Add(DateTime wall, int years) =>
        wall.Year + years > 9998 ? new DateTime(9998, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) : wall.AddYears(years);
}
