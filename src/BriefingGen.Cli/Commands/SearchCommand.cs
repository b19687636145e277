using System.CommandLine;
using System.Text.Json;

namespace BriefingGen.Cli.Commands;

/// <summary><c>search</c>: full-text search over the store's articles and facts.</summary>
internal static class SearchCommand
{
    public static Command Create(CliHost host)
    {
        var words = new Argument<string[]>("WORD")
        {
            Description = "Words that must all occur; a phrase in double quotation marks.",
            Arity = ArgumentArity.OneOrMore,
        };
        var limit = new Option<int>("--limit")
        {
            Description = "At most so many hits.",
            HelpName = "N",
            DefaultValueFactory = _ => 20,
        };
        var store = StoreOption.Create();
        var json = CommonOptions.Json();
        var command = new Command("search", "Search the articles and facts of the store.")
        {
            words,
            limit,
            store,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var opened = await StoreOption.OpenAsync(host, parsed.GetValue(store), cancellationToken);
                var hits = await opened.Articles.SearchAsync(
                    string.Join(' ', parsed.GetRequiredValue(words)),
                    Math.Clamp(parsed.GetValue(limit), 1, 10_000),
                    cancellationToken
                );
                var text = parsed.GetValue(json)
                    ? JsonSerializer.Serialize(new { schema = "briefgen.search/1", hits }, JsonSummary.Options)
                    : string.Join(
                        '\n',
                        hits.Select(hit =>
                            $"{hit.Published:yyyy-MM-dd}\t{hit.Article}\t{hit.Fact ?? "-"}\t{hit.Title}\t{hit.Excerpt}"
                        )
                    );
                await host.Out.WriteLineAsync(text.AsMemory(), cancellationToken);
                return ExitCodes.Done;
            }
        );
        return command;
    }
}
