using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BriefingGen.Fusion;

namespace BriefingGen.Cli.Commands;

/// <summary>Options that several commands share, so that they read and behave alike.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Inputs()
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Description =
                "Files, folders, globs, - for standard input, and addresses of pages and feeds. "
                + "Read are .txt, .md, .html, .htm, .json, .jsonl, .ndjson, .rss, .atom, .rdf, .xml, .warc, .wet, .eml, "
                + ".mbox and .pdf, and any of them as .gz.",
            Arity = ArgumentArity.OneOrMore,
        };
        // Whatever is left over counts as an input, a misspelt option too; a file of that name is written ./--name.
        inputs.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.Length > 1 && token.Value[0] == '-'))
            {
                result.AddError(
                    result.Parent is CommandResult command
                        ? UsageErrors.UnknownOption(token.Value, command)
                        : $"'{token.Value}' is no option of this command"
                );
            }
        });
        return inputs;
    }

    public static Option<string?> Templates() =>
        new("--templates", "-t")
        {
            Description = "Folder of templates. Without it: ./templates/daily, else the one that came with the tool.",
            HelpName = "DIR",
        };

    public static Option<string?> Output() =>
        new("--output", "-o")
        {
            Description = "Folder for the result: DIR/DATE/brief.{pdf,xlsx,html,md,json}. Without it: output.",
            HelpName = "DIR",
        };

    public static Option<string?> Previous() =>
        new("--previous")
        {
            Description =
                "brief.json of the edition to compare with: what changed, which stories go on. Without it: with a store the last edition of the same templates, else none.",
            HelpName = "FILE",
        };

    /// <summary>The options that narrow a brief to one story or one actor.</summary>
    public static (Option<string?> Story, Option<string?> Actor) FocusOptions() =>
        (
            new("--story")
            {
                Description = "Only this story: its id, as 'stories' of brief.json has it.",
                HelpName = "ID",
            },
            new("--actor")
            {
                Description = "Only what has to do with this actor: its slug, as 'actors' of brief.json has it.",
                HelpName = "SLUG",
            }
        );

    /// <summary>What the two options of <see cref="FocusOptions"/> say; null where neither is given.</summary>
    public static Focus? FocusOf(ParseResult parsed, (Option<string?> Story, Option<string?> Actor) options) =>
        (parsed.GetValue(options.Story), parsed.GetValue(options.Actor)) is var (story, actor)
        && (story ?? actor) is not null
            ? new Focus(story, actor)
            : null;

    public static Option<bool> FollowLinks() =>
        new("--follow-links")
        {
            Description = "Follow links that lead out of a given folder; without it they are set aside.",
        };

    public static Option<string?> Formats() =>
        new("--formats", "-f")
        {
            Description = $"Formats, with commas between. Without it: {string.Join(',', BriefingPipeline.Formats)}.",
            HelpName = "LIST",
        };

    /// <summary>The formats asked for; else those of the settings; else all.</summary>
    public static IReadOnlyList<string> FormatsOf(string? asked, IReadOnlyList<string> set) =>
        asked is not null ? asked.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : set.Count > 0 ? set
        : BriefingPipeline.Formats;

    /// <summary>One for all commands: it stands at the root.</summary>
    public static Option<string?> Config { get; } =
        new("--config")
        {
            Description = "File of settings. Without it: ./briefgen.json, where there is one.",
            HelpName = "FILE",
            Recursive = true,
        };

    public static Option<bool> Strict() => new("--strict") { Description = "Exit with 4 when an input was set aside." };

    public static Option<bool> Json() =>
        new("--json") { Description = "A machine-readable summary on standard output." };

    public static Option<DateOnly?> Date(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "yyyy-mm-dd",
            CustomParser = ParseDate,
        };

    private static DateOnly? ParseDate(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (
            DateOnly.TryParseExact(
                text,
                ["yyyy-MM-dd", "yyyyMMdd"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            return date;
        }

        result.AddError($"'{text}' is not a date; expected yyyy-mm-dd, such as 2026-09-27.");
        return null;
    }
}
