using System.Runtime.InteropServices;

namespace BriefingGen.Layout.Infrastructure;

/// <summary>Width and height in points.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Size
{
    /// <summary>Lengths closer than this count as equal.</summary>
    public const float Epsilon = 0.01f;

    /// <summary>The largest length that a page may have (the PDF standard's limit).</summary>
    public const float Infinity = 14_400;

    /// <summary>Makes a size.</summary>
    /// <param name="width">Width in points.</param>
    /// <param name="height">Height in points.</param>
    public Size(float width, float height)
    {
        Width = width;
        Height = height;
    }

    /// <summary>Width in points.</summary>
    public float Width { get; }

    /// <summary>Height in points.</summary>
    public float Height { get; }

    /// <summary>No space.</summary>
    public static Size Zero { get; } = new(0, 0);

    /// <summary>The largest space.</summary>
    public static Size Max { get; } = new(Infinity, Infinity);

    internal bool IsNegative => Width < -Epsilon || Height < -Epsilon;

    internal bool Holds(float width, float height) => width <= Width + Epsilon && height <= Height + Epsilon;
}

/// <summary>An offset in points; x to the right, y downwards.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Position(float X, float Y)
{
    internal static Position Zero { get; }
}
