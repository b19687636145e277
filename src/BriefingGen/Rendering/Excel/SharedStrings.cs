using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace BriefingGen.Rendering.Excel;

/// <summary>The texts of a workbook, each once.</summary>
internal sealed partial class SharedStrings
{
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private int _uses;

    /// <summary>The number of a text.</summary>
    public int Of(string text)
    {
        _uses++;
        if (!_numbers.TryGetValue(text, out var number))
        {
            number = _texts.Count;
            _texts.Add(text);
            _numbers.Add(text, number);
        }

        return number;
    }

    /// <summary>Writes the part.</summary>
    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("sst", Names.Main);
        xml.WriteAttributeString("count", _uses.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("uniqueCount", _texts.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var text in _texts)
        {
            xml.WriteStartElement("si");
            xml.WriteStartElement("t");
            if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n')))
            {
                xml.WriteAttributeString("xml", "space", null, "preserve");
            }

            xml.WriteString(Escaped(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // Excel reads "_x0041_" as the character with that number: the mark itself is written by its own number.
    private static string Escaped(string text) =>
        text.Contains("_x", StringComparison.OrdinalIgnoreCase) ? Escape().Replace(text, "_x005F_") : text;

    [GeneratedRegex("_(?=x[0-9A-F]{4}_)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Escape();
}
