using System.Globalization;
using BriefingGen.Scheduling.Times;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen.Cli.Commands;

/// <summary>How schedules, their times and their runs are shown.</summary>
internal static class ScheduleText
{
    /// <summary>A schedule for scripts.</summary>
    public static object Json(StoredSchedule schedule, FireTime? next) =>
        new
        {
            schedule.Name,
            schedule.Cron,
            schedule.TimeZone,
            schedule.Calendar,
            misfire = Word(schedule.Misfire),
            catchUpWithinHours = schedule.CatchUpWithin?.TotalHours,
            schedule.Profile,
            schedule.Inputs,
            schedule.Paused,
            schedule.Created,
            schedule.HandledUntil,
            next = next?.At,
        };

    /// <summary>A schedule in a line.</summary>
    public static string Line(StoredSchedule schedule, FireTime? next) =>
        $"{schedule.Name}  {schedule.Cron}  {schedule.TimeZone}"
        + (schedule.Calendar is null ? "" : $"  {schedule.Calendar}")
        + $"  {Word(schedule.Misfire)}"
        + (schedule.CatchUpWithin is { } bound ? $" within {Hours(bound)}" : "")
        + (
            schedule.Paused ? "  paused"
            : next is { } time ? $"  next {Time(time.At)}"
            : "  never due again"
        );

    /// <summary>What is said of a paused schedule.</summary>
    public static string PausedLine(StoredSchedule schedule) =>
        $"{schedule.Name}  paused: nothing runs until 'briefgen schedule resume {schedule.Name}'";

    /// <summary>A time of a schedule for scripts.</summary>
    public static object Json(string schedule, FireTime time) =>
        new
        {
            schedule,
            time.At,
            edition = time.Date,
            local = time.Local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            clockChange = Word(time.Change),
            off = time.Off,
        };

    /// <summary>A time of a schedule in a line.</summary>
    public static string Line(string schedule, FireTime time) =>
        time.Off is not null
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{time.Date:yyyy-MM-dd}        -         {time.Date:ddd}  {schedule}  (off: {time.Off})"
            )
            : string.Create(CultureInfo.InvariantCulture, $"{Time(time.At)}  {time.Date:ddd}  {schedule}")
                + time.Change switch
                {
                    ClockChange.Skipped => string.Create(
                        CultureInfo.InvariantCulture,
                        $"  (the clock skips {time.Local:HH:mm}; due right after)"
                    ),
                    ClockChange.Repeated => string.Create(
                        CultureInfo.InvariantCulture,
                        $"  (the clock shows {time.Local:HH:mm} twice; due the first time)"
                    ),
                    _ => "",
                };

    /// <summary>A run for scripts.</summary>
    public static object Json(StoredRun run) =>
        new
        {
            run.Id,
            schedule = run.Edition.Schedule,
            edition = run.Edition.Date,
            trigger = Word(run.Trigger),
            run.Due,
            run.Started,
            run.Ended,
            result = Word(run.Result),
            run.Message,
            run.Articles,
            run.Facts,
            run.SetAside,
        };

    /// <summary>A run in a line.</summary>
    public static string Line(StoredRun run) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Started:yyyy-MM-dd HH:mm:ss zzz}  {run.Edition.Schedule} {run.Edition.Date:yyyy-MM-dd}  {Word(run.Trigger)}  {Word(run.Result)}"
        )
        + (run.Result == RunResult.Done ? $"  {run.Articles} articles, {run.Facts} facts" : "")
        + (run.Message is null ? "" : $"  {run.Message}");

    /// <summary>A name of the code in lower-case words with hyphens.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Reads a length of time such as <c>36h</c>, <c>90m</c>, <c>3d</c>.</summary>
    /// <exception cref="ConfigurationException">It is none.</exception>
    public static TimeSpan Duration(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (
            text.Length is >= 2 and <= 8
            && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            switch (text[^1])
            {
                case 'm':
                    return TimeSpan.FromMinutes(number);
                case 'h':
                    return TimeSpan.FromHours(number);
                case 'd':
                    return TimeSpan.FromDays(number);
                default:
                    break;
            }
        }

        throw new ConfigurationException($"'{text}' is no length of time; expected such as 36h, 90m or 3d.");
    }

    private static string Hours(TimeSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.##}h");

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
