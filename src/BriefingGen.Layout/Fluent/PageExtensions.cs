using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Helpers;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Describes pages of one kind.</summary>
public sealed class PageDescriptor
{
    internal Page Page { get; } = new();

    /// <summary>Size of the page.</summary>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="unit">Unit of both.</param>
    public void Size(float width, float height, Unit unit = Unit.Point) => Size(new PageSize(width, height, unit));

    /// <summary>Size of the page.</summary>
    /// <param name="pageSize">The size.</param>
    public void Size(PageSize pageSize)
    {
        ArgumentNullException.ThrowIfNull(pageSize);
        Page.Size = pageSize;
    }

    /// <summary>Margin to the left.</summary>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public void MarginLeft(float value, Unit unit = Unit.Point) => Page.Left = value.ToPoints(unit);

    /// <summary>Margin to the right.</summary>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public void MarginRight(float value, Unit unit = Unit.Point) => Page.Right = value.ToPoints(unit);

    /// <summary>Margin above.</summary>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public void MarginTop(float value, Unit unit = Unit.Point) => Page.Top = value.ToPoints(unit);

    /// <summary>Margin below.</summary>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public void MarginBottom(float value, Unit unit = Unit.Point) => Page.Bottom = value.ToPoints(unit);

    /// <summary>Margins above and below.</summary>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public void MarginVertical(float value, Unit unit = Unit.Point) => Page.Top = Page.Bottom = value.ToPoints(unit);

    /// <summary>Margins left and right.</summary>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public void MarginHorizontal(float value, Unit unit = Unit.Point) => Page.Left = Page.Right = value.ToPoints(unit);

    /// <summary>Margins on all sides.</summary>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public void Margin(float value, Unit unit = Unit.Point)
    {
        MarginVertical(value, unit);
        MarginHorizontal(value, unit);
    }

    /// <summary>The style of all text.</summary>
    /// <param name="textStyle">The style; what it does not say is the engine's default.</param>
    public void DefaultTextStyle(TextStyle textStyle)
    {
        ArgumentNullException.ThrowIfNull(textStyle);
        Page.Style = _ => textStyle;
    }

    /// <summary>The style of all text.</summary>
    /// <param name="handler">Changes the style.</param>
    public void DefaultTextStyle(Func<TextStyle, TextStyle> handler) =>
        Page.Style = handler ?? throw new ArgumentNullException(nameof(handler));

    /// <summary>Colour of the paper.</summary>
    /// <param name="color">Colour.</param>
    public void PageColor(Color color) => Page.Color = color;

    /// <summary>Behind everything, over the whole page.</summary>
    public IContainer Background() => Page.Background.Container();

    /// <summary>Before everything, over the whole page.</summary>
    public IContainer Foreground() => Page.Foreground.Container();

    /// <summary>Above the content on each page.</summary>
    public IContainer Header() => Page.Header.Container();

    /// <summary>What fills the pages.</summary>
    public IContainer Content() => Page.Content.Container();

    /// <summary>Below the content on each page.</summary>
    public IContainer Footer() => Page.Footer.Container();
}

/// <summary>Pages.</summary>
public static class PageExtensions
{
    /// <summary>Adds pages of one kind.</summary>
    /// <param name="document">The document.</param>
    /// <param name="handler">Says what they are.</param>
    public static IDocumentContainer Page(this IDocumentContainer document, Action<PageDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var descriptor = new PageDescriptor();
        handler(descriptor);
        ((DocumentContainer)document).Pages.Add(descriptor.Page);
        return document;
    }
}
