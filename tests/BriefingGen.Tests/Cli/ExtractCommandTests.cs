using System.Text.Json;

namespace BriefingGen.Tests.Cli;

public sealed class ExtractCommandTests : IDisposable
{
    private const string Degraded = """
        No accord in sight for Varnias war in Belmark
        20260916
        https://www.example.org/no-accord
        Asked about Petroszs comments, Lindgaards prime minister told the broadcaster, There was no progress at all, so its hard to see a way out.
        Foreign Minister Ilan Petrosz met Defense Minister Olga Brandt in Paris on Tuesday, but those talks ended without an agreement.
        """;

    private readonly CliRunner _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Every_span_of_every_fact_slices_the_text_on_disk()
    {
        var result = await CliRunner.RunAsync("extract", _cli.Write("a.txt", Degraded), "-t", CliRunner.Templates);

        Assert.Equal(0, result.Code);
        var spans = 0;
        foreach (var line in result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var fact = JsonDocument.Parse(line);
            spans += CheckSpans(fact.RootElement, Degraded);
        }

        Assert.True(spans > 5, $"{spans} spans");
    }

    [Fact]
    public async Task The_article_comes_first_and_its_kind_leads_the_line()
    {
        var result = await CliRunner.RunAsync("extract", _cli.Write("a.txt", Degraded), "-t", CliRunner.Templates);

        Assert.StartsWith("{\"kind\":\"article\"", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extraction_twice_gives_the_same_lines()
    {
        var input = _cli.Write("a.txt", Degraded);

        var first = await CliRunner.RunAsync("extract", input, "-t", CliRunner.Templates);
        var second = await CliRunner.RunAsync("extract", input, "-t", CliRunner.Templates);

        Assert.Equal(first.Out, second.Out);
    }

    [Fact]
    public async Task Without_a_readable_input_the_exit_is_3()
    {
        var result = await CliRunner.RunAsync("extract", _cli.At("nowhere.txt"), "-t", CliRunner.Templates);

        Assert.Equal(3, result.Code);
        Assert.Empty(result.Out);
    }

    private static int CheckSpans(JsonElement element, string text)
    {
        var count = 0;
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("start", out var start) && element.TryGetProperty("text", out var slice))
            {
                Assert.Equal(text[start.GetInt32()..element.GetProperty("end").GetInt32()], slice.GetString());
                count++;
            }

            count += element.EnumerateObject().Sum(property => CheckSpans(property.Value, text));
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            count += element.EnumerateArray().Sum(item => CheckSpans(item, text));
        }

        return count;
    }
}
