using System.Xml;
using System.Xml.Linq;
using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.Xml;

namespace BriefingGen.Sources.NewsMl;

/// <summary>Reads IPTC's NewsML-G2 (https://iptc.org/standards/newsml-g2/): a <c>newsItem</c>, or a <c>newsMessage</c> that holds several.</summary>
internal static class NewsMlReader
{
    /// <summary>Reads the articles in their order.</summary>
    public static IEnumerable<ReadResult> Read(string path, DecodedText decoded, ReadOptions options)
    {
        using var reader = BoundedXml.Open(decoded.Text);
        var isOne = XmlRoot.NameOf(decoded.Text) is "newsItem";
        var record = 0;
        while (true)
        {
            var at = isOne
                ? new RecordPlace(path, null, null, decoded.Encoding)
                : RecordPlace.Numbered(path, record + 1, decoded.Encoding);
            if (Next(reader, out var element) is { } broken)
            {
                yield return ReadResult.Of(XmlRecords.Broken(path, at.Place, broken));
                yield break;
            }

            if (element is null)
            {
                break;
            }

            if (++record > options.MaxRecords)
            {
                yield return XmlRecords.TooMany(at, options);
                yield break;
            }

            yield return new NewsItem(element).Read(at, options);
        }

        if (record == 0)
        {
            yield return ReadResult.Of(new SetAside(path, null, "empty", "holds no newsItem"));
        }
    }

    private static XmlException? Next(XmlReader reader, out XElement? item)
    {
        item = null;
        try
        {
            while (!reader.EOF)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "newsItem")
                {
                    item = BoundedXml.ReadElement(reader);
                    return null;
                }

                if (reader.Depth > BoundedXml.MaxDepth)
                {
                    return new XmlException("elements nest too deep");
                }

                reader.Read();
            }

            return null;
        }
        catch (XmlException exception)
        {
            return exception;
        }
    }
}
