using System.CommandLine;
using System.Text.Json;
using BriefingGen.Language.Text;
using BriefingGen.Rendering.Verification;
using BriefingGen.Storage;

namespace BriefingGen.Cli.Commands;

/// <summary><c>verify</c>: checks a finished brief against its articles.</summary>
internal static class VerifyCommand
{
    public static Command Create(CliHost host)
    {
        var brief = new Argument<string>("BRIEF")
        {
            Description = "brief.json, or brief.html or brief.pdf with brief.json beside it.",
        };
        var articles = new Option<string>("--articles")
        {
            Description = "Folder that the articles' relative paths start from.",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".",
        };
        var store = StoreOption.Create();
        store.Description = "Take the articles' texts from this store, not from where they lay.";
        var json = CommonOptions.Json();
        var command = new Command("verify", "Check every statement of a finished brief against its articles.")
        {
            brief,
            articles,
            store,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                VerifyAsync(
                    host,
                    parsed.GetRequiredValue(brief),
                    parsed.GetRequiredValue(articles),
                    parsed.GetValue(store),
                    parsed.GetValue(json),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<IReadOnlyDictionary<string, SourceText>> TextsAsync(
        CliHost host,
        string connection,
        string brief,
        CancellationToken cancellationToken
    )
    {
        var ids = BriefJson.ArticleIds(brief);
        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        await using var store = await StoreOption.OpenAsync(host, connection, cancellationToken);
        await foreach (var stored in store.Articles.ReadAsync(new ArticleQuery("", Ids: ids), cancellationToken))
        {
            texts[stored.Article.Id] = stored.Article.Text;
        }

        return texts;
    }

    private static async Task<int> VerifyAsync(
        CliHost host,
        string brief,
        string articles,
        string? store,
        bool json,
        CancellationToken cancellationToken
    )
    {
        VerificationReport report;
        try
        {
            var options = new VerificationOptions(
                articles,
                BriefingPipeline.CountryNames(BriefJson.ArticleFolders(brief, articles))
            )
            {
                Texts = store is null ? null : await TextsAsync(host, store, brief, cancellationToken),
            };
            report = await new BriefVerifier().VerifyAsync(brief, options, cancellationToken);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await host.Error.WriteLineAsync($"briefgen: {brief}: {exception.Message}");
            return ExitCodes.NoInput;
        }

        if (store is null && report.Articles == 0 && BriefJson.ArticleHint(brief, articles) is { } hint)
        {
            // Every citation fails then, and none of them is to blame.
            await host.Error.WriteLineAsync($"briefgen: {brief}: {hint}");
        }
        else
        {
            foreach (var failure in report.Failures)
            {
                await host.Error.WriteLineAsync($"{brief}: {failure}");
            }
        }

        var summary = json
            ? JsonSerializer.Serialize(
                new
                {
                    schema = "briefgen.verify/1",
                    report.Brief,
                    report.Passed,
                    report.Statements,
                    report.Citations,
                    report.Articles,
                    report.Failures,
                },
                JsonSummary.Options
            )
            : $"{(report.Passed ? "verified" : "NOT verified")}: {report.Statements} statements, {report.Citations} citations, "
                + $"{report.Articles} articles, {report.Failures.Length} failures";
        await host.Out.WriteLineAsync(summary.AsMemory(), cancellationToken);
        return report.Passed ? ExitCodes.Done : ExitCodes.NotVerified;
    }
}
