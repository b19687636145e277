using BriefingGen.Layout.Infrastructure;
using SkiaSharp;

namespace BriefingGen.Layout.Drawing;

/// <summary>A heading of the document, for its outline.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Title">Its words.</param>
/// <param name="Page">Index of its page, from 0.</param>
/// <param name="Y">Distance from the page's foot in points.</param>
internal sealed record OutlineEntry(int Level, string Title, int Page, float Y);

/// <summary>Draws on the pages of a PDF through Skia, with faces cut down to the glyphs in use.</summary>
internal sealed class PdfPageCanvas : IPageCanvas, IDisposable
{
    private readonly Dictionary<FontFace, SKTypeface> _typefaces = [];
    private readonly Dictionary<(FontFace Face, float Size), SKFont> _fonts = [];
    private readonly SKTextBlobBuilder _text = new();
    private readonly SKPaint _paint = new() { IsAntialias = true };
    private readonly HashSet<string> _destinations = new(StringComparer.Ordinal);
    private SKCanvas? _canvas;
    private SKPoint _origin;
    private int _page = -1;
    private float _height;

    internal PdfPageCanvas(List<(FontFace Face, FontUse Use)> uses)
    {
        foreach (var (face, use) in uses)
        {
            using var data = SKData.CreateCopy(FontSubset.Cut(face, use));
            _typefaces[face] =
                SKTypeface.FromData(data) ?? throw new InvalidDataException($"Skia refuses the face {face.Family}.");
        }
    }

    internal List<OutlineEntry> Outline { get; } = [];

    internal void StartPage(SKCanvas canvas, float height)
    {
        _canvas = canvas;
        _height = height;
        _origin = default;
        _page++;
    }

    public void Translate(float x, float y) => _origin.Offset(x, y);

    public void FillRectangle(float x, float y, float width, float height, Color color, float radius)
    {
        Prepare(color, SKPaintStyle.Fill);
        var rectangle = Rectangle(x, y, width, height);
        if (radius > 0)
        {
            _canvas!.DrawRoundRect(rectangle, radius, radius, _paint);
        }
        else
        {
            _canvas!.DrawRect(rectangle, _paint);
        }
    }

    public void StrokeRectangle(float x, float y, float width, float height, float thickness, Color color, float radius)
    {
        Prepare(color, SKPaintStyle.Stroke);
        _paint.StrokeWidth = thickness;
        _canvas!.DrawRoundRect(Rectangle(x, y, width, height), radius, radius, _paint);
    }

    public void Line(float x1, float y1, float x2, float y2, float thickness, Color color, float[]? dashes)
    {
        Prepare(color, SKPaintStyle.Stroke);
        _paint.StrokeWidth = thickness;
        using var effect = dashes is null ? null : SKPathEffect.CreateDash(dashes, 0);
        _paint.PathEffect = effect;
        _canvas!.DrawLine(x1 + _origin.X, y1 + _origin.Y, x2 + _origin.X, y2 + _origin.Y, _paint);
        _paint.PathEffect = null;
    }

    public void Glyphs(
        FontFace face,
        float size,
        Color color,
        ReadOnlySpan<ushort> glyphs,
        ReadOnlySpan<SKPoint> positions
    )
    {
        Prepare(color, SKPaintStyle.Fill);
        var run = _text.AllocatePositionedRun(FontOf(face, size), glyphs.Length);
        glyphs.CopyTo(run.Glyphs);
        positions.CopyTo(run.Positions);
        using var blob = _text.Build();
        _canvas!.DrawText(blob, _origin.X, _origin.Y, _paint);
    }

    public void Path(SKPath path, SKMatrix matrix, Color fill, Color stroke, float strokeWidth, float[]? dashes)
    {
        _canvas!.Save();
        _canvas.Translate(_origin.X, _origin.Y);
        _canvas.Concat(in matrix);
        if (fill.Alpha > 0)
        {
            Prepare(fill, SKPaintStyle.Fill);
            _canvas.DrawPath(path, _paint);
        }

        if (stroke.Alpha > 0 && strokeWidth > 0)
        {
            Prepare(stroke, SKPaintStyle.Stroke);
            _paint.StrokeWidth = strokeWidth;
            using var effect = dashes is null ? null : SKPathEffect.CreateDash(dashes, 0);
            _paint.PathEffect = effect;
            _canvas.DrawPath(path, _paint);
            _paint.PathEffect = null;
        }

        _canvas.Restore();
    }

    public void Image(SKImage image, float width, float height) =>
        _canvas!.DrawImage(
            image,
            Rectangle(0, 0, width, height),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
        );

    public void ExternalLink(string url, float x, float y, float width, float height) =>
        _canvas!.DrawUrlAnnotation(Rectangle(x, y, width, height), url);

    public void InternalLink(string name, float x, float y, float width, float height) =>
        _canvas!.DrawLinkDestinationAnnotation(Rectangle(x, y, width, height), name);

    public void Destination(string name)
    {
        if (_destinations.Add(name))
        {
            _canvas!.DrawNamedDestinationAnnotation(_origin, name);
        }
    }

    public void Heading(int level, string title) =>
        Outline.Add(new OutlineEntry(level, title, _page, _height - _origin.Y));

    public void Dispose()
    {
        foreach (var font in _fonts.Values)
        {
            font.Dispose();
        }

        foreach (var typeface in _typefaces.Values)
        {
            typeface.Dispose();
        }

        _text.Dispose();
        _paint.Dispose();
    }

    private SKRect Rectangle(float x, float y, float width, float height) =>
        SKRect.Create(_origin.X + x, _origin.Y + y, width, height);

    private void Prepare(Color color, SKPaintStyle style)
    {
        _paint.Color = new SKColor(color.Hex);
        _paint.Style = style;
    }

    /// <summary>Text comes out of the file whole only with unrounded advances.</summary>
    private SKFont FontOf(FontFace face, float size)
    {
        if (!_fonts.TryGetValue((face, size), out var font))
        {
            font = new SKFont(_typefaces[face], size)
            {
                Subpixel = true,
                LinearMetrics = true,
                Hinting = SKFontHinting.None,
            };
            _fonts[(face, size)] = font;
        }

        return font;
    }
}
