using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using BriefingGen.Cli.Settings;
using BriefingGen.Composition;
using BriefingGen.Sources;

namespace BriefingGen.Cli.Commands;

/// <summary><c>render</c>: a brief of facts that were extracted before, for authors of templates.</summary>
internal static class RenderCommand
{
    public static Command Create(CliHost host)
    {
        var facts = new Option<string>("--facts")
        {
            Description = "The facts: what 'extract' printed. The articles must lie where they lay.",
            HelpName = "FILE",
            Required = true,
        };
        var watch = new Option<bool>("--watch")
        {
            Description = "Render again whenever a template changes, until Ctrl-C.",
        };
        var templates = CommonOptions.Templates();
        var date = CommonOptions.Date("--date", "The day that the brief is for. Without it: today.");
        var output = CommonOptions.Output();
        var formats = CommonOptions.Formats();
        var focus = CommonOptions.FocusOptions();
        var previous = CommonOptions.Previous();
        var json = CommonOptions.Json();
        var command = new Command("render", "Fuse, compose and render facts that were extracted before.")
        {
            facts,
            watch,
            templates,
            date,
            output,
            formats,
            focus.Story,
            focus.Actor,
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
                var file = parsed.GetRequiredValue(facts);
                if (!File.Exists(file))
                {
                    throw new ConfigurationException($"{file}: there is no such file of facts.");
                }

                var request = new RunRequest(
                    [file],
                    TemplateFolder.Find(settings.Text("templates")),
                    settings.Text("output")!,
                    CommonOptions.FormatsOf(parsed.GetValue(formats), settings.List("formats")),
                    parsed.GetValue(date)
                )
                {
                    UnverifiedLimit = settings.UnverifiedLimit,
                    Focus = CommonOptions.FocusOf(parsed, focus),
                    Previous = parsed.GetValue(previous),
                };
                var renderer = await FactsRenderer.LoadAsync(file, request.Templates, host.Clock, cancellationToken);
                if (parsed.GetValue(watch))
                {
                    return await WatchAsync(host, renderer, request, cancellationToken);
                }

                var report = renderer.Render(request, cancellationToken);
                await RunCommand.PrintAsync(host, report, parsed.GetValue(json), cancellationToken);
                return RunCommand.ExitCodeOf(host, report, strict: false);
            }
        );
        return command;
    }

    private static async Task<int> WatchAsync(
        CliHost host,
        FactsRenderer renderer,
        RunRequest request,
        CancellationToken cancellationToken
    )
    {
        using var watch = new TemplateWatch(request.Templates, host.Clock);
        do
        {
            await RenderAsync(host, renderer, request, cancellationToken);
        } while (await watch.ChangedAsync(cancellationToken));

        return ExitCodes.Done;
    }

    // A template in the middle of a change is wrong for a moment: it is named, and the watch goes on.
    private static async Task RenderAsync(
        CliHost host,
        FactsRenderer renderer,
        RunRequest request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            var report = renderer.Render(request, cancellationToken);
            var took = Stopwatch.GetElapsedTime(started);
            if (report.Withheld is { } reason)
            {
                await host.Error.WriteLineAsync($"briefgen: the brief is withheld: {reason}");
                return;
            }

            await host.Error.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"briefgen: rendered {string.Join(", ", report.Files.Select(Path.GetFileName))} in {took.TotalSeconds:0.00} s; watching {request.Templates}"
                )
            );
        }
        catch (Exception exception)
            when (exception
                    is ConfigurationException
                        or RenderingException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            await host.Error.WriteLineAsync($"briefgen: {exception.Message}");
        }
    }
}
