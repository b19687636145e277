using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Space around content.</summary>
public static class PaddingExtensions
{
    /// <summary>Space on all sides.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer Padding(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Pad(value, unit, left: true, right: true, top: true, bottom: true);

    /// <summary>Space left and right.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer PaddingHorizontal(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Pad(value, unit, left: true, right: true);

    /// <summary>Space above and below.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer PaddingVertical(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Pad(value, unit, top: true, bottom: true);

    /// <summary>Space above.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer PaddingTop(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Pad(value, unit, top: true);

    /// <summary>Space below.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer PaddingBottom(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Pad(value, unit, bottom: true);

    /// <summary>Space to the left.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer PaddingLeft(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Pad(value, unit, left: true);

    /// <summary>Space to the right.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer PaddingRight(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Pad(value, unit, right: true);

    private static Padding Pad(
        this IContainer element,
        float value,
        Unit unit,
        bool left = false,
        bool right = false,
        bool top = false,
        bool bottom = false
    )
    {
        var padding = element as Padding ?? element.Put(new Padding());
        var points = value.ToPoints(unit);
        padding.Left += left ? points : 0;
        padding.Right += right ? points : 0;
        padding.Top += top ? points : 0;
        padding.Bottom += bottom ? points : 0;
        return padding;
    }
}
