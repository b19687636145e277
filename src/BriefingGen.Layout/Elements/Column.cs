using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

/// <summary>Items one below the other, over as many pages as they need.</summary>
internal sealed class Column : Element
{
    private readonly List<(int Index, SpacePlan Plan, float Y)> _planned = [];
    private int _next;
    private Size _plannedSpace;
    private float _plannedHeight;
    private bool _isPlanned;

    internal List<ContainerElement> Items { get; } = [];

    internal float Spacing { get; set; }

    internal override void ForEachChild<T>(Action<Element, T> action, T argument)
    {
        foreach (var item in Items)
        {
            action(item, argument);
        }
    }

    protected override SpacePlan MeasureCore(Size space)
    {
        _planned.Clear();
        var height = 0f;
        var width = 0f;
        var isEnd = true;
        string? reason = null;
        for (var i = _next; i < Items.Count; i++)
        {
            var y = _planned.Exists(p => p.Plan.Type != SpacePlanType.Empty) ? height + Spacing : height;
            var plan = Items[i].Measure(new Size(space.Width, Math.Max(0, space.Height - y)));
            if (plan.Type == SpacePlanType.Wrap)
            {
                isEnd = false;
                reason = plan.WrapReason;
                LeaveHeadingsToNextPage();
                break;
            }

            if (plan.Type == SpacePlanType.Empty)
            {
                _planned.Add((i, plan, height));
                continue;
            }

            _planned.Add((i, plan, y));
            width = Math.Max(width, plan.Width);
            height = y + plan.Height;
            if (plan.Type == SpacePlanType.PartialRender)
            {
                isEnd = false;
                break;
            }
        }

        return Answer(space, width, isEnd, reason);
    }

    private SpacePlan Answer(Size space, float width, bool isEnd, string? reason)
    {
        var draws = _planned.FindLastIndex(p => p.Plan.Type != SpacePlanType.Empty);
        var height = draws < 0 ? 0 : _planned[draws].Y + _planned[draws].Plan.Height;
        _plannedSpace = space;
        _plannedHeight = height;
        _isPlanned = true;
        if (draws < 0)
        {
            return isEnd ? SpacePlan.Empty() : SpacePlan.Wrap(reason ?? "No item fits.");
        }

        return isEnd ? SpacePlan.Full(width, height) : SpacePlan.Partial(width, height);
    }

    /// <summary>A heading whose text went to the next page goes with it, unless it is all that this page would hold.</summary>
    private void LeaveHeadingsToNextPage()
    {
        var keep = _planned.Count;
        while (keep > 0 && IsKept(_planned[keep - 1]))
        {
            keep--;
        }

        var isAllOfPage = !_planned.Take(keep).Any(p => p.Plan.Draws);
        if (!isAllOfPage || !Context.Relaxed)
        {
            _planned.RemoveRange(keep, _planned.Count - keep);
        }
    }

    private bool IsKept((int Index, SpacePlan Plan, float Y) item) =>
        item.Plan.Type == SpacePlanType.Empty || Items[item.Index].Content is KeepWithNext;

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

        foreach (var (index, plan, y) in _planned)
        {
            if (plan.Draws)
            {
                DrawAt(Items[index], 0, y, new Size(space.Width, plan.Height), canvas);
            }

            if (plan.Type != SpacePlanType.PartialRender)
            {
                _next = index + 1;
            }
        }

        _isPlanned = false;
    }

    protected override void ResetCore(bool hard)
    {
        _next = 0;
        _isPlanned = false;
    }
}
