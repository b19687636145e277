using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Sources.Pages;

public class PageTextTests
{
    private static readonly string[] Short =
    [
        "The lake council of Norland voted to raise the dam.",
        "Fishermen in the north asked for a second study.",
        "The mayor of Lakeport said that work begins soon.",
        "No house will stand under water, she promised.",
        "Two members of the council voted against the plan.",
        "They called it a gift to the builders of the dam.",
        "The engineers refused to answer questions on Monday.",
        "A hearing is planned for the first week of June.",
    ];

    private static readonly string[] Long =
    [
        .. Enumerable
            .Range(1, 6)
            .Select(n =>
                $"In part {n} of its report the council says that the dam is to be raised by two metres, that the money comes from the state, and that the fishermen of the north will be paid for what they lose."
            ),
    ];

    [Theory]
    [InlineData("<p>", "</p>")]
    [InlineData("<div>", "</div>")]
    [InlineData("<li>", "</li>")]
    public async Task An_article_of_paragraphs_of_one_sentence_is_read(string open, string close)
    {
        var result = await SourceFolder.ReadOne(
            "a.html",
            Page($"<div class=\"text\">{string.Concat(Short.Select(s => open + s + close))}</div>")
        );

        Assert.Equal(
            Short,
            result
                .Article!.Regions.Where(r => r.Kind == RegionKind.Paragraph)
                .Select(r => result.Article.Text.ToString(r.Span))
        );
        Assert.Contains(result.Notes, n => n.Code == "second-reading");
    }

    [Fact]
    public async Task A_breaking_line_is_read_where_the_page_says_that_it_is_an_article()
    {
        var result = await SourceFolder.ReadOne(
            "a.html",
            Page($"<article><div itemprop=\"articleBody\">{Short[0]} {Short[1]} {Short[2]}</div></article>")
        );

        Assert.Equal(2, result.Article!.Regions.Length);
    }

    [Fact]
    public async Task What_stands_behind_a_read_more_is_part_of_the_article()
    {
        var rest = string.Concat(Long[3..].Select(p => $"<p>{p}</p>"));
        var result = await SourceFolder.ReadOne(
            "a.html",
            Page(
                $"<div class=\"body\">{string.Concat(Long[..3].Select(p => $"<p>{p}</p>"))}<div class=\"advert\"></div><div class=\"foldout target startClosed\" data-fold=\"1\">{rest}</div></div>"
            )
        );

        Assert.Equal(7, result.Article!.Regions.Length);
        Assert.All(Long, p => Assert.Contains(p, result.Article.Text.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "<p>We use cookies to make this site better. You can accept all cookies or refuse them here.</p>",
        "cookies"
    )]
    [InlineData("<p>Page not found. The page you requested may have been moved to another address.</p>", "error")]
    [InlineData(
        "<p>Please log in to continue. Already have an account? Enter your name and your word below.</p>",
        "log in"
    )]
    [InlineData("<p>Please enable JavaScript to see this page, and load it again when you have done so.</p>", "script")]
    public async Task A_page_without_an_article_says_what_it_is(string body, string what)
    {
        var result = await SourceFolder.ReadOne("a.html", $"<!DOCTYPE html><html><body>{body}</body></html>");

        Assert.Equal("no-article", result.SetAside!.Code);
        Assert.Contains(what, result.SetAside.Message, StringComparison.Ordinal);
    }

    private static string Page(string body) =>
        $"""
            <!DOCTYPE html><html lang="en"><head><title>Council raises the dam</title></head><body>
            <nav><a href="/">Home</a></nav><h1>Council raises the dam</h1>{body}
            <footer><p>Write to us if you have seen something that we should know about.</p></footer></body></html>
            """;
}
