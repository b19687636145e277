using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;
using SkiaSharp;

namespace BriefingGen.Layout.Elements;

internal enum ImageFit
{
    Width,
    Height,
    Area,
    Stretched,
}

/// <summary>Something with a ratio of width to height, drawn once.</summary>
internal abstract class FittedElement(float width, float height) : Element
{
    private bool _isDone;

    internal ImageFit Fit { get; set; }

    protected abstract void DrawFitted(Size size, IPageCanvas canvas);

    protected override SpacePlan MeasureCore(Size space)
    {
        if (_isDone)
        {
            return SpacePlan.Empty();
        }

        var size = Fitted(space);
        return space.Holds(size.Width, size.Height)
            ? SpacePlan.Full(size.Width, size.Height)
            : SpacePlan.Wrap("The image is larger than the space.");
    }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        _isDone = true;
        DrawFitted(Fitted(space), canvas);
    }

    protected override void ResetCore(bool hard) => _isDone = false;

    private Size Fitted(Size space)
    {
        var ratio = width / height;
        var byWidth = new Size(space.Width, space.Width / ratio);
        var byHeight = new Size(space.Height * ratio, space.Height);
        return Fit switch
        {
            ImageFit.Width => byWidth,
            ImageFit.Height => byHeight,
            ImageFit.Stretched => space,
            _ => byWidth.Height <= space.Height + Size.Epsilon ? byWidth : byHeight,
        };
    }
}

internal sealed class ImageElement(SKImage image, float width, float height) : FittedElement(width, height)
{
    protected override void DrawFitted(Size size, IPageCanvas canvas) => canvas.Image(image, size.Width, size.Height);
}

/// <summary>A drawing: paths and text in its own coordinates, scaled to its place.</summary>
internal sealed class SvgElement(SvgDrawing drawing) : FittedElement(drawing.Width, drawing.Height)
{
    private TextStyle _style = TextStyle.LibraryDefault;

    protected override TextStyle AttachCore(TextStyle style) => _style = style;

    protected override void DrawFitted(Size size, IPageCanvas canvas)
    {
        var scale = size.Width / drawing.Width;
        var frame = SKMatrix.CreateScaleTranslation(scale, scale, -drawing.Left * scale, -drawing.Top * scale);
        foreach (var shape in drawing.Shapes)
        {
            var matrix = frame.PreConcat(shape.Matrix);
            if (shape.Path is not null)
            {
                canvas.Path(shape.Path, matrix, shape.Fill, shape.Stroke, shape.StrokeWidth, shape.Dashes);
            }
            else
            {
                DrawText(shape, matrix, canvas);
            }
        }
    }

    private void DrawText(SvgShape shape, SKMatrix matrix, IPageCanvas canvas)
    {
        var scale = MathF.Sqrt(MathF.Abs((matrix.ScaleX * matrix.ScaleY) - (matrix.SkewX * matrix.SkewY)));
        var wanted = new TextStyle
        {
            Color = shape.Fill,
            Size = shape.FontSize * scale,
            FontFamilies = shape.FontFamily,
            FontWeight = shape.IsBold ? FontWeight.Bold : null,
        };
        var style = Context.Shaper.Resolve(wanted.Over(_style));
        var word = Context.Shaper.Shape(shape.Text, style);
        var origin = matrix.MapPoint(shape.X, shape.Y);
        var x = origin.X - (word.Width * style.Size * shape.Anchor);
        foreach (var piece in word.Pieces)
        {
            var points = new SKPoint[piece.Glyphs.Length];
            for (var i = 0; i < points.Length; i++)
            {
                points[i] = new SKPoint(
                    x + (piece.OffsetsX[i] * style.Size),
                    origin.Y - (piece.OffsetsY[i] * style.Size)
                );
                x += piece.Advances[i] * style.Size;
            }

            canvas.Glyphs(piece.Face, style.Size, style.Color, piece.Glyphs, points);
        }
    }
}
