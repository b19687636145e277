using BriefingGen.Composition;
using BriefingGen.Scheduling.Delivery;
using BriefingGen.Tests.Composition;

namespace BriefingGen.Tests.Scheduling.Delivery;

public sealed class FirstPageTests
{
    private readonly Brief _brief = InventedBriefing.Compose();

    [Theory]
    [InlineData("TLP:CLEAR")]
    [InlineData("Daily situation brief")]
    [InlineData("Information cut-off: 9 May 2031")]
    [InlineData("BOTTOM LINE UP FRONT")]
    [InlineData("The Coastal Union froze the assets of nine Tolmark banks on Wednesday.")]
    [InlineData("REPORTED ASSESSMENTS")]
    [InlineData("Articles read: 1; Independent origins: 1")]
    public void The_text_has_what_can_be_read_alone(string part) =>
        Assert.Contains(part, FirstPage.Of(_brief).Text, StringComparison.Ordinal);

    [Fact]
    public void What_stands_on_later_pages_is_left_out()
    {
        var page = FirstPage.Of(_brief);
        Assert.DoesNotContain("SANCTIONS", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Points of disagreement", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_others_stays_text_and_nothing_comes_from_elsewhere()
    {
        var hostile = _brief with
        {
            Masthead = _brief.Masthead with { Title = "<script src=x>", Distribution = "<img src=\"http://x\">" },
        };
        var html = FirstPage.Of(hostile).Html;
        Assert.Contains("&lt;script src=x&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
    }
}
