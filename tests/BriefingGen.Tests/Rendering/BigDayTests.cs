using System.Text;
using BriefingGen.Composition;
using BriefingGen.Rendering;
using BriefingGen.Rendering.Excel;
using BriefingGen.Rendering.Html;
using BriefingGen.Rendering.Json;
using BriefingGen.Rendering.Markdown;
using BriefingGen.Rendering.Pdf;
using BriefingGen.Tests.Composition;
using UglyToad.PdfPig;

namespace BriefingGen.Tests.Rendering;

/// <summary>An edition stays readable and light however many articles there are.</summary>
public sealed class BigDayTests
{
    private const int Articles = 1_000;
    private static readonly Lazy<Brief> s_day = new(() => InventedDay.Compose(Articles));

    [Fact]
    public void The_pages_do_not_grow_with_the_articles()
    {
        using var pages = PdfDocument.Open(Render(new PdfBriefRenderer()));

        Assert.InRange(pages.NumberOfPages, 2, 12);
    }

    [Fact]
    public void The_page_for_the_browser_holds_what_it_prints_and_its_contexts_only()
    {
        var page = Render(new HtmlBriefRenderer());

        Assert.InRange(page.Length, 10_000, 1_000_000);
        Assert.DoesNotContain("\"facts\"", Encoding.UTF8.GetString(page), StringComparison.Ordinal);
    }

    [Fact]
    public void The_data_have_all_of_it()
    {
        using var json = System.Text.Json.JsonDocument.Parse(Render(new JsonBriefRenderer()));

        Assert.Equal(3 * Articles, json.RootElement.GetProperty("actors").GetArrayLength());
        Assert.Equal(Articles, json.RootElement.GetProperty("sources").GetArrayLength());
    }

    [Fact]
    public void The_workbook_has_all_of_it_with_days_that_Excel_cannot_hold_as_text()
    {
        using var book = new ClosedXML.Excel.XLWorkbook(new MemoryStream(Render(new ExcelBriefRenderer())));

        Assert.Equal(3 * Articles, book.Worksheet("Claims").Table("tblClaims").DataRange.RowCount());
        var first = book.Worksheet("Timeline").Table("tblTimeline").DataRange.FirstRow();
        Assert.Equal("1849-01-01", first.Field("Start").GetString());
    }

    [Fact]
    public void The_text_does_not_grow_with_the_articles() =>
        Assert.InRange(Render(new MarkdownBriefRenderer()).Length, 1_000, 200_000);

    private static byte[] Render(IBriefRenderer renderer)
    {
        using var stream = new MemoryStream();
        renderer.Render(s_day.Value, stream, CancellationToken.None);
        return stream.ToArray();
    }
}
