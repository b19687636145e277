using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Moves content without moving what stands around it.</summary>
public static class OffsetExtensions
{
    /// <summary>To the right; negative to the left.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer OffsetX(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Put(new Offset { X = value.ToPoints(unit) });

    /// <summary>Downwards; negative upwards.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer OffsetY(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Put(new Offset { Y = value.ToPoints(unit) });
}
