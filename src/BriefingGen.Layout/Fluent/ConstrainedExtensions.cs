using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Fixed, least and greatest sizes.</summary>
public static class ConstrainedExtensions
{
    /// <summary>Exactly this wide.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer Width(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Constrain(c => c.MinWidth = c.MaxWidth = value.ToPoints(unit));

    /// <summary>At least this wide.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer MinWidth(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Constrain(c => c.MinWidth = value.ToPoints(unit));

    /// <summary>At most this wide.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer MaxWidth(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Constrain(c => c.MaxWidth = value.ToPoints(unit));

    /// <summary>Exactly this high.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer Height(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Constrain(c => c.MinHeight = c.MaxHeight = value.ToPoints(unit));

    /// <summary>At least this high.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer MinHeight(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Constrain(c => c.MinHeight = value.ToPoints(unit));

    /// <summary>At most this high.</summary>
    /// <param name="element">The place.</param>
    /// <param name="value">Length.</param>
    /// <param name="unit">Its unit.</param>
    public static IContainer MaxHeight(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Constrain(c => c.MaxHeight = value.ToPoints(unit));

    private static Constrained Constrain(this IContainer element, Action<Constrained> change)
    {
        var constrained = element as Constrained ?? element.Put(new Constrained());
        change(constrained);
        return constrained;
    }
}
