namespace BriefingGen.Layout.Infrastructure;

/// <summary>Units of length.</summary>
public enum Unit
{
    /// <summary>1/72 inch.</summary>
    Point,

    /// <summary>Metre.</summary>
    Meter,

    /// <summary>1/100 metre.</summary>
    Centimetre,

    /// <summary>1/1000 metre.</summary>
    Millimetre,

    /// <summary>12 inches.</summary>
    Feet,

    /// <summary>72 points.</summary>
    Inch,

    /// <summary>1/1000 inch.</summary>
    Mil,
}

internal static class UnitConversion
{
    private const float PointsPerInch = 72f;
    private const float PointsPerMetre = PointsPerInch / 0.0254f;

    /// <summary>The length in points.</summary>
    internal static float ToPoints(this float value, Unit unit) =>
        unit switch
        {
            Unit.Point => value,
            Unit.Meter => value * PointsPerMetre,
            Unit.Centimetre => value * (PointsPerMetre / 100),
            Unit.Millimetre => value * (PointsPerMetre / 1000),
            Unit.Feet => value * PointsPerInch * 12,
            Unit.Inch => value * PointsPerInch,
            Unit.Mil => value * (PointsPerInch / 1000),
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a unit of length."),
        };
}
