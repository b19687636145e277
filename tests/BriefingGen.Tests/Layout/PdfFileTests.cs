using System.Text;
using BriefingGen.Layout.Drawing.Exceptions;
using BriefingGen.Layout.Fluent;
using BriefingGen.Layout.Helpers;
using BriefingGen.Layout.Infrastructure;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Actions;

namespace BriefingGen.Tests.Layout;

public sealed class PdfFileTests
{
    private static Document Report(int paragraphs = 12) =>
        Document
            .Create(document =>
                document.Page(page =>
                {
                    page.Size(PageSizes.A5);
                    page.Margin(1.5f, Unit.Centimetre);
                    page.DefaultTextStyle(style => style.FontFamily("Source Serif 4").FontSize(10));
                    page.Header().Text("TLP:AMBER");
                    page.Content().Column(column => Content(column, paragraphs));
                    page.Footer()
                        .Text(text =>
                        {
                            text.Span("Page ");
                            text.CurrentPageNumber();
                            text.Span(" of ");
                            text.TotalPages();
                        });
                })
            )
            .WithMetadata(
                new DocumentMetadata
                {
                    Title = "Lage – Überblick",
                    Author = "Desk (night)",
                    Language = "en-GB",
                    CreationDate = new DateTimeOffset(2031, 5, 10, 6, 0, 0, TimeSpan.Zero),
                    ModifiedDate = new DateTimeOffset(2031, 5, 10, 6, 0, 0, TimeSpan.Zero),
                }
            )
            .WithSettings(new DocumentSettings { PDFA_Conformance = PDFA_Conformance.PDFA_2B });

    private static void Content(ColumnDescriptor column, int paragraphs)
    {
        for (var i = 1; i <= paragraphs; i++)
        {
            column.Item().KeepWithNext().Section($"part-{i}").SemanticHeader1().Text($"Part {i}").Bold();
            column
                .Item()
                .Text(text =>
                {
                    text.Span("Officials from Kyiv (Київ) called the official’s offer “insufficient”, then left. ");
                    text.SectionLink("Back to the first part.", "part-1");
                    text.Span(" ");
                    text.Hyperlink("The wire story", "https://news.example/one").Italic();
                });
        }
    }

    [Fact]
    public void Text_comes_out_as_it_was_written()
    {
        using var pdf = PdfDocument.Open(Report().GeneratePdf());
        var text = string.Concat(pdf.GetPage(1).Letters.Select(letter => letter.Value));
        Assert.StartsWith("TLP:AMBER", text, StringComparison.Ordinal);
        Assert.Contains(
            "Officials from Kyiv (Київ) called the official’s offer “insufficient”, then left.",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(text, c => c is >= '\uFB00' and <= '\uFB06');
    }

    [Fact]
    public void Words_are_whole_when_taken_by_their_places()
    {
        using var pdf = PdfDocument.Open(Report().GeneratePdf());
        var words = pdf.GetPage(1).GetWords().Select(word => word.Text).ToList();
        Assert.Contains("Officials", words);
        Assert.Contains("“insufficient”,", words);
    }

    [Fact]
    public void Pages_are_numbered_and_their_number_is_known()
    {
        using var pdf = PdfDocument.Open(Report(60).GeneratePdf());
        Assert.True(pdf.NumberOfPages > 3);
        for (var page = 1; page <= pdf.NumberOfPages; page++)
        {
            var text = string.Concat(pdf.GetPage(page).Letters.Select(letter => letter.Value));
            Assert.EndsWith($"Page {page} of {pdf.NumberOfPages}", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Links_lead_out_and_within()
    {
        using var pdf = PdfDocument.Open(Report().GeneratePdf());
        var links = pdf.GetPage(1).GetAnnotations().ToList();
        Assert.Contains(links, link => link.Action is UriAction { Uri: "https://news.example/one" });
        var file = Encoding.Latin1.GetString(Report().GeneratePdf());
        Assert.Contains("/Dest /part-1", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_section_that_is_not_there_is_left_out()
    {
        var file = Document
            .Create(d => d.Page(p => p.Content().Text(t => t.SectionLink("nowhere", "missing"))))
            .GeneratePdf();
        Assert.DoesNotContain("missing", Encoding.Latin1.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_make_the_outline_and_the_file_says_what_it_is()
    {
        using var pdf = PdfDocument.Open(Report(3).GeneratePdf());
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["Part 1", "Part 2", "Part 3"], bookmarks.Roots.Select(root => root.Title));
        Assert.Equal("Lage – Überblick", pdf.Information.Title);
        Assert.Equal("Desk (night)", pdf.Information.Author);
        var file = Encoding.Latin1.GetString(Report(3).GeneratePdf());
        Assert.Contains("/Lang <FEFF0065006E002D00470042>", file, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", file, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", file, StringComparison.Ordinal);
        Assert.Contains("/GTS_PDFA1", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Faces_lie_in_the_file_cut_to_the_letters_in_use()
    {
        var file = Report().GeneratePdf();
        var text = Encoding.Latin1.GetString(file);
        Assert.Contains("/FontFile2", text, StringComparison.Ordinal);
        Assert.InRange(file.Length, 10_000, 60_000);
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes() =>
        Assert.Equal(Report().GeneratePdf(), Report().GeneratePdf());

    [Fact]
    public void Other_content_gives_another_id() =>
        Assert.NotEqual(Id(Report(3).GeneratePdf()), Id(Report(4).GeneratePdf()));

    private static string Id(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        return text.Substring(text.LastIndexOf("/ID [<", StringComparison.Ordinal) + 6, 32);
    }

    [Fact]
    public void Content_that_fits_no_page_is_named_with_the_way_to_it()
    {
        var document = Document.Create(d =>
            d.Page(p =>
            {
                p.Size(200, 200);
                p.Content().Column(c => c.Item().Padding(5).MinHeight(300).Text("tall"));
            })
        );
        var failure = Assert.Throws<DocumentLayoutException>(() => document.GeneratePdf());
        Assert.Contains("Column > Padding > Constrained", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_that_never_ends_is_refused()
    {
        var document = Document.Create(d => d.Page(p => p.Content().Child = new Endless()));
        Assert.Throws<DocumentLayoutException>(() => document.GeneratePdf());
    }

    [Fact]
    public void A_place_holds_one_element_only() =>
        Assert.Throws<DocumentComposeException>(() =>
            Document
                .Create(d =>
                    d.Page(p =>
                    {
                        var place = p.Content();
                        place.Text("one");
                        place.Text("two");
                    })
                )
                .GeneratePdf()
        );

    [Theory]
    [InlineData("<svg viewBox='0 0 10 10'><rect width='10' height='10' fill='#123'/></svg>")]
    [InlineData("<svg width='10' height='10'><g transform='translate(1 2)'><path d='M0 0L5 5'/></g></svg>")]
    [InlineData("<svg viewBox='0 0 40 10'><text x='2' y='8' font-size='8'>Axis</text></svg>")]
    public void Small_drawings_are_drawn(string svg)
    {
        var file = Document.Create(d => d.Page(p => p.Content().Width(50).Svg(svg))).GeneratePdf();
        using var pdf = PdfDocument.Open(file);
        Assert.Equal(1, pdf.NumberOfPages);
    }

    [Theory]
    [InlineData("<svg/>")]
    [InlineData("<svg viewBox='0 0 1 1'>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 1 1'>&a;</svg>")]
    public void Bad_drawings_are_named(string svg) =>
        Assert.Throws<DocumentComposeException>(() =>
            Document.Create(d => d.Page(p => p.Content().Svg(svg))).GeneratePdf()
        );

    private sealed class Endless : BriefingGen.Layout.Elements.Element
    {
        protected override BriefingGen.Layout.Drawing.SpacePlan MeasureCore(Size space) =>
            BriefingGen.Layout.Drawing.SpacePlan.Partial(0, 0);

        protected override void DrawCore(Size space, BriefingGen.Layout.Drawing.IPageCanvas canvas) { }
    }
}
