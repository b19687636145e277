using BriefingGen.Layout.Infrastructure;
using SkiaSharp;

namespace BriefingGen.Layout.Drawing;

/// <summary>Where elements draw. All lengths are points from the current origin, y downwards.</summary>
internal interface IPageCanvas
{
    /// <summary>Moves the origin.</summary>
    void Translate(float x, float y);

    void FillRectangle(float x, float y, float width, float height, Color color, float radius);

    void StrokeRectangle(float x, float y, float width, float height, float thickness, Color color, float radius);

    void Line(float x1, float y1, float x2, float y2, float thickness, Color color, float[]? dashes);

    /// <summary>Draws glyphs of one face on one baseline.</summary>
    /// <param name="face">The face.</param>
    /// <param name="size">Font size.</param>
    /// <param name="color">Colour.</param>
    /// <param name="glyphs">Glyph ids.</param>
    /// <param name="positions">Origin of each glyph.</param>
    void Glyphs(FontFace face, float size, Color color, ReadOnlySpan<ushort> glyphs, ReadOnlySpan<SKPoint> positions);

    /// <summary>Draws a path; either colour may be transparent.</summary>
    void Path(SKPath path, SKMatrix matrix, Color fill, Color stroke, float strokeWidth, float[]? dashes);

    void Image(SKImage image, float width, float height);

    void ExternalLink(string url, float x, float y, float width, float height);

    void InternalLink(string name, float x, float y, float width, float height);

    /// <summary>Names the place at the origin.</summary>
    void Destination(string name);

    /// <summary>An entry of the document's outline that leads to the origin.</summary>
    void Heading(int level, string title);
}
