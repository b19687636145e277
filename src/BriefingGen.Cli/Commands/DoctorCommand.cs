using System.CommandLine;
using System.Text.Json;

namespace BriefingGen.Cli.Commands;

/// <summary><c>doctor</c>: looks whether everything that an unattended morning needs is there.</summary>
internal static class DoctorCommand
{
    public static Command Create(CliHost host)
    {
        var online = new Option<bool>("--online")
        {
            Description = "Also fetch each feed and reach each mail and SFTP server.",
        };
        var store = StoreOption.Create();
        var json = CommonOptions.Json();
        var command = new Command(
            "doctor",
            """
            Check settings, store, templates, schedules, feeds, targets, fonts, clock and disk.

            Exit codes: 0 nothing is wrong (warnings are told); 1 something is.
            """
        )
        {
            online,
            store,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var doctor = new Doctor(host, parsed.GetValue(CommonOptions.Config), parsed.GetValue(store));
                var findings = await doctor.ExamineAsync(parsed.GetValue(online), cancellationToken);
                var text = parsed.GetValue(json)
                    ? JsonSerializer.Serialize(new { schema = "briefgen.doctor/1", findings }, JsonSummary.Options)
                    : string.Join(
                        '\n',
                        findings.Select(finding => $"{finding.Level, -7} {finding.Of}: {finding.Words}")
                    );
                await host.Out.WriteLineAsync(text.AsMemory(), cancellationToken);
                return findings.Any(finding => finding.Level == FindingLevel.Wrong)
                    ? ExitCodes.Unexpected
                    : ExitCodes.Done;
            }
        );
        return command;
    }
}
