using System.Text;
using BriefingGen.Sources;
using BriefingGen.Sources.Pdf;
using BriefingGen.Tests.Cli;

namespace BriefingGen.Tests.Sources;

/// <summary>What bounds a reader counts bytes, nodes or steps: the same input is read the same way, however busy the machine is.</summary>
public sealed class BudgetTests
{
    [Fact]
    public void A_reader_that_is_sent_in_circles_ends_at_the_same_byte_each_time()
    {
        Assert.Equal(Reads(), Reads());

        static long Reads()
        {
            using var stream = new MeteredStream(new byte[100], budget: 950);
            var buffer = new byte[100];
            for (long read = 0; ; read += 100)
            {
                try
                {
                    stream.Position = 0;
                    stream.ReadExactly(buffer);
                }
                catch (MeterSpentException)
                {
                    return read;
                }
            }
        }
    }

    [Fact]
    public async Task A_page_that_is_too_large_is_set_aside_for_that_reason_and_no_other()
    {
        using var cli = new CliRunner();
        cli.Write(
            "news/a.html",
            "<html><body>" + string.Concat(Enumerable.Repeat("<b>x</b>", 110_000)) + "</body></html>"
        );

        var results = new List<ReadResult>();
        await foreach (
            var result in new ArticleSource().ReadAsync(
                [cli.At("news")],
                new ReadOptions(new DateOnly(2026, 9, 17)),
                Stream.Null
            )
        )
        {
            results.Add(result);
        }

        Assert.Equal("too-long", Assert.Single(results).SetAside!.Code);
    }

    [Fact]
    public void No_reader_and_no_template_asks_a_clock()
    {
        var stages = new[]
        {
            "Sources/Html",
            "Sources/PlainText",
            "Sources/Json",
            "Sources/Xml",
            "Sources/Mail",
            "Composition",
            "Extraction",
            "Fusion",
        };
        var asked = stages
            .SelectMany(stage =>
                Directory.EnumerateFiles(
                    Path.Combine(CliRunner.Root, "src", "BriefingGen", stage),
                    "*.cs",
                    SearchOption.AllDirectories
                )
            )
            .Where(file =>
            {
                var code = File.ReadAllText(file, Encoding.UTF8);
                return code.Contains("CancelAfter", StringComparison.Ordinal)
                    || code.Contains("Stopwatch", StringComparison.Ordinal)
                    || code.Contains("matchTimeoutMilliseconds: 2", StringComparison.Ordinal);
            });

        Assert.Empty(asked);
    }
}
