using System.Text.Json;
using BriefingGen.Cli;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Cli;

public sealed class StoreCommandTests : IDisposable
{
    private readonly CliRunner _cli = new();

    public StoreCommandTests()
    {
        foreach (
            var article in Directory.GetFiles(CliRunner.Samples, "20260914-*.txt").Order(StringComparer.Ordinal).Take(3)
        )
        {
            _cli.Write("news/" + Path.GetFileName(article), File.ReadAllBytes(article));
        }
    }

    private string News => _cli.At("news");

    private string Store => _cli.At("desk.db");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _cli.Dispose();
    }

    [Fact]
    public async Task A_run_over_a_store_gives_the_same_bytes_as_one_without()
    {
        await RunAsync("run", News, "-o", _cli.At("plain"), "-t", CliRunner.Templates);
        await RunAsync("run", News, "-o", _cli.At("stored"), "-t", CliRunner.Templates, "--store", Store);
        // What is known comes out of the store this time.
        await RunAsync("run", News, "-o", _cli.At("again"), "-t", CliRunner.Templates, "--store", Store);
        await RunAsync("brief", "-o", _cli.At("half"), "-t", CliRunner.Templates, "--store", Store);

        var plain = Files("plain");
        Assert.Equal(5, plain.Count);
        Assert.Equal(plain, Files("stored"));
        Assert.Equal(plain, Files("again"));
        Assert.Equal(plain, Files("half"));
    }

    [Fact]
    public async Task A_second_ingest_adds_nothing_and_a_changed_file_is_read_again()
    {
        var first = await IngestAsync();
        var second = await IngestAsync();
        var changed = Directory.GetFiles(News)[0];
        File.AppendAllText(changed, "\nThe foreign minister of Orlund said on Monday that the talks would go on.\n");
        var third = await IngestAsync();

        Assert.Equal((3, 3), (first.Articles, first.Added));
        Assert.Equal((3, 0), (second.Articles, second.Added));
        Assert.Equal((3, 1), (third.Articles, third.Added));
    }

    [Fact]
    public async Task What_was_set_aside_is_named_in_the_second_ingest_too()
    {
        _cli.Write("news/empty.txt", "");
        var copy = Directory.GetFiles(News, "2026*.txt").Order(StringComparer.Ordinal).First();
        File.Copy(copy, _cli.At("news/zz-copy.txt"));

        var first = await RunAsync("ingest", News, "--store", Store, "-t", CliRunner.Templates);
        var second = await RunAsync("ingest", News, "--store", Store, "-t", CliRunner.Templates);

        Assert.Contains("empty.txt", first.Error, StringComparison.Ordinal);
        Assert.Contains("has the same text as", first.Error, StringComparison.Ordinal);
        Assert.Equal(first.Error, second.Error);
    }

    [Fact]
    public async Task A_search_finds_articles_and_facts_and_takes_any_text_for_a_query()
    {
        await IngestAsync();

        var found = await RunAsync("search", "--store", Store, "shelling", "--json");
        var hostile = await RunAsync("search", "--store", Store, "\" OR * NEAR(");

        using var json = JsonDocument.Parse(found.Out);
        Assert.NotEqual(0, json.RootElement.GetProperty("hits").GetArrayLength());
        Assert.Equal(0, hostile.Code);
    }

    [Fact]
    public async Task A_backup_fills_an_empty_store_with_all_of_it()
    {
        await IngestAsync();
        await RunAsync("backup", _cli.At("desk.zip"), "--store", Store);

        var restored = await RunAsync("restore", _cli.At("desk.zip"), "--store", _cli.At("other.db"));
        var again = await FailAsync(1, "restore", _cli.At("desk.zip"), "--store", _cli.At("other.db"));
        await RunAsync("brief", "-o", _cli.At("a"), "-t", CliRunner.Templates, "--store", Store);
        await RunAsync("brief", "-o", _cli.At("b"), "-t", CliRunner.Templates, "--store", _cli.At("other.db"));

        Assert.Equal(0, restored.Code);
        Assert.Contains("empty", again.Error, StringComparison.Ordinal);
        Assert.Equal(Files("a"), Files("b"));
    }

    [Fact]
    public async Task A_schedule_makes_its_edition_once_and_the_next_one_has_only_what_is_new()
    {
        var config = _cli.Write(
            "briefgen.json",
            $$"""
            {
              "store": "sqlite:desk.db", "output": "briefs", "templates": {{JsonSerializer.Serialize(
                CliRunner.Templates
            )}},
              "profiles": { "default": { "inputs": ["news"], "formats": ["md", "json"], "targets": ["shelf", "public"] } },
              "delivery": { "targets": {
                "shelf": { "kind": "folder", "folder": "shelf", "formats": ["md"], "clearance": ["TLP:AMBER"] },
                "public": { "kind": "folder", "folder": "public", "formats": ["md"], "clearance": ["TLP:CLEAR"] } } }
            }
            """
        );
        await RunAsync(
            "schedule",
            "add",
            "daily",
            "--cron",
            "30 6 * * *",
            "--zone",
            "Europe/Brussels",
            "--config",
            config
        );

        var first = await RunAsync("schedule", "run", "daily", "--date", "2026-09-17", "--config", config);
        var again = await RunAsync("schedule", "run", "daily", "--date", "2026-09-17", "--config", config);
        var empty = await FailAsync(3, "schedule", "run", "daily", "--date", "2026-09-18", "--config", config);
        var added = Directory.GetFiles(CliRunner.Samples, "20260915-*.txt").Order(StringComparer.Ordinal).First();
        _cli.Write("news/" + Path.GetFileName(added), File.ReadAllBytes(added));
        var next = await RunAsync("schedule", "run", "daily", "--date", "2026-09-19", "--config", config);

        Assert.Contains("3 articles", first.Out, StringComparison.Ordinal);
        Assert.Contains("delivered", again.Out, StringComparison.Ordinal);
        Assert.Contains("no new article: 3 read", empty.Out, StringComparison.Ordinal);
        Assert.Contains("1 articles", next.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["public/daily/2026-09-17/brief.md", "public/daily/2026-09-19/brief.md"],
            Names("public").Select(name => name.Replace('\\', '/'))
        );
        Assert.Equal(2, Names("shelf").Count);
        Assert.Equal(4, Names("briefs").Count);
    }

    [Fact]
    public async Task An_edition_that_a_target_may_not_get_is_withheld_and_the_exit_code_says_so()
    {
        var templates = _cli.At("templates");
        foreach (var file in Directory.GetFiles(CliRunner.Templates))
        {
            _cli.Write("templates/" + Path.GetFileName(file), File.ReadAllBytes(file));
        }

        var profile = File.ReadAllText(Path.Combine(templates, "profile.yaml"));
        File.WriteAllText(
            Path.Combine(templates, "profile.yaml"),
            profile.Replace("TLP:CLEAR", "TLP:AMBER", StringComparison.Ordinal)
        );
        var config = _cli.Write(
            "briefgen.json",
            """
            {
              "store": "sqlite:desk.db", "output": "briefs", "templates": "templates",
              "profiles": { "default": { "inputs": ["news"], "formats": ["md", "json"], "targets": ["public"] } },
              "delivery": { "targets": {
                "public": { "kind": "folder", "folder": "public", "formats": ["md"], "clearance": ["TLP:CLEAR"] } } }
            }
            """
        );
        await RunAsync("schedule", "add", "daily", "--cron", "30 6 * * *", "--zone", "UTC", "--config", config);

        var run = await FailAsync(7, "schedule", "run", "daily", "--config", config);

        Assert.Contains("does not cover TLP:AMBER", run.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_cli.At("public")));
    }

    [Fact]
    public async Task The_doctor_names_what_is_wrong_and_goes_on()
    {
        var config = _cli.Write(
            "briefgen.json",
            """
            {
              "store": "sqlite:desk.db", "output": "briefs", "templates": "nowhere",
              "delivery": { "targets": { "mail": { "kind": "email", "host": "mail.example", "from": "desk@desk.example" } } }
            }
            """
        );

        var result = await FailAsync(1, "doctor", "--config", config);

        Assert.Contains("Wrong   templates:", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            "Wrong   settings: delivery.targets.mail.to: expected at least one recipient",
            result.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("Ok      fonts:", result.Out, StringComparison.Ordinal);
        Assert.Contains("Ok      store:", result.Out, StringComparison.Ordinal);
        Assert.Contains("Warning schedules: there is none", result.Out, StringComparison.Ordinal);
    }

    private static async Task<CliResult> RunAsync(string[] args, int expected)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var clock = new FakeTimeProvider(CliRunner.Morning);
        var host = new CliHost(output, error, () => Stream.Null, clock, ErrorIsTerminal: false, Color: false);
        var code = await BriefgenCommand.RunAsync(args, host, CancellationToken.None);
        Assert.True(expected == code, $"exit code {code}, expected {expected}: {error}{output}");
        return new CliResult(code, output.ToString(), error.ToString());
    }

    private static Task<CliResult> RunAsync(params string[] args) => RunAsync(args, 0);

    private static Task<CliResult> FailAsync(int expected, params string[] args) => RunAsync(args, expected);

    private async Task<(int Articles, int Added)> IngestAsync()
    {
        var result = await RunAsync("ingest", News, "--store", Store, "-t", CliRunner.Templates, "--json");
        using var json = JsonDocument.Parse(result.Out);
        return (json.RootElement.GetProperty("articles").GetInt32(), json.RootElement.GetProperty("added").GetInt32());
    }

    private SortedDictionary<string, string> Files(string folder) =>
        new(
            Directory
                .GetFiles(_cli.At(folder), "*", SearchOption.AllDirectories)
                .ToDictionary(
                    path => Path.GetRelativePath(_cli.At(folder), path),
                    path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))
                ),
            StringComparer.Ordinal
        );

    private List<string> Names(string folder) =>
        [
            .. Directory
                .GetFiles(_cli.At(folder), "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(_cli.Folder, path))
                .Order(StringComparer.Ordinal),
        ];
}
