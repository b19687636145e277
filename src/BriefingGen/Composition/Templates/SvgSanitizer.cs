using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace BriefingGen.Composition.Templates;

/// <summary>
/// Leaves of an SVG only what draws: known elements and attributes, no script, no style sheet, no reference to
/// anything outside.
/// </summary>
internal static class SvgSanitizer
{
    private const int CharacterLimit = 200_000;
    private const int ElementLimit = 2_000;
    private const float LargestSize = 1_000_000;
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    private static readonly HashSet<string> s_elements = new(StringComparer.Ordinal)
    {
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "title",
        "desc",
    };

    private static readonly HashSet<string> s_attributes = new(StringComparer.Ordinal)
    {
        "viewBox",
        "width",
        "height",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "d",
        "points",
        "transform",
        "fill",
        "fill-rule",
        "fill-opacity",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-opacity",
        "opacity",
        "role",
    };

    /// <summary>The cleaned SVG.</summary>
    /// <exception cref="TemplateException">It is no SVG.</exception>
    public static string Clean(string file, string text)
    {
        try
        {
            RequireFew(file, text);
            using var reader = Reader(text);
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            if (root.Name != s_svg + "svg")
            {
                throw new TemplateException(
                    file,
                    1,
                    1,
                    "the root element must be <svg xmlns=\"http://www.w3.org/2000/svg\">"
                );
            }

            RequireSize(file, root);
            return Copy(root, 0)!.ToString(SaveOptions.DisableFormatting);
        }
        catch (XmlException e)
        {
            throw new TemplateException(file, e.LineNumber, e.LinePosition, e.Message, e);
        }
    }

    private static XmlReader Reader(string text) =>
        XmlReader.Create(
            new StringReader(text),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = CharacterLimit,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );

    // Before a tree is made of them: that takes as long as the square of how deep they lie.
    private static void RequireFew(string file, string text)
    {
        using var reader = Reader(text);
        for (var count = 0; reader.Read(); )
        {
            if (reader.NodeType == XmlNodeType.Element && ++count > ElementLimit)
            {
                throw new TemplateException(file, 1, 1, $"a logo has at most {ElementLimit} elements");
            }
        }
    }

    // SVG 1.1, 7.2 and 7.7: without one of both nothing says how large it is drawn.
    private static void RequireSize(string file, XElement root)
    {
        var box = ((string?)root.Attribute("viewBox") ?? string.Empty).Split(
            [' ', ',', '\t', '\r', '\n'],
            StringSplitOptions.RemoveEmptyEntries
        );
        var isSized =
            box.Length == 4
                ? IsNumber(box[0]) && IsNumber(box[1]) && IsSize(box[2]) && IsSize(box[3])
                : box.Length == 0
                    && IsSize((string?)root.Attribute("width"))
                    && IsSize((string?)root.Attribute("height"));
        if (!isSized)
        {
            throw new TemplateException(
                file,
                1,
                1,
                "needs a viewBox of four numbers, such as viewBox=\"0 0 24 24\", or a width and a height, each above 0"
            );
        }
    }

    private static bool IsSize(string? text) =>
        float.TryParse(text.AsSpan().Trim().TrimEnd("px"), NumberStyles.Float, CultureInfo.InvariantCulture, out var n)
        && n is >= 0.001f and <= LargestSize;

    private static bool IsNumber(string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n)
        && n is >= -LargestSize and <= LargestSize;

    private static XElement? Copy(XElement element, int depth)
    {
        if (element.Name.Namespace != s_svg || !s_elements.Contains(element.Name.LocalName) || depth > 32)
        {
            return null;
        }

        var attributes = element
            .Attributes()
            .Where(attribute =>
                !attribute.IsNamespaceDeclaration
                && attribute.Name.Namespace == XNamespace.None
                && s_attributes.Contains(attribute.Name.LocalName)
                && !attribute.Value.Contains("url", StringComparison.OrdinalIgnoreCase)
            )
            .Select(attribute => new XAttribute(attribute.Name, attribute.Value));
        var copy = new XElement(element.Name, attributes);
        copy.Add(element.Elements().Select(child => Copy(child, depth + 1)).Where(child => child is not null));
        if (element.Name.LocalName is "title" or "desc")
        {
            copy.Value = element.Value;
        }

        return copy;
    }
}
