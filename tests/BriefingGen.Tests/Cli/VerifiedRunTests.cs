using System.Text.Json;

namespace BriefingGen.Tests.Cli;

/// <summary>What <c>run</c> prints verifies, whatever names an article and a desk's list have.</summary>
public sealed class VerifiedRunTests : IDisposable
{
    private readonly CliRunner _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_short_name_of_one_article_is_the_actor_of_another_in_every_fact_of_the_brief()
    {
        Article(
            "a.txt",
            "Varenian envoy Pavo Renn said on Tuesday that the harbour must open. Renn met Ilse Marek in Osterby."
        );
        Article("b.txt", "Renn accused the harbour board of delay on Wednesday. He demanded a new board at once.");

        using var brief = await RunAsync(_cli.At("news"));

        var actors = Texts(brief.RootElement.GetProperty("actors"), "actor").ToHashSet(StringComparer.Ordinal);
        var named = brief
            .RootElement.GetProperty("facts")
            .EnumerateArray()
            .SelectMany(fact =>
                fact.TryGetProperty("participants", out var all) ? Texts(all, "actor")
                : fact.TryGetProperty("actor", out var one) && one.ValueKind == JsonValueKind.String
                    ? [one.GetString()!]
                : []
            );
        Assert.Contains("pavo-renn", actors);
        Assert.All(named, actor => Assert.Contains(actor, actors));
    }

    [Fact]
    public async Task A_name_that_only_the_desks_list_knows_in_full_is_printed_and_verifies()
    {
        Article("a.txt", "Hattlund said on Tuesday that the harbour must open. She accused the board of delay.");
        _cli.Write(
            "news/actors.yaml",
            """
            actors:
              - name: Solveig Hattlund
                aliases: [Hattlund]
                type: person
                role: Foreign Minister
                country: NO
            """
        );

        using var brief = await RunAsync(_cli.At("news"));

        Assert.Contains(
            "Solveig Hattlund",
            string.Join('\n', Texts(brief.RootElement.GetProperty("statements"), "text")),
            StringComparison.Ordinal
        );
    }

    private void Article(string name, string body) =>
        _cli.Write($"news/{name}", $"The harbour of Osterby\n20260916\nhttps://herald.example/{name}\n\n{body}\n");

    private async Task<JsonDocument> RunAsync(string input)
    {
        var run = await CliRunner.RunAsync(
            "run",
            input,
            "-t",
            CliRunner.Templates,
            "--output",
            _cli.At("out"),
            "--formats",
            "json"
        );
        Assert.Equal(0, run.Code);
        Assert.Contains("0 statements left out", run.Error, StringComparison.Ordinal);
        var path = _cli.At("out/2026-09-17/brief.json");
        Assert.Equal(0, (await CliRunner.RunAsync("verify", path)).Code);
        return JsonDocument.Parse(await File.ReadAllTextAsync(path));
    }

    private static IEnumerable<string> Texts(JsonElement list, string key) =>
        list.EnumerateArray()
            .Select(item => item.GetProperty(key))
            .Where(value => value.ValueKind == JsonValueKind.String)
            .Select(value => value.GetString()!);
}
