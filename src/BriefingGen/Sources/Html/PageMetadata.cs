using AngleSharp.Html.Dom;

namespace BriefingGen.Sources.Html;

/// <summary>What a page says of its article: in JSON-LD, in its meta elements, in that order.</summary>
/// <param name="Title">The headline; null where not given.</param>
/// <param name="Publisher">The publisher's name; null where not given.</param>
/// <param name="Url">The page's own address; null where not given.</param>
/// <param name="Linked">What JSON-LD says of the article; null for nothing.</param>
/// <param name="Meta">The meta elements, names in lower case; of two with one name the first.</param>
internal sealed record PageMetadata(
    string? Title,
    string? Publisher,
    Uri? Url,
    LinkedArticle? Linked,
    IReadOnlyDictionary<string, string> Meta
)
{
    /// <summary>Reads a page's metadata.</summary>
    public static PageMetadata Of(IHtmlDocument document)
    {
        var meta = MetaOf(document);
        var url =
            WebAddress.Read(document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href"))
            ?? WebAddress.Read(meta.GetValueOrDefault("og:url"));
        var title = meta.GetValueOrDefault("og:title");
        var linked = Own(LinkedArticle.Of(document), title ?? document.Title ?? string.Empty, url);
        return new PageMetadata(
            linked?.Title ?? title,
            linked?.Publisher ?? meta.GetValueOrDefault("og:site_name"),
            url ?? linked?.Url,
            linked,
            meta
        );
    }

    // A page may describe other articles beside its own: its own has the page's address or its headline.
    private static LinkedArticle? Own(List<LinkedArticle> articles, string title, Uri? url)
    {
        if (articles.Count <= 1)
        {
            return articles.Find(a => !IsElsewhere(a, title, url));
        }

        var own =
            articles.Find(a => a.Url is not null && a.Url == url)
            ?? articles.Find(a =>
                a.Title is { Length: > 0 } headline && title.StartsWith(headline, StringComparison.OrdinalIgnoreCase)
            );
        return own is null
            ? articles.All(a => a.Published == articles[0].Published)
                ? articles[0]
                : null
            : own.Published is null
                ? own with
                {
                    Published = articles.Find(a => a.Title == own.Title && a.Published is not null)?.Published,
                }
                : own;
    }

    // Another address and another headline: a story that the page only leads to.
    private static bool IsElsewhere(LinkedArticle article, string title, Uri? url) =>
        url is not null
        && article.Url is { } other
        && other.AbsolutePath.TrimEnd('/') != url.AbsolutePath.TrimEnd('/')
        && article.Title is { Length: > 0 } headline
        && title.Length > 0
        && !title.Contains(headline, StringComparison.OrdinalIgnoreCase)
        && !headline.Contains(title, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> MetaOf(IHtmlDocument document)
    {
        var meta = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in document.QuerySelectorAll("meta[content]"))
        {
            // Below the head an itemprop is a word about the thing around it, which need not be the article.
            var name =
                element.GetAttribute("property")
                ?? element.GetAttribute("name")
                ?? (element.ParentElement?.LocalName == "head" ? element.GetAttribute("itemprop") : null);
            var content = element.GetAttribute("content");
            if (name is not null && !string.IsNullOrWhiteSpace(content))
            {
                meta.TryAdd(name.Trim().ToLowerInvariant(), Wording.OneLine(content));
            }
        }

        return meta;
    }
}
