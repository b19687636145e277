using System.Xml.Linq;
using BriefingGen.Layout.Infrastructure;
using SkiaSharp;

namespace BriefingGen.Layout.Elements;

/// <summary>Presentation attributes of an SVG element, with those that it inherits.</summary>
internal sealed record SvgStyle
{
    internal static SvgStyle Initial { get; } = new();

    internal SKMatrix Matrix { get; private init; } = SKMatrix.Identity;

    internal Color Fill { get; private init; } = new(0xFF000000);

    internal Color Stroke { get; private init; }

    internal float StrokeWidth { get; private init; } = 1;

    internal float[]? Dashes { get; private init; }

    internal float FontSize { get; private init; } = 16;

    internal string? FontFamily { get; private init; }

    internal bool IsBold { get; private init; }

    internal float Anchor { get; private init; }

    internal SvgStyle Within(XElement element)
    {
        var values = Declared(element);
        string? Get(string name) => values.GetValueOrDefault(name);
        var opacity = SvgReader.Number(Get("opacity"), 1);
        var dashes = SvgReader.Numbers(Get("stroke-dasharray"));
        return this with
        {
            Matrix = Matrix.PreConcat(Transform(Get("transform"))),
            Fill = Paint(Get("fill"), Fill, SvgReader.Number(Get("fill-opacity"), 1) * opacity),
            Stroke = Paint(Get("stroke"), Stroke, SvgReader.Number(Get("stroke-opacity"), 1) * opacity),
            StrokeWidth = SvgReader.Number(Get("stroke-width"), StrokeWidth),
            Dashes = dashes.Length > 0 && dashes.Length % 2 == 0 ? dashes : Dashes,
            FontSize = SvgReader.Number(Get("font-size"), FontSize),
            FontFamily =
                Get("font-family")?.Replace(',', '\n').Replace("'", "", StringComparison.Ordinal) ?? FontFamily,
            IsBold = Get("font-weight") is { } weight ? weight is "bold" or "600" or "700" : IsBold,
            Anchor = Get("text-anchor") switch
            {
                "middle" => 0.5f,
                "end" => 1,
                "start" => 0,
                _ => Anchor,
            },
        };
    }

    private static Dictionary<string, string> Declared(XElement element)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes())
        {
            values[attribute.Name.LocalName] = attribute.Value;
        }

        foreach (var part in values.GetValueOrDefault("style", string.Empty).Split(';'))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                values[part[..colon].Trim()] = part[(colon + 1)..].Trim();
            }
        }

        return values;
    }

    private static Color Paint(string? text, Color inherited, float opacity)
    {
        var color = text switch
        {
            null or "inherit" => inherited,
            "none" or "transparent" => default,
            "black" or "currentColor" => new Color(0xFF000000),
            "white" => new Color(0xFFFFFFFF),
            _ when SKColor.TryParse(text, out var parsed) => new Color((uint)parsed),
            _ => inherited,
        };
        return opacity < 1 ? color.WithAlpha(color.Alpha / 255f * opacity) : color;
    }

    private static SKMatrix Transform(string? text)
    {
        var matrix = SKMatrix.Identity;
        foreach (var step in (text ?? string.Empty).Split(')', StringSplitOptions.RemoveEmptyEntries))
        {
            var open = step.IndexOf('(', StringComparison.Ordinal);
            if (open > 0)
            {
                matrix = matrix.PreConcat(Step(step[..open].Trim(' ', ','), SvgReader.Numbers(step[(open + 1)..])));
            }
        }

        return matrix;
    }

    private static SKMatrix Step(string name, float[] n) =>
        (name, n.Length) switch
        {
            ("translate", 1) => SKMatrix.CreateTranslation(n[0], 0),
            ("translate", 2) => SKMatrix.CreateTranslation(n[0], n[1]),
            ("scale", 1) => SKMatrix.CreateScale(n[0], n[0]),
            ("scale", 2) => SKMatrix.CreateScale(n[0], n[1]),
            ("rotate", 1) => SKMatrix.CreateRotationDegrees(n[0]),
            ("rotate", 3) => SKMatrix.CreateRotationDegrees(n[0], n[1], n[2]),
            ("matrix", 6) => new SKMatrix(n[0], n[2], n[4], n[1], n[3], n[5], 0, 0, 1),
            _ => SKMatrix.Identity,
        };
}
