namespace BriefingGen.Tests.Cli;

/// <summary>The loop of a template's author: facts once, templates again and again.</summary>
public sealed class RenderCommandTests : IDisposable
{
    private readonly CliRunner _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Facts_that_were_extracted_before_give_the_brief_that_run_gives()
    {
        var article = _cli.Write(
            "in/tram.txt",
            "Tram derails in Orsa\n20260915\nhttps://a.example/a\nA tram derailed in Orsa on Tuesday. Minister Edda Morn demanded an inquiry.\n"
        );
        var extracted = await CliRunner.RunAsync("extract", article, "-t", CliRunner.Templates);
        var facts = _cli.Write("facts.jsonl", extracted.Out);

        var rendered = await CliRunner.RunAsync(
            "render",
            "--facts",
            facts,
            "-t",
            CliRunner.Templates,
            "-o",
            _cli.At("a"),
            "-f",
            "md,json"
        );
        var run = await CliRunner.RunAsync(
            "run",
            article,
            "-t",
            CliRunner.Templates,
            "-o",
            _cli.At("b"),
            "-f",
            "md,json"
        );

        Assert.Equal((0, 0), (rendered.Code, run.Code));
        foreach (var file in new[] { "brief.md", "brief.json" })
        {
            Assert.Equal(
                await File.ReadAllTextAsync(_cli.At($"b/2026-09-17/{file}")),
                await File.ReadAllTextAsync(_cli.At($"a/2026-09-17/{file}"))
            );
        }
    }

    [Fact]
    public async Task A_line_that_is_no_fact_and_an_article_that_changed_are_named()
    {
        var broken = await CliRunner.RunAsync("render", "--facts", _cli.Write("b.jsonl", "{\"kind\":\"tale\"}\n"));
        Assert.Equal(2, broken.Code);
        Assert.Contains("b.jsonl:1: is no fact", broken.Error, StringComparison.Ordinal);

        var article = _cli.Write("in/a.txt", "Tram derails\n20260915\nhttps://a.example/a\nA tram derailed in Orsa.\n");
        var extracted = await CliRunner.RunAsync("extract", article, "-t", CliRunner.Templates);
        var facts = _cli.Write("facts.jsonl", extracted.Out);
        _cli.Write("in/a.txt", "Tram derails\n20260915\nhttps://a.example/a\nA bus burned in Orsa.\n");
        var changed = await CliRunner.RunAsync("render", "--facts", facts, "-t", CliRunner.Templates);
        Assert.Equal(2, changed.Code);
        Assert.Contains("run 'briefgen extract' again", changed.Error, StringComparison.Ordinal);
    }
}
