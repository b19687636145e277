using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using BriefingGen.Sources.Html;

namespace BriefingGen.Sources.Feeds;

/// <summary>What a feed says of itself, and its items read in that light.</summary>
internal sealed class FeedChannel(Uri? address)
{
    // A shorter text is no article as desks write them.
    private const int ShortText = 600;

    private static readonly XName XmlBase = XNamespace.Xml + "base";

    // The day that the feed gives for all of it: none of its items is younger.
    private string? _date;
    private Uri? _base = address;
    private bool _hasBase = address is not null;

    /// <summary>Takes a base address from an element that the reader enters.</summary>
    public void Enter(XmlReader reader)
    {
        if (reader.GetAttribute("base", XNamespace.Xml.NamespaceName) is { } text && Resolve(text) is { } found)
        {
            (_base, _hasBase) = (found, true);
        }
    }

    /// <summary>Takes the feed's own link as the base where it has no other, and the day on which it was made.</summary>
    public void Take(XElement element)
    {
        if (element.Name.LocalName is "pubDate" or "lastBuildDate" or "updated" or "date")
        {
            _date ??= FeedDate.Normalize(element.Value);
            return;
        }

        if (_hasBase || element.Name.LocalName != "link")
        {
            return;
        }

        var rel = element.Attribute("rel")?.Value;
        if (rel is null or "alternate" or "self")
        {
            _base ??= WebAddress.Read(element.Attribute("href")?.Value ?? element.Value);
        }
    }

    /// <summary>The item of an element, or why it is none.</summary>
    public (FeedItem? Item, SetAside? SetAside) Item(XElement element, RecordPlace at, ReadOptions options)
    {
        var body = FeedBody.Of(element);
        if (body.Html.Length > options.MaxArticleLength)
        {
            return (null, SizeLimits.ArticleTooLong(at.Path, at.Place, body.Html.Length, options));
        }

        var paragraphs = body.Html.Length == 0 ? [] : BodyText.Paragraphs(body.Html).ToImmutableArray();
        var title = FeedBody.Title(Core(element, "title"));
        var given = Link(element);
        var link = WebAddress.Resolve(given, element.Attribute(XmlBase)?.Value is { } text ? Resolve(text) : _base);
        var isHeadlineOnly = paragraphs.All(string.IsNullOrWhiteSpace) && title.Length > 0;
        if (isHeadlineOnly)
        {
            // The headline is all the words there are, and says something all the same.
            paragraphs = [title];
        }

        if (title.Length == 0 && paragraphs.IsEmpty && given is null)
        {
            return (null, new SetAside(at.Path, at.Place, "no-body", "is an item without title, link and text"));
        }

        return (
            new FeedItem(
                at,
                title,
                link,
                given,
                Id(element) ?? link?.AbsoluteUri,
                Date(element),
                Publisher(element),
                paragraphs,
                isHeadlineOnly || IsTeaser(body, paragraphs)
            )
            {
                IsHeadlineOnly = isHeadlineOnly,
                FeedDate = _date,
            },
            null
        );
    }

    private static XElement? Core(XElement item, string name) => item.Element(item.Name.Namespace + name);

    private Uri? Resolve(string text) => WebAddress.Resolve(text, _base);

    // What a feed service put in front of the address is left out; an RSS id is an address unless it says otherwise.
    private static string? Link(XElement item)
    {
        var original = Value(item.Element(FeedNames.FeedBurner + "origLink"));
        if (original is not null)
        {
            return original;
        }

        var links = item.Elements()
            .Where(e => e.Name.LocalName == "link" && (FeedNames.IsCore(e.Name.NamespaceName)))
            .ToList();
        return links
                .Where(static e => e.Attribute("rel")?.Value is null or "alternate")
                .Select(static e => e.Attribute("href")?.Value ?? Value(e))
                .FirstOrDefault(static e => !string.IsNullOrWhiteSpace(e))
            ?? (
                Core(item, "guid") is { } guid
                && guid.Attribute("isPermaLink")?.Value is not ("false" or "False")
                && WebAddress.Read(guid.Value) is not null
                    ? Value(guid)
                    : null
            )
            ?? (WebAddress.Read(Core(item, "id")?.Value) is not null ? Value(Core(item, "id")) : null)
            ?? item.Attribute(FeedNames.Rdf + "about")?.Value;
    }

    private static string? Id(XElement item) =>
        Value(Core(item, "guid")) ?? Value(Core(item, "id")) ?? item.Attribute(FeedNames.Rdf + "about")?.Value;

    private static string? Date(XElement item)
    {
        var date =
            Value(Core(item, "pubDate"))
            ?? Value(Core(item, "published"))
            ?? Value(Core(item, "issued"))
            ?? Value(item.Element(FeedNames.DublinCore + "date"))
            ?? Value(item.Element(FeedNames.DublinCoreTerms + "issued"))
            ?? Value(item.Element(FeedNames.DublinCoreTerms + "created"))
            ?? Value(Core(item, "updated"))
            ?? Value(Core(item, "modified"));
        return date is null ? null : FeedDate.Normalize(date);
    }

    private static string? Publisher(XElement item)
    {
        var source = Core(item, "source");
        var name = source is null
            ? null
            : FeedBody.Text(source.Element(source.Name.Namespace + "title") ?? (source.HasElements ? null : source));
        if (string.IsNullOrWhiteSpace(name))
        {
            name =
                Value(item.Element(FeedNames.DublinCore + "publisher"))
                ?? WebAddress.Publisher(WebAddress.Read(source?.Attribute("url")?.Value));
        }

        return name is null ? null : Wording.OneLine(HtmlFragment.Decode(name));
    }

    private static bool IsTeaser(FeedBody body, ImmutableArray<string> paragraphs)
    {
        var length = paragraphs.Sum(static p => p.Length);
        return length < ShortText && !(body.IsWhole && length > ShortText / 3)
            || paragraphs[^1].TrimEnd(']', ')', ' ', '»') is [.., '…'] or [.., '.', '.', '.'];
    }

    private static string? Value(XElement? element) =>
        element is null || string.IsNullOrWhiteSpace(element.Value) ? null : element.Value.Trim();
}
