using BriefingGen.Layout.Infrastructure;
using SkiaSharp;

namespace BriefingGen.Layout.Drawing;

/// <summary>Draws nothing; counts what would be drawn, so that content that never ends is found.</summary>
internal sealed class CountingCanvas : IPageCanvas
{
    /// <summary>How many things were drawn so far.</summary>
    internal long Drawn { get; private set; }

    public void Translate(float x, float y) { }

    public void FillRectangle(float x, float y, float width, float height, Color color, float radius) => Drawn++;

    public void StrokeRectangle(
        float x,
        float y,
        float width,
        float height,
        float thickness,
        Color color,
        float radius
    ) => Drawn++;

    public void Line(float x1, float y1, float x2, float y2, float thickness, Color color, float[]? dashes) => Drawn++;

    public void Glyphs(
        FontFace face,
        float size,
        Color color,
        ReadOnlySpan<ushort> glyphs,
        ReadOnlySpan<SKPoint> positions
    ) => Drawn++;

    public void Path(SKPath path, SKMatrix matrix, Color fill, Color stroke, float strokeWidth, float[]? dashes) =>
        Drawn++;

    public void Image(SKImage image, float width, float height) => Drawn++;

    public void ExternalLink(string url, float x, float y, float width, float height) { }

    public void InternalLink(string name, float x, float y, float width, float height) { }

    public void Destination(string name) { }

    public void Heading(int level, string title) { }
}
