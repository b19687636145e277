using System.Collections.Immutable;
using System.Text;
using BriefingGen.Composition;
using BriefingGen.Rendering;
using BriefingGen.Rendering.Json;
using BriefingGen.Rendering.Pdf;
using BriefingGen.Rendering.Verification;
using BriefingGen.Tests.Composition;
using UglyToad.PdfPig;

namespace BriefingGen.Tests.Rendering.Pdf;

public sealed class PdfBriefRendererTests
{
    [Fact]
    public void The_state_of_feeds_prints()
    {
        using var pdf = PdfDocument.Open(Render(InventedBriefing.Compose(coverage: InventedBriefing.FedCoverage())));

        var text = string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        Assert.Contains("failed 7 times", text, StringComparison.Ordinal);
        Assert.Contains("7 May 2031, 05:45Z", text, StringComparison.Ordinal);
    }

    private static byte[] Render(Brief brief)
    {
        using var stream = new MemoryStream();
        new PdfBriefRenderer().Render(brief, stream, CancellationToken.None);
        return stream.ToArray();
    }

    private static List<string> Pages(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        return [.. pdf.GetPages().Select(page => PrintedText.Bare(string.Concat(page.Letters.Select(l => l.Value))))];
    }

    private static Brief With(params Block[] blocks) => InventedBriefing.Compose() with { Blocks = [.. blocks] };

    private static ParagraphBlock Paragraph(string text) => new([new TextInline(text)]);

    [Fact]
    public void Every_statement_is_printed_whole()
    {
        var brief = InventedBriefing.Compose();
        var check = new PrintCheck(Pages(Render(brief)));
        var statements = BriefDocumentBuilder.Build(brief).Statements;
        Assert.NotEmpty(statements);
        Assert.All(statements, statement => Assert.Empty(check.Missing(statement)));
        Assert.All(
            brief.Blocks.OfType<HeadingBlock>(),
            heading => Assert.True(check.Prints(PlainText.Of(heading.Content)))
        );
        Assert.All(
            brief.Citations,
            citation => Assert.True(check.Prints($"[{citation.Source}]"), $"mark of {citation.Id}")
        );
    }

    [Fact]
    public void The_marking_and_the_page_number_stand_on_every_page()
    {
        var brief = InventedBriefing.Compose();
        var pages = Pages(Render(brief));
        Assert.True(pages.Count > 1);
        for (var i = 0; i < pages.Count; i++)
        {
            Assert.StartsWith(brief.Masthead.Marking, pages[i], StringComparison.Ordinal);
            Assert.EndsWith($"Page{i + 1}of{pages.Count}", pages[i], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_first_page_says_what_the_brief_is()
    {
        var page = Pages(Render(InventedBriefing.Compose()))[0];
        Assert.Contains("Dailysituationbrief", page, StringComparison.Ordinal);
        Assert.Contains("100600ZMAY31", page, StringComparison.Ordinal);
        Assert.Contains("Informationcut-off9May2031", page, StringComparison.Ordinal);
        Assert.Contains("DRAFT,notreviewed", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_are_bookmarks_and_citations_lead_to_the_source_list()
    {
        var brief = InventedBriefing.Compose();
        var file = Render(brief);
        using var pdf = PdfDocument.Open(file);
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        var titles = bookmarks.GetNodes().Select(node => node.Title).ToList();
        Assert.Equal(
            brief.Blocks.OfType<HeadingBlock>().Select(heading => PlainText.Of(heading.Content)),
            titles.Skip(1)
        );
        Assert.Contains("/Dest /source-1", Encoding.Latin1.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_brief_gives_the_same_bytes() =>
        Assert.Equal(Render(InventedBriefing.Compose()), Render(InventedBriefing.Compose()));

    [Fact]
    public void A_container_of_an_unknown_kind_is_printed_as_a_panel()
    {
        var pages = Pages(Render(With(new ContainerBlock("weather", "Outlook", [Paragraph("Snow is expected.")]))));
        Assert.Contains("OutlookSnowisexpected.", pages.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bluf")]
    [InlineData("judgement")]
    [InlineData("disagreement")]
    [InlineData("timeline")]
    [InlineData("matrix")]
    [InlineData("figures")]
    [InlineData("note")]
    [InlineData("")]
    public void A_container_that_holds_what_nobody_foresaw_is_printed_all_the_same(string kind)
    {
        var list = new ListBlock(
            Ordered: true,
            3,
            [
                [Paragraph("first"), Paragraph("more")],
                [Paragraph("second")],
                [Paragraph("third")],
            ]
        );
        var block = new ContainerBlock(
            kind,
            string.Empty,
            [list, new QuoteBlock([Paragraph("quoted")]), new RuleBlock()]
        );
        var page = Pages(Render(With(block))).Single();
        Assert.Contains("firstmore", page, StringComparison.Ordinal);
        Assert.Contains("5.third", page, StringComparison.Ordinal);
        Assert.Contains("quoted", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_table_repeats_its_header_and_a_page_break_ends_the_page()
    {
        ImmutableArray<Inline> Cell(string text) => [new TextInline(text)];
        var rows = Enumerable
            .Range(1, 150)
            .Select(i => ImmutableArray.Create(Cell($"{i} May"), Cell("A round of talks")));
        var table = new TableBlock(
            [ColumnAlignment.Start, ColumnAlignment.End],
            [1, 3],
            [Cell("Day"), Cell("Happening")],
            [.. rows]
        );
        var pages = Pages(Render(With(table, new PageBreakBlock(), Paragraph("The end."))));
        Assert.All(pages.SkipLast(1), page => Assert.Contains("DayHappening", page, StringComparison.Ordinal));
        Assert.Contains("Theend.", pages[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("Happening", pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_does_no_harm()
    {
        var text = "\u202Eevil\u202C =HYPERLINK(\"x\") \0 \uD800 " + new string('x', 3000);
        var link = new ParagraphBlock([new LinkInline("javascript:alert(1)", [new TextInline("click")])]);
        var file = Render(With(Paragraph(text), link));
        Assert.DoesNotContain("javascript", Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        Assert.Contains("evil=HYPERLINK", string.Concat(Pages(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_stand_closer_where_that_spares_a_last_page_with_little_on_it()
    {
        Brief Long(int paragraphs) =>
            With([
                .. Enumerable.Range(1, paragraphs).Select(i => Paragraph($"{i}. A line that tells of a day of talks.")),
            ]);
        int Count(int paragraphs, bool isTight) => new BriefPages(Long(paragraphs), isTight).CountPages() ?? 0;

        // The most that one page takes as it is set, and one line more.
        var over = Enumerable.Range(1, 60).First(n => Count(n, isTight: false) == 2);
        Assert.Equal(1, Count(over, isTight: true));
        Assert.Single(Pages(Render(Long(over))));
        Assert.Equal(2, Pages(Render(Long(60))).Count);
    }
}
