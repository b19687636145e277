using System.CommandLine;
using System.Text.Json;
using BriefingGen.Scheduling.Calendars;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen.Cli.Commands;

/// <summary><c>schedule</c>: the schedules of a store, and their runs.</summary>
internal static class ScheduleCommand
{
    public static Command Create(CliHost host)
    {
        var command = new Command(
            "schedule",
            """
            Schedules: when editions are made, and what is done about missed times.

            A local time that the clock skips is due once, at the first instant after the gap; one that the clock shows
            twice is due once, the first time. The times of one local day make one edition.
            """
        );
        command.Subcommands.Add(ScheduleAddCommand.Create(host));
        command.Subcommands.Add(ScheduleListCommand.Create(host));
        command.Subcommands.Add(ScheduleNextCommand.Create(host));
        command.Subcommands.Add(ScheduleRunCommand.Create(host));
        command.Subcommands.Add(ScheduleStateCommands.Pause(host));
        command.Subcommands.Add(ScheduleStateCommands.Resume(host));
        command.Subcommands.Add(ScheduleStateCommands.Remove(host));
        command.Subcommands.Add(ScheduleHistoryCommand.Create(host));
        return command;
    }

    /// <summary>The argument NAME.</summary>
    public static Argument<string> Name() =>
        new("NAME") { Description = "Name of the schedule: lower-case letters, digits and hyphens." };

    /// <summary>The desk's calendars.</summary>
    public static CalendarFolder Calendars(CliHost host) => new(host.Desk.CalendarFolder);

    /// <summary>The schedule of a name.</summary>
    /// <exception cref="ConfigurationException">There is none.</exception>
    public static async Task<StoredSchedule> FindAsync(
        IBriefStore store,
        string name,
        CancellationToken cancellationToken
    ) =>
        await store.Schedules.FindAsync(name, cancellationToken)
        ?? throw new ConfigurationException($"There is no schedule '{name}'; 'briefgen schedule list' names them.");

    /// <summary>Prints lines for people, or one document for scripts.</summary>
    public static async Task PrintAsync(
        CliHost host,
        bool json,
        object document,
        IEnumerable<string> lines,
        CancellationToken cancellationToken
    )
    {
        if (json)
        {
            var text = JsonSerializer.Serialize(document, JsonSummary.Options);
            await host.Out.WriteLineAsync(text.AsMemory(), cancellationToken);
            return;
        }

        foreach (var line in lines)
        {
            await host.Out.WriteLineAsync(line.AsMemory(), cancellationToken);
        }
    }
}
