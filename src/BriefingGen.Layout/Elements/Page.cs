using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Drawing.Exceptions;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

/// <summary>Pages of one size with the same header and footer, as many as the content needs.</summary>
internal sealed class Page : Element
{
    internal Size Size { get; set; } = new(595, 842);

    internal float Left { get; set; }

    internal float Right { get; set; }

    internal float Top { get; set; }

    internal float Bottom { get; set; }

    internal Color Color { get; set; }

    internal Func<TextStyle, TextStyle> Style { get; set; } = style => style;

    internal ContainerElement Background { get; } = new();

    internal ContainerElement Foreground { get; } = new();

    internal ContainerElement Header { get; } = new();

    internal ContainerElement Content { get; } = new();

    internal ContainerElement Footer { get; } = new();

    internal override void ForEachChild<T>(Action<Element, T> action, T argument)
    {
        action(Background, argument);
        action(Header, argument);
        action(Content, argument);
        action(Footer, argument);
        action(Foreground, argument);
    }

    /// <summary>Whether the last page, when rehearsed, held no content.</summary>
    internal bool IsIdle { get; private set; }

    protected override TextStyle AttachCore(TextStyle style) => Style(TextStyle.Default).Over(style);

    /// <summary>Draws one page.</summary>
    /// <returns>Whether the content is at its end.</returns>
    /// <exception cref="DocumentLayoutException">Something fits no page.</exception>
    internal bool DrawPage(IPageCanvas canvas)
    {
        if (Color.Alpha > 0)
        {
            canvas.FillRectangle(0, 0, Size.Width, Size.Height, Color, 0);
        }

        DrawRepeated(Background, Size, canvas);
        canvas.Translate(Left, Top);
        var width = Size.Width - Left - Right;
        var height = Size.Height - Top - Bottom;
        var header = MeasureEdge(Header, new Size(width, height), "header");
        var footer = MeasureEdge(Footer, new Size(width, Math.Max(0, height - header.Height)), "footer");
        var space = new Size(width, height - header.Height - footer.Height);
        var plan = MeasureContent(space);
        DrawRepeated(Header, new Size(width, header.Height), canvas);
        canvas.Translate(0, header.Height);
        var before = (canvas as CountingCanvas)?.Drawn;
        if (plan.Type != SpacePlanType.Empty)
        {
            Content.Draw(space, canvas);
        }

        IsIdle = before is not null && before == ((CountingCanvas)canvas).Drawn;
        canvas.Translate(0, height - header.Height - footer.Height);
        DrawRepeated(Footer, new Size(width, footer.Height), canvas);
        canvas.Translate(-Left, footer.Height - height - Top);
        DrawRepeated(Foreground, Size, canvas);
        return plan.Type != SpacePlanType.PartialRender;
    }

    private static SpacePlan MeasureEdge(ContainerElement edge, Size space, string name)
    {
        var plan = edge.Measure(space);
        return plan.Type is SpacePlanType.Wrap or SpacePlanType.PartialRender
            ? throw new DocumentLayoutException($"The {name} is taller than the page: {plan}.")
            : plan;
    }

    private SpacePlan MeasureContent(Size space)
    {
        var plan = Content.Measure(space);
        if (plan.Type == SpacePlanType.Wrap)
        {
            Context.Relaxed = true;
            plan = Content.Measure(space);
        }

        return plan.Type == SpacePlanType.Wrap ? throw Failure(space) : plan;
    }

    /// <summary>The exception for content that fits no page, naming the way to the element in question.</summary>
    internal DocumentLayoutException Failure(Size? space = null)
    {
        Context.Trace = new LayoutTrace();
        Context.Relaxed = false;
        Context.Relaxed = true;
        Content.Measure(space ?? new Size(Size.Width - Left - Right, Size.Height - Top - Bottom));
        var trace = Context.Trace;
        Context.Trace = null;
        var where = trace.Path.Length > 0 ? trace.Path : "the content makes no progress";
        return new DocumentLayoutException(
            FormattableString.Invariant($"Page {Context.CurrentPage} cannot be laid out: {where}. {trace.Reason}")
        );
    }

    private static void DrawRepeated(ContainerElement element, Size space, IPageCanvas canvas)
    {
        if (element.Measure(space).Draws)
        {
            element.Draw(space, canvas);
        }

        element.Reset(hard: false);
    }

    protected override SpacePlan MeasureCore(Size space) => SpacePlan.Full(Size.Width, Size.Height);

    protected override void DrawCore(Size space, IPageCanvas canvas) => DrawPage(canvas);
}
