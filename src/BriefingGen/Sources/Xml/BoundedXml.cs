using System.Buffers;
using System.Xml;
using System.Xml.Linq;

namespace BriefingGen.Sources.Xml;

/// <summary>
/// Reads XML that somebody else wrote: a document type is passed over, so that no entity can grow or reach outside, names
/// of characters that HTML has and XML has not are read as what they mean, and nesting has a bound.
/// </summary>
internal static class BoundedXml
{
    /// <summary>Deeper than news nests, HTML within it included.</summary>
    public const int MaxDepth = 120;

    // No reader of XML takes these as they are, whatever it is told.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        "\0\x01\x02\x03\x04\x05\x06\x07\x08\x0B\x0C\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F\uFFFE\uFFFF"
    );

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // A reference to a control character in one title must not lose a feed; such are left out below.
        CheckCharacters = false,
        ConformanceLevel = ConformanceLevel.Document,
    };

    /// <summary>A reader over a decoded text.</summary>
    public static XmlReader Open(string text) =>
        XmlReader.Create(new StringReader(XmlEntities.Resolved(Legal(text.TrimStart()))), Settings);

    /// <summary>The element that the reader stands on, with all within it; the reader stands behind it afterwards.</summary>
    /// <exception cref="XmlException">It is not well-formed, or nests deeper than <see cref="MaxDepth"/>.</exception>
    public static XElement ReadElement(XmlReader reader)
    {
        var top = reader.Depth;
        XElement? root = null;
        XElement? current = null;
        while (true)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var element = Start(reader);
                    current?.Add(element);
                    root ??= element;
                    if (!reader.IsEmptyElement)
                    {
                        current = element;
                    }
                    else if (current is null)
                    {
                        reader.Read();
                        return root;
                    }

                    break;
                case XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.Whitespace
                or XmlNodeType.SignificantWhitespace:
                    current!.Add(new XText(Clean(reader.Value)));
                    break;
                case XmlNodeType.EndElement when reader.Depth == top:
                    reader.Read();
                    return root!;
                case XmlNodeType.EndElement:
                    current = current!.Parent;
                    break;
                default:
                    break;
            }

            if (!reader.Read())
            {
                throw new XmlException("the text ends within an element");
            }
        }
    }

    private static XElement Start(XmlReader reader)
    {
        if (reader.Depth > MaxDepth)
        {
            throw new XmlException($"elements nest deeper than {MaxDepth}");
        }

        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        if (!reader.MoveToFirstAttribute())
        {
            return element;
        }

        do
        {
            // Declarations of prefixes are resolved already.
            if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/")
            {
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), Clean(reader.Value));
            }
        } while (reader.MoveToNextAttribute());

        reader.MoveToElement();
        return element;
    }

    private static string Legal(string text) =>
        text.AsSpan().IndexOfAny(Forbidden) < 0 ? text : string.Concat(text.Where(static c => !Forbidden.Contains(c)));

    // What XML forbids could not be written again.
    private static string Clean(string text)
    {
        var sound = true;
        for (var i = 0; i < text.Length && sound; i++)
        {
            sound = XmlConvert.IsXmlChar(text[i]) || char.IsSurrogate(text[i]);
        }

        return sound ? text : string.Concat(text.Where(static c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
    }
}
