using BriefingGen.Sources.Xml;

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

    /// <summary>A feed or NewsML-G2.</summary>
    Xml,

    /// <summary>One mail.</summary>
    Mail,

    /// <summary>A mailbox.</summary>
    Mailbox,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>A document of a word processor.</summary>
    Document,

    /// <summary>A web archive.</summary>
    Warc,
}

/// <summary>Tells what a file holds by its name or by its content.</summary>
internal static class FileKinds
{
    /// <summary>The extensions that are read in folders.</summary>
    public const string Known =
        ".txt, .md, .html, .htm, .json, .jsonl, .ndjson, .xml, .rss, .atom, .rdf, .eml, .mbox, .pdf, .docx, .odt, .warc, each also as .gz";

    /// <summary>By the extension; <see cref="FileKind.Unknown"/> for one that is not read in folders.</summary>
    public static FileKind ByName(string path) =>
        Path.GetExtension(WithoutGzip(path)).ToLowerInvariant() switch
        {
            ".txt" or ".md" => FileKind.Text,
            ".html" or ".htm" => FileKind.Html,
            ".json" => FileKind.Json,
            ".jsonl" or ".ndjson" => FileKind.JsonLines,
            ".xml" or ".rss" or ".atom" or ".rdf" => FileKind.Xml,
            ".eml" => FileKind.Mail,
            ".mbox" or ".mbx" => FileKind.Mailbox,
            ".pdf" => FileKind.Pdf,
            ".docx" or ".odt" => FileKind.Document,
            ".warc" or ".wet" => FileKind.Warc,
            _ => FileKind.Unknown,
        };

    /// <summary>True where the name says that the file is packed with gzip.</summary>
    public static bool IsGzipName(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a file begins as gzip data does.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, 8, ..];

    /// <summary>By the first bytes, for what is not read as one text; else <see cref="FileKind.Unknown"/>.</summary>
    public static FileKind ByStart(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("WARC/"u8))
        {
            return FileKind.Warc;
        }

        if (head.StartsWith("%PDF-"u8))
        {
            return FileKind.Pdf;
        }

        if (Office.OfficeReader.IsArchive(head))
        {
            return FileKind.Document;
        }

        return MailShape.IsMailbox(head) ? FileKind.Mailbox
            : MailShape.IsMail(head) ? FileKind.Mail
            : FileKind.Unknown;
    }

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
            '<' when XmlRecords.IsKnown(XmlRoot.NameOf(head)) => FileKind.Xml,
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

    /// <summary>True where a text begins as a feed or NewsML-G2 does.</summary>
    public static bool IsNewsXml(string text) =>
        text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart() is ['<', ..] head
        && XmlRecords.IsKnown(XmlRoot.NameOf(head));

    /// <summary>True where a text begins as a web page does.</summary>
    public static bool IsWholePage(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static string WithoutGzip(string path) => IsGzipName(path) ? path[..^3] : path;

    private static bool IsPage(ReadOnlySpan<char> head) =>
        head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || head.Contains("<html", StringComparison.OrdinalIgnoreCase)
        || head.Contains("<body", StringComparison.OrdinalIgnoreCase);

    private static bool IsObjectStart(ReadOnlySpan<char> head) => head[1..].TrimStart() is ['"' or '}', ..];
}
