using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingGen.Fusion.Reviews;
using BriefingGen.Sources;

namespace BriefingGen.Cli.Commands;

/// <summary><c>review</c>: takes the decisions of a workbook's Review sheet into the store, and shows them.</summary>
internal static class ReviewCommand
{
    private static readonly JsonSerializerOptions s_lines = new(JsonSummary.Options)
    {
        WriteIndented = false,
        Converters = { new JsonStringEnumConverter<ReviewVerdict>(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Command Create(CliHost host) =>
        new("review", "The decisions of reviewers: take them from a workbook, list them, export them.")
        {
            Apply(host),
            List(host),
            Export(host),
        };

    private static Command Apply(CliHost host)
    {
        var file = new Argument<string>("FILE") { Description = "A brief.xlsx whose Review sheet was filled in." };
        var brief = new Option<string?>("--brief")
        {
            Description = "The brief.json of the same edition. Without it: the one beside FILE.",
            HelpName = "FILE",
        };
        var overrule = new Option<bool>("--overrule")
        {
            Description = "Let a decision stand against an earlier one of another reviewer.",
        };
        var store = StoreOption.Create();
        var json = CommonOptions.Json();
        var command = new Command(
            "apply",
            """
            Check every row of a workbook's Review sheet and log its decisions: all of them, or none.

            Decisions: accept; reject (the line is not printed again); edit actor (NewValue: an actor of the brief, by slug or
            name); edit date (NewValue: yyyy-mm-dd); merge (NewValue: id of the fact that it is the same as); split.
            """
        )
        {
            file,
            brief,
            overrule,
            store,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var path = parsed.GetRequiredValue(file);
                var beside = parsed.GetValue(brief) ?? Path.Combine(Path.GetDirectoryName(path) ?? "", "brief.json");
                RequireFiles(path, beside);
                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                var earlier = await opened.Decisions.ListAsync(null, cancellationToken);
                var report = Check(host, path, beside, earlier, parsed.GetValue(overrule));
                foreach (var problem in report.Problems)
                {
                    await host.Error.WriteLineAsync($"briefgen: {path}: {problem}");
                }

                if (!report.Problems.IsEmpty)
                {
                    await host.Error.WriteLineAsync("briefgen: nothing was taken.");
                    return ExitCodes.Usage;
                }

                await opened.Decisions.AppendAsync(report.Decisions, cancellationToken);
                await PrintAsync(host, path, report, parsed.GetValue(json), cancellationToken);
                return ExitCodes.Done;
            }
        );
        return command;
    }

    private static Command List(CliHost host)
    {
        var store = StoreOption.Create();
        var command = new Command("list", "Show the decisions of the store, oldest first.") { store };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                foreach (var decision in await opened.Decisions.ListAsync(null, cancellationToken))
                {
                    await host.Out.WriteLineAsync(ReviewWords.Line(decision).AsMemory(), cancellationToken);
                }

                return ExitCodes.Done;
            }
        );
        return command;
    }

    private static Command Export(CliHost host)
    {
        var store = StoreOption.Create();
        var command = new Command("export", "Print the decisions of the store as JSON Lines.") { store };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                foreach (var decision in await opened.Decisions.ListAsync(null, cancellationToken))
                {
                    var line = JsonSerializer.Serialize(decision, s_lines);
                    await host.Out.WriteLineAsync(line.AsMemory(), cancellationToken);
                }

                return ExitCodes.Done;
            }
        );
        return command;
    }

    private static void RequireFiles(string workbook, string brief)
    {
        if (!File.Exists(workbook))
        {
            throw new ConfigurationException($"{workbook}: there is no such workbook.");
        }

        if (!File.Exists(brief))
        {
            throw new ConfigurationException(
                $"{brief}: is not there; a review is checked against the brief.json of its edition, name it with --brief."
            );
        }
    }

    private static ReviewReport Check(
        CliHost host,
        string workbook,
        string brief,
        IReadOnlyList<ReviewDecision> earlier,
        bool overrules
    )
    {
        try
        {
            return new ReviewDesk(host.Clock).Check(workbook, brief, earlier, overrules);
        }
        catch (InvalidDataException exception)
        {
            throw new ConfigurationException($"{brief}: {exception.Message}", exception);
        }
    }

    private static async Task PrintAsync(
        CliHost host,
        string path,
        ReviewReport report,
        bool json,
        CancellationToken cancellationToken
    )
    {
        var counts = report
            .Decisions.GroupBy(decision => decision.Verdict)
            .OrderBy(group => group.Key)
            .Select(group =>
                string.Create(CultureInfo.InvariantCulture, $"{ReviewWords.Of(group.Key)} {group.Count()}")
            );
        var summary = json
            ? JsonSerializer.Serialize(
                new
                {
                    schema = "briefgen.review/1",
                    workbook = path,
                    taken = report.Decisions.Length,
                    known = report.Known,
                    decisions = report.Decisions,
                },
                s_lines
            )
            : $"{report.Decisions.Length} decisions taken{(report.Decisions.IsEmpty ? "" : $" ({string.Join(", ", counts)})")}, "
                + $"{report.Known} known already";
        await host.Out.WriteLineAsync(summary.AsMemory(), cancellationToken);
    }
}
