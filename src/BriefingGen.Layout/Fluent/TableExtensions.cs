using BriefingGen.Layout.Drawing.Exceptions;
using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>A table's cell, before what it holds.</summary>
public interface ITableCellContainer : IContainer;

/// <summary>Describes a table's columns.</summary>
public sealed class TableColumnsDefinitionDescriptor
{
    private readonly List<TableColumn> _columns;

    internal TableColumnsDefinitionDescriptor(List<TableColumn> columns) => _columns = columns;

    /// <summary>A column of a fixed width.</summary>
    /// <param name="width">Length.</param>
    /// <param name="unit">Its unit.</param>
    public void ConstantColumn(float width, Unit unit = Unit.Point) =>
        _columns.Add(new TableColumn { Constant = width.ToPoints(unit) });

    /// <summary>A column that takes a share of the width that fixed ones leave.</summary>
    /// <param name="width">Its share beside the others'.</param>
    public void RelativeColumn(float width = 1) => _columns.Add(new TableColumn { Share = width });
}

/// <summary>Describes cells of a table's header or footer.</summary>
public sealed class TableCellDescriptor
{
    private readonly TableGrid _grid;

    internal TableCellDescriptor(TableGrid grid) => _grid = grid;

    /// <summary>The next cell.</summary>
    public ITableCellContainer Cell() => TableCellExtensions.Add(_grid);
}

/// <summary>Describes a table.</summary>
public sealed class TableDescriptor
{
    internal Table Table { get; } = new();

    /// <summary>Says what columns there are.</summary>
    /// <param name="handler">Adds them from left to right.</param>
    public void ColumnsDefinition(Action<TableColumnsDefinitionDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        handler(new TableColumnsDefinitionDescriptor(Table.Columns));
    }

    /// <summary>The last cells go down to the end of the table's place.</summary>
    public void ExtendLastCellsToTableBottom() => Table.Body.ExtendsLastCells = true;

    /// <summary>Rows above the others on each page.</summary>
    /// <param name="handler">Adds cells.</param>
    public void Header(Action<TableCellDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        handler(new TableCellDescriptor(Table.Header));
    }

    /// <summary>Rows below the others on each page.</summary>
    /// <param name="handler">Adds cells.</param>
    public void Footer(Action<TableCellDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        handler(new TableCellDescriptor(Table.Footer));
    }

    /// <summary>The next cell: in the place that it names, or in the next free one.</summary>
    public ITableCellContainer Cell() => TableCellExtensions.Add(Table.Body);
}

/// <summary>Tables.</summary>
public static class TableExtensions
{
    /// <summary>Puts a table here.</summary>
    /// <param name="element">The place.</param>
    /// <param name="handler">Says what it holds.</param>
    /// <exception cref="DocumentComposeException">It has cells but no columns.</exception>
    public static void Table(this IContainer element, Action<TableDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var descriptor = new TableDescriptor();
        handler(descriptor);
        if (descriptor.Table.Columns.Count == 0)
        {
            throw new DocumentComposeException("A table has no columns: define them with ColumnsDefinition.");
        }

        element.Put(descriptor.Table);
    }
}

/// <summary>Places of table cells. Rows and columns count from 1.</summary>
public static class TableCellExtensions
{
    internal static TableCell Add(TableGrid grid)
    {
        var cell = new TableCell();
        grid.Cells.Add(cell);
        return cell;
    }

    /// <summary>In this column.</summary>
    /// <param name="tableCellContainer">The cell.</param>
    /// <param name="value">From 1.</param>
    public static ITableCellContainer Column(this ITableCellContainer tableCellContainer, uint value) =>
        Change(tableCellContainer, value, (cell, number) => cell.Column = number);

    /// <summary>Over this many columns.</summary>
    /// <param name="tableCellContainer">The cell.</param>
    /// <param name="value">From 1.</param>
    public static ITableCellContainer ColumnSpan(this ITableCellContainer tableCellContainer, uint value) =>
        Change(tableCellContainer, value, (cell, number) => cell.ColumnSpan = number);

    /// <summary>In this row.</summary>
    /// <param name="tableCellContainer">The cell.</param>
    /// <param name="value">From 1.</param>
    public static ITableCellContainer Row(this ITableCellContainer tableCellContainer, uint value) =>
        Change(tableCellContainer, value, (cell, number) => cell.Row = number);

    /// <summary>Over this many rows.</summary>
    /// <param name="tableCellContainer">The cell.</param>
    /// <param name="value">From 1.</param>
    public static ITableCellContainer RowSpan(this ITableCellContainer tableCellContainer, uint value) =>
        Change(tableCellContainer, value, (cell, number) => cell.RowSpan = number);

    /// <summary>Heads its row; accepted and not yet written as a tag.</summary>
    /// <param name="tableCellContainer">The cell.</param>
    public static ITableCellContainer AsSemanticHorizontalHeader(this ITableCellContainer tableCellContainer) =>
        tableCellContainer;

    private static ITableCellContainer Change(ITableCellContainer container, uint value, Action<TableCell, int> change)
    {
        ArgumentOutOfRangeException.ThrowIfZero(value);
        change((TableCell)container, checked((int)value));
        return container;
    }
}
