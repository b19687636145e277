using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Backgrounds and borders; neither takes space.</summary>
public static class StyledBoxExtensions
{
    /// <summary>A border on all sides.</summary>
    /// <param name="element">The place.</param>
    /// <param name="all">Thickness in points.</param>
    /// <param name="color">Colour.</param>
    public static IContainer Border(this IContainer element, float all, Color color) =>
        element.Border(all).BorderColor(color);

    /// <summary>A border on all sides.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer Border(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Style(b => b.Left = b.Right = b.Top = b.Bottom = value.ToPoints(unit));

    /// <summary>A border left and right.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer BorderVertical(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Style(b => b.Left = b.Right = value.ToPoints(unit));

    /// <summary>A border above and below.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer BorderHorizontal(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Style(b => b.Top = b.Bottom = value.ToPoints(unit));

    /// <summary>A border to the left.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer BorderLeft(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Style(b => b.Left = value.ToPoints(unit));

    /// <summary>A border to the right.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer BorderRight(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Style(b => b.Right = value.ToPoints(unit));

    /// <summary>A border above.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer BorderTop(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Style(b => b.Top = value.ToPoints(unit));

    /// <summary>A border below.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer BorderBottom(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Style(b => b.Bottom = value.ToPoints(unit));

    /// <summary>The colour of the border.</summary>
    /// <param name="element">The place.</param>
    /// <param name="color">Colour.</param>
    public static IContainer BorderColor(this IContainer element, Color color) =>
        element.Style(b => b.BorderColor = color);

    /// <summary>A colour behind the content.</summary>
    /// <param name="element">The place.</param>
    /// <param name="color">Colour.</param>
    public static IContainer Background(this IContainer element, Color color) => element.Style(b => b.Fill = color);

    /// <summary>Rounds the corners of background and border.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Radius.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer CornerRadius(this IContainer element, float value = 0, Unit unit = Unit.Point) =>
        element.Style(b => b.Radius = value.ToPoints(unit));

    private static StyledBox Style(this IContainer element, Action<StyledBox> change)
    {
        var box = element as StyledBox ?? element.Put(new StyledBox());
        change(box);
        return box;
    }
}
