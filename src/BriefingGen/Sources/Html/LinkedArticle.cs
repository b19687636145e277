using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace BriefingGen.Sources.Html;

/// <summary>An article that a page describes in JSON-LD.</summary>
/// <param name="Title">The headline; null where not given.</param>
/// <param name="Published">The day as given; null where not given.</param>
/// <param name="Modified">The day of the last change as given; null where not given.</param>
/// <param name="Publisher">The publisher's name; null where not given.</param>
/// <param name="Url">The address; null where not given.</param>
/// <param name="Body">The words, where the page gives them; else null.</param>
internal sealed partial record LinkedArticle(
    string? Title,
    string? Published,
    string? Modified,
    string? Publisher,
    Uri? Url,
    string? Body
)
{
    private const int MaxJsonLength = 500_000;
    private const int MaxJsonDepth = 32;
    private const int MaxArticles = 200;

    // What may hold the article: a graph, a page, a list of pages.
    private static readonly string[] Holders = ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "@list"];

    /// <summary>The articles in the order of the page. A broken script costs only itself.</summary>
    public static List<LinkedArticle> Of(IHtmlDocument document)
    {
        var found = new List<LinkedArticle>();
        foreach (var script in document.QuerySelectorAll("script[type]"))
        {
            if (
                script
                    .GetAttribute("type")!
                    .Trim()
                    .StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase)
                && script.TextContent is { Length: < MaxJsonLength } json
            )
            {
                Read(Unwrapped(json), found);
            }
        }

        return found;
    }

    private static void Read(string json, List<LinkedArticle> found)
    {
        try
        {
            using var document = JsonDocument.Parse(
                json,
                new JsonDocumentOptions
                {
                    MaxDepth = MaxJsonDepth,
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip,
                }
            );
            Find(document.RootElement, found);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A page with broken JSON-LD still has its other words.
        }
    }

    private static void Find(JsonElement element, List<LinkedArticle> found)
    {
        if (found.Count >= MaxArticles)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Find(item, found);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (IsArticle(element))
            {
                found.Add(Article(element));
            }

            foreach (var holder in Holders)
            {
                if (element.TryGetProperty(holder, out var held))
                {
                    Find(held, found);
                }
            }
        }
    }

    private static bool IsArticle(JsonElement element) =>
        element.TryGetProperty("@type", out var type)
        && (
            type.ValueKind == JsonValueKind.String
                ? PageWords.IsArticleType(type.GetString()!)
                : type.ValueKind == JsonValueKind.Array
                    && type.EnumerateArray()
                        .Any(static t => t.ValueKind == JsonValueKind.String && PageWords.IsArticleType(t.GetString()!))
        );

    private static LinkedArticle Article(JsonElement article) =>
        new(
            Text(article, "headline") ?? Text(article, "name"),
            Text(article, "datePublished") ?? Text(article, "dateCreated"),
            Text(article, "dateModified"),
            article.TryGetProperty("publisher", out var publisher) ? Name(publisher) : null,
            WebAddress.Read(Text(article, "url")),
            Text(article, "articleBody")
        );

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

    // Old page makers hide scripts from readers of XML: <![CDATA[ … ]]>, its marks behind // or within /* */, or in <!-- -->.
    private static string Unwrapped(string json)
    {
        var start = Opening().Match(json);
        var end = Closing().Match(json);
        var from = start.Success ? start.Length : 0;
        var to = end.Success && end.Index >= from ? end.Index : json.Length;
        return json[from..to].TrimEnd(';', ' ', '\t', '\r', '\n');
    }

    [GeneratedRegex(
        @"^\s*(//|/\*)?\s*(<!\[CDATA\[|<!--)\s*(\*/)?(//[^\r\n{\[]*[\r\n])?",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"(//|/\*)?\s*(\]\]>|-->)\s*(\*/)?\s*;?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Closing();
}
