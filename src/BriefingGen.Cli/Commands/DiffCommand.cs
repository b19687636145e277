using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using BriefingGen.Cli.Settings;

namespace BriefingGen.Cli.Commands;

/// <summary><c>diff</c>: what changed between two editions.</summary>
internal static class DiffCommand
{
    public static Command Create(CliHost host)
    {
        var before = new Argument<string>("BEFORE")
        {
            Description = "The earlier edition: a brief.json, or a key of the store such as daily:2026-09-15.",
        };
        var after = new Argument<string>("AFTER") { Description = "The later edition, in either form." };
        var templates = CommonOptions.Templates();
        var store = StoreOption.Create();
        var json = CommonOptions.Json();
        var command = new Command(
            "diff",
            """
            Print what changed between two editions: what was corrected, reversed, postponed, weakened, strengthened or
            settled, what is new, and of what nothing is told any more, each with the sentences that say so.

            A key of the store is SCHEDULE:DATE; a DATE alone is the edition that 'brief' or 'run --store' made that day.
            """
        )
        {
            before,
            after,
            templates,
            store,
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
                var names = new[] { parsed.GetRequiredValue(before), parsed.GetRequiredValue(after) };
                var difference = names.All(File.Exists)
                    ? EditionDifference.OfFiles(names[0], names[1], folder, cancellationToken)
                    : await OfStoreAsync(host, parsed.GetValue(store), names, folder, cancellationToken);
                await host.Out.WriteLineAsync(
                    (parsed.GetValue(json) ? Json(difference) : Text(difference)).AsMemory(),
                    cancellationToken
                );
                return ExitCodes.Done;
            }
        );
        return command;
    }

    private static async Task<EditionDifference> OfStoreAsync(
        CliHost host,
        string? connection,
        string[] names,
        string templates,
        CancellationToken cancellationToken
    )
    {
        await using var opened = await StoreOption.OpenAsync(host, connection, cancellationToken);
        return await EditionDifference.OfStoreAsync(opened, names[0], names[1], templates, cancellationToken);
    }

    private static string Text(EditionDifference difference)
    {
        var lines = new List<string>();
        foreach (var change in difference.Changes)
        {
            lines.Add(change.Story is null ? change.Kind : $"{change.Kind} (story {change.Story})");
            lines.AddRange(change.Before.Select(said => $"  before: {said}"));
            lines.AddRange(change.After.Select(said => $"  now:    {said}"));
        }

        lines.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{difference.Before:yyyy-MM-dd} to {difference.After:yyyy-MM-dd}: {difference.Changes.Length} changes; stories: {difference.New} new, {difference.Updated} updated, {difference.Continuing} continuing"
            )
        );
        return string.Join(Environment.NewLine, lines);
    }

    private static string Json(EditionDifference difference) =>
        JsonSerializer.Serialize(
            new
            {
                schema = "briefgen.diff/1",
                difference.Before,
                difference.After,
                difference.New,
                difference.Updated,
                difference.Continuing,
                difference.Changes,
            },
            JsonSummary.Options
        );
}
