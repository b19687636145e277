using BriefingGen.Composition;
using ClosedXML.Excel;

namespace BriefingGen.Rendering.Excel;

/// <summary>Writes a sheet that holds one Excel table and nothing else: header in row 1, the first row of data in row 2.</summary>
internal static class TableSheet
{
    /// <summary>Row of the first record.</summary>
    public const int FirstRow = 2;

    /// <summary>The sheet's rows that Excel has, the header left out.</summary>
    private const int MaxRows = 1_048_575;

    /// <summary>Adds the sheet.</summary>
    /// <param name="book">The workbook.</param>
    /// <param name="name">The sheet's name, at most 31 characters.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">Its columns, the key first.</param>
    /// <param name="rows">Its records.</param>
    /// <param name="brief">For the page's header and colours.</param>
    /// <param name="printed">How many columns print, those that a reader of paper needs; the rest is for the screen and for programs.</param>
    public static void Add<TRow>(
        XLWorkbook book,
        string name,
        string table,
        IReadOnlyList<Column<TRow>> columns,
        IReadOnlyList<TRow> rows,
        Brief brief,
        int printed
    )
    {
        var sheet = book.Worksheets.Add(name);
        for (var c = 0; c < columns.Count; c++)
        {
            CellWriter.Format(sheet.Column(c + 1), columns[c].Width, columns[c].Kind);
            sheet.Cell(1, c + 1).SetValue(columns[c].Header);
        }

        var count = Math.Min(rows.Count, MaxRows);
        for (var r = 0; r < count; r++)
        {
            WriteRow(sheet, r + FirstRow, columns, rows[r]);
        }

        if (count == 0)
        {
            // A table has a row at least; that there is nothing is said in it.
            sheet.Cell(FirstRow, 1).SetValue("none reported");
        }

        var last = Math.Max(count, 1) + 1;
        AddTable(sheet, table, last, columns.Count, brief.Theme);
        AddLists(sheet, columns, last);
        sheet.SheetView.Freeze(1, 1);
        PrintSetup.Apply(sheet, brief, last, printed);
    }

    private static void WriteRow<TRow>(IXLWorksheet sheet, int number, IReadOnlyList<Column<TRow>> columns, TRow row)
    {
        var lines = 1;
        for (var c = 0; c < columns.Count; c++)
        {
            var value = columns[c].Value(row);
            CellWriter.Write(sheet.Cell(number, c + 1), value);
            lines =
                columns[c].Kind == ColumnKind.Quote
                    ? Math.Max(lines, RowHeight.Lines(value.Text, columns[c].Width))
                    : lines;
        }

        if (lines > 1)
        {
            sheet.Row(number).Height = RowHeight.Of(lines);
        }
    }

    private static void AddTable(IXLWorksheet sheet, string name, int last, int columns, Theme theme)
    {
        var table = sheet.Range(1, 1, last, columns).CreateTable(name);
        table.Theme = XLTableTheme.TableStyleLight1;
        table.ShowRowStripes = true;
        var header = table.HeadersRow().Style;
        header.Fill.BackgroundColor = Palette.Of(theme.Accent);
        header.Font.FontColor = XLColor.White;
        header.Font.Bold = true;
        header.Alignment.WrapText = false;
        header.NumberFormat.Format = "@";
    }

    private static void AddLists<TRow>(IXLWorksheet sheet, IReadOnlyList<Column<TRow>> columns, int last)
    {
        for (var c = 0; c < columns.Count; c++)
        {
            if (columns[c].List is { } list)
            {
                Choices.Offer(sheet.Range(FirstRow, c + 1, last, c + 1), list);
            }
        }
    }
}
