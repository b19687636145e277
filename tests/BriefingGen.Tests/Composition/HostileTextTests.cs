using BriefingGen.Composition;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Rendering.Html;
using BriefingGen.Rendering.Markdown;
using BriefingGen.Tests.Rendering;

namespace BriefingGen.Tests.Composition;

public sealed class HostileTextTests
{
    public static TheoryData<string> Texts =>
        [
            "=HYPERLINK(\"http://evil.example\",\"x\")",
            "<script>alert(1)</script>",
            "</script><script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "&lt;script&gt; &amp; &#60;",
            "{{ 1+1 }} {{ include 'profile.yaml' }} {% raw %}",
            "::: judgement",
            "# Heading",
            "1. item",
            "- item",
            "> quote",
            "| a | b |",
            "**bold** _em_ `code` ~~gone~~",
            "[click](javascript:alert(1))",
            "![x](http://evil.example/x.png)",
            "[1](cite:c1)",
            "](javascript:alert(1)) end",
            "<http://evil.example> http://evil.example",
            "[^1]: note",
            "--- ***",
            "backslash \\ at the end \\",
            "\\[x\\](http://evil.example)",
            "(http://evil.example)",
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_of_an_article_comes_out_as_text_everywhere(string hostile)
    {
        var brief = Compose(hostile);
        var statement = brief.Statements.First(s => s.Section == "diplomacy");
        Assert.Equal($"Reported: {hostile} met here. (7 May 2031)", statement.Text);
        Assert.Equal(
            ["diplomacy", "timeline", "sources"],
            HeadingsBesideFixed(brief).Intersect(["diplomacy", "timeline", "sources"], StringComparer.Ordinal)
        );
        Assert.All(
            Links(brief.Blocks),
            link => Assert.StartsWith("https://news.example/", link.Target, StringComparison.Ordinal)
        );
        var html = RenderedText.Of(new HtmlBriefRenderer(), brief);
        Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, html.Split("</script>").Length - 1);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_Markdown_file_reads_back_as_the_same_text(string hostile)
    {
        var markdown = RenderedText.Of(new MarkdownBriefRenderer(), Compose(hostile));
        var html = Markdig.Markdown.ToHtml(
            markdown,
            Markdig
                .MarkdownExtensions.UseAutoLinks(
                    Markdig.MarkdownExtensions.UseFootnotes(
                        Markdig.MarkdownExtensions.UsePipeTables(new Markdig.MarkdownPipelineBuilder())
                    )
                )
                .Build()
        );
        var text = System.Net.WebUtility.HtmlDecode(html);
        Assert.Contains($"{hostile} met here.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"http://evil", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Right_to_left_marks_cannot_reorder_the_line()
    {
        var brief = Compose("abc\u202Edef \u0627\u0644\u0633\u0644\u0627\u0645 \u200F\uE0001\uE001x");
        var text = brief.Statements.First(s => s.Section == "diplomacy").Text;
        Assert.DoesNotContain('\u202E', text);
        Assert.DoesNotContain('\u200F', text);
        Assert.Contains('\u2068', text);
        Assert.Contains('\u2069', text);
        Assert.DoesNotContain(text, c => c is >= '\uE000' and <= '\uF8FF');
    }

    [Fact]
    public void Control_characters_go()
    {
        var brief = Compose("a\u0000b\u0007c\u001B[31md");
        Assert.StartsWith(
            "Reported: abc[31md met here.",
            brief.Statements.First(s => s.Section == "diplomacy").Text,
            StringComparison.Ordinal
        );
    }

    private static Brief Compose(string hostile)
    {
        var article = new InventedArticle($"{hostile}\n{hostile} met here.\n");
        var met = article.Event("met", OutcomeType.Consult);
        return InventedBriefing.Compose(new FusedFacts([article.Fused()], [], [], [met], []));
    }

    private static IEnumerable<string> HeadingsBesideFixed(Brief brief) =>
        brief.Blocks.OfType<HeadingBlock>().Select(heading => heading.Anchor);

    private static IEnumerable<LinkInline> Links(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block =>
            block switch
            {
                ParagraphBlock paragraph => Links(paragraph.Content),
                ListBlock list => list.Items.SelectMany(item => Links(item)),
                ContainerBlock container => Links(container.Blocks),
                TableBlock table => table.Rows.SelectMany(row => row.SelectMany(cell => Links(cell))),
                _ => [],
            }
        );

    private static IEnumerable<LinkInline> Links(IEnumerable<Inline> inlines) =>
        inlines.SelectMany(inline =>
            inline switch
            {
                LinkInline link => [link],
                StrongInline strong => Links(strong.Content),
                EmphasisInline emphasis => Links(emphasis.Content),
                _ => Enumerable.Empty<LinkInline>(),
            }
        );
}
