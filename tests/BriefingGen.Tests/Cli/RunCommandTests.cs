using System.Text.Json;

namespace BriefingGen.Tests.Cli;

public sealed class RunCommandTests : IDisposable
{
    private const string Article = """
        Varnia and Belmark end talks without an accord
        20260916
        https://www.example.org/varnia-belmark-talks
        Foreign Minister Ilan Petrosz of Varnia said on Tuesday that the talks with Belmark had made no progress.
        The two delegations met in Lorn on Tuesday, but the talks ended without an agreement.
        “We will not give up a single village,” Petrosz told reporters.
        """;

    private readonly CliRunner _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_run_writes_every_format_and_prints_its_path()
    {
        var result = await RunAsync(_cli.Write("in/a.txt", Article));

        Assert.Equal(0, result.Code);
        var files = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["brief.pdf", "brief.xlsx", "brief.html", "brief.md", "brief.json"],
            files.Select(Path.GetFileName)
        );
        Assert.All(files, file => Assert.True(new FileInfo(file).Length > 100));
        Assert.Equal(5, Directory.GetFiles(_cli.At("out/2026-09-17")).Length);
    }

    [Fact]
    public async Task Two_runs_under_one_clock_give_the_same_bytes_in_every_format()
    {
        var input = _cli.Write("in/a.txt", Article);
        await RunAsync(input, "out1");
        await RunAsync(input, "out2");

        foreach (var file in Directory.GetFiles(_cli.At("out1/2026-09-17")))
        {
            var second = _cli.At($"out2/2026-09-17/{Path.GetFileName(file)}");
            Assert.True(
                File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(second)),
                Path.GetFileName(file)
            );
        }
    }

    [Fact]
    public async Task Inputs_that_cannot_be_used_are_named_and_the_others_go_on()
    {
        _cli.Write("in/a.txt", Article);
        _cli.Write("in/empty.txt", "");
        _cli.Write("in/picture.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]);

        var result = await RunAsync(_cli.At("in"));

        Assert.Equal(0, result.Code);
        Assert.Contains("empty.txt", result.Error, StringComparison.Ordinal);
        Assert.Contains("picture.txt", result.Error, StringComparison.Ordinal);
        var markdown = await File.ReadAllTextAsync(_cli.At("out/2026-09-17/brief.md"));
        Assert.Contains("picture", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_strict_an_input_that_was_set_aside_gives_exit_4_and_still_a_brief()
    {
        _cli.Write("in/a.txt", Article);
        _cli.Write("in/empty.txt", "");

        var result = await CliRunner.RunAsync(
            "run",
            _cli.At("in"),
            "-o",
            _cli.At("out"),
            "-t",
            CliRunner.Templates,
            "--strict"
        );

        Assert.Equal(4, result.Code);
        Assert.True(File.Exists(_cli.At("out/2026-09-17/brief.json")));
    }

    [Fact]
    public async Task Without_a_readable_input_the_exit_is_3_and_no_brief_is_made()
    {
        var result = await RunAsync(_cli.At("nowhere"));

        Assert.Equal(3, result.Code);
        Assert.Contains("nowhere", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_cli.At("out")));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "a.txt", "--date", "2026-02-31")]
    [InlineData("run", "a.txt", "--formats", "pdf,docx")]
    [InlineData("run", "a.txt", "--templates", "no-such-folder")]
    [InlineData("run", "a.txt", "--no-such-option")]
    [InlineData("rum", "a.txt")]
    public async Task A_wrong_command_line_gives_exit_2_and_says_why(params string[] args)
    {
        var result = await CliRunner.RunAsync(args);

        Assert.Equal(2, result.Code);
        Assert.StartsWith("briefgen: ", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Out);
    }

    [Fact]
    public async Task An_output_that_is_no_folder_gives_exit_6_and_leaves_it_alone()
    {
        var occupied = _cli.Write("out", "somebody else's file");

        var result = await RunAsync(_cli.Write("in/a.txt", Article));

        Assert.Equal(6, result.Code);
        Assert.Equal("somebody else's file", await File.ReadAllTextAsync(occupied));
    }

    [Fact]
    public async Task A_template_with_an_unknown_variable_gives_exit_2_with_file_line_and_column()
    {
        var templates = CopyTemplates();
        await File.AppendAllTextAsync(Path.Combine(templates, "method.sbn"), "\n{{ no_such_thing }}\n");

        var result = await CliRunner.RunAsync(
            "run",
            _cli.Write("in/a.txt", Article),
            "-o",
            _cli.At("out"),
            "-t",
            templates
        );

        Assert.Equal(2, result.Code);
        Assert.Matches(@"method\.sbn[:(]\d+[:,]\d+", result.Error);
        Assert.Contains("no_such_thing", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_cli.At("out/2026-09-17")));
    }

    [Fact]
    public async Task A_template_that_never_ends_is_stopped()
    {
        var templates = CopyTemplates();
        await File.AppendAllTextAsync(Path.Combine(templates, "method.sbn"), "\n{{ while true }}x{{ end }}\n");

        var result = await CliRunner.RunAsync(
            "run",
            _cli.Write("in/a.txt", Article),
            "-o",
            _cli.At("out"),
            "-t",
            templates
        );

        Assert.Equal(2, result.Code);
        Assert.Contains("method.sbn", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_template_file_is_named()
    {
        var templates = CopyTemplates();
        File.Delete(Path.Combine(templates, "bluf.sbn"));

        var result = await CliRunner.RunAsync(
            "run",
            _cli.Write("in/a.txt", Article),
            "-o",
            _cli.At("out"),
            "-t",
            templates
        );

        Assert.Equal(2, result.Code);
        Assert.Contains("bluf.sbn", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_run_exits_with_130_and_leaves_no_file()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var result = await CliRunner.RunAsync(
            ["run", _cli.Write("in/a.txt", Article), "-o", _cli.At("out"), "-t", CliRunner.Templates],
            "",
            cancelled.Token
        );

        Assert.Equal(130, result.Code);
        Assert.False(Directory.Exists(_cli.At("out")));
    }

    [Fact]
    public async Task The_summary_for_scripts_names_its_schema()
    {
        var result = await CliRunner.RunAsync(
            "run",
            _cli.Write("in/a.txt", Article),
            "-o",
            _cli.At("out"),
            "-t",
            CliRunner.Templates,
            "--json"
        );

        using var summary = JsonDocument.Parse(result.Out);
        Assert.Equal("briefgen.run/1", summary.RootElement.GetProperty("schema").GetString());
        Assert.Equal(1, summary.RootElement.GetProperty("articles").GetInt32());
        Assert.Equal(5, summary.RootElement.GetProperty("files").GetArrayLength());
    }

    [Fact]
    public async Task Articles_before_the_day_asked_for_are_left_out()
    {
        var result = await CliRunner.RunAsync(
            "run",
            _cli.Write("in/a.txt", Article),
            "-o",
            _cli.At("out"),
            "-t",
            CliRunner.Templates,
            "--since",
            "2026-09-17"
        );

        Assert.Equal(3, result.Code);
    }

    [Theory]
    [InlineData()]
    [InlineData("--store", "desk.db")]
    public async Task An_article_dated_after_the_edition_is_used_and_said_so(params string[] store)
    {
        var input = _cli.Write("in/a.txt", Article);

        var result = await CliRunner.RunAsync([
            "run",
            input,
            "--output",
            _cli.At("out"),
            "--formats",
            "md",
            "--date",
            "2026-09-15",
            .. store.Length == 0 ? store : ["--store", $"sqlite:{_cli.At(store[1])}"],
        ]);

        const string note = "is dated 2026-09-16, after 2026-09-15, the day that the edition is for";
        Assert.Equal(0, result.Code);
        Assert.Contains(note, result.Error, StringComparison.Ordinal);
        var brief = await File.ReadAllTextAsync(_cli.At("out/2026-09-15/brief.md"));
        Assert.Contains(note, brief, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_can_come_on_standard_input()
    {
        var result = await CliRunner.RunAsync(
            ["run", "-", "-o", _cli.At("out"), "-t", CliRunner.Templates, "-f", "json"],
            Article,
            CancellationToken.None
        );

        Assert.Equal(0, result.Code);
        Assert.Single(Directory.GetFiles(_cli.At("out/2026-09-17")));
    }

    private Task<CliResult> RunAsync(string input, string output = "out") =>
        CliRunner.RunAsync("run", input, "-o", _cli.At(output), "-t", CliRunner.Templates);

    private string CopyTemplates()
    {
        var target = Directory.CreateDirectory(_cli.At("templates")).FullName;
        foreach (var file in Directory.GetFiles(CliRunner.Templates))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        return target;
    }
}
