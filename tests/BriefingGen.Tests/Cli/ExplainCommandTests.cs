namespace BriefingGen.Tests.Cli;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly CliRunner _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_comes_from_the_list_of_actors_is_said_with_file_and_line()
    {
        _cli.Write(
            "in/a.txt",
            "Talks fail\n20260916\nhttps://www.example.org/a\nIlan Petrosz said that the talks had failed.\n"
        );
        _cli.Write("in/actors.yaml", "actors:\n  - name: Ilan Petrosz\n    role: Envoy\n    country: NO\n");
        await CliRunner.RunAsync(
            "run",
            _cli.At("in"),
            "-t",
            CliRunner.Templates,
            "--output",
            _cli.At("out"),
            "--formats",
            "json"
        );

        var result = await CliRunner.RunAsync("explain", "ilan-petrosz", "--output", _cli.At("out"));

        Assert.Contains("name, role, country: from in/actors.yaml, line 2", result.Out, StringComparison.Ordinal);
    }
}
