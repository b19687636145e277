using System.CommandLine;
using System.Text.Json;
using BriefingGen.Cli.Settings;
using BriefingGen.Sources;
using BriefingGen.Sources.Fetching;

namespace BriefingGen.Cli.Commands;

/// <summary><c>run</c>: the main job, articles in and a brief out.</summary>
internal static class RunCommand
{
    public static Command Create(CliHost host)
    {
        var inputs = CommonOptions.Inputs();
        var templates = CommonOptions.Templates();
        var date = CommonOptions.Date("--date", "The day that the brief is for. Without it: today.");
        var since = CommonOptions.Date("--since", "Leave out articles published before this day.");
        var output = CommonOptions.Output();
        var formats = CommonOptions.Formats();
        var focus = CommonOptions.FocusOptions();
        var store = StoreOption.Create();
        store.Description =
            "Keep articles and facts in this store, too: a file, sqlite:FILE, or a PostgreSQL connection string.";
        var previous = CommonOptions.Previous();
        var links = CommonOptions.FollowLinks();
        var strict = CommonOptions.Strict();
        var json = CommonOptions.Json();
        var command = new Command(
            "run",
            """
            Read articles, extract, fuse, compose and render one brief.

            The formats are pdf (pages to read), xlsx (a workbook of the facts), html (each line opens its source), md and
            json (all data, for verify and for programs).

            Exit codes: 0 done, inputs that were set aside are named; 1 unexpected error, or the store failed;
            2 usage, configuration or templates; 3 no article was left to make a brief of; 4 inputs were set aside, under
            --strict; 5 verification failed; 6 a format could not be rendered or written; 130 interrupted.
            """
        )
        {
            inputs,
            templates,
            date,
            since,
            output,
            formats,
            focus.Story,
            focus.Actor,
            store,
            previous,
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
                    ("output", parsed.GetValue(output)),
                    ("templates", parsed.GetValue(templates))
                );
                var request = new RunRequest(
                    parsed.GetRequiredValue(inputs),
                    TemplateFolder.Find(settings.Text("templates")),
                    settings.Text("output")!,
                    CommonOptions.FormatsOf(parsed.GetValue(formats), settings.List("formats")),
                    parsed.GetValue(date),
                    parsed.GetValue(since)
                )
                {
                    UnverifiedLimit = settings.UnverifiedLimit,
                    Previous = parsed.GetValue(previous),
                    Focus = CommonOptions.FocusOf(parsed, focus),
                    FollowLinks = parsed.GetValue(links) || settings.Flag("followLinks"),
                };
                using var fetcher = DeskWiring.FetcherFor(request.Inputs, settings, host.Clock);
                var report = await ProgressDisplay.ShowAsync(
                    host,
                    progress =>
                        parsed.GetValue(store) is not { } connection
                            ? BriefingPipeline
                                .Create(host.Clock, fetcher)
                                .RunAsync(request, host.OpenInput, progress, cancellationToken)
                            : RunOverStoreAsync(host, connection, request, fetcher, progress, cancellationToken)
                );
                await ProgressDisplay.NameAsync(host, report.SetAside, report.Notes);
                await PrintAsync(host, report, parsed.GetValue(json), cancellationToken);
                return ExitCodeOf(host, report, parsed.GetValue(strict));
            }
        );
        return command;
    }

    private static async Task<RunReport> RunOverStoreAsync(
        CliHost host,
        string connection,
        RunRequest request,
        IWebFetcher? fetcher,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        await using var store = await StoreOption.OpenAsync(host, connection, cancellationToken);
        return await new StorePipeline(store, host.Clock, fetcher)
        {
            Scope = new InputScope { FollowLinks = request.FollowLinks, Output = request.Output },
        }.RunAsync(request, host.OpenInput, progress, cancellationToken);
    }

    internal static int ExitCodeOf(
        CliHost host,
        RunReport report,
        bool strict,
        string nothing = "briefgen: no input could be read; no brief was made."
    )
    {
        if (report.Brief is null)
        {
            host.Error.WriteLine(
                report.OutsideDays > 0
                    ? $"briefgen: no article is left: all {report.OutsideDays} that could be read were published outside of the days asked for (--since, --until); no brief was made."
                    : nothing
            );
            return ExitCodes.NoInput;
        }

        if (report.Withheld is { } reason)
        {
            host.Error.WriteLine($"briefgen: the brief is withheld, and no file was written: {reason}");
            return ExitCodes.NotVerified;
        }

        return strict && report.SetAside.Length > 0 ? ExitCodes.SetAside : ExitCodes.Done;
    }

    internal static async Task PrintAsync(
        CliHost host,
        RunReport report,
        bool json,
        CancellationToken cancellationToken
    )
    {
        foreach (var statement in report.Brief?.Coverage.LeftOut ?? [])
        {
            await host.Error.WriteLineAsync($"briefgen: left out, because it does not verify: {statement}");
        }

        if (json)
        {
            await host.Out.WriteLineAsync(Summary(report).AsMemory(), cancellationToken);
            return;
        }

        foreach (var file in report.Files)
        {
            await host.Out.WriteLineAsync(file.AsMemory(), cancellationToken);
        }

        if (report.Brief is { } brief)
        {
            await host.Error.WriteLineAsync(
                $"briefgen: {brief.Coverage.Read} articles from {brief.Coverage.Origins} origins, {brief.Facts.Claims.Length} claims, "
                    + $"{brief.Facts.Events.Length} events, {brief.Facts.Disagreements.Length} disagreements, {brief.Statements.Length} statements; "
                    + $"{report.SetAside.Length} inputs set aside, {brief.Coverage.LeftOut.Length} statements left out."
            );
        }
    }

    private static string Summary(RunReport report) =>
        JsonSerializer.Serialize(
            new
            {
                schema = "briefgen.run/1",
                edition = report.Brief?.Masthead.Edition,
                files = report.Files,
                articles = report.Brief?.Coverage.Read ?? 0,
                copies = report.Brief?.Coverage.Copies ?? 0,
                origins = report.Brief?.Coverage.Origins ?? 0,
                claims = report.Brief?.Facts.Claims.Length ?? 0,
                events = report.Brief?.Facts.Events.Length ?? 0,
                disagreements = report.Brief?.Facts.Disagreements.Length ?? 0,
                statements = report.Brief?.Statements.Length ?? 0,
                leftOut = report.Brief?.Coverage.LeftOut ?? [],
                withheld = report.Withheld,
                setAside = report.SetAside,
                notes = report.Notes,
            },
            JsonSummary.Options
        );
}
