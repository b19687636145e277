using System.CommandLine;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen.Cli.Commands;

/// <summary><c>schedule pause</c>, <c>resume</c> and <c>remove</c>.</summary>
internal static class ScheduleStateCommands
{
    public static Command Pause(CliHost host) =>
        Create(
            host,
            "pause",
            "Stop a schedule until it is resumed. A run that is under way ends as usual.",
            (store, schedule, cancellationToken) =>
                store.Schedules.SaveAsync(schedule with { Paused = true }, cancellationToken)
        );

    public static Command Resume(CliHost host) =>
        Create(
            host,
            "resume",
            "Let a paused schedule go on. Times that passed while it was paused are not caught up.",
            (store, schedule, cancellationToken) =>
                store.Schedules.SaveAsync(
                    schedule.Paused
                        ? schedule with
                        {
                            Paused = false,
                            HandledUntil = host.Clock.GetUtcNow(),
                        }
                        : schedule,
                    cancellationToken
                )
        );

    public static Command Remove(CliHost host) =>
        Create(
            host,
            "remove",
            "Remove a schedule. Its editions and runs stay.",
            async (store, schedule, cancellationToken) =>
            {
                if (!await store.Schedules.RemoveAsync(schedule.Name, cancellationToken))
                {
                    throw new ConfigurationException($"There is no schedule '{schedule.Name}' any more.");
                }
            }
        );

    private static Command Create(
        CliHost host,
        string verb,
        string description,
        Func<IBriefStore, StoredSchedule, CancellationToken, Task> change
    )
    {
        var name = ScheduleCommand.Name();
        var (store, json) = (StoreOption.Create(), CommonOptions.Json());
        var command = new Command(verb, description) { name, store, json };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                var schedule = await ScheduleCommand.FindAsync(
                    opened,
                    parsed.GetRequiredValue(name),
                    cancellationToken
                );
                await change(opened, schedule, cancellationToken);
                await ScheduleCommand.PrintAsync(
                    host,
                    parsed.GetValue(json),
                    new { schema = $"briefgen.schedule.{verb}/1", schedule = schedule.Name },
                    [],
                    cancellationToken
                );
                return ExitCodes.Done;
            }
        );
        return command;
    }
}
