using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Fluent;

/// <summary>Describes a rule.</summary>
public sealed class LineDescriptor
{
    private readonly Line _line;

    internal LineDescriptor(Line line) => _line = line;

    /// <summary>Its colour.</summary>
    /// <param name="color">Colour.</param>
    public LineDescriptor LineColor(Color color)
    {
        _line.Color = color;
        return this;
    }

    /// <summary>Its dashes and gaps in turn.</summary>
    /// <param name="dashPattern">Lengths, an even number of them.</param>
    /// <param name="unit">Their unit.</param>
    public LineDescriptor LineDashPattern(float[] dashPattern, Unit unit = Unit.Point)
    {
        ArgumentNullException.ThrowIfNull(dashPattern);
        if (dashPattern.Length == 0 || dashPattern.Length % 2 != 0)
        {
            throw new ArgumentException("Dashes and gaps come in pairs.", nameof(dashPattern));
        }

        _line.Dashes = [.. dashPattern.Select(d => d.ToPoints(unit))];
        return this;
    }
}

/// <summary>Rules.</summary>
public static class LineExtensions
{
    /// <summary>A rule down the place.</summary>
    /// <param name="element">The place.</param>
    /// <param name="thickness">Thickness.</param>
    /// <param name="unit">Its unit.</param>
    public static LineDescriptor LineVertical(this IContainer element, float thickness, Unit unit = Unit.Point) =>
        new(element.Put(new Line { IsVertical = true, Thickness = thickness.ToPoints(unit) }));

    /// <summary>A rule across the place.</summary>
    /// <param name="element">The place.</param>
    /// <param name="thickness">Thickness.</param>
    /// <param name="unit">Its unit.</param>
    public static LineDescriptor LineHorizontal(this IContainer element, float thickness, Unit unit = Unit.Point) =>
        new(element.Put(new Line { IsVertical = false, Thickness = thickness.ToPoints(unit) }));
}
