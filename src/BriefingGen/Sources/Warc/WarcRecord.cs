using System.Globalization;
using BriefingGen.Sources.Inputs;

namespace BriefingGen.Sources.Warc;

/// <summary>What a record holds that may be an article.</summary>
/// <param name="Content">The bytes; null where there are too many or their coding is broken.</param>
/// <param name="IsHtml">Whether it is a web page; else a plain text.</param>
/// <param name="Charset">The charset that the server said; null for none.</param>
internal sealed record WarcPage(ReadOnlyMemory<byte>? Content, bool IsHtml, string? Charset);

/// <summary>One record of a web archive.</summary>
internal sealed class WarcRecord
{
    private readonly Dictionary<string, string> _headers;
    private readonly byte[] _block;
    private readonly bool _isTooLarge;

    private WarcRecord(Dictionary<string, string> headers, byte[] block, bool isTooLarge, bool isCutOff)
    {
        _headers = headers;
        _block = block;
        _isTooLarge = isTooLarge;
        IsCutOff = isCutOff;
    }

    /// <summary>Whether the archive ended within it.</summary>
    public bool IsCutOff { get; }

    /// <summary>Whether the crawler kept only its beginning.</summary>
    public bool IsShortened => Header("WARC-Truncated").Length > 0;

    /// <summary>The address that was crawled; null for none.</summary>
    public Uri? Target => WebAddress.Read(Header("WARC-Target-URI").Trim('<', '>'));

    private string Type => Header("WARC-Type").ToLowerInvariant();

    /// <summary>Reads the block behind the headers; null where its length is not said.</summary>
    public static WarcRecord? Read(ByteLineReader reader, Dictionary<string, string> headers, ReadOptions options)
    {
        if (
            !headers.TryGetValue("Content-Length", out var text)
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
        )
        {
            return null;
        }

        var record = new WarcRecord(headers, [], false, false);
        var keep = record.Type is "response" or "resource" or "conversion" ? options.MaxFileBytes : 0;
        var block = reader.ReadBlock(length, keep, out var read);
        return new WarcRecord(headers, block, length > keep, read < length);
    }

    /// <summary>The page or text in it; null where it holds none.</summary>
    public WarcPage? Page(ReadOptions options)
    {
        var type = Type;
        if (type is not ("response" or "resource" or "conversion") || IsBookkeeping(Header("WARC-Target-URI")))
        {
            return null;
        }

        var media = Header("Content-Type");
        if (type != "response")
        {
            return IsText(Media(media)) || IsHtml(Media(media))
                ? new WarcPage(_isTooLarge ? null : _block, IsHtml(Media(media)), HttpMessage.CharsetOf(media))
                : null;
        }

        if (
            !media.StartsWith("application/http", StringComparison.OrdinalIgnoreCase)
            || HttpMessage.Read(_block) is not { Status: >= 200 and < 300 } message
            || !(IsHtml(message.MediaType) || (IsText(message.MediaType) && !IsRobots(Target)))
        )
        {
            return null;
        }

        return new WarcPage(
            _isTooLarge ? null : message.Content(options.MaxFileBytes),
            IsHtml(message.MediaType),
            message.Charset
        );
    }

    private static string Media(string header) => header.Split(';')[0].Trim().ToLowerInvariant();

    private static bool IsHtml(string media) => media is "text/html" or "application/xhtml+xml";

    private static bool IsText(string media) => media is "text/plain";

    // What a crawler writes of itself: metadata:// (Wget), urn: (Webrecorder), filedesc: (ARC), the logs of a crawl.
    private static bool IsBookkeeping(string target)
    {
        var text = target.AsSpan().Trim("<> ");
        return !text.IsEmpty
            && text.Contains(':')
            && !text.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("ftp:", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsRobots(Uri? target) => target?.AbsolutePath == "/robots.txt";

    private string Header(string name) => _headers.GetValueOrDefault(name, string.Empty);
}
