using BriefingGen.Rendering.Excel;
using BriefingGen.Tests.Composition;

namespace BriefingGen.Tests.Rendering.Excel;

public sealed class WorkbookTests
{
    [Fact]
    public void More_links_than_a_sheet_can_hold_are_left_out_and_counted()
    {
        using var text = new StringWriter();
        var writer = new SheetWriter("Any", text, new StyleSheet(), new SharedStrings());
        for (var i = 0; i < SheetWriter.MaxLinks + 3; i++)
        {
            writer.Next();
            writer.Write(1, Cell.Of("a").To("Sources", 2), new CellStyle(ColumnKind.Text));
        }

        Assert.Equal((SheetWriter.MaxLinks, 3), (writer.Links.Count, writer.LinksLeftOut));
    }

    [Fact]
    public void A_row_that_cannot_be_made_is_named()
    {
        var book = new Workbook(InventedBriefing.Compose());
        book.Add(new Sheet("Cover", [], static writer => writer.Next()));
        TableSheet.Add<int>(
            book,
            "Days",
            "tblDays",
            [
                new(
                    "Day",
                    10,
                    ColumnKind.Count,
                    day => day < 2 ? Cell.Of(day) : throw new FormatException("no such day")
                ),
            ],
            [1, 2],
            printed: 1
        );

        var failure = Assert.Throws<InvalidOperationException>(() => Write(book));

        Assert.Equal("sheet Days, row 3, column Day: no such day", failure.Message);
    }

    private static void Write(Workbook book) => book.Write(Stream.Null, CancellationToken.None);
}
