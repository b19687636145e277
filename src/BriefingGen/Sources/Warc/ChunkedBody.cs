using System.Buffers.Text;

namespace BriefingGen.Sources.Warc;

/// <summary>The chunked transfer coding (RFC 9112, 7.1) in a recorded response.</summary>
internal static class ChunkedBody
{
    /// <summary>The chunks joined; the body as it is where it is not chunked, whatever its headers say; what is there of a cut one.</summary>
    public static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> body)
    {
        using var joined = new MemoryStream(body.Length);
        var rest = body.Span;
        while (true)
        {
            var end = rest.IndexOf((byte)'\n');
            if (
                end < 0
                || !Utf8Parser.TryParse(rest[..end].TrimStart(" \t"u8), out uint size, out var digits, 'x')
                || digits > 8
                || !IsSizeLine(rest[..end].TrimStart(" \t"u8)[digits..])
            )
            {
                return joined.Length == 0 ? body : joined.ToArray();
            }

            rest = rest[(end + 1)..];
            var length = (int)Math.Min(size, (uint)rest.Length);
            joined.Write(rest[..length]);
            rest = rest[length..].TrimStart("\r\n"u8);
            if (size == 0 || rest.IsEmpty)
            {
                return joined.ToArray();
            }
        }
    }

    private static bool IsSizeLine(ReadOnlySpan<byte> tail)
    {
        tail = tail.Trim(" \t\r"u8);
        return tail.IsEmpty || tail[0] == ';';
    }
}
