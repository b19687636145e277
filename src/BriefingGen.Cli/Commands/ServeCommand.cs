using System.CommandLine;
using BriefingGen.Cli.Hosting;
using BriefingGen.Cli.Settings;
using BriefingGen.Scheduling;
using BriefingGen.Scheduling.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingGen.Cli.Commands;

/// <summary><c>serve</c>: the service that runs the schedules of a store.</summary>
internal static class ServeCommand
{
    public static Command Create(CliHost host)
    {
        var store = StoreOption.Create();
        var heartbeat = new Option<string?>("--heartbeat")
        {
            Description = "File that is rewritten each minute while schedules are looked after.",
            HelpName = "FILE",
        };
        var alerts = new Option<string?>("--alerts")
        {
            Description = "File that alerts are appended to, one JSON object a line.",
            HelpName = "FILE",
        };
        var late = new Option<string?>("--late-after")
        {
            Description = "A run that starts so long after its time raises an alert.",
            HelpName = "TIME",
        };
        var missed = new Option<string>("--missed-after")
        {
            Description = "A time that passed longer ago is missed: the schedule's policy decides.",
            HelpName = "TIME",
            DefaultValueFactory = _ => "1h",
        };
        var parallel = new Option<int>("--parallel")
        {
            Description = "Schedules that may run at the same time.",
            HelpName = "N",
            DefaultValueFactory = _ => 2,
        };
        parallel.Validators.Add(result =>
        {
            if (
                result.Tokens.Count == 1
                && !(int.TryParse(result.Tokens[0].Value, out var number) && number is >= 1 and <= 64)
            )
            {
                result.AddError("--parallel: expected a number from 1 to 64.");
            }
        });
        var log = new Option<string?>("--log")
        {
            Description = "Form of the log on standard error.",
            HelpName = "text|json",
        };
        log.AcceptOnlyFromAmong("text", "json");
        var command = new Command(
            "serve",
            """
            Run the schedules of a store until stopped, as a systemd or Windows service or at a terminal.

            Exit codes: 0 stopped by the Windows service manager; 1 failed; 2 usage or configuration; 130 Ctrl-C;
            143 SIGTERM. A run under way gives its edition back, and the next start goes on with it.
            """
        )
        {
            store,
            heartbeat,
            alerts,
            late,
            missed,
            parallel,
            log,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var set = SettingsReader.Read(host, parsed.GetValue(CommonOptions.Config));
                var options = new ServeOptions
                {
                    CalendarFolder = host.Desk.CalendarFolder,
                    AlertFile = parsed.GetValue(alerts),
                    Error = host.Error,
                    Redact = host.Redactor.Redact,
                    JsonLog = (parsed.GetValue(log) ?? set.Text("logging:format")) == "json",
                    Schedules = new ScheduleOptions
                    {
                        LateAfter = parsed.GetValue(late) is { } time
                            ? ScheduleText.Duration(time)
                            : set.Duration("alerts:late")!.Value,
                        MissedAfter = ScheduleText.Duration(parsed.GetRequiredValue(missed)),
                    },
                    Sweep = new SweepOptions
                    {
                        Heartbeat = parsed.GetValue(heartbeat) ?? set.Text("heartbeat:file"),
                        Parallel = parsed.GetValue(parallel),
                    },
                };
                using var telemetry = Telemetry.Start(set);
                var desk = host.Desk;
                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                return await ServiceHost.RunAsync(
                    options,
                    opened,
                    desk.CreateMaker(opened),
                    desk.CreateAlerts(opened),
                    host.Clock,
                    more: services =>
                    {
                        services.AddSingleton(set);
                        services.AddSingleton(desk);
                        services.AddHostedService<UpkeepService>();
                        services.AddHostedService<PulseService>();
                    },
                    cancellationToken
                );
            }
        );
        return command;
    }
}
