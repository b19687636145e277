using System.CommandLine;
using BriefingGen.Cli.Hosting;
using BriefingGen.Cli.Settings;
using BriefingGen.Scheduling;
using BriefingGen.Sources;
using BriefingGen.Storage;
using Microsoft.Extensions.Logging;

namespace BriefingGen.Cli.Commands;

/// <summary><c>schedule run</c>: one shot, for a person, cron or a systemd timer.</summary>
internal static class ScheduleRunCommand
{
    public static Command Create(CliHost host)
    {
        var name = ScheduleCommand.Name();
        var date = CommonOptions.Date("--date", "The local day that the edition covers. Without it: today.");
        var due = new Option<bool>("--due")
        {
            Description = "Do what the schedule owes now, missed times by its policy; nothing where it owes nothing.",
        };
        var (store, json) = (StoreOption.Create(), CommonOptions.Json());
        var command = new Command(
            "run",
            """
            Make an edition of a schedule now, or with --due whatever is due.

            Exit codes: 0 done, or nothing to do; 1 a run failed; 3 nothing to make a brief of; 5 not verified;
            6 rendering failed; 7 not delivered everywhere; 130 interrupted.
            """
        )
        {
            name,
            date,
            due,
            store,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                if (parsed.GetValue(due) && parsed.GetValue(date) is not null)
                {
                    throw new ConfigurationException("--date and --due exclude each other: what is due has its dates.");
                }

                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                var schedule = await ScheduleCommand.FindAsync(
                    opened,
                    parsed.GetRequiredValue(name),
                    cancellationToken
                );
                var settings = SettingsReader.Read(host, parsed.GetValue(CommonOptions.Config));
                using var telemetry = Telemetry.Start(settings);
                using var logs = HostLog.Create();
                var runner = Runner(host, opened, logs);
                IReadOnlyList<StoredRun> runs = parsed.GetValue(due)
                    ? await runner.RunDueAsync(schedule.Name, cancellationToken)
                    : [await runner.RunAsync(schedule, parsed.GetValue(date), cancellationToken)];
                await ScheduleCommand.PrintAsync(
                    host,
                    parsed.GetValue(json),
                    new { schema = "briefgen.schedule.run/1", runs = runs.Select(ScheduleText.Json) },
                    runs.Select(ScheduleText.Line),
                    cancellationToken
                );
                return CodeOf(runs);
            }
        );
        return command;
    }

    private static ScheduleRunner Runner(CliHost host, IBriefStore store, ILoggerFactory logs)
    {
        var log = new AlertLog(logs.CreateLogger<AlertLog>());
        IAlerts alerts = host.Desk.CreateAlerts(store) is { } more
            ? new AlertChannels([log, more], logs.CreateLogger<AlertChannels>())
            : log;
        return new ScheduleRunner(
            store,
            host.Desk.CreateMaker(store),
            alerts,
            ScheduleCommand.Calendars(host),
            host.Clock,
            new ScheduleOptions(),
            logs.CreateLogger<ScheduleRunner>()
        );
    }

    /// <summary>The gravest result counts.</summary>
    private static int CodeOf(IReadOnlyList<StoredRun> runs) =>
        runs.Any(run => run.Result == RunResult.Interrupted) ? ExitCodes.Interrupted
        : runs.Any(run => run.Result == RunResult.NotVerified) ? ExitCodes.NotVerified
        : runs.Any(run => run.Result == RunResult.NotDelivered) ? ExitCodes.Delivery
        : runs.Any(run => run.Result == RunResult.Failed) ? ExitCodes.Unexpected
        : runs.Any(run => run.Result == RunResult.Empty) ? ExitCodes.NoInput
        : ExitCodes.Done;
}
