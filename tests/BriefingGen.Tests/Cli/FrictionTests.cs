using System.Text.Json;

namespace BriefingGen.Tests.Cli;

/// <summary>What a new user stumbles over: each of it says what is wrong and what to do.</summary>
public sealed class FrictionTests : IDisposable
{
    private const string Article = """
        Ostrava Reach and Velmin agree on a ferry line
        20260915
        https://www.example.org/ferry
        The ministers of Ostrava Reach and Velmin signed an agreement on Tuesday.
        “We have waited long for this,” Minister Dana Oru said.
        """;

    private readonly CliRunner _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("briefgen: 'rum' is no command of briefgen; did you mean 'run'?", "rum", "a.txt")]
    [InlineData("briefgen: 'nxet' is no command of briefgen schedule; did you mean 'next'?", "schedule", "nxet")]
    [InlineData(
        "briefgen: '--fromats' is no option of this command; did you mean '--formats'?",
        "run",
        "a.txt",
        "--fromats",
        "pdf"
    )]
    [InlineData("briefgen: '--confg' is no option of this command; did you mean '--config'?", "doctor", "--confg", "x")]
    [InlineData("briefgen: 'xylophone' is no command of briefgen", "xylophone")]
    public async Task A_misspelt_command_or_option_gets_a_suggestion(string line, params string[] args)
    {
        var result = await CliRunner.RunAsync(args);

        Assert.Equal(2, result.Code);
        Assert.Equal(line, result.Error.Split('\n')[0]);
        Assert.Empty(result.Out);
    }

    [Fact]
    public async Task The_help_of_run_names_all_formats_and_exit_codes()
    {
        var help = (await CliRunner.RunAsync("run", "--help")).Out;

        Assert.All(BriefingPipeline.Formats, format => Assert.Contains(format, help, StringComparison.Ordinal));
        Assert.All(
            ["0 done", "1 unexpected", "2 usage", "3 no article", "4 inputs", "5 verification", "6 a format", "130 "],
            code => Assert.Contains(code, help, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_day_that_leaves_no_article_is_told_as_that(bool overStore)
    {
        _cli.Write("in/a.txt", Article);
        string[] args =
        [
            "run",
            _cli.At("in"),
            "--since",
            "2026-09-16",
            "-o",
            _cli.At("out"),
            "-t",
            CliRunner.Templates,
        ];

        var result = await CliRunner.RunAsync(overStore ? [.. args, "--store", _cli.At("desk.db")] : args);

        Assert.Equal(3, result.Code);
        Assert.Contains("all 1 that could be read were published outside", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_passed_over_are_named_and_do_not_count_as_set_aside()
    {
        _cli.Write("in/a.txt", Article);
        _cli.Write("in/minutes.doc", "PK");
        _cli.Write("in/map.PNG", "PNG");
        _cli.Write("in/countries.tsv", "");

        var result = await CliRunner.RunAsync(
            "run",
            _cli.At("in"),
            "--strict",
            "-f",
            "md",
            "-o",
            _cli.At("out"),
            "-t",
            CliRunner.Templates
        );

        Assert.Equal(0, result.Code);
        Assert.Contains(
            "2 files were passed over, of a kind that is not read: .doc (minutes.doc), .png (map.PNG)",
            result.Error,
            StringComparison.Ordinal
        );
        var markdown = await File.ReadAllTextAsync(_cli.At("out/2026-09-17/brief.md"));
        Assert.Contains("minutes.doc", markdown.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_from_another_folder_gives_one_hint_that_leads_there()
    {
        _cli.Write("desk/in/a.txt", Article);
        var desk = Path.GetRelativePath(Environment.CurrentDirectory, _cli.At("desk/in"));
        await CliRunner.RunAsync("run", desk, "-f", "json", "-o", _cli.At("desk/out"), "-t", CliRunner.Templates);
        var brief = _cli.At("desk/out/2026-09-17/brief.json");

        var here = await CliRunner.RunAsync("verify", brief);
        Directory.Move(_cli.At("desk/in"), _cli.At("desk/moved"));
        var elsewhere = await CliRunner.RunAsync("verify", brief);

        Assert.Equal(0, here.Code);
        Assert.Equal(5, elsewhere.Code);
        var line = Assert.Single(elsewhere.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("none of its 1 articles lies where it says", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_backup_and_a_store_that_is_no_store_say_so_and_what_to_do()
    {
        var file = _cli.Write("b.zip", "no zip at all");

        var restored = await CliRunner.RunAsync("restore", file, "--store", _cli.At("new.db"));
        var opened = await CliRunner.RunAsync("search", "talks", "--store", _cli.Write("s.db", new string('x', 5000)));

        Assert.Equal((1, 1), (restored.Code, opened.Code));
        Assert.Contains("is no sound backup", restored.Error, StringComparison.Ordinal);
        Assert.Contains("'briefgen backup FILE' wrote", restored.Error, StringComparison.Ordinal);
        Assert.Contains("is no SQLite database; name another one", opened.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_and_doctor_name_the_same_keys_and_both_as_the_file_writes_them()
    {
        var config = _cli.Write(
            "briefgen.json",
            $$"""
            {
              "store": "sqlite:desk.db", "output": "out", "templates": {{JsonSerializer.Serialize(
                CliRunner.Templates
            )}},
              "profiles": { "default": { "targets": ["shelv"] } },
              "delivery": { "targets": {
                "shelf": { "kind": "folder", "clearance": ["TLP:RED"] },
                "box": { "kind": "sftp", "host": "box.example", "user": "u", "password": "env:P", "directory": "rel" } } }
            }
            """
        );

        var validated = await CliRunner.RunAsync("config", "validate", "--config", config);
        var examined = await CliRunner.RunAsync("doctor", "--config", config);

        Assert.Equal((2, 1), (validated.Code, examined.Code));
        foreach (
            var key in new[]
            {
                "delivery.targets.shelf.folder:",
                "delivery.targets.box.hostKeys:",
                "profiles.default.targets: there is no target 'shelv'",
            }
        )
        {
            Assert.Contains(key, validated.Error, StringComparison.Ordinal);
            Assert.Contains(key, examined.Out, StringComparison.Ordinal);
        }

        Assert.Contains("did you mean 'shelf'?", validated.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yyyy-MM-dd", "2026-09-17", "2026-09-15")]
    [InlineData("dd.MM.yyyy", "17.09.2026", "15.09.2026")]
    public async Task The_form_of_dates_holds_for_masthead_text_and_sources(string form, string edition, string day)
    {
        var templates = _cli.At("templates");
        Directory.CreateDirectory(templates);
        foreach (var file in Directory.GetFiles(CliRunner.Templates))
        {
            File.Copy(file, Path.Combine(templates, Path.GetFileName(file)));
        }

        var profile = Path.Combine(templates, "profile.yaml");
        var text = await File.ReadAllTextAsync(profile);
        await File.WriteAllTextAsync(
            profile,
            text.Replace("dates: d MMM yyyy", $"dates: {form}", StringComparison.Ordinal)
        );

        var result = await CliRunner.RunAsync(
            "run",
            _cli.Write("a.txt", Article),
            "-f",
            "md,html,json",
            "-o",
            _cli.At("out"),
            "-t",
            templates
        );

        Assert.Equal(0, result.Code);
        var markdown = (await File.ReadAllTextAsync(_cli.At("out/2026-09-17/brief.md"))).Replace(
            "\\",
            "",
            StringComparison.Ordinal
        );
        var html = await File.ReadAllTextAsync(_cli.At("out/2026-09-17/brief.html"));
        Assert.Contains($"Edition: {edition}", markdown, StringComparison.Ordinal);
        Assert.Contains(day, html, StringComparison.Ordinal);
        Assert.DoesNotContain("15 Sep 2026", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("15 Sep 2026", html, StringComparison.Ordinal);
        Assert.DoesNotContain("17 Sep 2026", html, StringComparison.Ordinal);
    }
}
