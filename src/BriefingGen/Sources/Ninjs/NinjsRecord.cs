using System.Text.Json;

namespace BriefingGen.Sources.Ninjs;

/// <summary>A news item in IPTC's ninjs, versions 1 to 3 (https://iptc.org/standards/ninjs/), under the names of each.</summary>
internal sealed class NinjsRecord(JsonElement item)
{
    // In versions 2 and 3 headlines and bodies are arrays of objects with a role; these roles are the article's own.
    private static readonly string[] MainRoles = ["main", "body", "title"];

    /// <summary>True where an object has the shape of a ninjs item rather than of any other record.</summary>
    public static bool Is(JsonElement item) =>
        Has(item, "uri", JsonValueKind.String)
        && (
            Has(item, "versioncreated", JsonValueKind.String)
            || Has(item, "versionCreated", JsonValueKind.String)
            || Has(item, "pubstatus", JsonValueKind.String)
            || Has(item, "pubStatus", JsonValueKind.String)
            || Has(item, "body_text", JsonValueKind.String)
            || Has(item, "headlines", JsonValueKind.Array)
            || Has(item, "bodies", JsonValueKind.Array)
        );

    /// <summary>The headline; the name or the slugline where it has none; empty for none of them.</summary>
    public string Headline =>
        Text("headline")
        ?? Main("headlines")
        ?? Text("title")
        ?? Text("name")
        ?? Text("slugline")
        ?? Text("slug")
        ?? string.Empty;

    /// <summary>The body, as text or HTML; null where there is none.</summary>
    public string? Body =>
        Text("body_text")
        ?? Text("body_html")
        ?? Text("body_xhtml")
        ?? Main("bodies")
        ?? Text("description_text")
        ?? Main("descriptions");

    /// <summary>When this version was made, else when the first was; null where not said.</summary>
    public string? Date =>
        Text("versioncreated") ?? Text("versionCreated") ?? Text("firstcreated") ?? Text("firstCreated");

    /// <summary>Who published it: the holder of the copyright, else the organisation named as source; null for neither.</summary>
    public string? Publisher =>
        Text("copyrightholder")
        ?? Text("copyrightHolder")
        ?? Text("copyrightHolderName")
        ?? Text("source")
        ?? Provider();

    /// <summary>Its web address; an item is often named by an address that leads nowhere, so others go first.</summary>
    public string? Url => Address("url") ?? Address("link") ?? Address("uri");

    /// <summary>What kind of object it is: <c>text</c>, <c>picture</c> …; null where not said.</summary>
    public string? Kind => Text("type");

    /// <summary>When it may be used; null where that is not said.</summary>
    public string? Embargo => Text("embargoed") ?? Text("embargoeduntil") ?? Text("embargoedUntil");

    /// <summary><c>usable</c>, <c>withheld</c> or <c>canceled</c>; null where not said.</summary>
    public string? Status => Text("pubstatus") ?? Text("pubStatus");

    private static bool Has(JsonElement item, string name, JsonValueKind kind) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == kind;

    private string? Text(string name) => TextOf(item, name);

    private string? Address(string name) => Text(name) is { } text && WebAddress.Read(text) is not null ? text : null;

    private string? Provider() =>
        item.TryGetProperty("infosource", out var sources) && sources.ValueKind == JsonValueKind.Array
            ? sources
                .EnumerateArray()
                .Where(static s => s.ValueKind == JsonValueKind.Object)
                .Select(static s => TextOf(s, "name"))
                .FirstOrDefault(static n => n is not null)
            : null;

    // The part with the main role, else the first that has words; HTML goes after plain text only by its place.
    private string? Main(string name)
    {
        if (!item.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        string? first = null;
        foreach (var part in list.EnumerateArray())
        {
            if (part.ValueKind != JsonValueKind.Object || TextOf(part, "value") is not { } value)
            {
                continue;
            }

            if (TextOf(part, "role") is { } role && MainRoles.Contains(role, StringComparer.OrdinalIgnoreCase))
            {
                return value;
            }

            first ??= value;
        }

        return first;
    }

    private static string? TextOf(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text
        && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;
}
