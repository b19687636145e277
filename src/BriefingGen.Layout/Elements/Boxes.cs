using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

internal sealed class Padding : ContainerElement
{
    internal float Left { get; set; }

    internal float Right { get; set; }

    internal float Top { get; set; }

    internal float Bottom { get; set; }

    protected override SpacePlan MeasureCore(Size space)
    {
        if (Content is null)
        {
            return SpacePlan.Empty();
        }

        var plan = Content.Measure(Inner(space));
        return plan.Draws ? plan.Resized(plan.Width + Left + Right, plan.Height + Top + Bottom) : plan;
    }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        if (Content is not null)
        {
            DrawAt(Content, Left, Top, Inner(space), canvas);
        }
    }

    private Size Inner(Size space) => new(space.Width - Left - Right, space.Height - Top - Bottom);
}

internal sealed class Constrained : ContainerElement
{
    internal float? MinWidth { get; set; }

    internal float? MaxWidth { get; set; }

    internal float? MinHeight { get; set; }

    internal float? MaxHeight { get; set; }

    protected override SpacePlan MeasureCore(Size space)
    {
        if (MinWidth > space.Width + Size.Epsilon)
        {
            return SpacePlan.Wrap("The least width is more than there is.");
        }

        if (MinHeight > space.Height + Size.Epsilon)
        {
            return SpacePlan.Wrap("The least height is more than there is.");
        }

        var plan = Content?.Measure(Inner(space)) ?? SpacePlan.Empty();
        if (plan.Type == SpacePlanType.Wrap)
        {
            return plan;
        }

        var width = Math.Max(plan.Width, MinWidth ?? 0);
        var height = Math.Max(plan.Height, MinHeight ?? 0);
        return plan.Type == SpacePlanType.Empty
            ? (width > 0 || height > 0 ? SpacePlan.Full(width, height) : plan)
            : plan.Resized(width, height);
    }

    protected override void DrawCore(Size space, IPageCanvas canvas) => Content?.Draw(Inner(space), canvas);

    private Size Inner(Size space) =>
        new(Math.Min(space.Width, MaxWidth ?? space.Width), Math.Min(space.Height, MaxHeight ?? space.Height));
}

internal enum HorizontalPlace
{
    Left,
    Center,
    Right,
}

internal enum VerticalPlace
{
    Top,
    Middle,
    Bottom,
}

internal sealed class Alignment : ContainerElement
{
    internal HorizontalPlace? Horizontal { get; set; }

    internal VerticalPlace? Vertical { get; set; }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        if (Content is null)
        {
            return;
        }

        var plan = Content.Measure(space);
        if (!plan.Draws)
        {
            return;
        }

        var width = Horizontal is null ? space.Width : plan.Width;
        var height = Vertical is null ? space.Height : plan.Height;
        var x = Horizontal switch
        {
            HorizontalPlace.Center => (space.Width - width) / 2,
            HorizontalPlace.Right => space.Width - width,
            _ => 0,
        };
        var y = Vertical switch
        {
            VerticalPlace.Middle => (space.Height - height) / 2,
            VerticalPlace.Bottom => space.Height - height,
            _ => 0,
        };
        DrawAt(Content, x, y, new Size(width, height), canvas);
    }
}

internal sealed class Extend : ContainerElement
{
    internal bool Horizontally { get; set; }

    internal bool Vertically { get; set; }

    protected override SpacePlan MeasureCore(Size space)
    {
        var plan = Content?.Measure(space) ?? SpacePlan.Empty();
        if (plan.Type == SpacePlanType.Wrap)
        {
            return plan;
        }

        var width = Horizontally ? Math.Max(space.Width, plan.Width) : plan.Width;
        var height = Vertically ? Math.Max(space.Height, plan.Height) : plan.Height;
        return plan.Type == SpacePlanType.Empty ? SpacePlan.Full(width, height) : plan.Resized(width, height);
    }
}

internal sealed class Shrink : ContainerElement
{
    internal bool Horizontally { get; set; }

    internal bool Vertically { get; set; }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        if (Content is null)
        {
            return;
        }

        var plan = Content.Measure(space);
        if (plan.Draws)
        {
            Content.Draw(
                new Size(Horizontally ? plan.Width : space.Width, Vertically ? plan.Height : space.Height),
                canvas
            );
        }
    }
}

internal sealed class Unconstrained : ContainerElement
{
    protected override SpacePlan MeasureCore(Size space)
    {
        var plan = Content?.Measure(Size.Max) ?? SpacePlan.Empty();
        return plan.Draws ? SpacePlan.Full(0, 0) : plan;
    }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        if (Content?.Measure(Size.Max) is { Draws: true } plan)
        {
            Content.Draw(plan.Size, canvas);
        }
    }
}

internal sealed class Offset : ContainerElement
{
    internal float X { get; set; }

    internal float Y { get; set; }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        if (Content is not null)
        {
            DrawAt(Content, X, Y, space, canvas);
        }
    }
}

internal sealed class AspectRatio : ContainerElement
{
    internal float Ratio { get; set; } = 1;

    internal Infrastructure.AspectRatioOption Option { get; set; }

    protected override SpacePlan MeasureCore(Size space)
    {
        var target = Target(space);
        if (!space.Holds(target.Width, target.Height))
        {
            return SpacePlan.Wrap("A box of this ratio is larger than the space.");
        }

        var plan = Content?.Measure(target) ?? SpacePlan.Empty();
        return plan.Draws ? plan.Resized(target.Width, target.Height) : plan;
    }

    protected override void DrawCore(Size space, IPageCanvas canvas) => Content?.Draw(Target(space), canvas);

    private Size Target(Size space)
    {
        var byWidth = new Size(space.Width, space.Width / Ratio);
        var byHeight = new Size(space.Height * Ratio, space.Height);
        return Option switch
        {
            AspectRatioOption.FitWidth => byWidth,
            AspectRatioOption.FitHeight => byHeight,
            _ => byWidth.Height <= space.Height + Size.Epsilon ? byWidth : byHeight,
        };
    }
}
