using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

internal enum RowItemKind
{
    Constant,
    Relative,
    Auto,
}

internal sealed class RowItem : ContainerElement
{
    internal required RowItemKind Kind { get; init; }

    /// <summary>Points or share; nothing for automatic width.</summary>
    internal required float Width { get; init; }

    internal bool IsDone { get; set; }

    protected override void ResetCore(bool hard) => IsDone = false;
}

/// <summary>Items side by side; the row is as tall as its tallest item, and each goes on over pages by itself.</summary>
internal sealed class Row : Element
{
    private float[] _widths = [];

    internal List<RowItem> Items { get; } = [];

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
        if (Items.Count == 0)
        {
            return SpacePlan.Empty();
        }

        if (!TrySetWidths(space, out var width))
        {
            return SpacePlan.Wrap("The fixed widths of the row are more than there is.");
        }

        var height = 0f;
        var isEnd = true;
        var draws = false;
        for (var i = 0; i < Items.Count; i++)
        {
            if (Items[i].IsDone)
            {
                continue;
            }

            var plan = Items[i].Measure(new Size(_widths[i], space.Height));
            if (plan.Type == SpacePlanType.Wrap)
            {
                return plan;
            }

            isEnd &= plan.Type != SpacePlanType.PartialRender;
            draws |= plan.Draws;
            height = Math.Max(height, plan.Height);
        }

        if (!draws)
        {
            return SpacePlan.Empty();
        }

        return isEnd ? SpacePlan.Full(width, height) : SpacePlan.Partial(width, height);
    }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        TrySetWidths(space, out _);
        var x = 0f;
        for (var i = 0; i < Items.Count; i++)
        {
            var item = Items[i];
            var box = new Size(_widths[i], space.Height);
            if (!item.IsDone)
            {
                var plan = item.Measure(box);
                if (plan.Draws)
                {
                    DrawAt(item, x, 0, box, canvas);
                }

                item.IsDone = plan.Type is SpacePlanType.FullRender or SpacePlanType.Empty;
            }

            x += _widths[i] + Spacing;
        }
    }

    private bool TrySetWidths(Size space, out float total)
    {
        if (_widths.Length != Items.Count)
        {
            _widths = new float[Items.Count];
        }

        var taken = Spacing * (Items.Count - 1);
        var shares = 0f;
        for (var i = 0; i < Items.Count; i++)
        {
            _widths[i] = Items[i].Kind switch
            {
                RowItemKind.Constant => Items[i].Width,
                RowItemKind.Auto => Items[i].Measure(new Size(space.Width, Size.Infinity)).Width,
                _ => 0,
            };
            shares += Items[i].Kind == RowItemKind.Relative ? Items[i].Width : 0;
            taken += _widths[i];
        }

        total = shares > 0 ? space.Width : taken;
        if (taken > space.Width + Size.Epsilon)
        {
            return false;
        }

        for (var i = 0; i < Items.Count && shares > 0; i++)
        {
            if (Items[i].Kind == RowItemKind.Relative)
            {
                _widths[i] = (space.Width - taken) * Items[i].Width / shares;
            }
        }

        return true;
    }
}
