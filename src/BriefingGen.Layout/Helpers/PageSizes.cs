using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Helpers;

/// <summary>A page's size in points.</summary>
public sealed class PageSize
{
    /// <summary>Makes a page size.</summary>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="unit">Unit of both.</param>
    public PageSize(float width, float height, Unit unit = Unit.Point)
    {
        Width = width.ToPoints(unit);
        Height = height.ToPoints(unit);
    }

    /// <summary>Width in points.</summary>
    public float Width { get; }

    /// <summary>Height in points.</summary>
    public float Height { get; }

    /// <summary>The page as a space.</summary>
    /// <param name="pageSize">The page size.</param>
    public static implicit operator Size(PageSize pageSize) => new(pageSize.Width, pageSize.Height);
}

/// <summary>Common page sizes, upright.</summary>
public static class PageSizes
{
    /// <summary>297 x 420 mm.</summary>
    public static PageSize A3 { get; } = new(842, 1191);

    /// <summary>210 x 297 mm.</summary>
    public static PageSize A4 { get; } = new(595, 842);

    /// <summary>148 x 210 mm.</summary>
    public static PageSize A5 { get; } = new(420, 595);

    /// <summary>105 x 148 mm.</summary>
    public static PageSize A6 { get; } = new(298, 420);

    /// <summary>8.5 x 11 inches.</summary>
    public static PageSize Letter { get; } = new(612, 792);

    /// <summary>8.5 x 14 inches.</summary>
    public static PageSize Legal { get; } = new(612, 1008);
}

/// <summary>Turns page sizes.</summary>
public static class PageSizeExtensions
{
    /// <summary>The size with its longer side upright.</summary>
    /// <param name="size">The size.</param>
    public static PageSize Portrait(this PageSize size) =>
        new(Math.Min(size.Width, size.Height), Math.Max(size.Width, size.Height));

    /// <summary>The size with its longer side across.</summary>
    /// <param name="size">The size.</param>
    public static PageSize Landscape(this PageSize size) =>
        new(Math.Max(size.Width, size.Height), Math.Min(size.Width, size.Height));
}
