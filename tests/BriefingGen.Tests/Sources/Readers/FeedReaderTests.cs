using System.Text;
using BriefingGen.Sources;
using BriefingGen.Tests.Sources.Fuzzing;

namespace BriefingGen.Tests.Sources.Readers;

public class FeedReaderTests
{
    [Fact]
    public async Task Rss_gives_text_date_link_and_the_true_publisher()
    {
        var results = await Read("feed.xml", ReaderFixtures.Rss);

        var first = results[0].Article!;
        Assert.Equal("Ministers meet in Lakeport & agree to go on", first.Title);
        Assert.Equal(new DateOnly(2031, 5, 12), first.Published);
        Assert.Equal("https://reader.example/2031/05/talks", first.Url!.AbsoluteUri);
        Assert.Equal("Norland Courier", first.Publisher);
        Assert.Equal(5, first.Regions.Length);
        Assert.Equal(1, first.Record);
        Assert.Empty(results[0].Notes);
    }

    [Fact]
    public async Task An_item_with_a_teaser_and_no_date_says_so()
    {
        var second = (await Read("feed.rss", ReaderFixtures.Rss))[1];

        Assert.Null(second.Article!.Published);
        Assert.Equal("reader.example", second.Article.Publisher);
        Assert.Equal(["teaser", "no-date"], second.Notes.Select(n => n.Code));
        Assert.All(second.Notes, n => Assert.Equal("record 2", n.Place));
    }

    [Fact]
    public async Task Atom_gives_the_first_publication_and_resolves_links()
    {
        var first = (await Read("feed", ReaderFixtures.Atom))[0].Article!;

        Assert.Equal("Ministers meet", first.Title);
        Assert.Equal(new DateOnly(2031, 5, 11), first.Published);
        Assert.Equal("https://gazette.example/news/talks", first.Url!.AbsoluteUri);
        Assert.Equal("Marn Valley News", first.Publisher);
        Assert.Equal(5, first.Regions.Length);
    }

    [Fact]
    public async Task Rdf_gives_its_items_with_their_dublin_core()
    {
        var article = Assert.Single(await Read("a.rdf", ReaderFixtures.Rdf)).Article!;

        Assert.Equal("Statement on the talks", article.Title);
        Assert.Equal(new DateOnly(2031, 5, 12), article.Published);
        Assert.Equal("Foreign Office of Norland", article.Publisher);
    }

    [Theory]
    [InlineData("Mon, 12 May 2031 08:00:00 EST", "2031-05-12")]
    [InlineData("Tue, 12 May 31 08:00 GMT", "2031-05-12")]
    [InlineData("12 May 2031", "2031-05-12")]
    [InlineData("Monday, 12-May-2031 23:59:59 Z", "2031-05-12")]
    [InlineData("2031-05-12T23:59:59.1234567-11:00", "2031-05-12")]
    [InlineData("12 Mqj 2031 08:00:00 +0200", null)]
    [InlineData("yesterday", null)]
    public async Task Dates_are_read_as_feeds_write_them(string date, string? expected)
    {
        var xml =
            $"<rss version='2.0'><channel><item><title>T</title><description>{ReaderFixtures.Lead}</description><pubDate>{date}</pubDate></item></channel></rss>";

        var article = (await Read("a.xml", xml))[0].Article!;

        Assert.Equal(expected, article.Published?.ToString("yyyy-MM-dd"));
    }

    [Fact]
    public async Task A_feed_that_is_cut_off_gives_what_stood_before()
    {
        var cut = ReaderFixtures.Rss[..(ReaderFixtures.Rss.IndexOf("Prisoners", StringComparison.Ordinal) + 20)];

        var results = await Read("a.xml", cut);

        Assert.Equal(2, results.Count);
        Assert.NotNull(results[0].Article);
        Assert.Equal(("bad-xml", "record 2"), (results[1].SetAside!.Code, results[1].SetAside!.Place));
    }

    [Fact]
    public async Task A_feed_that_nests_without_end_is_set_aside()
    {
        var deep = "<rss><channel><item><description>" + string.Concat(Enumerable.Repeat("<a>", 100_000));

        Assert.Equal("bad-xml", Assert.Single(await Read("a.xml", deep)).SetAside!.Code);
        Assert.Equal(
            "bad-xml",
            Assert
                .Single(await Read("a.xml", "<rss>" + string.Concat(Enumerable.Repeat("<a>", 100_000))))
                .SetAside!.Code
        );
    }

    [Theory]
    [InlineData("<rss><channel><title>Nothing yet</title></channel></rss>", "empty")]
    [InlineData("<urlset><url/></urlset>", "unknown-xml")]
    [InlineData("not xml", "bad-xml")]
    [InlineData("  ", "empty")]
    public async Task What_holds_no_items_says_why(string xml, string code) =>
        Assert.Equal(code, Assert.Single(await Read("a.xml", xml)).SetAside!.Code);

    [Theory]
    [InlineData("<p>", "<p>&#xD800;&#xD800;")]
    [InlineData("<p>", "<p xmlns:b=\"&#xD800;\" b:c=\"&#xD800;\">")]
    [InlineData("\"talks\"", "\"https://ne\uFFFDws.example/\"")]
    public async Task What_fuzzing_found_is_read(string from, string to)
    {
        var results = await Read("a.atom", ReaderFixtures.Atom.Replace(from, to, StringComparison.Ordinal));

        Assert.Equal(5, results[0].Article!.Regions.Length);
        Assert.NotNull(results[1].Article);
    }

    [Fact]
    public async Task Control_characters_in_xhtml_do_not_lose_the_item()
    {
        var xml = ReaderFixtures.Atom.Replace("<p>", "<p>\u0001&#x2;", StringComparison.Ordinal);

        Assert.Equal(5, (await Read("a.atom", xml))[0].Article!.Regions.Length);
    }

    private static async Task<List<ReadResult>> Read(string name, string text)
    {
        using var folder = new SourceFolder();
        return await SourceFolder.Read(folder.Write(name, Encoding.UTF8.GetBytes(text)));
    }
}
