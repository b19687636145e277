using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Drawing.Exceptions;
using BriefingGen.Layout.Fluent;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Tests.Layout;

public sealed class TableTests
{
    private static void TwoColumns(TableDescriptor table) =>
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(40);
            columns.RelativeColumn();
        });

    [Fact]
    public void Cells_fill_rows_and_the_tallest_gives_the_height()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Table(table =>
                {
                    TwoColumns(table);
                    table.Cell().Mock('a', 10, 10);
                    table.Cell().Mock('b', 10, 25);
                    table.Cell().Mock('c', 10, 10);
                })
            )
            .DrawPages();
        Assert.Equal("a 0,0 10x10|b 40,0 10x25|c 0,25 10x10", string.Join('|', pages.Single()));
    }

    [Fact]
    public void The_header_and_the_footer_stand_on_each_page_and_rows_are_not_cut()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Table(table =>
                {
                    TwoColumns(table);
                    table.Header(header => header.Cell().ColumnSpan(2).Mock('h', 10, 10));
                    table.Footer(footer => footer.Cell().ColumnSpan(2).Mock('f', 10, 10));
                    foreach (var name in "abcde")
                    {
                        table.Cell().Mock(name, 10, 30, isDivisible: true);
                        table.Cell();
                    }
                })
            )
            .DrawPages();
        Assert.Equal(
            [
                "h 0,0 10x10|a 0,10 10x30|b 0,40 10x30|f 0,70 10x10",
                "h 0,0 10x10|c 0,10 10x30|d 0,40 10x30|f 0,70 10x10",
                "h 0,0 10x10|e 0,10 10x30|f 0,40 10x10",
            ],
            pages.Select(page => string.Join('|', page))
        );
    }

    [Fact]
    public void A_row_taller_than_a_page_is_cut()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Column(column =>
                {
                    column.Item().Mock('x', 10, 20);
                    column
                        .Item()
                        .Table(table =>
                        {
                            TwoColumns(table);
                            table.Cell().Mock('a', 10, 15, isDivisible: true);
                            table.Cell().Mock('b', 10, 150, isDivisible: true);
                            table.Cell().Mock('c', 10, 10);
                        });
                })
            )
            .DrawPages();
        Assert.Equal(
            ["x 0,0 10x20", "a 0,0 10x15|b 40,0 10x100", "b 40,0 10x50|c 0,50 10x10"],
            pages.Select(page => string.Join('|', page))
        );
    }

    [Fact]
    public void Rows_that_a_cell_spans_stay_together()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 60)
            .ForContent(c =>
                c.Table(table =>
                {
                    TwoColumns(table);
                    table.Cell().Mock('a', 10, 30);
                    table.Cell().Mock('b', 10, 10);
                    table.Cell().RowSpan(2).Mock('s', 10, 50);
                    table.Cell().Mock('c', 10, 10);
                    table.Cell().Mock('d', 10, 10);
                })
            )
            .DrawPages();
        Assert.Equal(
            ["a 0,0 10x30|b 40,0 10x10", "s 0,0 10x50|c 40,0 10x10|d 40,10 10x10"],
            pages.Select(page => string.Join('|', page))
        );
    }

    [Fact]
    public void Cells_stand_where_they_say()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Table(table =>
                {
                    TwoColumns(table);
                    table.Cell().Row(2).Column(2).Mock('d', 10, 10);
                    table.Cell().Row(1).Column(1).Mock('a', 10, 20);
                })
            )
            .DrawPages();
        Assert.Equal("a 0,0 10x20|d 40,20 10x10", string.Join('|', pages.Single()));
    }

    [Fact]
    public void A_cell_outside_the_columns_is_named()
    {
        var layout = LayoutCase
            .HavingSpaceOfSize(100, 100)
            .ForContent(c =>
                c.Table(table =>
                {
                    TwoColumns(table);
                    table.Cell().Column(2).ColumnSpan(2).Mock('a', 10, 10);
                })
            );
        Assert.Contains("column 2", Assert.Throws<DocumentComposeException>(() => layout.Measure()).Message);
    }

    [Fact]
    public void Two_thousand_rows_are_all_there_once()
    {
        var pages = LayoutCase
            .HavingSpaceOfSize(100, 700)
            .ForContent(c =>
                c.Table(table =>
                {
                    TwoColumns(table);
                    table.Header(header => header.Cell().Mock('h', 10, 10));
                    for (var i = 0; i < 2000; i++)
                    {
                        table.Cell().Mock((char)(0x4E00 + i), 10, 10);
                        table.Cell();
                    }
                })
            )
            .DrawPages();
        Assert.Equal(29, pages.Count);
        Assert.All(pages, page => Assert.Equal('h', page[0].Name));
        Assert.Equal(
            Enumerable.Range(0x4E00, 2000).Select(i => (char)i),
            pages.SelectMany(page => page.Skip(1)).Select(drawn => drawn.Name)
        );
    }
}
