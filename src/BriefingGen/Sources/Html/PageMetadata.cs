using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BriefingGen.Sources.Html;

/// <summary>What a page says of its article: in JSON-LD, in its meta elements, in its time elements, in that order.</summary>
/// <param name="Title">The headline; null where not given.</param>
/// <param name="Published">The date as given; null where not given.</param>
/// <param name="Publisher">The publisher's name; null where not given.</param>
/// <param name="Url">The page's own address; null where not given.</param>
internal sealed record PageMetadata(string? Title, string? Published, string? Publisher, Uri? Url)
{
    private const int MaxJsonLength = 200_000;
    private const int MaxJsonDepth = 32;

    private static readonly string[] DateNames =
    [
        "article:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "og:article:published_time",
    ];

    /// <summary>Reads a page's metadata.</summary>
    public static PageMetadata Of(IHtmlDocument document)
    {
        var meta = Meta(document);
        var linked = Linked(document);
        var canonical = document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href");
        return new PageMetadata(
            linked?.Title ?? meta.GetValueOrDefault("og:title"),
            linked?.Published
                ?? DateNames.Select(meta.GetValueOrDefault).FirstOrDefault(static d => d is not null)
                ?? TimeElement(document),
            linked?.Publisher ?? meta.GetValueOrDefault("og:site_name"),
            WebAddress.Read(canonical) ?? WebAddress.Read(meta.GetValueOrDefault("og:url")) ?? linked?.Url
        );
    }

    private static Dictionary<string, string> Meta(IHtmlDocument document)
    {
        var meta = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in document.QuerySelectorAll("meta[content]"))
        {
            var name =
                element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop");
            var content = element.GetAttribute("content");
            if (name is not null && !string.IsNullOrWhiteSpace(content))
            {
                meta.TryAdd(name.Trim().ToLowerInvariant(), Wording.OneLine(content));
            }
        }

        return meta;
    }

    private static string? TimeElement(IHtmlDocument document) =>
        (
            document.QuerySelector("time[itemprop=datePublished][datetime]")
            ?? document.QuerySelector("time[pubdate][datetime]")
            ?? document.QuerySelector("article time[datetime]")
            ?? document.QuerySelector("time[datetime]")
        )?.GetAttribute("datetime");

    private static PageMetadata? Linked(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            if (script.TextContent is { Length: < MaxJsonLength } json && Linked(json) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static PageMetadata? Linked(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(
                json,
                new JsonDocumentOptions { MaxDepth = MaxJsonDepth, AllowTrailingCommas = true }
            );
            return Find(document.RootElement) is { } article
                ? new PageMetadata(
                    Text(article, "headline"),
                    Text(article, "datePublished"),
                    article.TryGetProperty("publisher", out var publisher) ? Name(publisher) : null,
                    WebAddress.Read(Text(article, "url"))
                )
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A page with broken JSON-LD still has its meta elements.
            return null;
        }
    }

    // The article stands alone, in an array, or in a graph.
    private static JsonElement? Find(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (Find(item) is { } found)
                {
                    return found;
                }
            }

            return null;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (element.TryGetProperty("datePublished", out _) || element.TryGetProperty("headline", out _))
        {
            return element;
        }

        return element.TryGetProperty("@graph", out var graph) ? Find(graph) : null;
    }

    private static string? Name(JsonElement publisher) =>
        publisher.ValueKind switch
        {
            JsonValueKind.String => publisher.GetString(),
            JsonValueKind.Object => Text(publisher, "name"),
            JsonValueKind.Array when publisher.GetArrayLength() > 0 => Name(publisher[0]),
            _ => null,
        };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && !string.IsNullOrWhiteSpace(value.GetString())
            ? Wording.OneLine(HtmlFragment.Decode(value.GetString()!))
            : null;
}
