using System.Text.RegularExpressions;
using BriefingGen.Composition;
using BriefingGen.Rendering.Html;
using BriefingGen.Tests.Composition;

namespace BriefingGen.Tests.Rendering.Html;

public sealed partial class HtmlBriefRendererTests
{
    private readonly Brief _brief = InventedBriefing.Compose();

    private string Page => RenderedText.Of(new HtmlBriefRenderer(), _brief);

    [Fact]
    public void The_page_needs_nothing_from_elsewhere()
    {
        var page = Page;
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.Equal(1, page.Split("<script").Length - 1);
    }

    [Fact]
    public void Its_policy_allows_the_style_sheet_that_it_has()
    {
        var css = Style().Match(Page).Groups["css"].Value;
        var hash = Convert.ToBase64String(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(css))
        );
        Assert.Contains($"style-src 'sha256-{hash}'", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_citation_opens_its_sentence_marked_in_its_paragraph()
    {
        var page = Page;
        foreach (var citation in _brief.Citations)
        {
            Assert.Contains($"href=\"#context-{citation.Id}\"", page, StringComparison.Ordinal);
            var context = page[page.IndexOf($"id=\"context-{citation.Id}\"", StringComparison.Ordinal)..];
            var marked = Mark().Match(context).Groups["text"].Value;
            Assert.Equal(citation.Wording, System.Net.WebUtility.HtmlDecode(marked));
            Assert.Contains($"href=\"#ref-{citation.Id}\"", context, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_link_within_the_page_has_its_place_and_no_place_is_there_twice()
    {
        var page = Page;
        var ids = Id().Matches(page).Select(match => match.Groups["id"].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(Anchor().Matches(page), match => Assert.Contains(match.Groups["id"].Value, ids));
    }

    [Fact]
    public void Headings_start_at_one_and_leave_no_level_out()
    {
        var levels = Heading().Matches(Page).Select(match => match.Groups["level"].Value[0] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void It_says_its_language_marking_status_and_has_a_way_past_the_head()
    {
        var page = Page;
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains(_brief.Masthead.Marking, page, StringComparison.Ordinal);
        Assert.Contains("DRAFT, not reviewed", page, StringComparison.Ordinal);
        Assert.Contains("<a class=\"skip\" href=\"#content\">", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_brief_gives_the_same_page() =>
        Assert.Equal(Page, RenderedText.Of(new HtmlBriefRenderer(), InventedBriefing.Compose()));

    [GeneratedRegex("<style>(?<css>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Style();

    [GeneratedRegex("<mark>(?<text>.*?)</mark>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(" id=\"(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(" href=\"#(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Anchor();

    [GeneratedRegex("<h(?<level>[1-6])[ >]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
