using System.CommandLine;
using System.Globalization;
using BriefingGen.Scheduling.Times;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen.Cli.Commands;

/// <summary><c>schedule next</c>: the times that come.</summary>
internal static class ScheduleNextCommand
{
    private const int DefaultCount = 10;
    private const int MaxCount = 1000;

    public static Command Create(CliHost host)
    {
        // One of the two may be left out, so a number in the first place is a count; names that are numbers need both.
        var name = new Argument<string?>("NAME")
        {
            Description = "Name of the schedule. Without it: all of them.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var count = new Argument<int?>("N")
        {
            Description = "How many times, from 1 to 1000. Default: 10.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var (store, json) = (StoreOption.Create(), CommonOptions.Json());
        var command = new Command("next", "Print the times that come, with clock changes and days off.")
        {
            name,
            count,
            store,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (asked, number) = (parsed.GetValue(name), parsed.GetValue(count));
                if (
                    number is null
                    && int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                )
                {
                    (asked, number) = (null, first);
                }

                if (number is < 1 or > MaxCount)
                {
                    throw new ConfigurationException($"{number} times cannot be printed; expected 1 to {MaxCount}.");
                }

                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                IReadOnlyList<StoredSchedule> all = asked is null
                    ? await opened.Schedules.ListAsync(cancellationToken)
                    : [await ScheduleCommand.FindAsync(opened, asked, cancellationToken)];
                IReadOnlyList<StoredSchedule> paused = [.. all.Where(schedule => schedule.Paused)];
                // The times of a paused schedule are shown to whoever asks for it by name.
                IReadOnlyList<StoredSchedule> schedules = asked is null ? [.. all.Except(paused)] : all;
                var times = schedules
                    .SelectMany(schedule => TimesOf(host, schedule, number ?? DefaultCount))
                    .OrderBy(row => row.Time.At)
                    .ToList();
                var shown = Cut(times, number ?? DefaultCount);
                await WarnOfEndsAsync(host, schedules, shown);
                await ScheduleCommand.PrintAsync(
                    host,
                    parsed.GetValue(json),
                    new
                    {
                        schema = "briefgen.schedule.next/1",
                        times = shown.Select(row => ScheduleText.Json(row.Schedule, row.Time)),
                        paused = paused.Select(schedule => schedule.Name),
                    },
                    paused
                        .Select(ScheduleText.PausedLine)
                        .Concat(shown.Select(row => ScheduleText.Line(row.Schedule, row.Time))),
                    cancellationToken
                );
                return ExitCodes.Done;
            }
        );
        return command;
    }

    /// <summary>Says where days are shown of which a calendar does not know whether they are off.</summary>
    private static async Task WarnOfEndsAsync(
        CliHost host,
        IReadOnlyList<StoredSchedule> schedules,
        List<(string Schedule, FireTime Time)> shown
    )
    {
        foreach (var schedule in schedules)
        {
            foreach (var end in ScheduleCommand.Calendars(host).EndsOf(schedule.Calendar))
            {
                var beyond = shown.Count(row =>
                    row.Schedule == schedule.Name && row.Time.Off is null && row.Time.Date > end.Last
                );
                if (beyond > 0)
                {
                    await host.Error.WriteLineAsync(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"briefgen: warning: schedule {schedule.Name}: the calendar {end.Name} ends on {end.Last:yyyy-MM-dd}; whether later days are off is not known (times shown that come later: {beyond})."
                        )
                    );
                }
            }
        }
    }

    private static List<(string Schedule, FireTime Time)> TimesOf(CliHost host, StoredSchedule schedule, int count) =>
        Cut(
            FireTimes
                .Of(schedule, ScheduleCommand.Calendars(host))
                .Walk(host.Clock.GetUtcNow())
                .Select(time => (schedule.Name, time)),
            count
        );

    /// <summary>As many times as asked for; days off between them do not count.</summary>
    private static List<(string Schedule, FireTime Time)> Cut(
        IEnumerable<(string Schedule, FireTime Time)> rows,
        int count
    )
    {
        var kept = new List<(string, FireTime)>();
        foreach (var row in rows)
        {
            kept.Add(row);
            if (row.Time.Off is null && --count == 0)
            {
                break;
            }
        }

        return kept;
    }
}
