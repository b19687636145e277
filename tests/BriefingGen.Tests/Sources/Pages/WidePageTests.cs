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

    [Theory]
    [InlineData(
        "最初の船は月曜日に港に入り、港湾局の局長は夏までに新しい埠頭を開くと述べた。",
        "漁業者は水位が上がれば産卵場が失われると訴えた。"
    )]
    [InlineData(
        "港務局週一關閉了北碼頭，局長表示起重機將逐一接受測試。",
        "兩家航運公司告訴港務局，夏天以前將停靠湖港。"
    )]
    public async Task Short_paragraphs_of_a_script_without_spaces_are_sentences(string first, string second)
    {
        var result = await SourceFolder.ReadOne(
            "a.html",
            $"<html><head><title>港</title><meta property=\"og:type\" content=\"article\"></head><body><h1>港</h1><div>{first}</div><div>{second}</div></body></html>"
        );

        Assert.Contains(second, result.Article?.Text.ToString(), StringComparison.Ordinal);
    }
}
