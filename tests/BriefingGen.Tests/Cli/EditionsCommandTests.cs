using System.Text.Json;
using System.Text.RegularExpressions;
using BriefingGen.Cli;

namespace BriefingGen.Tests.Cli;

/// <summary>Editions that remember: a brief beside the one before, from a file or from the store.</summary>
public sealed class EditionsCommandTests : IDisposable
{
    private readonly CliRunner _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_story_that_goes_on_keeps_its_id_and_is_an_update()
    {
        var first = await RunAsync("2026-09-14", null);
        var second = await RunAsync("2026-09-15", first);

        using var before = Read(first);
        using var after = Read(second);
        var known = Stories(before).Select(s => s.Id).ToHashSet();
        var marks = Stories(after).ToList();

        Assert.All(Stories(before), s => Assert.Equal("new", s.Mark));
        Assert.All(marks, s => Assert.Equal(known.Contains(s.Id), s.Mark != "new"));
        Assert.Contains(marks, s => s.Mark == "update");
        Assert.Contains(marks, s => s.Mark == "new");
        Assert.Equal(marks.Count, marks.DistinctBy(s => s.Id).Count());
    }

    [Fact]
    public async Task What_was_planned_the_day_before_is_resolved_and_cites_both_editions()
    {
        var first = await RunAsync("2026-09-14", null);
        var second = await RunAsync("2026-09-15", first);

        using var after = Read(second);
        var change = Changes(after).First(c => Text(c, "kind") == "resolved" && Text(c, "since") == "2026-09-14");
        var held = Facts(after.RootElement.GetProperty("earlier"));
        var today = Facts(after.RootElement);
        Assert.All(Ids(change, "before"), id => Assert.Contains(id, held));
        Assert.All(Ids(change, "after"), id => Assert.Contains(id, today));
        var verified = await CliRunner.RunAsync("verify", second, "--articles", CliRunner.Root);
        Assert.Equal(ExitCodes.Done, verified.Code);
    }

    [Fact]
    public async Task A_forged_sentence_of_the_edition_before_does_not_verify()
    {
        var first = await RunAsync("2026-09-14", null);
        var second = await RunAsync("2026-09-15", first);
        using var after = Read(second);
        var source = after.RootElement.GetProperty("earlier").GetProperty("sources")[0];
        var text = await File.ReadAllTextAsync(second);
        var hash = source.GetProperty("sha256").GetString()!;

        await File.WriteAllTextAsync(
            second,
            text.Replace(hash, new string('0', hash.Length), StringComparison.Ordinal)
        );

        var verified = await CliRunner.RunAsync("verify", second, "--articles", CliRunner.Root);
        Assert.Equal(ExitCodes.NotVerified, verified.Code);
    }

    [Fact]
    public async Task The_store_compares_with_its_last_edition_as_the_file_does()
    {
        var file = await RunAsync("2026-09-15", await RunAsync("2026-09-14", null));
        var store = _cli.At("desk.db");
        await RunAsync("2026-09-14", null, "--store", store);
        var kept = await RunAsync("2026-09-15", null, "--store", store);
        var again = await File.ReadAllBytesAsync(kept);
        await RunAsync("2026-09-15", null, "--store", store);

        using var one = Read(file);
        using var other = Read(kept);
        Assert.Equal(Stories(one).Select(s => s.Mark), Stories(other).Select(s => s.Mark));
        Assert.Equal(Changes(one).Count(), Changes(other).Count());
        Assert.Equal(again, await File.ReadAllBytesAsync(kept));

        var diff = await CliRunner.RunAsync(
            "diff",
            "2026-09-14",
            "2026-09-15",
            "--store",
            store,
            "--templates",
            CliRunner.Templates,
            "--json"
        );
        Assert.Equal(ExitCodes.Done, diff.Code);
        using var json = JsonDocument.Parse(diff.Out);
        Assert.Equal("briefgen.diff/1", Text(json.RootElement, "schema"));
        Assert.NotEmpty(json.RootElement.GetProperty("changes").EnumerateArray());
    }

    [Fact]
    public async Task An_edition_in_which_nothing_moved_says_so_and_prints_no_item()
    {
        var first = await RunAsync("2026-09-15", null);
        var second = await RunAsync("2026-09-15", first, "--date", "2026-09-16");

        var page = await File.ReadAllTextAsync(Path.ChangeExtension(second, ".md"));
        Assert.Contains("Nothing material changed since the edition of 15 Sep 2026", page, StringComparison.Ordinal);
        Assert.DoesNotContain("###", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "is not there")]
    [InlineData("{\"schema\":\"briefgen.brief/9\"}", "newer schema briefgen.brief/9")]
    [InlineData("{\"schema\":\"briefgen.brief/1\"}", "of the schema briefgen.brief/1")]
    [InlineData("{\"schema\":\"briefgen.brief/2\"}", "is damaged")]
    [InlineData("{\"schema\":\"briefgen.brief/2\",\"mast", "is damaged")]
    [InlineData("[]", "is damaged")]
    [InlineData("null", "holds nothing")]
    public async Task An_edition_before_that_cannot_be_read_is_named_and_the_brief_is_made(string? text, string said)
    {
        var path = text is null ? _cli.At("none.json") : _cli.Write("bad.json", text);
        var article = _cli.Write(
            "news/quay.txt",
            "Harbour of Lysk closed\n20260915\nhttps://lysk.example/quay\n\nThe harbour of Lysk was closed on Tuesday, the port authority said."
        );

        var result = await CliRunner.RunAsync(
            "run",
            article,
            "--date",
            "2026-09-15",
            "-f",
            "md",
            "--output",
            _cli.At("out"),
            "--templates",
            CliRunner.Templates,
            "--previous",
            path
        );

        Assert.Equal(ExitCodes.Done, result.Code);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_cli.At("out/2026-09-15/brief.md")));
    }

    [Theory]
    [InlineData("\"end\":(\\d+)", "\"end\":2000000000")]
    [InlineData("\"start\":(\\d+)", "\"start\":-4")]
    [InlineData("\"kind\":\"position\"", "\"kind\":\"omen\"")]
    [InlineData("\"sentence\":\\{", "\"sentense\":{")]
    [InlineData("\"origin\":(\\d+)", "\"origin\":\"x\"")]
    public async Task A_damaged_fact_of_the_edition_before_is_named(string what, string by)
    {
        var first = await RunAsync("2026-09-14", null);
        var text = await File.ReadAllTextAsync(first);
        var facts = text.IndexOf("\"facts\": [", StringComparison.Ordinal);
        var from = what.Contains("origin", StringComparison.Ordinal) ? 0 : facts;
        var damaged = text[..from] + Regex.Replace(text[from..], what, by, RegexOptions.None, TimeSpan.FromSeconds(20));

        var result = await RunForAsync("2026-09-15", _cli.Write("damaged.json", damaged));

        Assert.Equal(ExitCodes.Done, result.Code);
        Assert.Contains("damaged.json: the edition before", result.Error, StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(string day, string? previous, params string[] more)
    {
        var result = await RunForAsync(day, previous, more);
        Assert.Equal(ExitCodes.Done, result.Code);
        return result.Out.Split('\n').First(line => line.EndsWith("brief.json", StringComparison.Ordinal));
    }

    private Task<CliResult> RunForAsync(string day, string? previous, params string[] more)
    {
        var folder = _cli.At("in/" + day);
        Directory.CreateDirectory(folder);
        foreach (
            var file in Directory
                .EnumerateFiles(CliRunner.Samples)
                .Where(f =>
                    Path.GetFileName(f)
                        .StartsWith(day.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal)
                    || f.EndsWith("countries.tsv", StringComparison.Ordinal)
                )
        )
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        string[] date = more.Contains("--date") ? [] : ["--date", day];
        string[] compared = previous is null ? [] : ["--previous", previous];
        return CliRunner.RunAsync([
            "run",
            folder,
            .. date,
            "-f",
            "json,md",
            "--output",
            _cli.At("out"),
            "--templates",
            CliRunner.Templates,
            .. compared,
            .. more,
        ]);
    }

    private static JsonDocument Read(string path) => JsonDocument.Parse(File.ReadAllText(path));

    private static IEnumerable<(string Id, string Mark)> Stories(JsonDocument brief) =>
        brief.RootElement.GetProperty("stories").EnumerateArray().Select(s => (Text(s, "id")!, Text(s, "mark")!));

    private static IEnumerable<JsonElement> Changes(JsonDocument brief) =>
        brief.RootElement.GetProperty("changes").EnumerateArray();

    private static HashSet<string> Facts(JsonElement brief) =>
        [
            .. brief
                .GetProperty("facts")
                .EnumerateArray()
                .Where(f => f.TryGetProperty("id", out _))
                .Select(f => f.GetProperty("id").GetString()!),
        ];

    private static IEnumerable<string> Ids(JsonElement change, string side) =>
        change.GetProperty(side).EnumerateArray().Select(id => id.GetString()!);

    private static string? Text(JsonElement element, string key) => element.GetProperty(key).GetString();
}
