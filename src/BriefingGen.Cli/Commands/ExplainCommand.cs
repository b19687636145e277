using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using BriefingGen.Sources;

namespace BriefingGen.Cli.Commands;

/// <summary><c>explain</c>: one fact of a brief, with its sentence, the rule that found it and what it was merged with.</summary>
internal static class ExplainCommand
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // The lists of brief.json that a fact can stand in, and the property that identifies an entry there.
    private static readonly (string List, string Id)[] Kinds =
    [
        ("facts", "id"),
        ("facts", "outcome"),
        ("facts", "position"),
        ("actors", "actor"),
        ("statements", "id"),
        ("citations", "id"),
        ("stories", "id"),
        ("reviews", "fact"),
    ];

    public static Command Create(CliHost host)
    {
        var fact = new Argument<string>("FACT")
        {
            Description = "Id of a position, outcome or story, slug of an actor, or a statement such as s7.",
        };
        var brief = new Option<string?>("--brief")
        {
            Description = "The brief.json to look in. Without it: the newest below --output.",
            HelpName = "FILE",
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "Folder of editions.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "output",
        };
        var command = new Command(
            "explain",
            "Show one fact (source sentence, rule, what it was merged with) or one story (its score, part by part)."
        )
        {
            fact,
            brief,
            output,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var folder = parsed.GetRequiredValue(output);
                var path =
                    parsed.GetValue(brief)
                    ?? BriefJson.Newest(folder)
                    ?? throw new ConfigurationException(
                        $"{folder}: holds no brief.json; make one with 'run', or name one with --brief."
                    );
                return ExplainAsync(host, path, parsed.GetRequiredValue(fact), cancellationToken);
            }
        );
        return command;
    }

    private static async Task<int> ExplainAsync(
        CliHost host,
        string path,
        string id,
        CancellationToken cancellationToken
    )
    {
        using var brief = BriefJson.Read(path);
        var found = Kinds
            .SelectMany(kind => Entries(brief.RootElement, kind.List).Where(entry => Has(entry, kind.Id, id)))
            .DistinctBy(entry => entry.GetRawText(), StringComparer.Ordinal)
            .ToList();
        if (found.Count == 0)
        {
            await host.Error.WriteLineAsync($"briefgen: {path}: holds no fact '{id}'.");
            return ExitCodes.NoInput;
        }

        var related = new[]
        {
            "stories",
            "events",
            "claims",
            "quantities",
            "disagreements",
            "changes",
            "scheduled",
            "statements",
        }
            .SelectMany(list =>
                Entries(brief.RootElement, list).Where(entry => Mentions(entry, id)).Select(entry => (list, entry))
            )
            .Where(pair => !found.Any(entry => entry.GetRawText() == pair.entry.GetRawText()));
        var facts = Entries(brief.RootElement, "facts").Concat(Entries(brief.RootElement, "actors")).ToList();
        foreach (var entry in found)
        {
            await host.Out.WriteLineAsync(JsonSerializer.Serialize(entry, Readable).AsMemory(), cancellationToken);
            if (Listing(entry) is { } listing)
            {
                await host.Out.WriteLineAsync(listing.AsMemory(), cancellationToken);
            }

            foreach (var line in StoryScore.Lines(entry).Concat(ReviewWords.On(brief.RootElement, id)))
            {
                await host.Out.WriteLineAsync(line.AsMemory(), cancellationToken);
            }

            foreach (var reason in FactReasons.Of(entry, facts))
            {
                await host.Out.WriteLineAsync($"because: {reason}".AsMemory(), cancellationToken);
            }
        }

        foreach (var (list, entry) in related.Take(20))
        {
            await host.Out.WriteLineAsync(
                $"\nin {list}:\n{JsonSerializer.Serialize(entry, Readable)}".AsMemory(),
                cancellationToken
            );
        }

        return ExitCodes.Done;
    }

    // What comes from the user's list is said in words too.
    private static string? Listing(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object
        && entry.TryGetProperty("listed", out var listed)
        && listed.ValueKind == JsonValueKind.Object
            ? $"\n{string.Join(", ", listed.GetProperty("fields").EnumerateArray().Select(f => f.GetString()))}: from "
                + $"{listed.GetProperty("file").GetString()}, line {listed.GetProperty("line").GetInt32()}"
            : null;

    private static IEnumerable<JsonElement> Entries(JsonElement brief, string list) =>
        brief.TryGetProperty(list, out var entries) && entries.ValueKind == JsonValueKind.Array
            ? entries.EnumerateArray()
            : [];

    private static bool Has(JsonElement entry, string property, string id) =>
        entry.ValueKind == JsonValueKind.Object
        && entry.TryGetProperty(property, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.ValueEquals(id);

    private static bool Mentions(JsonElement element, string id) =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.ValueEquals(id),
            JsonValueKind.Object => element.EnumerateObject().Any(property => Mentions(property.Value, id)),
            JsonValueKind.Array => element.EnumerateArray().Any(item => Mentions(item, id)),
            _ => false,
        };
}
