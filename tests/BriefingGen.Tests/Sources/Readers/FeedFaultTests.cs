using BriefingGen.Sources;
using BriefingGen.Tests.Sources.Fuzzing;

namespace BriefingGen.Tests.Sources.Readers;

public class FeedFaultTests
{
    [Theory]
    [InlineData("Talks &mdash; a first day&nbsp;only", "Talks — a first day\u00A0only")]
    [InlineData("Salt & fish", "Salt & fish")]
    [InlineData("Talks &nonesuch; go on", "Talks &nonesuch; go on")]
    [InlineData("Fish &amp; salt &#8211; again", "Fish & salt – again")]
    public async Task An_entity_that_the_feed_does_not_declare_costs_nothing(string title, string expected)
    {
        var results = await Read(
            $"<rss><channel><title>The&nbsp;Courier</title>{Item(title, "2031-05-12")}{Item("Second", "2031-05-12")}</channel></rss>"
        );

        Assert.Equal(2, results.Count);
        Assert.Equal(expected.Replace('\u00A0', ' '), results[0].Article!.Title.Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData("<!DOCTYPE rss PUBLIC \"-//Old//DTD RSS 0.91//EN\" \"http://old.example/rss-0.91.dtd\">", "&nbsp;")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>", "&b;")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>", "&a;")]
    public async Task A_document_type_is_passed_over_and_nothing_of_it_grows_or_is_fetched(string type, string word)
    {
        var results = await Read($"{type}<rss><channel>{Item($"Talks {word} go on", "2031-05-12")}</channel></rss>");

        var title = Assert.Single(results).Article!.Title;
        Assert.DoesNotContain("aaaa", title, StringComparison.Ordinal);
        Assert.True(title.Length < 30, title);
    }

    [Fact]
    public async Task An_item_of_a_headline_alone_is_an_article_of_one_line_with_its_link()
    {
        var result = Assert.Single(
            await Read(
                "<rss><channel><item><title>Norland and Suderia agree to free forty prisoners</title><link>https://courier.example/7</link><pubDate>Mon, 12 May 2031 08:00:00 GMT</pubDate><description>&lt;img src='x'/&gt;</description></item></channel></rss>"
            )
        );

        var article = result.Article!;
        Assert.Equal("Norland and Suderia agree to free forty prisoners", article.Title);
        Assert.Equal(article.Title, article.Text.Value);
        Assert.Equal("https://courier.example/7", article.Url!.AbsoluteUri);
        Assert.Contains("only a headline", Assert.Single(result.Notes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_without_a_title_is_called_by_its_first_words()
    {
        var article = Assert
            .Single(
                await Read(
                    $"<rss><channel><item><link>https://courier.example/8</link><description>{ReaderFixtures.Lead}</description></item></channel></rss>"
                )
            )
            .Article!;

        Assert.StartsWith("The foreign ministers of Norland", article.Title, StringComparison.Ordinal);
        Assert.EndsWith(" …", article.Title, StringComparison.Ordinal);
        Assert.DoesNotContain('#', article.Title);
    }

    [Fact]
    public async Task An_undated_item_of_a_dated_feed_is_not_later_than_the_feed()
    {
        var result = Assert.Single(
            await Read(
                $"<rss><channel><title>Courier</title><pubDate>Mon, 12 May 2031 09:00:00 GMT</pubDate>{Item("Talks go on", null)}</channel></rss>"
            )
        );

        Assert.Null(result.Article!.Published);
        Assert.Contains(result.Notes, n => n.Message.Contains("not later than 2031-05-12", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Mon May 12 15:28:56 CET 2031", "2031-05-12")]
    [InlineData("Mon May 12 10:00:00 +0000 2031", "2031-05-12")]
    [InlineData("Mon May 12 10:00:00 2031", "2031-05-12")]
    [InlineData("12 May, 2031 - 09:10", "2031-05-12")]
    [InlineData("12.05.2031 09:10", "2031-05-12")]
    [InlineData("09:10 AM EST May 12, 2031", "2031-05-12")]
    [InlineData("May 12th, 2031", "2031-05-12")]
    [InlineData("Monday, May 12th, 2031 at 11:08 a.m.", "2031-05-12")]
    [InlineData("Mo, 12 Mai 2031 00:00:00 +0200", "2031-05-12")]
    [InlineData("13/05/2031 10:29", "2031-05-13")]
    [InlineData("05/13/2031", "2031-05-13")]
    [InlineData("05/11/2030 10:29", null)]
    [InlineData("05-11-2030", null)]
    [InlineData("2031-05", null)]
    [InlineData("May 2031", null)]
    [InlineData("10:30", null)]
    [InlineData("12 May 2031 to 14 May 2031", null)]
    public async Task A_day_is_read_in_any_form_that_names_one_and_in_no_other(string date, string? expected)
    {
        var result = Assert.Single(await Read($"<rss><channel>{Item("Talks go on", date)}</channel></rss>"));

        Assert.Equal(expected, result.Article!.Published?.ToString("yyyy-MM-dd"));
        Assert.Equal(expected is null, result.Notes.Any(n => n.Code is "bad-date" or "ambiguous-date"));
    }

    private static string Item(string title, string? date) =>
        $"<item><title>{title}</title><link>https://courier.example/1</link>{(date is null ? "" : $"<pubDate>{date}</pubDate>")}<description>{ReaderFixtures.Lead}</description></item>";

    private static async Task<List<ReadResult>> Read(string xml)
    {
        using var folder = new SourceFolder();
        return await SourceFolder.Read(folder.Write("feed.xml", xml));
    }
}
