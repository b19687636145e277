using System.Text;
using BriefingGen.Sources.Fetching;

namespace BriefingGen.Tests.Sources.Fetching;

public class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a", "/b", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxbyyc/d", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxcyyb", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: briefinggen/2\nDisallow: /private", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: BriefingGen\nDisallow: /a", "/a", false)]
    [InlineData(
        "User-agent: BriefingGen\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: BriefingGen\nDisallow: /b",
        "/b",
        false
    )]
    [InlineData("user-AGENT : * # all\ndisallow : /a # this", "/a", false)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /%61/%2f%C3%A9", "/a/%2Fé", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("<html>not found</html>", "/a", true)]
    public void The_longest_rule_of_our_group_decides(string text, string path, bool expected) =>
        Assert.Equal(expected, Read(text).Allows(new Uri("https://news.example" + path)));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 2.5", 2.5)]
    [InlineData("User-agent: *\nCrawl-delay: soon", 0)]
    [InlineData("User-agent: *\nCrawl-delay: -1", 0)]
    public void A_crawl_delay_is_read(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(text).Delay);

    [Fact]
    public void Stars_without_end_take_no_time()
    {
        var rules = Read("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 900)) + "b$");

        Assert.True(rules.Allows(new Uri("https://news.example/" + new string('a', 5_000))));
    }

    private static RobotsRules Read(string text) =>
        RobotsRules.Read(Encoding.UTF8.GetBytes(text), FetchPolicy.ProductToken);
}
