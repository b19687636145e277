using System.Xml;
using System.Xml.Linq;
using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.Xml;

namespace BriefingGen.Sources.NewsMl;

/// <summary>
/// Reads the formats of agencies from before NewsML-G2: NITF (an <c>nitf</c> element is an article) and NewsML 1, whose
/// <c>NewsItem</c>s hold their text in NITF, in XHTML or as it is. Item by item, as other records.
/// </summary>
internal static class OldNewsReader
{
    /// <summary>True for the first element of such a file.</summary>
    public static bool IsKnown(ReadOnlySpan<char> root) => root is "nitf" or "NewsML";

    /// <summary>Reads the articles in their order.</summary>
    public static IEnumerable<ReadResult> Read(string path, DecodedText decoded, ReadOptions options)
    {
        using var reader = BoundedXml.Open(decoded.Text);
        var isOne = XmlRoot.NameOf(decoded.Text) is "nitf";
        var record = 0;
        while (true)
        {
            var at = isOne
                ? new RecordPlace(path, null, null, decoded.Encoding)
                : RecordPlace.Numbered(path, record + 1, decoded.Encoding);
            if (Next(reader, isOne ? "nitf" : "NewsItem", out var element) is { } broken)
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

            yield return Article(element, at, options);
        }

        if (record == 0)
        {
            yield return ReadResult.Of(new SetAside(path, null, "empty", "holds no news item"));
        }
    }

    private static ReadResult Article(XElement item, RecordPlace at, ReadOptions options)
    {
        if (
            First(item, "Status")?.Attribute("FormalName")?.Value is { } status
            && PublicationStatus.Withdrawn(at, status) is { } withdrawn
        )
        {
            return withdrawn;
        }

        var body = NewsBody.OfXml(
            First(item, "DataContent") is { } data ? new XElement("all", new XElement(data)) : item
        );
        if (body.Paragraphs.Count == 0)
        {
            return at.Aside("no-body", "has no text (expected body.content or DataContent)");
        }

        return new RecordDraft(
            at,
            Words(First(item, "hl1"))
                ?? Words(First(item, "HeadLine"))
                ?? Words(First(item, "headline"))
                ?? Words(First(item, "title"))
                ?? string.Empty,
            body.Paragraphs
        )
        {
            Date =
                First(item, "date.issue")?.Attribute("norm")?.Value
                ?? First(item, "story.date")?.Attribute("norm")?.Value
                ?? Words(First(item, "ThisRevisionCreated"))
                ?? Words(First(item, "FirstCreated"))
                ?? Words(First(item, "DateAndTime"))
                ?? First(item, "pubdata")?.Attribute("date.publication")?.Value,
            Embargo =
                First(item, "date.release")?.Attribute("norm")?.Value
                ?? (
                    First(item, "Status")?.Attribute("FormalName")?.Value is { } held
                    && held.Contains("embargo", StringComparison.OrdinalIgnoreCase)
                        ? Words(First(item, "DateAndTime")) ?? held
                        : null
                ),
            Publisher =
                Words(First(item, "CreditLine"))
                ?? Words(First(item, "distributor"))
                ?? First(item, "doc.copyright")?.Attribute("holder")?.Value
                ?? Party(First(item, "Provider"))
                ?? First(item, "pubdata")?.Attribute("name")?.Value,
        }.Finish(options);
    }

    private static string? Party(XElement? element) =>
        element is null ? null : First(element, "Party")?.Attribute("FormalName")?.Value;

    private static XElement? First(XElement item, string name) =>
        item.Descendants().FirstOrDefault(e => e.Name.LocalName == name);

    private static string? Words(XElement? element) =>
        element is null || string.IsNullOrWhiteSpace(element.Value) ? null : Wording.OneLine(element.Value);

    private static XmlException? Next(XmlReader reader, string name, out XElement? item)
    {
        item = null;
        try
        {
            while (!reader.EOF)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == name)
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
