using System.CommandLine;
using BriefingGen.Cli.Settings;

namespace BriefingGen.Cli.Commands;

/// <summary><c>brief</c>: the second half of the main job, a brief of what the store holds.</summary>
internal static class BriefCommand
{
    public static Command Create(CliHost host)
    {
        var templates = CommonOptions.Templates();
        var date = CommonOptions.Date("--date", "The day that the brief is for. Without it: today.");
        var since = CommonOptions.Date("--since", "Leave out articles published before this day.");
        var until = CommonOptions.Date("--until", "Leave out articles published after this day.");
        var output = CommonOptions.Output();
        var formats = CommonOptions.Formats();
        var focus = CommonOptions.FocusOptions();
        var store = StoreOption.Create();
        var previous = CommonOptions.Previous();
        var json = CommonOptions.Json();
        var command = new Command("brief", "Make a brief of the articles that the store holds.")
        {
            templates,
            date,
            since,
            until,
            output,
            formats,
            focus.Story,
            focus.Actor,
            store,
            previous,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var settings = SettingsReader.Read(
                    host,
                    parsed.GetValue(CommonOptions.Config),
                    ("output", parsed.GetValue(output)),
                    ("templates", parsed.GetValue(templates))
                );
                var request = new BriefRequest(
                    TemplateFolder.Find(settings.Text("templates")),
                    settings.Text("output")!,
                    CommonOptions.FormatsOf(parsed.GetValue(formats), settings.List("formats")),
                    parsed.GetValue(date),
                    parsed.GetValue(since),
                    parsed.GetValue(until)
                )
                {
                    UnverifiedLimit = settings.UnverifiedLimit,
                    Previous = parsed.GetValue(previous),
                    Focus = CommonOptions.FocusOf(parsed, focus),
                };
                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                var pipeline = new StorePipeline(opened, host.Clock);
                var report = await ProgressDisplay.ShowAsync(
                    host,
                    progress => pipeline.BriefAsync(request, progress, cancellationToken)
                );
                await ProgressDisplay.NameAsync(host, report.SetAside, report.Notes);
                await RunCommand.PrintAsync(host, report, parsed.GetValue(json), cancellationToken);
                return RunCommand.ExitCodeOf(
                    host,
                    report,
                    strict: false,
                    "briefgen: the store holds no article; no brief was made. 'briefgen ingest INPUT…' puts articles into it."
                );
            }
        );
        return command;
    }
}
