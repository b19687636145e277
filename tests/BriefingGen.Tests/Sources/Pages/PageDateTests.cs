namespace BriefingGen.Tests.Sources.Pages;

public class PageDateTests
{
    private const string Story =
        "<p>The lake council of Norland voted on Monday to raise the dam by two metres, and the mayor of Lakeport said that the work would begin before the winter, if the money can be found.</p>"
        + "<p>Fishermen told the council that the higher water would drown the spawning grounds in the north, and they asked for a second study by people who do not build dams for a living.</p>"
        + "<p>The council will hear them again in a week, its secretary said, and publish what they say with the answers of the engineers, who have promised to be brief this time.</p>";

    [Theory]
    [InlineData("""<link rel="canonical" href="https://lake.example/news/2031/05/dam">""", "<p>By Ola Brandt</p>")]
    [InlineData("""<meta name="date" content="2031-05">""", "")]
    [InlineData("", """<aside><time datetime="2029-02-03">3 February 2029</time> Old dam</aside>""")]
    [InlineData("", """<div class="comment-list"><time datetime="2031-05-13">13 May 2031</time> Well done</div>""")]
    [InlineData("", """<blockquote>Come all! <time datetime="2031-03-01">1 March 2031</time></blockquote>""")]
    [InlineData(
        "",
        """<ol><li itemscope><meta itemprop="datePublished" content="1991-04-02">Dams of the north</li></ol>"""
    )]
    [InlineData(
        """<script type="application/ld+json">{"@type":"Recipe","headline":"Soup","datePublished":"2028-01-02"}</script>""",
        ""
    )]
    public async Task A_day_that_nobody_states_for_the_article_is_not_taken(string head, string beside) =>
        Assert.Null((await Read(head, "", beside)).Published);

    [Theory]
    [InlineData("""<link rel="canonical" href="https://lake.example/news/2031/05/12/dam">""", "")]
    [InlineData("", "<p>By Ola Brandt, 12 May 2031</p>")]
    [InlineData("", """<p class="meta">Published: Monday, May 12th, 2031 at 9:10 a.m.</p>""")]
    [InlineData("", """<span itemprop="datePublished" content="2031-05-12T08:00:00+02:00">two days ago</span>""")]
    [InlineData("", """<time datetime="12-05-2031 10:29">12 May 2031, 10:29</time>""")]
    [InlineData("", """<p>12.05.2031 | Ola Brandt</p>""")]
    [InlineData("<meta name=\"pubdate\" content=\"soon\"><meta name=\"dc.date\" content=\"2031-05-12\">", "")]
    [InlineData("""<meta property="article:published_time" content="1925747100">""", "", "2031-01-09")]
    [InlineData(
        "<script type=\"application/ld+json\">\n//<![CDATA[\n{\"@type\":\"NewsArticle\",\"datePublished\":\"2031-05-12\"}\n//]]>\n</script>",
        ""
    )]
    [InlineData(
        """<script type="application/ld+json">[{"@type":"VideoObject","headline":"Flood","datePublished":"2027-01-01"},{"@type":["Thing","ReportageNewsArticle"],"headline":"Council raises the dam","datePublished":"2031-05-12"}]</script>""",
        ""
    )]
    public async Task The_article_s_own_day_is_found(string head, string byline, string expected = "2031-05-12") =>
        Assert.Equal(expected, (await Read(head, byline)).Published?.ToString("yyyy-MM-dd"));

    [Fact]
    public async Task Figures_that_name_two_days_are_no_date_unless_the_page_says_which()
    {
        var alone = await SourceFolder.ReadOne("a.html", Page("", """<time datetime="05/04/2031">lately</time>"""));

        Assert.Null(alone.Article!.Published);
        Assert.Contains(alone.Notes, n => n.Code == "ambiguous-date");
        var told = await Read(
            "",
            """<time datetime="05/04/2031">lately</time>""",
            """<div class="comment">Ann, 23/04/2031: Well done.</div>"""
        );
        Assert.Equal(new DateOnly(2031, 4, 5), told.Published);
    }

    [Fact]
    public async Task The_day_of_a_later_version_is_only_a_bound()
    {
        var result = await SourceFolder.ReadOne(
            "a.html",
            Page("""<meta property="article:modified_time" content="2031-05-13T08:00:00Z">""", "")
        );

        Assert.Null(result.Article!.Published);
        Assert.Contains(
            "not later than 2031-05-13",
            Assert.Single(result.Notes, n => n.Code == "no-date").Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_day_that_readers_see_goes_before_the_clock_of_Greenwich()
    {
        var article = await Read(
            """<meta property="article:published_time" content="2031-05-13T01:30:00Z">""",
            "<p>By Ola Brandt, May 12, 2031</p>"
        );

        Assert.Equal(new DateOnly(2031, 5, 12), article.Published);
    }

    private static async Task<BriefingGen.Sources.Article> Read(string head, string byline, string beside = "") =>
        (await SourceFolder.ReadOne("a.html", Page(head, byline, beside))).Article!;

    private static string Page(string head, string byline, string beside = "") =>
        $"""
            <!DOCTYPE html><html lang="en"><head><title>Council raises the dam</title>{head}</head><body>
            <main><h1>Council raises the dam</h1>{byline}{Story}</main>{beside}</body></html>
            """;
}
