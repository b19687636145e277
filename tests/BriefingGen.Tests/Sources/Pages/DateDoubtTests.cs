using BriefingGen.Sources;

namespace BriefingGen.Tests.Sources.Pages;

/// <summary>A day that the page itself speaks against is not taken, and the note says what speaks against it.</summary>
public sealed class DateDoubtTests
{
    private const string Story =
        "<p>The harbour board of Dunholm closed the northern quay on Monday, and its chair said that the cranes would be tested one by one before any ship may come near them.</p>"
        + "<p>Two shipping lines told the board that they would call at Lakeport until the summer, and asked that the fees which they paid in advance be given back to them.</p>"
        + "<p>The board will answer them within the month, its secretary said, after it has heard the insurers and the union of the dockers, who want the quay closed for a year.</p>";

    private const string Linked =
        """<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-04"MORE}</script>""";

    [Theory]
    [InlineData(Linked, """<p class="by">By Ines Vau, 9 April 2031</p>""", "its readers are shown 2031-04-09")]
    [InlineData(Linked, """<time datetime="2031-04-09">lately</time>""", "its readers are shown 2031-04-09")]
    [InlineData(Linked, """<p>Updated 1 May 2031</p>""", "it was changed on 2031-05-01")]
    [InlineData(
        """<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-04","dateModified":"2031-04-20"}</script>""",
        "",
        "it was changed on 2031-04-20"
    )]
    [InlineData(
        Linked + """<meta property="article:published_time" content="2031-03-11">""",
        "",
        "it states 2031-03-11 as well"
    )]
    [InlineData("""<meta name="date" content="2031-03-04">""", "<p>Updated 1 May 2031</p>", "later version")]
    [InlineData(
        """<meta property="article:published_time" content="2031-03-04T02:11:08Z">""",
        "",
        "the day of Greenwich"
    )]
    public async Task A_day_that_something_speaks_against_is_none(string head, string byline, string why)
    {
        var result = await Read(head, byline);

        Assert.Null(result.Article!.Published);
        Assert.Contains(
            result.Notes,
            n => n.Code == "contradictory-date" && n.Message.Contains(why, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(Linked, """<p class="by">By Ines Vau, 4 March 2031</p><p>Updated 1 May 2031</p>""")]
    [InlineData(
        """<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-04","dateModified":"2031-03-06"}</script>""",
        ""
    )]
    [InlineData("""<meta property="article:published_time" content="2031-03-04T00:00:00Z">""", "")]
    [InlineData("""<meta property="article:published_time" content="2031-03-04T14:11:08Z">""", "")]
    [InlineData("""<meta property="article:published_time" content="2031-03-05T02:11:08Z">""", "<p>4 March 2031</p>")]
    [InlineData("""<meta name="date" content="2031-03-04">""", "")]
    [InlineData("", "<p>Originally created 4 March 2031, last updated 1 May 2031</p>")]
    public async Task A_day_that_is_confirmed_or_stands_alone_is_taken(string head, string byline) =>
        Assert.Equal(new DateOnly(2031, 3, 4), (await Read(head, byline)).Article!.Published);

    private static async Task<ReadResult> Read(string head, string byline) =>
        await SourceFolder.ReadOne(
            "a.html",
            $"<html><head><title>Quay of Dunholm closed</title>{head.Replace("MORE", "", StringComparison.Ordinal)}</head><body><article><h1>Quay of Dunholm closed</h1>{byline}{Story}</article></body></html>"
        );
}
