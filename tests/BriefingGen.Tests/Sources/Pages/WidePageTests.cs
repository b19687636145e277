namespace BriefingGen.Tests.Sources.Pages;

/// <summary>Pages of more elements than any newspaper writes are read all the same, by their sentences alone.</summary>
public sealed class WidePageTests
{
    private const string Story =
        "<p>The harbour board of Dunholm closed the northern quay on Monday, and its chair said that the cranes would be tested one by one.</p>"
        + "<p>Two shipping lines told the board that they would call at Lakeport until the summer, and asked for the fees that they had paid.</p>";

    [Theory]
    [InlineData("<li>2 May 2031 Quay {0}</li>", "<ul>", "</ul>")]
    [InlineData("<time datetime=\"2031-05-02\">2 May</time>", "", "")]
    [InlineData("<a href=\"/{0}\">Quay {0}</a> ", "<div>", "</div>")]
    [InlineData("<span>Quay {0} </span>", "<p>", "</p>")]
    public async Task A_page_of_very_many_elements_is_read_by_its_sentences(string unit, string before, string after)
    {
        var many = string.Concat(
            Enumerable.Range(0, 30_000).Select(i => unit.Replace("{0}", $"{i}", StringComparison.Ordinal))
        );
        var result = await SourceFolder.ReadOne(
            "wide.html",
            $"<html><head><title>Quay of Dunholm closed</title></head><body><article><h1>Quay of Dunholm closed</h1>{Story}</article>{before}{many}{after}</body></html>"
        );

        Assert.NotNull(result.Article);
        Assert.Contains("Two shipping lines", result.Article.Text.ToString(), StringComparison.Ordinal);
        Assert.Contains(result.Notes, n => n.Code == "second-reading" && n.Message.Contains("too large"));
    }

    [Fact]
    public async Task A_page_that_is_longer_than_an_article_may_be_is_named()
    {
        var many = string.Concat(
            Enumerable.Range(0, 60_000).Select(i => $"<p>The board said of quay {i} that it opens.</p>")
        );

        var result = await SourceFolder.ReadOne("long.html", $"<title>Quays</title><h1>Quays</h1>{many}");

        Assert.Equal("too-long", result.SetAside?.Code);
    }
}
