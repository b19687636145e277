using BriefingGen.Layout.Drawing.Exceptions;

namespace BriefingGen.Layout.Elements;

/// <summary>Gives each cell its place and ties rows that spans cover.</summary>
internal static class TableRows
{
    /// <summary>Places cells that name no place in the next free one, and cuts the rows into groups.</summary>
    /// <exception cref="DocumentComposeException">A cell lies outside the columns.</exception>
    internal static List<TableRowGroup> Arrange(List<TableCell> cells, int columns)
    {
        Place(cells, columns);
        var lastRow = 0;
        foreach (var cell in cells)
        {
            lastRow = Math.Max(lastRow, cell.Row + cell.RowSpan - 1);
        }

        var isTiedToNext = new bool[lastRow + 1];
        foreach (var cell in cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan - 1; row++)
            {
                isTiedToNext[row] = true;
            }
        }

        return Group(cells, isTiedToNext, lastRow);
    }

    private static List<TableRowGroup> Group(List<TableCell> cells, bool[] isTiedToNext, int lastRow)
    {
        var groups = new List<TableRowGroup>(lastRow);
        var groupOfRow = new TableRowGroup[lastRow + 1];
        for (var row = 1; row <= lastRow; row++)
        {
            if (row == 1 || !isTiedToNext[row - 1])
            {
                groups.Add(new TableRowGroup { FirstRow = row - 1 });
            }

            groups[^1].Rows++;
            groupOfRow[row] = groups[^1];
        }

        foreach (var cell in cells)
        {
            groupOfRow[cell.Row].Cells.Add(cell);
        }

        return groups;
    }

    private static void Place(List<TableCell> cells, int columns)
    {
        var taken = new Dictionary<int, bool[]>();
        var row = 1;
        var column = 1;
        foreach (var cell in cells)
        {
            if (cell.ColumnSpan > columns || cell.Column + cell.ColumnSpan - 1 > columns)
            {
                throw new DocumentComposeException(
                    $"A table cell at row {cell.Row}, column {cell.Column} lies outside the {columns} columns."
                );
            }

            if (cell.Row == 0 || cell.Column == 0)
            {
                (cell.Row, cell.Column) = NextFree(cell, taken, columns, row, column);
            }

            Take(cell, taken, columns);
            taken.Remove(row - 2);
            row = cell.Row;
            column = cell.Column + cell.ColumnSpan;
        }
    }

    private static (int Row, int Column) NextFree(
        TableCell cell,
        Dictionary<int, bool[]> taken,
        int columns,
        int row,
        int column
    )
    {
        if (cell.Row > 0)
        {
            (row, column) = (cell.Row, cell.Row == row ? column : 1);
        }

        while (true)
        {
            if (cell.Column > 0)
            {
                row += column > cell.Column && cell.Row == 0 ? 1 : 0;
                return (row, cell.Column);
            }

            if (column + cell.ColumnSpan - 1 > columns)
            {
                (row, column) = (row + 1, 1);
                continue;
            }

            if (IsFree(taken, row, column, cell.ColumnSpan))
            {
                return (row, column);
            }

            column++;
        }
    }

    private static bool IsFree(Dictionary<int, bool[]> taken, int row, int column, int span) =>
        !taken.TryGetValue(row, out var cells) || !cells.AsSpan(column - 1, span).Contains(value: true);

    private static void Take(TableCell cell, Dictionary<int, bool[]> taken, int columns)
    {
        for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
        {
            if (!taken.TryGetValue(row, out var cells))
            {
                taken[row] = cells = new bool[columns];
            }

            cells.AsSpan(cell.Column - 1, cell.ColumnSpan).Fill(value: true);
        }
    }
}
