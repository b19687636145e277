using System.CommandLine;
using System.Text.Json;
using BriefingGen.Cli.Settings;
using BriefingGen.Sources;

namespace BriefingGen.Cli.Commands;

/// <summary><c>ingest</c>: the first half of the main job, articles and their facts into the store.</summary>
internal static class IngestCommand
{
    public static Command Create(CliHost host)
    {
        var inputs = CommonOptions.Inputs();
        var templates = CommonOptions.Templates();
        var store = StoreOption.Create();
        var links = CommonOptions.FollowLinks();
        var strict = CommonOptions.Strict();
        var json = CommonOptions.Json();
        var command = new Command("ingest", "Read articles into the store and extract their facts.")
        {
            inputs,
            templates,
            store,
            links,
            strict,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var settings = SettingsReader.Read(
                    host,
                    parsed.GetValue(CommonOptions.Config),
                    ("templates", parsed.GetValue(templates))
                );
                var folder = TemplateFolder.Find(settings.Text("templates"));
                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                using var fetcher = DeskWiring.FetcherFor(parsed.GetRequiredValue(inputs), settings, host.Clock);
                var pipeline = new StorePipeline(opened, host.Clock, fetcher)
                {
                    Scope = new InputScope
                    {
                        FollowLinks = parsed.GetValue(links) || settings.Flag("followLinks"),
                        Output = settings.Text("output"),
                    },
                };
                var report = await ProgressDisplay.ShowAsync(
                    host,
                    progress =>
                        pipeline.IngestAsync(
                            parsed.GetRequiredValue(inputs),
                            folder,
                            host.OpenInput,
                            progress,
                            cancellationToken
                        )
                );
                await ProgressDisplay.NameAsync(host, report.SetAside, report.Notes);
                await PrintAsync(host, report, parsed.GetValue(json), cancellationToken);
                return report.Articles.IsEmpty ? ExitCodes.NoInput
                    : parsed.GetValue(strict) && report.SetAside.Length > 0 ? ExitCodes.SetAside
                    : ExitCodes.Done;
            }
        );
        return command;
    }

    private static async Task PrintAsync(
        CliHost host,
        IntakeReport report,
        bool json,
        CancellationToken cancellationToken
    )
    {
        var summary = json
            ? JsonSerializer.Serialize(
                new
                {
                    schema = "briefgen.ingest/1",
                    articles = report.Articles.Length,
                    added = report.Added,
                    facts = report.Facts,
                    setAside = report.SetAside,
                    notes = report.Notes,
                },
                JsonSummary.Options
            )
            : $"{report.Articles.Length} articles, {report.Added} new with {report.Facts} facts; {report.SetAside.Length} inputs set aside";
        await host.Out.WriteLineAsync(summary.AsMemory(), cancellationToken);
    }
}
