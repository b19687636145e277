using BriefingGen.Sources;
using BriefingGen.Tests.Cli;

namespace BriefingGen.Tests.Sources;

/// <summary>What lies outside a given folder is no input, nor is what an earlier run wrote.</summary>
public sealed class InputScopeTests : IDisposable
{
    private readonly CliRunner _cli = new();

    public void Dispose() => _cli.Dispose();

    [SkippableFact]
    public async Task A_link_out_of_a_given_folder_is_named_and_followed_only_when_asked()
    {
        _cli.Write("news/a.txt", "Inside\nThe harbour of Osterby opened on Tuesday after a week of storms.\n");
        _cli.Write("secret/b.txt", "Outside\nThe harbour of Sel opened on Tuesday after a week of storms.\n");
        Link(_cli.At("news/file.txt"), _cli.At("secret/b.txt"));
        Link(_cli.At("news/folder"), _cli.At("secret"));

        var closed = await ReadAsync(new InputScope());
        var open = await ReadAsync(new InputScope { FollowLinks = true });

        Assert.Equal(["Inside"], closed.Select(result => result.Article?.Title).OfType<string>());
        Assert.Equal(["link-out", "link-out"], closed.Select(result => result.SetAside?.Code).OfType<string>());
        Assert.Equal(["Inside", "Outside"], open.Select(result => result.Article?.Title).OfType<string>());
    }

    [SkippableFact]
    public async Task A_link_within_the_given_folder_is_followed()
    {
        _cli.Write("news/.kept/a.txt", "Inside\nThe harbour of Osterby opened on Tuesday after a week of storms.\n");
        Link(_cli.At("news/today"), _cli.At("news/.kept"));

        var results = await ReadAsync(new InputScope());

        Assert.Equal(["Inside"], results.Select(result => result.Article?.Title).OfType<string>());
    }

    [Fact]
    public async Task A_second_run_does_not_read_what_the_first_one_wrote()
    {
        _cli.Write("news/a.txt", "Inside\nThe harbour of Osterby opened on Tuesday, Pavo Renn said.\n");
        foreach (var output in new[] { "news", "news/out", "elsewhere" })
        {
            var first = await RunAsync(output);
            var second = await RunAsync(output);

            Assert.Contains("1 articles from 1 origins", first.Error, StringComparison.Ordinal);
            Assert.Contains("1 articles from 1 origins", second.Error, StringComparison.Ordinal);
            Assert.Contains("0 inputs set aside", second.Error, StringComparison.Ordinal);
            Directory.Delete(_cli.At($"{output}/2026-09-17"), recursive: true);
        }
    }

    [Fact]
    public async Task A_brief_that_is_named_as_an_input_is_set_aside()
    {
        _cli.Write("news/a.txt", "Inside\nThe harbour of Osterby opened on Tuesday, Pavo Renn said.\n");
        await RunAsync("out");

        var result = await CliRunner.RunAsync(
            "run",
            _cli.At("out/2026-09-17/brief.html"),
            _cli.At("out/2026-09-17"),
            "-t",
            CliRunner.Templates,
            "--output",
            _cli.At("out")
        );

        Assert.Equal(3, result.Code);
        Assert.Contains("is a brief below the output folder", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_runs_do_not_write_into_one_folder_at_the_same_time()
    {
        _cli.Write("news/a.txt", "Inside\nThe harbour of Osterby opened on Tuesday, Pavo Renn said.\n");
        CliResult while_held;
        using (EditionLock.Take(_cli.At("out/2026-09-17")))
        {
            while_held = await RunAsync("out");
        }

        var after = await RunAsync("out");

        Assert.Equal(6, while_held.Code);
        Assert.Contains("another run writes into this folder", while_held.Error, StringComparison.Ordinal);
        Assert.Equal(0, after.Code);
        Assert.Equal(
            ["brief.html", "brief.json"],
            Directory.GetFiles(_cli.At("out/2026-09-17")).Select(Path.GetFileName).Order()
        );
    }

    private Task<CliResult> RunAsync(string output) =>
        CliRunner.RunAsync(
            "run",
            _cli.At("news"),
            "-t",
            CliRunner.Templates,
            "--output",
            _cli.At(output),
            "--formats",
            "json,html"
        );

    private async Task<List<ReadResult>> ReadAsync(InputScope scope)
    {
        var results = new List<ReadResult>();
        var options = new ReadOptions(new DateOnly(2026, 9, 17)) { Scope = scope };
        await foreach (var result in new ArticleSource().ReadAsync([_cli.At("news")], options, Stream.Null))
        {
            results.Add(result);
        }

        return results;
    }

    private static void Link(string path, string target)
    {
        try
        {
            Directory.CreateSymbolicLink(path, target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Skip.If(true, "Links cannot be made here: " + exception.Message);
        }
    }
}
