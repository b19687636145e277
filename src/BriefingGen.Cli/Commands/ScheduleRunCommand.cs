using System.Collections.Immutable;
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
        var again = new Option<bool>("--again")
        {
            Description =
                "Make it again where it failed, did not verify or found nothing. What was delivered stays as it is.",
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
            again,
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

                if (parsed.GetValue(due) && parsed.GetValue(again))
                {
                    throw new ConfigurationException(
                        "--again and --due exclude each other: a due run makes again by itself what failed within the catch-up."
                    );
                }

                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                var schedule = await ScheduleCommand.FindAsync(
                    opened,
                    parsed.GetRequiredValue(name),
                    cancellationToken
                );
                var settings = SettingsReader.Read(host, parsed.GetValue(CommonOptions.Config));
                using var telemetry = Telemetry.Start(settings);
                using var logs = HostLog.Create(host);
                var runner = Runner(host, opened, logs);
                IReadOnlyList<StoredRun> runs = parsed.GetValue(due)
                    ? await runner.RunDueAsync(schedule.Name, cancellationToken)
                    :
                    [
                        await runner.RunAsync(
                            schedule,
                            parsed.GetValue(date),
                            parsed.GetValue(again),
                            cancellationToken
                        ),
                    ];
                IReadOnlyList<StoredEdition> unfinished = parsed.GetValue(due)
                    ? await runner.UnfinishedAsync(schedule, cancellationToken)
                    : [];
                await ScheduleCommand.PrintAsync(
                    host,
                    parsed.GetValue(json),
                    new
                    {
                        schema = "briefgen.schedule.run/1",
                        runs = runs.Select(ScheduleText.Json),
                        unfinished = unfinished.Select(edition => new
                        {
                            edition = edition.Key.Date,
                            edition.State,
                            edition.Message,
                        }),
                    },
                    runs.Select(ScheduleText.Line).Concat(unfinished.Select(Unfinished)),
                    cancellationToken
                );
                return CodeOf([.. runs.Select(run => run.Result), .. unfinished.Select(ResultOf)]);
            }
        );
        return command;
    }

    private static string Unfinished(StoredEdition edition) =>
        $"{edition.Key}: not delivered yet ({edition.State.ToString().ToLowerInvariant()}); the next due run within the catch-up, or "
        + $"'schedule run {edition.Key.Schedule} --date {edition.Key.Date:yyyy-MM-dd} --again', makes it again";

    // A timer that finds nothing due must not turn green while an edition is missing.
    private static RunResult ResultOf(StoredEdition edition) =>
        edition.State switch
        {
            EditionState.Failed => RunResult.NotVerified,
            EditionState.Verified => RunResult.NotDelivered,
            _ => RunResult.Failed,
        };

    private static ScheduleRunner Runner(CliHost host, IBriefStore store, ILoggerFactory logs)
    {
        var log = new AlertLog(logs.CreateLogger<AlertLog>());
        IAlerts alerts = host.Desk.CreateAlerts(store) is { } more
            ? new AlertChannels([log, more], logs.CreateLogger<AlertChannels>(), host.Redactor.Redact)
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
    private static int CodeOf(ImmutableArray<RunResult> results) =>
        results.Contains(RunResult.Interrupted) ? ExitCodes.Interrupted
        : results.Contains(RunResult.NotVerified) ? ExitCodes.NotVerified
        : results.Contains(RunResult.NotDelivered) ? ExitCodes.Delivery
        : results.Contains(RunResult.Failed) ? ExitCodes.Unexpected
        : results.Contains(RunResult.Empty) ? ExitCodes.NoInput
        : ExitCodes.Done;
}
