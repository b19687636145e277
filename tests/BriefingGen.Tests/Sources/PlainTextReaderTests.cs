using BriefingGen.Language.Text;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Sources;

public class PlainTextReaderTests
{
    private const string Body =
        "The foreign minister of Norland said on Tuesday that talks would go on.\n"
        + "Her colleague from Suderia was not so sure of that.\n";

    [Fact]
    public async Task Title_date_address_and_paragraphs_are_read()
    {
        var result = await SourceFolder.ReadOne(
            "a.txt",
            "Talks go on in Lakeport\n20310512\nhttps://www.courier.example/world/talks\n" + Body
        );

        var article = result.Article!;
        Assert.Equal("Talks go on in Lakeport", article.Title);
        Assert.Equal(new DateOnly(2031, 5, 12), article.Published);
        Assert.Equal("https://www.courier.example/world/talks", article.Url!.AbsoluteUri);
        Assert.Equal("courier.example", article.Publisher);
        Assert.Equal("utf-8", article.Encoding);
        Assert.Equal("en", article.Language);
        Assert.Null(article.Record);
        Assert.Empty(result.Notes);
        Assert.Equal(
            ["Talks go on in Lakeport", .. Body.TrimEnd().Split('\n')],
            article.Regions.Select(r => article.Text.ToString(r.Span))
        );
        Assert.Equal(
            [RegionKind.Title, RegionKind.Paragraph, RegionKind.Paragraph],
            article.Regions.Select(r => r.Kind)
        );
    }

    [Theory]
    [InlineData("2031-05-12")]
    [InlineData("12 May 2031")]
    [InlineData("May 12, 2031")]
    [InlineData("Monday, 12 May 2031")]
    [InlineData("2031-05-12T23:30:00-07:00")]
    [InlineData("Published: 12 May 2031, 10:15")]
    public async Task Other_forms_of_the_date_line_are_read(string date)
    {
        var result = await SourceFolder.ReadOne("a.txt", $"Talks go on\n{date}\n{Body}");

        Assert.Equal(new DateOnly(2031, 5, 12), result.Article!.Published);
        Assert.Empty(result.Notes);
        Assert.Null(result.Article.Url);
    }

    [Theory]
    [InlineData("20310231", "bad-date")]
    [InlineData("31 February 2031", "bad-date")]
    [InlineData("00010101", "bad-date")]
    [InlineData("20310517", "future-date")]
    public async Task A_date_that_cannot_be_leaves_the_article_undated_and_is_named(string date, string code)
    {
        var result = await SourceFolder.ReadOne("a.txt", $"Talks go on\n{date}\nhttps://a.example/1\n{Body}");

        Assert.Null(result.Article!.Published);
        Assert.Equal(3, result.Article.Regions.Length);
        var note = Assert.Single(result.Notes);
        Assert.Equal((code, "line 2"), (note.Code, note.Place));
    }

    [Fact]
    public async Task A_line_that_is_no_date_between_title_and_address_is_named()
    {
        var result = await SourceFolder.ReadOne("a.txt", $"Talks go on\nlast week\nhttps://a.example/1\n{Body}");

        Assert.Equal("bad-date", Assert.Single(result.Notes).Code);
        Assert.Equal(3, result.Article!.Regions.Length);
    }

    [Fact]
    public async Task Two_days_ahead_are_believed()
    {
        var result = await SourceFolder.ReadOne("a.txt", $"Talks go on\n20310516\n{Body}");

        Assert.Equal(new DateOnly(2031, 5, 16), result.Article!.Published);
    }

    [Fact]
    public async Task Without_a_date_line_the_article_is_read_and_named()
    {
        var result = await SourceFolder.ReadOne("a.txt", $"Talks go on in Lakeport\n{Body}");

        Assert.Equal("Talks go on in Lakeport", result.Article!.Title);
        Assert.Equal(3, result.Article.Regions.Length);
        Assert.Equal("no-date", Assert.Single(result.Notes).Code);
    }

    [Fact]
    public async Task A_single_sentence_is_all_body()
    {
        var result = await SourceFolder.ReadOne("a.txt", "Norland and Suderia agreed on a truce on Monday.\n");

        Assert.Empty(result.Article!.Title);
        Assert.Equal(RegionKind.Paragraph, Assert.Single(result.Article.Regions).Kind);
    }

    [Fact]
    public async Task Wrapped_lines_are_one_paragraph()
    {
        const string Wrapped =
            "Talks go on in Lakeport\n\n"
            + "The foreign minister of Norland said on Tuesday that the talks with\n"
            + "Suderia would go on for as long as there was a chance, however small it\n"
            + "might be, that the border would open.\n\n"
            + "Her colleague was not so sure of that, and he told the reporters who had\n"
            + "waited for hours that patience has an end.\n";

        var article = (await SourceFolder.ReadOne("a.txt", Wrapped)).Article!;

        Assert.Equal("Talks go on in Lakeport", article.Title);
        Assert.Equal(3, article.Regions.Length);
        Assert.StartsWith("The foreign minister", article.Text.ToString(article.Regions[1].Span));
        Assert.EndsWith("would open.", article.Text.ToString(article.Regions[1].Span));
    }

    [Fact]
    public async Task Line_ends_stay_as_they_are_on_disk()
    {
        var text = ("Talks go on\n20310512\n" + Body).Replace("\n", "\r\n");

        var article = (await SourceFolder.ReadOne("a.txt", text)).Article!;

        Assert.Equal(text, article.Text.Value);
        Assert.Equal("Talks go on", article.Text.ToString(article.Regions[0].Span));
        Assert.Equal(3, article.Regions.Length);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\r\n\t\n", "empty")]
    [InlineData("Talks go on\n20310512\nhttps://a.example/1\n", "no-body")]
    [InlineData("Talks go on\n20310512\n\n\n", "no-body")]
    public async Task Without_words_it_is_set_aside(string text, string code)
    {
        var result = await SourceFolder.ReadOne("a.txt", text);

        Assert.Null(result.Article);
        Assert.Equal(code, result.SetAside!.Code);
    }
}
