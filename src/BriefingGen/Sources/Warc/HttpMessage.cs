using System.Globalization;
using System.Text;
using BriefingGen.Sources.Compressed;
using BriefingGen.Sources.Inputs;

namespace BriefingGen.Sources.Warc;

/// <summary>An HTTP response as a crawler recorded it.</summary>
/// <param name="Status">Its status code.</param>
/// <param name="Headers">Its headers, names in any case; of two with one name the first.</param>
/// <param name="Body">What stands behind the headers, as recorded.</param>
internal sealed record HttpMessage(int Status, Dictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    private const int MaxHeaderLength = 16 * 1024;
    private const int MaxHeaders = 500;

    /// <summary>The media type, lower case without parameters; empty where not said.</summary>
    public string MediaType =>
        Headers.TryGetValue("Content-Type", out var type) ? type.Split(';')[0].Trim().ToLowerInvariant() : string.Empty;

    /// <summary>The charset of the media type; null where not said.</summary>
    public string? Charset => Headers.TryGetValue("Content-Type", out var type) ? CharsetOf(type) : null;

    /// <summary>Reads a recorded response; null where it is none.</summary>
    public static HttpMessage? Read(byte[] bytes)
    {
        var reader = new ByteLineReader(new MemoryStream(bytes));
        if (
            reader.ReadLine(MaxHeaderLength) is not { } first
            || !first.StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase)
            || first.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [_, var code, ..]
            || !int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
        )
        {
            return null;
        }

        var headers = ReadHeaders(reader);
        return headers is null ? null : new HttpMessage(status, headers, bytes.AsMemory((int)reader.Position));
    }

    /// <summary>Reads header lines up to the blank one; null where there are too many or the text ends before.</summary>
    public static Dictionary<string, string>? ReadHeaders(ByteLineReader reader)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? last = null;
        for (var count = 0; count < MaxHeaders; count++)
        {
            if (reader.ReadLine(MaxHeaderLength) is not { } line)
            {
                return null;
            }

            if (line.Length == 0)
            {
                return headers;
            }

            if (line[0] is ' ' or '\t' && last is not null)
            {
                headers[last] += " " + line.Trim();
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            last = colon > 0 ? line[..colon].Trim() : null;
            if (last is not null && !headers.TryAdd(last, line[(colon + 1)..].Trim()))
            {
                last = null;
            }
        }

        return null;
    }

    /// <summary>The charset parameter of a media type; null for none.</summary>
    public static string? CharsetOf(string mediaType)
    {
        foreach (var parameter in mediaType.Split(';').Skip(1))
        {
            if (
                parameter.Split('=', 2) is [var name, var value]
                && name.Trim().Equals("charset", StringComparison.OrdinalIgnoreCase)
            )
            {
                return value.Trim().Trim('"', '\'');
            }
        }

        return null;
    }

    /// <summary>
    /// The content: chunks joined, codings undone. Crawlers often record it so already and keep the headers; then it is left
    /// as it is.
    /// </summary>
    /// <param name="limit">Most bytes; null is given where there are more, or where a coding is broken or unknown.</param>
    public ReadOnlyMemory<byte>? Content(int limit)
    {
        var body =
            Headers.TryGetValue("Transfer-Encoding", out var transfer)
            && transfer.Contains("chunked", StringComparison.OrdinalIgnoreCase)
                ? ChunkedBody.Join(Body)
                : Body;
        if (
            !Headers.TryGetValue("Content-Encoding", out var coding)
            || coding.Trim() is "" or "identity"
            || IsPlain(body)
        )
        {
            return body.Length <= limit ? body : null;
        }

        foreach (var one in coding.Split(',').Reverse())
        {
            if (Expand(one, body, limit) is not { } expanded)
            {
                return null;
            }

            body = expanded;
        }

        return body;
    }

    private static bool IsPlain(ReadOnlyMemory<byte> body)
    {
        var start = body.Span[..Math.Min(body.Length, 64)].TrimStart(" \t\r\n"u8);
        return start.IsEmpty || start[0] == '<';
    }

    private static ReadOnlyMemory<byte>? Expand(string coding, ReadOnlyMemory<byte> body, int limit)
    {
        try
        {
            using var compressed = new MemoryStream(body.ToArray());
            using var plain = MeasuredExpansion.Coding(coding, compressed);
            if (plain is null)
            {
                return null;
            }

            using var store = new MemoryStream();
            var buffer = new byte[32 * 1024];
            while (plain.Read(buffer.AsSpan()) is > 0 and var read)
            {
                store.Write(buffer, 0, read);
                if (store.Length > limit)
                {
                    return null;
                }
            }

            return store.ToArray();
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or InvalidOperationException)
        {
            return null;
        }
    }
}
