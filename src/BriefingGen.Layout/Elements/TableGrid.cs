using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Drawing.Exceptions;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

internal sealed class TableColumn
{
    internal float Constant { get; init; }

    internal float Share { get; init; }
}

internal sealed class TableCell : ContainerElement, Fluent.ITableCellContainer
{
    /// <summary>From 1; 0 for "the next free one".</summary>
    internal int Row { get; set; }

    internal int Column { get; set; }

    internal int RowSpan { get; set; } = 1;

    internal int ColumnSpan { get; set; } = 1;

    internal bool IsDone { get; set; }

    internal override string Name => $"TableCell(row {Row}, column {Column})";

    protected override void ResetCore(bool hard) => IsDone = false;
}

/// <summary>Rows that spans tie together: they stay on one page where a page can hold them.</summary>
internal sealed class TableRowGroup
{
    internal int FirstRow { get; init; }

    internal int Rows { get; set; }

    internal List<TableCell> Cells { get; } = [];
}

/// <summary>The rows of a table's header, body or footer.</summary>
internal sealed class TableGrid(List<TableColumn> columns) : Element
{
    private readonly List<(TableRowGroup Group, float[] Heights, float Y, bool IsWhole)> _planned = [];
    private List<TableRowGroup>? _groups;
    private float[] _edges = [];
    private int _next;
    private bool _isPlanned;
    private Size _plannedSpace;
    private float _plannedHeight;

    internal List<TableCell> Cells { get; } = [];

    internal bool ExtendsLastCells { get; set; }

    internal override void ForEachChild<T>(Action<Element, T> action, T argument)
    {
        foreach (var cell in Cells)
        {
            action(cell, argument);
        }
    }

    protected override SpacePlan MeasureCore(Size space)
    {
        _groups ??= TableRows.Arrange(Cells, columns.Count);
        _planned.Clear();
        if (_next >= _groups.Count)
        {
            return SpacePlan.Empty();
        }

        if (!TrySetEdges(space.Width))
        {
            return SpacePlan.Wrap("The fixed column widths are more than there is.");
        }

        var y = 0f;
        for (var i = _next; i < _groups.Count; i++)
        {
            var left = Math.Max(0, space.Height - y);
            var heights = new float[_groups[i].Rows];
            var isWhole = TryFit(_groups[i], left, heights);
            if (!isWhole && !TryPart(_groups[i], isFirst: i == _next, left, heights))
            {
                break;
            }

            _planned.Add((_groups[i], heights, y, isWhole));
            y += heights.Sum();
            if (!isWhole)
            {
                break;
            }
        }

        return Answer(space, y);
    }

    private SpacePlan Answer(Size space, float height)
    {
        _isPlanned = true;
        _plannedSpace = space;
        _plannedHeight = height;
        if (_planned.Count == 0)
        {
            return SpacePlan.Wrap("The next row does not fit what is left of this page.");
        }

        var isEnd = _planned[^1].IsWhole && _next + _planned.Count == _groups!.Count;
        return isEnd ? SpacePlan.Full(_edges[^1], height) : SpacePlan.Partial(_edges[^1], height);
    }

    /// <summary>Row heights where all that is left of the group fits.</summary>
    private bool TryFit(TableRowGroup group, float space, float[] heights)
    {
        foreach (var cell in group.Cells)
        {
            if (cell.RowSpan == 1 && !TryRaise(cell, group, space, heights))
            {
                return false;
            }
        }

        foreach (var cell in group.Cells)
        {
            if (cell.RowSpan > 1 && !TryRaise(cell, group, space, heights))
            {
                return false;
            }
        }

        return heights.Sum() <= space + Size.Epsilon;
    }

    private bool TryRaise(TableCell cell, TableRowGroup group, float space, float[] heights)
    {
        if (cell.IsDone)
        {
            return true;
        }

        var plan = cell.Measure(new Size(Width(cell), space));
        if (plan.Type is SpacePlanType.Wrap or SpacePlanType.PartialRender)
        {
            return false;
        }

        var first = cell.Row - 1 - group.FirstRow;
        var covered = 0f;
        for (var row = first; row < first + cell.RowSpan; row++)
        {
            covered += heights[row];
        }

        heights[first + cell.RowSpan - 1] += Math.Max(0, plan.Height - covered);
        return true;
    }

    /// <summary>A row is split only where a page of its own would not hold it.</summary>
    private bool TryPart(TableRowGroup group, bool isFirst, float space, float[] heights)
    {
        var isBegun = group.Cells.Exists(c => c.IsDone) || _isSplit;
        if (!isFirst || !(Context.Relaxed || isBegun))
        {
            return false;
        }

        Array.Clear(heights);
        var draws = false;
        foreach (var cell in group.Cells)
        {
            if (cell.IsDone)
            {
                continue;
            }

            var plan = cell.Measure(new Size(Width(cell), space));
            draws |= plan.Draws;
            heights[^1] = Math.Max(heights[^1], plan.Height);
        }

        return draws;
    }

    private bool _isSplit;

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        var isSame =
            _isPlanned
            && _plannedSpace.Width == space.Width
            && (_plannedSpace.Height == space.Height || Math.Abs(_plannedHeight - space.Height) < Size.Epsilon);
        if (!isSame)
        {
            MeasureCore(space);
        }

        for (var i = 0; i < _planned.Count; i++)
        {
            var (group, heights, y, isWhole) = _planned[i];
            if (ExtendsLastCells && i == _planned.Count - 1)
            {
                heights[^1] += Math.Max(0, space.Height - y - heights.Sum());
            }

            DrawGroup(group, heights, y, isWhole, canvas);
        }

        _isPlanned = false;
    }

    private void DrawGroup(TableRowGroup group, float[] heights, float y, bool isWhole, IPageCanvas canvas)
    {
        foreach (var cell in group.Cells)
        {
            var first = cell.Row - 1 - group.FirstRow;
            var top = y;
            for (var row = 0; isWhole && row < first; row++)
            {
                top += heights[row];
            }

            var height = 0f;
            for (var row = first; row < first + cell.RowSpan; row++)
            {
                height += heights[row];
            }

            var box = new Size(Width(cell), isWhole ? height : heights[^1]);
            DrawCell(cell, top, box, isWhole, canvas);
        }

        var isDone = isWhole || group.Cells.TrueForAll(c => c.IsDone);
        _next += isDone ? 1 : 0;
        _isSplit = !isDone;
    }

    private void DrawCell(TableCell cell, float top, Size box, bool isWhole, IPageCanvas canvas)
    {
        if (cell.IsDone)
        {
            return;
        }

        var plan = isWhole ? SpacePlan.Full(box.Width, box.Height) : cell.Measure(box);
        if (plan.Type != SpacePlanType.Wrap)
        {
            DrawAt(cell, _edges[cell.Column - 1], top, box, canvas);
        }

        cell.IsDone = plan.Type is SpacePlanType.FullRender or SpacePlanType.Empty;
    }

    protected override void ResetCore(bool hard)
    {
        _next = 0;
        _isSplit = false;
        _isPlanned = false;
    }

    private float Width(TableCell cell) => _edges[cell.Column - 1 + cell.ColumnSpan] - _edges[cell.Column - 1];

    private bool TrySetEdges(float width)
    {
        if (columns.Count == 0)
        {
            throw new DocumentComposeException("A table has no columns: define them with ColumnsDefinition.");
        }

        var taken = columns.Sum(c => c.Constant);
        var shares = columns.Sum(c => c.Share);
        if (taken > width + Size.Epsilon)
        {
            return false;
        }

        if (_edges.Length != columns.Count + 1)
        {
            _edges = new float[columns.Count + 1];
        }

        for (var i = 0; i < columns.Count; i++)
        {
            var share = shares > 0 ? (width - taken) * columns[i].Share / shares : 0;
            _edges[i + 1] = _edges[i] + columns[i].Constant + share;
        }

        return true;
    }
}
