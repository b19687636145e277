using System.CommandLine;
using System.Text.RegularExpressions;
using BriefingGen.Cli.Settings;
using BriefingGen.Scheduling.Times;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen.Cli.Commands;

/// <summary><c>schedule add</c>: adds a schedule or replaces one.</summary>
internal static partial class ScheduleAddCommand
{
    private static readonly TimeSpan DefaultCatchUp = TimeSpan.FromHours(36);

    public static Command Create(CliHost host)
    {
        var name = ScheduleCommand.Name();
        var inputs = new Argument<string[]>("INPUT")
        {
            Description = "Files, folders, globs and addresses to read beside those of the profile.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var cron = new Option<string>("--cron")
        {
            Description = "Five fields of crontab, or six or seven with seconds first (Quartz).",
            HelpName = "EXPR",
            Required = true,
        };
        var zone = new Option<string>("--zone")
        {
            Description = "Time zone by its IANA name, such as Europe/Brussels.",
            HelpName = "IANA",
            Required = true,
        };
        var calendar = new Option<string?>("--calendar")
        {
            Description = "Days off: weekdays, business, a file in the folder of calendars; several joined with +.",
            HelpName = "NAME",
        };
        var misfire = new Option<string>("--misfire")
        {
            Description = "Missed times: skip them, make one edition for the latest (once), or one for each (all).",
            HelpName = "skip|once|all",
            DefaultValueFactory = _ => "once",
        };
        misfire.AcceptOnlyFromAmong("skip", "once", "all");
        var within = new Option<string?>("--catch-up-within")
        {
            Description =
                "A missed time that is older is not caught up, such as 36h. Default: 36h for once, no bound for all.",
            HelpName = "TIME",
        };
        var profile = new Option<string?>("--profile")
        {
            Description = "Profile of the configuration that says inputs, feeds, templates, formats and targets.",
            HelpName = "NAME",
        };
        var (store, json) = (StoreOption.Create(), CommonOptions.Json());
        var command = new Command("add", "Add a schedule, or replace the one of that name.")
        {
            name,
            inputs,
            cron,
            zone,
            calendar,
            misfire,
            within,
            profile,
            store,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var policy = Enum.Parse<MisfirePolicy>(parsed.GetRequiredValue(misfire), ignoreCase: true);
                var now = host.Clock.GetUtcNow();
                var schedule = new StoredSchedule(
                    parsed.GetRequiredValue(name),
                    parsed.GetRequiredValue(cron),
                    parsed.GetRequiredValue(zone),
                    parsed.GetValue(calendar),
                    policy,
                    parsed.GetValue(within) is { } bound ? ScheduleText.Duration(bound)
                        : policy == MisfirePolicy.Once ? DefaultCatchUp
                        : null,
                    parsed.GetValue(profile),
                    [.. parsed.GetValue(inputs) ?? []],
                    Paused: false,
                    Created: now,
                    // What the old times of a replaced schedule owed is not owed by the new ones.
                    HandledUntil: now
                );
                var next = Check(host, schedule);
                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                await opened.Schedules.SaveAsync(schedule, cancellationToken);
                await ScheduleCommand.PrintAsync(
                    host,
                    parsed.GetValue(json),
                    new { schema = "briefgen.schedule.add/1", schedule = ScheduleText.Json(schedule, next) },
                    [ScheduleText.Line(schedule, next)],
                    cancellationToken
                );
                return ExitCodes.Done;
            }
        );
        return command;
    }

    private static FireTime? Check(CliHost host, StoredSchedule schedule)
    {
        if (!Name().IsMatch(schedule.Name) || schedule.Name == "manual")
        {
            throw new ConfigurationException(
                $"'{schedule.Name}' cannot name a schedule; expected lower-case letters, digits and hyphens, and not 'manual'."
            );
        }

        foreach (var input in schedule.Inputs.Where(input => !IsThere(input)))
        {
            throw new ConfigurationException(
                $"schedule {schedule.Name}: '{input}' does not exist (looked for below {Environment.CurrentDirectory}); make it first, or name it in full."
            );
        }

        if (schedule.Profile is not null)
        {
            // A misspelt profile is told of now, not in the morning.
            new ProfileSettings(SettingsReader.Read(host, host.ConfigFile)).PlanOf(schedule);
        }

        var next = FireTimes.Of(schedule, ScheduleCommand.Calendars(host)).Next(host.Clock.GetUtcNow());
        return next
            ?? throw new ConfigurationException(
                $"'{schedule.Cron}' names no time within forty years that the calendar leaves."
            );
    }

    private static bool IsThere(string input)
    {
        if (input.Contains("://", StringComparison.Ordinal) || Path.Exists(input))
        {
            return true;
        }

        // Of a pattern the folder must be there; what matches it may come later.
        var star = input.IndexOfAny(['*', '?']);
        var slash = star < 0 ? -1 : input[..star].LastIndexOf('/');
        return star >= 0 && (slash < 0 || Directory.Exists(input[..(slash + 1)]));
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
