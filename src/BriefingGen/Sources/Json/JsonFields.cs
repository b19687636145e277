using System.Globalization;
using System.Text.Json;

namespace BriefingGen.Sources.Json;

/// <summary>The fields of a record under the names that feeds, crawlers and archives give them.</summary>
internal sealed class JsonFields
{
    private const int MaxPartsOfText = 10_000;

    private static readonly string[] TitleNames = ["title", "headline", "name"];
    private static readonly string[] UrlNames = ["url", "link", "canonical_url", "canonicalUrl", "permalink"];
    private static readonly string[] DateNames =
    [
        "published",
        "date",
        "datePublished",
        "published_at",
        "publishedAt",
        "date_published",
        "publication_date",
        "pubDate",
        "pub_date",
        "versionCreated",
    ];
    private static readonly string[] TextNames =
    [
        "text",
        "body",
        "content",
        "articleBody",
        "body_text",
        "content_text",
        "content_html",
        "body_html",
        "maintext",
        "description",
    ];
    private static readonly string[] PublisherNames = ["publisher", "source", "outlet", "site_name", "sitename"];

    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the fields of an object; of two with one name the first.</summary>
    public JsonFields(JsonElement record)
    {
        foreach (var property in record.EnumerateObject())
        {
            _fields.TryAdd(property.Name, property.Value);
        }
    }

    /// <summary>The headline; empty where there is none.</summary>
    public string Title => First(TitleNames, Text) ?? string.Empty;

    /// <summary>The body; null where there is none.</summary>
    public string? Body => First(TextNames, Text);

    /// <summary>The address as given; null where there is none.</summary>
    public string? Url => First(UrlNames, Text);

    /// <summary>The date as given; null where there is none.</summary>
    public string? Date => First(DateNames, Moment);

    /// <summary>The publisher's name; null where there is none.</summary>
    public string? Publisher => First(PublisherNames, Name);

    /// <summary>True where an object has the fields of an article.</summary>
    public bool IsArticle => Body is not null || Title.Length > 0;

    /// <summary>The array of records in an object that is not one itself; null where there is none.</summary>
    public JsonElement? Records
    {
        get
        {
            foreach (var name in (ReadOnlySpan<string>)["articles", "items", "records", "results", "documents", "data"])
            {
                if (_fields.TryGetValue(name, out var list) && list.ValueKind == JsonValueKind.Array)
                {
                    return list;
                }
            }

            return null;
        }
    }

    private string? First(string[] names, Func<JsonElement, string?> read)
    {
        foreach (var name in names)
        {
            if (_fields.TryGetValue(name, out var value) && read(value) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return null;
    }

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Array => string.Join(
                '\n',
                value
                    .EnumerateArray()
                    .Where(static v => v.ValueKind == JsonValueKind.String)
                    .Take(MaxPartsOfText)
                    .Select(static v => v.GetString())
            ),
            _ => null,
        };

    private static string? Name(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Object => First(value, "name") ?? First(value, "title"),
            _ => null,
        };

    private static string? First(JsonElement value, string name) =>
        value.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.String ? inner.GetString() : null;

    // A number is a day written together, or seconds or milliseconds since 1970.
    private static string? Moment(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number))
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }

        const long LastSecond = 100_000_000_000;
        if (number is >= 17000101 and <= 99991231)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var seconds = number is > LastSecond or < -LastSecond ? number / 1000 : number;
        return seconds is > -LastSecond and < LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyyMMdd", CultureInfo.InvariantCulture)
            : number.ToString(CultureInfo.InvariantCulture);
    }
}
