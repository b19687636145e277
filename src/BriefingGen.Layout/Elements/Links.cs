using System.Text;
using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

internal sealed class DefaultTextStyle : ContainerElement
{
    internal required Func<TextStyle, TextStyle> Change { get; init; }

    protected override TextStyle AttachCore(TextStyle style) => Change(TextStyle.Default).Over(style);
}

/// <summary>A named place: links lead to its head, and it knows its first and last page.</summary>
internal sealed class Section : ContainerElement
{
    private bool _isMarked;

    internal required string Target { get; init; }

    internal override string Name => $"Section '{Target}'";

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        Context.MarkSection(Target);
        if (!_isMarked)
        {
            canvas.Destination(Target);
            _isMarked = true;
        }

        base.DrawCore(space, canvas);
    }

    protected override void ResetCore(bool hard) => _isMarked = false;
}

internal sealed class SectionLink : ContainerElement
{
    internal required string Target { get; init; }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        if (Content?.Measure(space) is { Draws: true } plan)
        {
            if (Context.Section(Target) is not null)
            {
                canvas.InternalLink(Target, 0, 0, plan.Width, plan.Height);
            }

            base.DrawCore(space, canvas);
        }
    }
}

internal sealed class Hyperlink : ContainerElement
{
    internal required string Url { get; init; }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        if (Content?.Measure(space) is { Draws: true } plan)
        {
            canvas.ExternalLink(Url, 0, 0, plan.Width, plan.Height);
            base.DrawCore(space, canvas);
        }
    }
}

/// <summary>Meaning for readers of the file: headings become the outline; the rest is kept for tags to come.</summary>
internal sealed class Semantic : ContainerElement
{
    private bool _isMarked;

    /// <summary>1 to 6 for a heading; 0 for the rest.</summary>
    internal int HeadingLevel { get; init; }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        if (HeadingLevel > 0 && !_isMarked)
        {
            var title = new StringBuilder();
            Collect(this, title);
            canvas.Heading(HeadingLevel, title.ToString().Trim());
            _isMarked = true;
        }

        base.DrawCore(space, canvas);
    }

    protected override void ResetCore(bool hard) => _isMarked = false;

    private static void Collect(Element element, StringBuilder title)
    {
        if (element is TextBlock text)
        {
            title.Append(text.PlainText).Append(' ');
        }

        element.ForEachChild(Collect, title);
    }
}
