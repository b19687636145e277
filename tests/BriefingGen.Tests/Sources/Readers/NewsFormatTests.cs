using BriefingGen.Sources;
using BriefingGen.Tests.Sources.Fuzzing;

namespace BriefingGen.Tests.Sources.Readers;

public class NewsFormatTests
{
    [Fact]
    public async Task Ninjs_of_every_version_is_read_and_what_was_withdrawn_is_set_aside()
    {
        var results = await Read("a.json", ReaderFixtures.Ninjs);

        Assert.Equal([null, null, "withdrawn", "no-text"], results.Select(r => r.SetAside?.Code));
        var (first, second) = (results[0].Article!, results[1].Article!);
        Assert.Equal(
            ("Ministers meet", "Norland Press Agency", new DateOnly(2031, 5, 12), 3),
            (first.Title, first.Publisher, first.Published, first.Regions.Length)
        );
        Assert.Equal(("Talks to go on", 3), (second.Title, second.Regions.Length));
        Assert.Null(second.Url);
    }

    [Fact]
    public async Task A_record_that_only_has_an_address_is_no_ninjs()
    {
        var result = Assert.Single(
            await Read("a.json", $$"""{"uri":"x","title":"T","text":"{{ReaderFixtures.Lead}}","date":"2031-05-12"}""")
        );

        Assert.Equal(new DateOnly(2031, 5, 12), result.Article!.Published);
    }

    [Fact]
    public async Task NewsMl_gives_nitf_and_xhtml_bodies_and_sets_aside_what_was_withdrawn()
    {
        var results = await Read("a.xml", ReaderFixtures.NewsMl);

        Assert.Equal([null, null, "withdrawn"], results.Select(r => r.SetAside?.Code));
        var (first, second) = (results[0].Article!, results[1].Article!);
        Assert.Equal(
            ("Ministers meet in Lakeport", "NPA/Courier", new DateOnly(2031, 5, 12), 3),
            (first.Title, first.Publisher, first.Published, first.Regions.Length)
        );
        Assert.Equal(("Prisoners", "NPA", 2), (second.Title, second.Publisher, second.Regions.Length));
        Assert.Equal(ReaderFixtures.Second, first.Text.ToString(first.Regions[2].Span));
    }

    [Fact]
    public async Task One_newsItem_is_the_file()
    {
        var start = ReaderFixtures.NewsMl.IndexOf("<newsItem", StringComparison.Ordinal);
        var end = ReaderFixtures.NewsMl.IndexOf("</newsItem>", StringComparison.Ordinal) + "</newsItem>".Length;

        var article = Assert.Single(await Read("item.xml", ReaderFixtures.NewsMl[start..end])).Article!;

        Assert.Null(article.Record);
    }

    private static async Task<List<ReadResult>> Read(string name, string text)
    {
        using var folder = new SourceFolder();
        return await SourceFolder.Read(folder.Write(name, text));
    }
}
