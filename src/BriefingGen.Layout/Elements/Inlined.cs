using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

/// <summary>Items beside each other as long as they fit, then on the next line, then on the next page.</summary>
internal sealed class Inlined : Element
{
    private int _next;

    internal List<ContainerElement> Items { get; } = [];

    internal float HorizontalSpacing { get; set; }

    internal float VerticalSpacing { get; set; }

    internal HorizontalPlace Horizontal { get; set; }

    internal VerticalPlace Vertical { get; set; }

    internal override void ForEachChild<T>(Action<Element, T> action, T argument)
    {
        foreach (var item in Items)
        {
            action(item, argument);
        }
    }

    protected override SpacePlan MeasureCore(Size space)
    {
        if (_next >= Items.Count)
        {
            return SpacePlan.Empty();
        }

        var lines = Lines(space);
        if (lines.Count == 0)
        {
            return SpacePlan.Wrap("No item fits.");
        }

        var last = lines[^1];
        var width = lines.Max(l => l.Width);
        var height = last.Y + last.Height;
        return last.End == Items.Count ? SpacePlan.Full(width, height) : SpacePlan.Partial(width, height);
    }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        foreach (var line in Lines(space))
        {
            var x = Horizontal switch
            {
                HorizontalPlace.Center => (space.Width - line.Width) / 2,
                HorizontalPlace.Right => space.Width - line.Width,
                _ => 0,
            };
            for (var i = line.Start; i < line.End; i++)
            {
                var plan = Items[i].Measure(new Size(space.Width, space.Height - line.Y));
                var y = Vertical switch
                {
                    VerticalPlace.Middle => (line.Height - plan.Height) / 2,
                    VerticalPlace.Bottom => line.Height - plan.Height,
                    _ => 0,
                };
                DrawAt(Items[i], x, line.Y + y, plan.Size, canvas);
                x += plan.Width + HorizontalSpacing;
            }

            _next = line.End;
        }
    }

    protected override void ResetCore(bool hard) => _next = 0;

    private List<(int Start, int End, float Y, float Width, float Height)> Lines(Size space)
    {
        var lines = new List<(int Start, int End, float Y, float Width, float Height)>();
        var start = _next;
        var y = 0f;
        while (start < Items.Count)
        {
            var (end, width, height) = Line(start, space, y);
            if (end == start)
            {
                break;
            }

            lines.Add((start, end, y, width, height));
            y += height + VerticalSpacing;
            start = end;
        }

        return lines;
    }

    private (int End, float Width, float Height) Line(int start, Size space, float y)
    {
        var width = 0f;
        var height = 0f;
        var end = start;
        for (; end < Items.Count; end++)
        {
            var plan = Items[end].Measure(new Size(space.Width, Math.Max(0, space.Height - y)));
            var x = end == start ? 0 : width + HorizontalSpacing;
            if (plan.Type is SpacePlanType.Wrap or SpacePlanType.PartialRender)
            {
                return (end, width, height);
            }

            if (end > start && x + plan.Width > space.Width + Size.Epsilon)
            {
                break;
            }

            width = x + plan.Width;
            height = Math.Max(height, plan.Height);
        }

        return (end, width, height);
    }
}
