using System.Globalization;
using BriefingGen.Composition;

namespace BriefingGen.Rendering.Excel;

/// <summary>Makes a sheet that holds one Excel table and nothing else: header in row 1, the first row of data in row 2.</summary>
internal static class TableSheet
{
    /// <summary>Row of the first record.</summary>
    public const int FirstRow = 2;

    /// <summary>Adds the sheet.</summary>
    /// <param name="book">The workbook.</param>
    /// <param name="name">The sheet's name, at most 31 characters.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">Its columns, the key first.</param>
    /// <param name="rows">Its records.</param>
    /// <param name="printed">How many columns print, those that a reader of paper needs; the rest is for the screen and for programs.</param>
    public static void Add<TRow>(
        Workbook book,
        string name,
        string table,
        IReadOnlyList<Column<TRow>> columns,
        IReadOnlyList<TRow> rows,
        int printed
    )
    {
        var count = Math.Min(rows.Count, Math.Min(book.Brief.Limits.SheetRows, SheetWriter.MaxRows - 1));
        if (count < rows.Count)
        {
            book.Cut(string.Create(CultureInfo.InvariantCulture, $"{name}: {count} of {rows.Count} rows"));
        }

        // A table has a row at least; that there is nothing is said in it.
        var last = Math.Max(count, 1) + 1;
        book.Add(
            new Sheet(
                name,
                [.. columns.Select(column => (column.Width, new CellStyle(column.Kind)))],
                writer => WriteRows(writer, columns, rows, count, book.Brief.Theme)
            )
            {
                Table = new SheetTable(table, [.. columns.Select(column => column.Header)], last),
                IsFrozen = true,
                Print = new PrintSetup(book.Brief, printed),
                Lists =
                [
                    .. columns
                        .Select((column, i) => (Column: i + 1, column.List))
                        .Where(column => column.List is not null)
                        .Select(column => (column.Column, column.List!)),
                ],
            }
        );
    }

    private static void WriteRows<TRow>(
        SheetWriter writer,
        IReadOnlyList<Column<TRow>> columns,
        IReadOnlyList<TRow> rows,
        int count,
        Theme theme
    )
    {
        writer.Next();
        var header = CellStyle.Header(theme.Accent);
        for (var c = 0; c < columns.Count; c++)
        {
            writer.Write(c + 1, Cell.Of(columns[c].Header), header);
        }

        var values = new Cell[columns.Count];
        for (var r = 0; r < count; r++)
        {
            WriteRow(writer, columns, rows[r], values);
        }

        if (count == 0)
        {
            writer.Next();
            writer.Write(1, Cell.Of("none reported"), new CellStyle(columns[0].Kind));
        }
    }

    private static void WriteRow<TRow>(SheetWriter writer, IReadOnlyList<Column<TRow>> columns, TRow row, Cell[] values)
    {
        var lines = 1;
        for (var c = 0; c < columns.Count; c++)
        {
            values[c] = ValueOf(writer, columns[c], row);
            lines =
                columns[c].Kind == ColumnKind.Quote
                    ? Math.Max(lines, RowHeight.Lines(values[c].Text, columns[c].Width))
                    : lines;
        }

        writer.Next(lines > 1 ? RowHeight.Of(lines) : null);
        for (var c = 0; c < columns.Count; c++)
        {
            writer.Write(c + 1, values[c], new CellStyle(columns[c].Kind));
        }
    }

    private static Cell ValueOf<TRow>(SheetWriter writer, Column<TRow> column, TRow row)
    {
        try
        {
            return column.Value(row);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new InvalidOperationException(
                $"sheet {writer.Name}, row {writer.Row + 1}, column {column.Header}: {exception.Message}",
                exception
            );
        }
    }
}
