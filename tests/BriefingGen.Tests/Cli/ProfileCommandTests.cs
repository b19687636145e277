using System.Text.Json;
using BriefingGen.Composition;

namespace BriefingGen.Tests.Cli;

/// <summary>The profiles beside the daily one, from the command line.</summary>
public sealed class ProfileCommandTests : IDisposable
{
    private static readonly string s_profiles = Path.GetDirectoryName(CliRunner.Templates)!;

    private readonly CliRunner _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_weekly_brief_tells_what_began_moved_and_ended_and_leaves_older_news_out()
    {
        Write("old", 1, "Ferry line closes", "The Tarnish ferry line closed its last pier on Tuesday.");
        Write(
            "quiet",
            9,
            "Bridge reopens at Solm",
            "Engineers reopened the bridge at Solm on Wednesday after a year of repairs. President Ilan Petrosz praised the engineers at the bridge. Mayor Tove Garrick promised a second lane."
        );
        Write(
            "long",
            9,
            "Dockers of Varnhem strike over pay",
            "Dockers in Varnhem went on strike on Wednesday over pay. The union leader, Rasmus Tolk, accused the port of greed. The port of Varnhem dismissed two foremen."
        );
        Write(
            "longer",
            15,
            "Dockers of Varnhem strike on over pay",
            "Dockers in Varnhem rejected an offer on pay on Tuesday and went on with their strike. The union leader, Rasmus Tolk, called the offer an insult. The port of Varnhem sued the union. Tolk met Labour Minister Edda Morn on Tuesday."
        );
        Write(
            "fresh",
            14,
            "Health Minister resigns over vaccines",
            "Health Minister Oda Brekk resigned on Monday over vaccines. Brekk said that she had been misled over the vaccines. Prime Minister Jonna Velt appointed Karl Ostrem as her successor. The opposition demanded an inquiry into the vaccines."
        );

        Write(
            "tram",
            13,
            "Tram derails in Orsa",
            "A tram derailed in Orsa on Sunday and hit a bakery. Mayor Lisbet Crane closed the line. The operator, Orsa Rail, blamed a switch."
        );

        var result = await RunAsync("weekly", "md");

        Assert.Equal(0, result.Code);
        var text = await File.ReadAllTextAsync(_cli.At("out/2026-09-15/brief.md"));
        Assert.Contains(
            "Health Minister resigns over vaccines (14 Sep 2026)",
            Section(text, "What began"),
            StringComparison.Ordinal
        );
        Assert.Contains("(9–15 Sep 2026)", Section(text, "What moved"), StringComparison.Ordinal);
        Assert.Contains("Bridge reopens", Section(text, "What ended or went quiet"), StringComparison.Ordinal);
        Assert.DoesNotContain("ferry", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_flash_is_of_one_story_and_explain_gives_its_score_as_the_sum_of_its_parts()
    {
        Write(
            "a",
            14,
            "Health Minister resigns over vaccines",
            "Health Minister Oda Brekk resigned on Monday over vaccines. Brekk said that she had been misled over the vaccines. Prime Minister Jonna Velt appointed Karl Ostrem as her successor. The opposition demanded an inquiry into the vaccines."
        );
        Write(
            "b",
            15,
            "Dockers of Varnhem strike over pay",
            "Dockers in Varnhem went on strike on Tuesday over pay. The union leader, Rasmus Tolk, accused the port of greed. The port of Varnhem dismissed two foremen."
        );
        await RunAsync("daily", "json");
        using var brief = JsonDocument.Parse(await File.ReadAllTextAsync(_cli.At("out/2026-09-15/brief.json")));
        var stories = brief.RootElement.GetProperty("stories").EnumerateArray().ToList();
        var (first, second) = (stories[0].GetProperty("id").GetString()!, stories[1].GetProperty("id").GetString()!);

        var explained = await CliRunner.RunAsync("explain", first, "--output", _cli.At("out"));
        Assert.Contains("score, the sum of its parts", explained.Out, StringComparison.Ordinal);
        Assert.Contains("deed: weight of its newest deed", explained.Out, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("flash", "md", "--story", second)).Code);
        var text = await File.ReadAllTextAsync(_cli.At("out/2026-09-15/brief.md"));
        Assert.Contains("Brekk", text, StringComparison.Ordinal);
        Assert.DoesNotContain("dockers", text, StringComparison.OrdinalIgnoreCase);

        var wrong = await RunAsync("flash", "md", "--story", "s000");
        Assert.Equal(2, wrong.Code);
        Assert.Contains(
            $"the articles tell no such story; the first are {first}",
            wrong.Error,
            StringComparison.Ordinal
        );

        Assert.Equal(0, (await RunAsync("flash", "md", "--actor", "oda-brekk")).Code);
        Assert.Contains(
            "Brekk",
            await File.ReadAllTextAsync(_cli.At("out/2026-09-15/brief.md")),
            StringComparison.Ordinal
        );
        Assert.Equal(2, (await RunAsync("flash", "md", "--actor", "nobody-here")).Code);
    }

    [Theory]
    [InlineData("daily")]
    [InlineData("weekly")]
    [InlineData("flash")]
    public async Task Init_makes_a_desk_that_stands_alone_and_overwrites_nothing(string profile)
    {
        var result = await CliRunner.RunAsync("init", _cli.At("desk"), "--profile", profile);

        Assert.Equal(0, result.Code);
        var templates = TemplateSet.Load(_cli.At($"desk/templates/{profile}"));
        Assert.Null(templates.Profile.Base);
        Assert.NotNull(templates.Taxonomy);
        Assert.True(File.Exists(_cli.At("desk/templates/schemas/profile.schema.json")));
        var store = await CliRunner.RunAsync("search", "anything", "--store", _cli.At("desk/desk.db"));
        Assert.DoesNotContain("error", store.Error, StringComparison.OrdinalIgnoreCase);
        var checkedSettings = await CliRunner.RunAsync("config", "validate", "--config", _cli.At("desk/briefgen.json"));
        Assert.Equal(0, checkedSettings.Code);

        var again = await CliRunner.RunAsync("init", _cli.At("desk"));
        Assert.Equal(2, again.Code);
        Assert.Contains("overwrites nothing", again.Error, StringComparison.Ordinal);
    }

    private void Write(string name, int day, string title, string text) =>
        _cli.Write($"in/{name}.txt", $"{title}\n202609{day:00}\nhttps://{name}.example/{name}\n{text}\n");

    private Task<CliResult> RunAsync(string profile, string formats, params string[] more) =>
        CliRunner.RunAsync([
            "run",
            _cli.At("in"),
            "-t",
            Path.Combine(s_profiles, profile),
            "--date",
            "2026-09-15",
            "--output",
            _cli.At("out"),
            "--formats",
            formats,
            .. more,
        ]);

    private static string Section(string text, string heading)
    {
        var from = text.IndexOf($"## {heading}", StringComparison.Ordinal);
        Assert.True(from >= 0, $"no section {heading} in:\n{text}");
        var to = text.IndexOf("\n## ", from + 3, StringComparison.Ordinal);
        return to < 0 ? text[from..] : text[from..to];
    }
}
