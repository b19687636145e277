using System.Globalization;
using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Makes text of a page number.</summary>
/// <param name="pageNumber">The number; null while it is not known, when text of a usual length is wanted.</param>
public delegate string PageNumberFormatter(int? pageNumber);

/// <summary>Describes the style of a span of text.</summary>
public class TextSpanDescriptor
{
    internal TextSpanDescriptor(TextSpanItem item) => Item = item;

    internal TextSpanItem Item { get; }
}

/// <summary>Describes a page number.</summary>
public sealed class TextPageNumberDescriptor : TextSpanDescriptor
{
    internal TextPageNumberDescriptor(PageNumberItem item)
        : base(item) { }

    /// <summary>How the number is written.</summary>
    /// <param name="formatter">Makes the text.</param>
    public TextPageNumberDescriptor Format(PageNumberFormatter formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        ((PageNumberItem)Item).Format = number => formatter(number);
        return this;
    }
}

/// <summary>Describes a text of one style.</summary>
public sealed class TextBlockDescriptor : TextSpanDescriptor
{
    private readonly TextDescriptor _text;

    internal TextBlockDescriptor(TextDescriptor text, TextSpanItem item)
        : base(item) => _text = text;

    /// <summary>Lines to the left.</summary>
    public TextBlockDescriptor AlignLeft() => Do(t => t.AlignLeft());

    /// <summary>Lines in the middle.</summary>
    public TextBlockDescriptor AlignCenter() => Do(t => t.AlignCenter());

    /// <summary>Lines to the right.</summary>
    public TextBlockDescriptor AlignRight() => Do(t => t.AlignRight());

    /// <summary>Lines stretched over the width.</summary>
    public TextBlockDescriptor Justify() => Do(t => t.Justify());

    /// <summary>Lines to the side where reading begins.</summary>
    public TextBlockDescriptor AlignStart() => Do(t => t.AlignStart());

    /// <summary>Lines to the side where reading ends.</summary>
    public TextBlockDescriptor AlignEnd() => Do(t => t.AlignEnd());

    /// <summary>Shows so many lines at most.</summary>
    /// <param name="maxLines">Number of lines, 0 or more.</param>
    /// <param name="ellipsis">What stands for the rest.</param>
    public TextBlockDescriptor ClampLines(int maxLines, string ellipsis = TextDescriptor.DefaultEllipsis) =>
        Do(t => t.ClampLines(maxLines, ellipsis));

    /// <summary>Space between paragraphs.</summary>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public TextBlockDescriptor ParagraphSpacing(float value, Unit unit = Unit.Point) =>
        Do(t => t.ParagraphSpacing(value, unit));

    /// <summary>Space before the first word of each paragraph.</summary>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public TextBlockDescriptor ParagraphFirstLineIndentation(float value, Unit unit = Unit.Point) =>
        Do(t => t.ParagraphFirstLineIndentation(value, unit));

    private TextBlockDescriptor Do(Action<TextDescriptor> change)
    {
        change(_text);
        return this;
    }
}

/// <summary>Describes a text of many spans.</summary>
public sealed class TextDescriptor
{
    internal const string DefaultEllipsis = "…";
    private TextStyle _default = TextStyle.Default;

    internal TextBlock Block { get; } = new();

    /// <summary>The style of all spans.</summary>
    /// <param name="style">The style; what it does not say stays.</param>
    public void DefaultTextStyle(TextStyle style) => _default = style ?? throw new ArgumentNullException(nameof(style));

    /// <summary>The style of all spans.</summary>
    /// <param name="style">Changes the style.</param>
    public void DefaultTextStyle(Func<TextStyle, TextStyle> style)
    {
        ArgumentNullException.ThrowIfNull(style);
        _default = style(TextStyle.Default);
    }

    /// <summary>Lines to the left.</summary>
    public void AlignLeft() => Block.Alignment = TextHorizontalAlignment.Left;

    /// <summary>Lines in the middle.</summary>
    public void AlignCenter() => Block.Alignment = TextHorizontalAlignment.Center;

    /// <summary>Lines to the right.</summary>
    public void AlignRight() => Block.Alignment = TextHorizontalAlignment.Right;

    /// <summary>Lines stretched over the width.</summary>
    public void Justify() => Block.Alignment = TextHorizontalAlignment.Justify;

    /// <summary>Lines to the side where reading begins.</summary>
    public void AlignStart() => Block.Alignment = TextHorizontalAlignment.Start;

    /// <summary>Lines to the side where reading ends.</summary>
    public void AlignEnd() => Block.Alignment = TextHorizontalAlignment.End;

    /// <summary>Shows so many lines at most.</summary>
    /// <param name="maxLines">Number of lines, 0 or more.</param>
    /// <param name="ellipsis">What stands for the rest.</param>
    public void ClampLines(int maxLines, string ellipsis = DefaultEllipsis)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxLines);
        Block.LineClamp = maxLines;
        Block.Ellipsis = ellipsis ?? DefaultEllipsis;
    }

    /// <summary>Space between paragraphs.</summary>
    /// <param name="value">Length, 0 or more.</param>
    /// <param name="unit">Its unit.</param>
    public void ParagraphSpacing(float value, Unit unit = Unit.Point)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Block.ParagraphSpacing = value.ToPoints(unit);
    }

    /// <summary>Space before the first word of each paragraph.</summary>
    /// <param name="value">Length, 0 or more.</param>
    /// <param name="unit">Its unit.</param>
    public void ParagraphFirstLineIndentation(float value, Unit unit = Unit.Point)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Block.FirstLineIndent = value.ToPoints(unit);
    }

    /// <summary>A run of text.</summary>
    /// <param name="text">The text; null for none. A line feed begins a paragraph.</param>
    public TextSpanDescriptor Span(string? text) => new(Add(new TextSpanItem { Text = text ?? string.Empty }));

    /// <summary>A run of text and the end of its line.</summary>
    /// <param name="text">The text; null for none.</param>
    public TextSpanDescriptor Line(string? text) => Span(text + "\n");

    /// <summary>An empty line.</summary>
    public TextSpanDescriptor EmptyLine() => Span("\n");

    /// <summary>The number of this page.</summary>
    public TextPageNumberDescriptor CurrentPageNumber() => Number(PageNumberKind.Current);

    /// <summary>The number of pages.</summary>
    public TextPageNumberDescriptor TotalPages() => Number(PageNumberKind.Total);

    /// <summary>The number of a section's first page.</summary>
    /// <param name="sectionName">Its name.</param>
    public TextPageNumberDescriptor BeginPageNumberOfSection(string sectionName) =>
        Number(PageNumberKind.SectionBegin, sectionName);

    /// <summary>The number of a section's last page.</summary>
    /// <param name="sectionName">Its name.</param>
    public TextPageNumberDescriptor EndPageNumberOfSection(string sectionName) =>
        Number(PageNumberKind.SectionEnd, sectionName);

    /// <summary>This page's number counted from a section's first page.</summary>
    /// <param name="sectionName">Its name.</param>
    public TextPageNumberDescriptor PageNumberWithinSection(string sectionName) =>
        Number(PageNumberKind.WithinSection, sectionName);

    /// <summary>The number of a section's pages.</summary>
    /// <param name="sectionName">Its name.</param>
    public TextPageNumberDescriptor TotalPagesWithinSection(string sectionName) =>
        Number(PageNumberKind.SectionTotal, sectionName);

    /// <summary>A run of text that leads to a section.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <param name="sectionName">The section's name.</param>
    public TextSpanDescriptor SectionLink(string? text, string sectionName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sectionName);
        return new(Add(new TextSpanItem { Text = text ?? string.Empty, Target = sectionName }));
    }

    /// <summary>A run of text that leads to a web address.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <param name="url">The address.</param>
    public TextSpanDescriptor Hyperlink(string? text, string url)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        return new(Add(new TextSpanItem { Text = text ?? string.Empty, Url = url }));
    }

    /// <summary>Any element within the line.</summary>
    /// <param name="alignment">Where in the line it stands.</param>
    public IContainer Element(TextInjectedElementAlignment alignment = TextInjectedElementAlignment.AboveBaseline)
    {
        var item = new InjectedItem { Alignment = alignment };
        Add(item);
        return item.Element;
    }

    /// <summary>Any element within the line.</summary>
    /// <param name="handler">Fills it.</param>
    /// <param name="alignment">Where in the line it stands.</param>
    public void Element(
        Action<IContainer> handler,
        TextInjectedElementAlignment alignment = TextInjectedElementAlignment.AboveBaseline
    ) => Element(alignment).Element(handler);

    /// <summary>The finished block: the style of all spans lies under that of each.</summary>
    internal TextBlock Finish()
    {
        foreach (var item in Block.Items)
        {
            item.Style = item.Style.Over(_default);
        }

        return Block;
    }

    private TextPageNumberDescriptor Number(PageNumberKind kind, string section = "")
    {
        var item = new PageNumberItem { Kind = kind, Section = section };
        Add(item);
        return new TextPageNumberDescriptor(item);
    }

    private T Add<T>(T item)
        where T : TextSpanItem
    {
        Block.Items.Add(item);
        return item;
    }
}

/// <summary>Text.</summary>
public static class TextExtensions
{
    /// <summary>Puts text of many spans here.</summary>
    /// <param name="element">The place.</param>
    /// <param name="content">Says what they are.</param>
    public static void Text(this IContainer element, Action<TextDescriptor> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var descriptor = new TextDescriptor();
        content(descriptor);
        element.Put(descriptor.Finish());
    }

    /// <summary>Puts text of one style here.</summary>
    /// <param name="container">The place.</param>
    /// <param name="text">The text; null for none. A line feed begins a paragraph.</param>
    public static TextBlockDescriptor Text(this IContainer container, string? text)
    {
        var descriptor = new TextDescriptor();
        var span = descriptor.Span(text);
        container.Put(descriptor.Block);
        return new TextBlockDescriptor(descriptor, span.Item);
    }
}
