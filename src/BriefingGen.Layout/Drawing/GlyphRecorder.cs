using System.Collections;
using BriefingGen.Layout.Infrastructure;
using SkiaSharp;

namespace BriefingGen.Layout.Drawing;

/// <summary>Draws nothing; notes which glyphs are used and that something was drawn at all.</summary>
internal sealed class GlyphRecorder : IPageCanvas
{
    internal Dictionary<FontFace, BitArray> Used { get; } = [];

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
    )
    {
        Drawn++;
        Note(face, glyphs);
    }

    public void Path(SKPath path, SKMatrix matrix, Color fill, Color stroke, float strokeWidth, float[]? dashes) =>
        Drawn++;

    public void Image(SKImage image, float width, float height) => Drawn++;

    public void ExternalLink(string url, float x, float y, float width, float height) { }

    public void InternalLink(string name, float x, float y, float width, float height) { }

    public void Destination(string name) { }

    public void Heading(int level, string title) { }

    internal void Note(ShapedWord word)
    {
        foreach (var piece in word.Pieces)
        {
            Note(piece.Face, piece.Glyphs);
        }
    }

    private void Note(FontFace face, ReadOnlySpan<ushort> glyphs)
    {
        if (!Used.TryGetValue(face, out var used))
        {
            Used[face] = used = face.NoGlyphs();
        }

        foreach (var glyph in glyphs)
        {
            used[glyph] = true;
        }
    }
}
