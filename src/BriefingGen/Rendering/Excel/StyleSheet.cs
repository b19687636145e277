using System.Globalization;
using System.Xml;

namespace BriefingGen.Rendering.Excel;

/// <summary>Numbers the styles of a workbook in order of first use, and writes them.</summary>
internal sealed class StyleSheet
{
    // The numbers of the formats: up to 163 they are Excel's own.
    private const int TextFormat = 49;
    private const int CountFormat = 1;
    private const int ScoreFormat = 2;
    private const int DayFormat = 164;
    private const string LinkColor = "0563C1";
    private const int UsualSize = 11;

    private readonly List<CellStyle> _styles = [];
    private readonly Dictionary<CellStyle, int> _numbers = [];
    private readonly List<string> _fills = [];

    /// <summary>Makes a style sheet with the style of cells that have none.</summary>
    public StyleSheet() => Of(new CellStyle(ColumnKind.Text));

    /// <summary>The number of a style.</summary>
    public int Of(CellStyle style)
    {
        if (!_numbers.TryGetValue(style, out var number))
        {
            number = _styles.Count;
            _styles.Add(style);
            _numbers.Add(style, number);
        }

        return number;
    }

    /// <summary>The number of a way to colour cells by what they hold.</summary>
    public int Conditional(string fill)
    {
        _fills.Add(fill);
        return _fills.Count - 1;
    }

    /// <summary>Writes the part.</summary>
    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Names.Main);
        xml.WriteStartElement("numFmts");
        xml.WriteAttributeString("count", "1");
        Element(xml, "numFmt", ("numFmtId", Text(DayFormat)), ("formatCode", "yyyy-mm-dd"));
        xml.WriteEndElement();
        List(xml, "fonts", _styles, Font);
        List(xml, "fills", [default, default, .. _styles], Fill);
        List(xml, "borders", _styles, Border);
        xml.WriteStartElement("cellStyleXfs");
        xml.WriteAttributeString("count", "1");
        Element(xml, "xf", ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0"));
        xml.WriteEndElement();
        List(xml, "cellXfs", _styles, Format);
        List(xml, "dxfs", _fills, Differential);
        xml.WriteEndElement();
    }

    private static void Font(XmlWriter xml, CellStyle style, int number)
    {
        xml.WriteStartElement("font");
        if (style.IsBold)
        {
            Element(xml, "b");
        }

        if (style.IsLink)
        {
            Element(xml, "u");
        }

        Element(xml, "sz", ("val", Text(style.Size == 0 ? UsualSize : style.Size)));
        var color = style.Color ?? (style.IsLink ? LinkColor : "000000");
        Element(xml, "color", ("rgb", Argb(color)));
        Element(xml, "name", ("val", "Calibri"));
        Element(xml, "family", ("val", "2"));
        xml.WriteEndElement();
    }

    // The first two fills of every workbook are Excel's own.
    private static void Fill(XmlWriter xml, CellStyle style, int number)
    {
        xml.WriteStartElement("fill");
        if (style.Fill is { } color)
        {
            xml.WriteStartElement("patternFill");
            xml.WriteAttributeString("patternType", "solid");
            Element(xml, "fgColor", ("rgb", Argb(color)));
            xml.WriteEndElement();
        }
        else
        {
            Element(xml, "patternFill", ("patternType", number == 1 ? "gray125" : "none"));
        }

        xml.WriteEndElement();
    }

    private static void Border(XmlWriter xml, CellStyle style, int number)
    {
        xml.WriteStartElement("border");
        Element(xml, "left");
        Line(xml, "right", style.Lines == CellLines.Grid ? "hair" : null);
        Element(xml, "top");
        Line(
            xml,
            "bottom",
            style.Lines switch
            {
                CellLines.Grid => "hair",
                CellLines.Below => "thin",
                _ => null,
            }
        );
        Element(xml, "diagonal");
        xml.WriteEndElement();
    }

    private static void Line(XmlWriter xml, string side, string? style)
    {
        xml.WriteStartElement(side);
        if (style is not null)
        {
            xml.WriteAttributeString("style", style);
            Element(xml, "color", ("rgb", Argb("000000")));
        }

        xml.WriteEndElement();
    }

    private static void Format(XmlWriter xml, CellStyle style, int number)
    {
        var format = style.Kind switch
        {
            ColumnKind.Id => TextFormat,
            ColumnKind.Day => DayFormat,
            ColumnKind.Count => CountFormat,
            ColumnKind.Score => ScoreFormat,
            _ => 0,
        };
        xml.WriteStartElement("xf");
        xml.WriteAttributeString("numFmtId", Text(format));
        xml.WriteAttributeString("fontId", Text(number));
        xml.WriteAttributeString("fillId", Text(style.Fill is null ? 0 : number + 2));
        xml.WriteAttributeString("borderId", Text(number));
        xml.WriteAttributeString("xfId", "0");
        if (style.IsQuoted)
        {
            xml.WriteAttributeString("quotePrefix", "1");
        }

        foreach (var part in new[] { "NumberFormat", "Font", "Fill", "Border", "Alignment" })
        {
            xml.WriteAttributeString($"apply{part}", "1");
        }

        xml.WriteStartElement("alignment");
        if (style.IsLeft || style.Kind == ColumnKind.Day)
        {
            xml.WriteAttributeString("horizontal", "left");
        }

        xml.WriteAttributeString("vertical", "top");
        if (style.Kind == ColumnKind.Quote)
        {
            xml.WriteAttributeString("wrapText", "1");
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Differential(XmlWriter xml, string color, int number)
    {
        xml.WriteStartElement("dxf");
        xml.WriteStartElement("fill");
        xml.WriteStartElement("patternFill");
        Element(xml, "bgColor", ("rgb", Argb(color)));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void List<T>(XmlWriter xml, string name, IReadOnlyList<T> items, Action<XmlWriter, T, int> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        xml.WriteStartElement(name);
        xml.WriteAttributeString("count", Text(items.Count));
        for (var i = 0; i < items.Count; i++)
        {
            write(xml, items[i], i);
        }

        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    // Black where it is no colour.
    private static string Argb(string color)
    {
        var digits = color.TrimStart('#');
        return "FF" + (digits.Length == 6 && digits.All(char.IsAsciiHexDigit) ? digits.ToUpperInvariant() : "000000");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
