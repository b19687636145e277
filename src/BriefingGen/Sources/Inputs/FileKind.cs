namespace BriefingGen.Sources.Inputs;

/// <summary>What a file holds.</summary>
internal enum FileKind
{
    /// <summary>To be found out from its content.</summary>
    Unknown,

    /// <summary>Plain text or Markdown.</summary>
    Text,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>One JSON value.</summary>
    Json,

    /// <summary>One JSON value a line.</summary>
    JsonLines,
}

/// <summary>Tells what a file holds by its name or by its content.</summary>
internal static class FileKinds
{
    /// <summary>The extensions that are read in folders.</summary>
    public const string Known = ".txt, .md, .html, .htm, .json, .jsonl, .ndjson";

    /// <summary>By the extension; <see cref="FileKind.Unknown"/> for one that is not read in folders.</summary>
    public static FileKind ByName(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".txt" or ".md" => FileKind.Text,
            ".html" or ".htm" => FileKind.Html,
            ".json" => FileKind.Json,
            ".jsonl" or ".ndjson" => FileKind.JsonLines,
            _ => FileKind.Unknown,
        };

    /// <summary>By the first characters; plain text where nothing speaks for another kind.</summary>
    public static FileKind ByContent(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart();
        if (head.IsEmpty)
        {
            return FileKind.Text;
        }

        return head[0] switch
        {
            '<' when IsPage(head) => FileKind.Html,
            '{' when IsObjectStart(head) => HasSecondObject(text) ? FileKind.JsonLines : FileKind.Json,
            '[' when head[1..].TrimStart() is ['{' or '[' or ']', ..] => FileKind.Json,
            _ => FileKind.Text,
        };
    }

    /// <summary>True where a JSON text goes on with another object on a later line.</summary>
    public static bool HasSecondObject(string text)
    {
        var start = text.AsSpan().TrimStart();
        var end = start.IndexOf('\n');
        return end > 0 && start[..end].TrimEnd() is [.., '}'] && start[end..].TrimStart() is ['{', ..];
    }

    /// <summary>True where a text begins as a web page does.</summary>
    public static bool IsWholePage(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPage(ReadOnlySpan<char> head) =>
        head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || head.Contains("<html", StringComparison.OrdinalIgnoreCase)
        || head.Contains("<body", StringComparison.OrdinalIgnoreCase);

    private static bool IsObjectStart(ReadOnlySpan<char> head) => head[1..].TrimStart() is ['"' or '}', ..];
}
