using System.Text;
using BriefingGen.Language.Text;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Sources;

public class HtmlReaderTests
{
    private static readonly string[] Paragraphs =
    [
        "The foreign ministers of Norland and Suderia met in Lakeport on Monday for the first time since the border was closed, and they agreed to meet again within a week.",
        "“We are not there yet, but we have started to listen,” Foreign Minister Ingrid Halvorsen told reporters after the talks, which lasted for six hours and ended without a joint statement.",
        "Her Suderian colleague, Tomas Varga, said that his government would not withdraw its troops from the valley, because it did not believe the assurances that Norland had given in writing.",
        "Diplomats from the host country said that the two sides had exchanged lists of prisoners, and that a first exchange of up to forty people could take place before the end of the month.",
    ];

    [Fact]
    public async Task The_article_of_a_page_is_read_with_what_the_page_says_of_it()
    {
        var result = await SourceFolder.ReadOne(
            "a.html",
            Page(
                """
                <link rel="canonical" href="https://www.courier.example/world/talks">
                <meta property="og:site_name" content="The Lakeport Courier">
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
                {"@type":"NewsArticle","headline":"Ministers meet in Lakeport","datePublished":"2031-05-12T18:00:00+02:00"}]}</script>
                """
            )
        );

        var article = result.Article!;
        Assert.Equal("Ministers meet in Lakeport", article.Title);
        Assert.Equal(new DateOnly(2031, 5, 12), article.Published);
        Assert.Equal("https://www.courier.example/world/talks", article.Url!.AbsoluteUri);
        Assert.Equal("The Lakeport Courier", article.Publisher);
        Assert.Equal("Ministers meet in Lakeport\n\n" + string.Join("\n\n", Paragraphs), article.Text.Value);
        Assert.Equal(
            [RegionKind.Title, .. Enumerable.Repeat(RegionKind.Paragraph, 4)],
            article.Regions.Select(r => r.Kind)
        );
        Assert.Empty(result.Notes);
    }

    [Theory]
    [InlineData("""<meta property="article:published_time" content="2031-05-12T08:00:00Z">""")]
    [InlineData("""<meta name="date" content="12 May 2031">""")]
    [InlineData("""<meta itemprop="datePublished" content="2031-05-12">""")]
    [InlineData("""<script type="application/ld+json">{ broken</script><meta name="pubdate" content="20310512">""")]
    public async Task The_date_is_found_where_pages_state_it(string head)
    {
        var result = await SourceFolder.ReadOne("a.html", Page(head));

        Assert.Equal(new DateOnly(2031, 5, 12), result.Article!.Published);
        Assert.Equal("Ministers meet in Lakeport", result.Article.Title);
    }

    [Theory]
    [InlineData("<html><body><nav><a href='/'>Home</a> <a href='/a'>World</a></nav></body></html>")]
    [InlineData(
        "<!doctype html><html><head><title>Login</title></head><body><form><input name=u></form></body></html>"
    )]
    public async Task A_page_without_an_article_is_set_aside(string html)
    {
        var result = await SourceFolder.ReadOne("a.html", html);

        Assert.Equal("no-article", result.SetAside!.Code);
    }

    [Fact]
    public async Task A_page_that_nests_without_end_is_set_aside()
    {
        var deep = new StringBuilder("<html><body>");
        for (var i = 0; i < 50_000; i++)
        {
            deep.Append("<div>");
        }

        var result = await SourceFolder.ReadOne("a.html", deep.Append(Paragraphs[0]).ToString());

        Assert.Equal("too-deep", result.SetAside!.Code);
    }

    [Fact]
    public async Task A_page_in_another_encoding_is_read_as_it_declares()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var folder = new SourceFolder();
        var html = Page("<meta charset=\"windows-1251\">")
            .Replace(
                Paragraphs[3],
                "Министр иностранных дел заявил, что переговоры продолжатся в среду утром, и поблагодарил посредников за терпение и помощь.",
                StringComparison.Ordinal
            );
        var path = folder.Write("a.html", Encoding.GetEncoding("windows-1251").GetBytes(html));

        var article = Assert.Single(await SourceFolder.Read(path)).Article!;

        Assert.Equal("windows-1251", article.Encoding);
        Assert.Contains("Министр иностранных дел", article.Text.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_and_hidden_text_are_no_part_of_the_article()
    {
        var html = Page("")
            .Replace(
                Paragraphs[1],
                Paragraphs[1] + "<script>document.write('secret')</script>",
                StringComparison.Ordinal
            );

        var article = (await SourceFolder.ReadOne("a.html", html)).Article!;

        Assert.DoesNotContain("secret", article.Text.Value, StringComparison.Ordinal);
    }

    private static string Page(string head) =>
        $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Ministers meet in Lakeport</title>{head}</head>
            <body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
            <main><article><h1>Ministers meet in Lakeport</h1>
            <figure><img src="https://tracker.example/x.png"><figcaption>The lake on Monday.</figcaption></figure>
            {string.Concat(Paragraphs.Select(p => $"<p>{p}</p>\n"))}
            </article></main>
            <footer><p>Subscribe to our newsletter. All rights reserved.</p></footer></body></html>
            """;
}
