using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

/// <summary>Shown until its end, and then never again, also where its surroundings are repeated.</summary>
internal sealed class ShowOnce : ContainerElement
{
    private bool _isShown;

    protected override SpacePlan MeasureCore(Size space) => _isShown ? SpacePlan.Empty() : base.MeasureCore(space);

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        if (_isShown)
        {
            return;
        }

        var isLast = Content is null || Content.Measure(space).Type == SpacePlanType.FullRender;
        base.DrawCore(space, canvas);
        _isShown = isLast;
    }

    protected override void ResetCore(bool hard) => _isShown &= !hard;
}

/// <summary>Left out the first time that its surroundings are drawn, shown when they are drawn again.</summary>
internal sealed class SkipOnce : ContainerElement
{
    private bool _isFirst = true;

    protected override SpacePlan MeasureCore(Size space) => _isFirst ? SpacePlan.Empty() : base.MeasureCore(space);

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        if (!_isFirst)
        {
            base.DrawCore(space, canvas);
        }
    }

    /// <summary>What is repeated is brought back softly after each drawing.</summary>
    protected override void ResetCore(bool hard) => _isFirst = hard;
}

/// <summary>Kept on one page where a page can hold it.</summary>
internal sealed class ShowEntire : ContainerElement
{
    private bool _isBegun;

    protected override SpacePlan MeasureCore(Size space)
    {
        var plan = base.MeasureCore(space);
        return plan.Type == SpacePlanType.PartialRender && !_isBegun && !Context.Relaxed
            ? SpacePlan.Wrap("It is to stay on one page and does not fit what is left of this one.")
            : plan;
    }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        base.DrawCore(space, canvas);
        _isBegun = true;
    }

    protected override void ResetCore(bool hard) => _isBegun = false;
}

/// <summary>Begun on the next page unless it fits or a least height is left on this one.</summary>
internal sealed class EnsureSpace : ContainerElement
{
    internal const float DefaultMinHeight = 150;
    private bool _isBegun;

    internal float MinHeight { get; set; } = DefaultMinHeight;

    protected override SpacePlan MeasureCore(Size space)
    {
        var plan = base.MeasureCore(space);
        var isShort = space.Height < MinHeight - Size.Epsilon;
        return plan.Type == SpacePlanType.PartialRender && isShort && !_isBegun && !Context.Relaxed
            ? SpacePlan.Wrap("Less than the wanted height is left on this page.")
            : plan;
    }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        base.DrawCore(space, canvas);
        _isBegun = true;
    }

    protected override void ResetCore(bool hard) => _isBegun = false;
}

/// <summary>Goes to the next page with what follows, where nothing of that fits below it.</summary>
internal sealed class KeepWithNext : ContainerElement;

/// <summary>What does not fit the first page is left out.</summary>
internal sealed class StopPaging : ContainerElement
{
    protected override SpacePlan MeasureCore(Size space)
    {
        var plan = base.MeasureCore(space);
        return plan.Type == SpacePlanType.PartialRender ? SpacePlan.Full(plan.Width, plan.Height) : plan;
    }
}

/// <summary>Ends the page.</summary>
internal sealed class PageBreak : Element
{
    private bool _isDone;

    protected override SpacePlan MeasureCore(Size space) => _isDone ? SpacePlan.Empty() : SpacePlan.Partial(0, 0);

    protected override void DrawCore(Size space, IPageCanvas canvas) => _isDone = true;

    protected override void ResetCore(bool hard) => _isDone = false;
}

internal sealed class ShowIf : ContainerElement
{
    internal required bool Condition { get; init; }

    protected override SpacePlan MeasureCore(Size space) => Condition ? base.MeasureCore(space) : SpacePlan.Empty();

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        if (Condition)
        {
            base.DrawCore(space, canvas);
        }
    }
}

/// <summary>Drawn anew, from its beginning, each time.</summary>
internal sealed class Repeat : ContainerElement
{
    protected override SpacePlan MeasureCore(Size space)
    {
        var plan = base.MeasureCore(space);
        return plan.Type == SpacePlanType.PartialRender ? SpacePlan.Full(plan.Width, plan.Height) : plan;
    }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        base.DrawCore(space, canvas);
        Content?.Reset(hard: false);
    }
}
