using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

/// <summary>
/// A node of a layout. Measuring asks what would be done with a space and changes nothing; drawing does it and moves
/// the element's state on, so that the next page goes on where this one ended.
/// </summary>
internal abstract class Element : IElement
{
    private SpacePlan _cachedPlan;
    private Size _cachedSpace;
    private int _cachedEpoch = -1;

    /// <summary>What the document knows while it is laid out; set before the first measuring.</summary>
    protected LayoutContext Context { get; private set; } = LayoutContext.None;

    internal virtual string Name => GetType().Name;

    internal SpacePlan Measure(Size space)
    {
        if (_cachedEpoch == Context.Epoch && _cachedSpace == space)
        {
            return _cachedPlan;
        }

        if (space.IsNegative)
        {
            return SpacePlan.Wrap("The space is negative: paddings or fixed sizes are larger than the page.");
        }

        Context.Trace?.Push(this);
        var plan = MeasureCore(space);
        Context.Trace?.Pop(this, plan);
        _cachedPlan = plan;
        _cachedSpace = space;
        _cachedEpoch = Context.Epoch;
        return plan;
    }

    internal void Draw(Size space, IPageCanvas canvas)
    {
        DrawCore(space, canvas);
        _cachedEpoch = -1;
    }

    /// <summary>Brings the element and all below it back to the first page.</summary>
    /// <param name="hard">Also what is shown once in a document is to be shown again.</param>
    internal void Reset(bool hard)
    {
        _cachedEpoch = -1;
        ResetCore(hard);
        ForEachChild((child, isHard) => child.Reset(isHard), hard);
    }

    /// <summary>Gives the element and all below it the context and the style that they inherit.</summary>
    internal void Attach(LayoutContext context, TextStyle style)
    {
        Context = context;
        var inner = AttachCore(style);
        ForEachChild((child, given) => child.Attach(given.Context, given.Style), (Context: context, Style: inner));
    }

    internal virtual void ForEachChild<T>(Action<Element, T> action, T argument) { }

    protected abstract SpacePlan MeasureCore(Size space);

    protected abstract void DrawCore(Size space, IPageCanvas canvas);

    protected virtual void ResetCore(bool hard) { }

    /// <summary>Takes the inherited style and says what the children inherit.</summary>
    protected virtual TextStyle AttachCore(TextStyle style) => style;

    protected void DrawAt(Element child, float x, float y, Size space, IPageCanvas canvas)
    {
        canvas.Translate(x, y);
        child.Draw(space, canvas);
        canvas.Translate(-x, -y);
    }
}

/// <summary>An element with one child, which by itself changes nothing.</summary>
internal class ContainerElement : Element, IContainer
{
    internal Element? Content { get; set; }

    IElement? IContainer.Child
    {
        get => Content;
        set => Content = (Element?)value;
    }

    internal override void ForEachChild<T>(Action<Element, T> action, T argument)
    {
        if (Content is not null)
        {
            action(Content, argument);
        }
    }

    protected override SpacePlan MeasureCore(Size space) => Content?.Measure(space) ?? SpacePlan.Empty();

    protected override void DrawCore(Size space, IPageCanvas canvas) => Content?.Draw(space, canvas);
}
