using System.Text;
using BriefingGen.Sources;
using BriefingGen.Tests.Sources.Fuzzing;

namespace BriefingGen.Tests.Sources.Readers;

public class EmbargoTests
{
    [Theory]
    [InlineData("2031-05-20T06:00:00Z", "embargoed")]
    [InlineData("next week", "embargoed")]
    [InlineData("2031-05-14T06:00:00Z", null)]
    [InlineData("2031-05-13T06:00:00+02:00", null)]
    public async Task A_ninjs_item_is_held_until_its_time_and_named(string until, string? code)
    {
        var result = await SourceFolder.ReadOne("a.json", Ninjs(until));

        Assert.Equal(code, result.SetAside?.Code);
    }

    [Fact]
    public async Task On_its_day_the_hour_decides_where_the_run_knows_it()
    {
        using var folder = new SourceFolder();
        var path = folder.Write("a.json", Ninjs("2031-05-14T18:00:00+02:00"));

        async Task<string?> At(int hour) =>
            Assert
                .Single(
                    await SourceFolder.Read(
                        new ArticleSource(),
                        [path],
                        Stream.Null,
                        new ReadOptions(SourceFolder.Today)
                        {
                            Now = new DateTimeOffset(2031, 5, 14, hour, 30, 0, TimeSpan.Zero),
                        }
                    )
                )
                .SetAside?.Code;

        Assert.Equal("embargoed", await At(15));
        Assert.Null(await At(16));
    }

    [Fact]
    public async Task A_NewsMl_item_is_held_until_its_time()
    {
        var result = await SourceFolder.ReadOne(
            "a.xml",
            $"<newsItem><itemMeta><versionCreated>2031-05-12T08:00:00Z</versionCreated><embargoed>2031-05-20T08:00:00Z</embargoed></itemMeta><contentMeta><headline>Talks</headline></contentMeta><contentSet><inlineData>{ReaderFixtures.Lead}</inlineData></contentSet></newsItem>"
        );

        Assert.Equal("embargoed", result.SetAside!.Code);
        Assert.Contains("2031-05-20", result.SetAside.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_crawler_writes_of_itself_is_no_article()
    {
        var log = "Resolving the name of the server. The file was saved to the folder of the crawl, in good order.";
        var record =
            $"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: metadata://crawler.example/log\r\nContent-Type: text/plain\r\nContent-Length: {log.Length}\r\n\r\n{log}\r\n\r\n";
        using var folder = new SourceFolder();

        var results = await SourceFolder.Read(folder.Write("a.warc", Encoding.ASCII.GetBytes(record)));

        Assert.DoesNotContain(results, r => r.Article is not null);
    }

    private static string Ninjs(string until) =>
        $$"""{"uri":"https://npa.example/1","type":"text","versioncreated":"2031-05-12T08:00:00Z","embargoed":"{{until}}","headline":"Talks","body_text":"{{ReaderFixtures.Lead}}"}""";
}
