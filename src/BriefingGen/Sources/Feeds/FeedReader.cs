using System.Xml;
using System.Xml.Linq;
using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.Xml;

namespace BriefingGen.Sources.Feeds;

/// <summary>
/// Reads feeds: RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom. Item by item, so that a broken one costs itself and what stands
/// behind it, never what was read before; System.ServiceModel.Syndication gives up on the whole feed, and knows no RDF.
/// </summary>
internal static class FeedReader
{
    /// <summary>The items of a feed as articles.</summary>
    public static IEnumerable<ReadResult> Read(string path, DecodedText decoded, ReadOptions options)
    {
        foreach (var (item, setAside) in Items(path, decoded, options, address: null))
        {
            yield return item is null ? ReadResult.Of(setAside!) : item.ToArticle(options);
        }
    }

    /// <summary>The items of a feed; each pair holds one or the other.</summary>
    /// <param name="path">The input, for messages.</param>
    /// <param name="decoded">The feed.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="address">Where it was fetched from; null for a file.</param>
    public static IEnumerable<(FeedItem? Item, SetAside? SetAside)> Items(
        string path,
        DecodedText decoded,
        ReadOptions options,
        Uri? address
    )
    {
        using var reader = BoundedXml.Open(decoded.Text);
        var channel = new FeedChannel(address);
        var record = 0;
        while (true)
        {
            var at = RecordPlace.Numbered(path, record + 1, decoded.Encoding);
            var broken = Next(reader, channel, out var element);
            if (broken is not null)
            {
                yield return (null, XmlRecords.Broken(path, at.Place, broken));
                yield break;
            }

            if (element is null)
            {
                break;
            }

            if (++record > options.MaxRecords)
            {
                yield return (null, XmlRecords.TooMany(at, options).SetAside);
                yield break;
            }

            yield return channel.Item(element, at, options);
        }

        if (record == 0)
        {
            yield return (null, new SetAside(path, null, "empty", "is a feed without items"));
        }
    }

    // The next item, what the feed says of itself on the way to it taken along.
    private static XmlException? Next(XmlReader reader, FeedChannel channel, out XElement? item)
    {
        item = null;
        try
        {
            while (!reader.EOF)
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    reader.Read();
                }
                else if (reader.LocalName is "item" or "entry" && FeedNames.IsCore(reader.NamespaceURI))
                {
                    item = BoundedXml.ReadElement(reader);
                    return null;
                }
                else if (
                    reader.LocalName is "link" or "textInput" or "image" or "title" && reader.Depth <= 2
                    || reader.LocalName is "pubDate" or "lastBuildDate" or "updated" or "date" && reader.Depth <= 2
                )
                {
                    channel.Take(BoundedXml.ReadElement(reader));
                }
                else
                {
                    channel.Enter(reader);
                    if (reader.Depth > BoundedXml.MaxDepth)
                    {
                        return new XmlException("elements nest too deep");
                    }

                    reader.Read();
                }
            }

            return null;
        }
        catch (XmlException exception)
        {
            return exception;
        }
    }
}
