using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using BriefingGen.Layout.Drawing.Exceptions;
using BriefingGen.Layout.Infrastructure;
using SkiaSharp;

namespace BriefingGen.Layout.Elements;

/// <summary>A shape of a drawing: a path, or a line of text where there is no path.</summary>
internal sealed record SvgShape(SKMatrix Matrix, SKPath? Path, Color Fill, Color Stroke, float StrokeWidth)
{
    internal float[]? Dashes { get; init; }

    internal string Text { get; init; } = string.Empty;

    internal float X { get; init; }

    internal float Y { get; init; }

    internal float FontSize { get; init; }

    internal string? FontFamily { get; init; }

    internal bool IsBold { get; init; }

    /// <summary>0 to begin at the point, 0.5 to stand in the middle over it, 1 to end there.</summary>
    internal float Anchor { get; init; }
}

internal sealed record SvgDrawing(float Left, float Top, float Width, float Height, List<SvgShape> Shapes);

/// <summary>Reads a small part of SVG 1.1; no document type, no entities, no references to anything outside.</summary>
internal static class SvgReader
{
    private const int MaxShapes = 20_000;

    internal static SvgDrawing Read(string svg)
    {
        var root = Parse(svg);
        var box = Numbers((string?)root.Attribute("viewBox"));
        var width = Number((string?)root.Attribute("width"), box.Length == 4 ? box[2] : 0);
        var height = Number((string?)root.Attribute("height"), box.Length == 4 ? box[3] : 0);
        var (left, top) = box.Length == 4 ? (box[0], box[1]) : (0f, 0f);
        (width, height) = box.Length == 4 ? (box[2], box[3]) : (width, height);
        if (width <= 0 || height <= 0)
        {
            throw new DocumentComposeException("The SVG drawing has neither a size nor a viewBox.");
        }

        var shapes = new List<SvgShape>();
        Collect(root, SvgStyle.Initial, shapes);
        return new SvgDrawing(left, top, width, height, shapes);
    }

    private static XElement Parse(string svg)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = 4_000_000,
        };
        try
        {
            using var text = new StringReader(svg);
            using var reader = XmlReader.Create(text, settings);
            return XElement.Load(reader);
        }
        catch (XmlException exception)
        {
            throw new DocumentComposeException($"The SVG drawing cannot be read: {exception.Message}", exception);
        }
    }

    private static void Collect(XElement parent, SvgStyle inherited, List<SvgShape> shapes)
    {
        foreach (var element in parent.Elements())
        {
            var style = inherited.Within(element);
            if (string.Equals(element.Name.LocalName, "g", StringComparison.Ordinal))
            {
                Collect(element, style, shapes);
            }
            else if (string.Equals(element.Name.LocalName, "text", StringComparison.Ordinal))
            {
                shapes.Add(Text(element, style));
            }
            else if (PathOf(element) is { } path)
            {
                shapes.Add(
                    new SvgShape(style.Matrix, path, style.Fill, style.Stroke, style.StrokeWidth)
                    {
                        Dashes = style.Dashes,
                    }
                );
            }

            if (shapes.Count > MaxShapes)
            {
                throw new DocumentComposeException($"The SVG drawing has more than {MaxShapes} shapes.");
            }
        }
    }

    private static SvgShape Text(XElement element, SvgStyle style) =>
        new(style.Matrix, Path: null, style.Fill, default, 0)
        {
            Text = element.Value.Trim(),
            X = Length(element, "x"),
            Y = Length(element, "y"),
            FontSize = style.FontSize,
            FontFamily = style.FontFamily,
            IsBold = style.IsBold,
            Anchor = style.Anchor,
        };

    private static SKPath? PathOf(XElement element)
    {
        float At(string name) => Length(element, name);
        using var builder = new SKPathBuilder();
        switch (element.Name.LocalName)
        {
            case "path":
                return SKPath.ParseSvgPathData((string?)element.Attribute("d") ?? string.Empty);
            case "rect":
                var radius = Math.Max(At("rx"), At("ry"));
                builder.AddRoundRect(
                    new SKRoundRect(SKRect.Create(At("x"), At("y"), At("width"), At("height")), radius, radius)
                );
                break;
            case "circle":
                builder.AddCircle(At("cx"), At("cy"), At("r"));
                break;
            case "ellipse":
                builder.AddOval(SKRect.Create(At("cx") - At("rx"), At("cy") - At("ry"), At("rx") * 2, At("ry") * 2));
                break;
            case "line":
                builder.MoveTo(At("x1"), At("y1"));
                builder.LineTo(At("x2"), At("y2"));
                break;
            case "polyline" or "polygon":
                var isClosed = string.Equals(element.Name.LocalName, "polygon", StringComparison.Ordinal);
                builder.AddPoly(Points((string?)element.Attribute("points")), isClosed);
                break;
            default:
                return null;
        }

        return builder.Detach();
    }

    private static SKPoint[] Points(string? text)
    {
        var numbers = Numbers(text);
        var points = new SKPoint[numbers.Length / 2];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new SKPoint(numbers[i * 2], numbers[(i * 2) + 1]);
        }

        return points;
    }

    internal static float[] Numbers(string? text) =>
        (text ?? string.Empty)
            .Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => Number(part, 0))
            .ToArray();

    internal static float Number(string? text, float fallback)
    {
        var digits = (text ?? string.Empty).AsSpan().Trim().TrimEnd("pxt");
        return
            float.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && float.IsFinite(value)
            ? value
            : fallback;
    }

    private static float Length(XElement element, string name) => Number((string?)element.Attribute(name), 0);
}
