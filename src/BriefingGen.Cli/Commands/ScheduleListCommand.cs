using System.CommandLine;
using BriefingGen.Scheduling.Times;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen.Cli.Commands;

/// <summary><c>schedule list</c>: every schedule with its next time.</summary>
internal static class ScheduleListCommand
{
    public static Command Create(CliHost host)
    {
        var (store, json) = (StoreOption.Create(), CommonOptions.Json());
        var command = new Command("list", "List schedules, each with its next time.") { store, json };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                var rows = (await opened.Schedules.ListAsync(cancellationToken))
                    .Select(schedule => (Schedule: schedule, Next: NextOf(host, schedule)))
                    .ToList();
                await ScheduleCommand.PrintAsync(
                    host,
                    parsed.GetValue(json),
                    new
                    {
                        schema = "briefgen.schedule.list/1",
                        schedules = rows.Select(row => ScheduleText.Json(row.Schedule, row.Next)),
                    },
                    rows.Select(row => ScheduleText.Line(row.Schedule, row.Next)),
                    cancellationToken
                );
                return ExitCodes.Done;
            }
        );
        return command;
    }

    /// <summary>A calendar that is broken now must not hide the other schedules.</summary>
    private static FireTime? NextOf(CliHost host, StoredSchedule schedule)
    {
        try
        {
            return FireTimes.Of(schedule, ScheduleCommand.Calendars(host)).Next(host.Clock.GetUtcNow());
        }
        catch (ConfigurationException exception)
        {
            host.Error.WriteLine($"briefgen: schedule {schedule.Name}: {exception.Message}");
            return null;
        }
    }
}
