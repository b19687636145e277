using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace BriefingGen.Sources.Decoding;

/// <summary>
/// Finds out a file's encoding: byte order mark, UTF-8, UTF-16 by the place of its NULs, what an HTML page says of
/// itself, the Western code page, then statistics.
/// </summary>
internal static partial class TextDecoder
{
    private const int SampleLength = 64 * 1024;
    private const string Windows1252 = "windows-1252";

    // A code page is registered once for the process; registering it again changes nothing.
    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes a file.</summary>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="decoded">The text; null where the file is not text.</param>
    /// <returns>Why it is not text; null where it is.</returns>
    public static SetAside? Decode(string path, ReadOnlySpan<byte> bytes, out DecodedText? decoded) =>
        Decode(path, bytes, charset: null, out decoded);

    /// <summary>Decodes a file whose sender named its encoding.</summary>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="charset">The encoding's name; not believed where the bytes are plainly UTF-8. Null for none.</param>
    /// <param name="decoded">The text; null where the file is not text.</param>
    /// <returns>Why it is not text; null where it is.</returns>
    public static SetAside? Decode(string path, ReadOnlySpan<byte> bytes, string? charset, out DecodedText? decoded)
    {
        decoded = null;
        if (BinaryFormat.NameOf(bytes) is { } format)
        {
            return new SetAside(path, null, "binary", $"is {format}, not text; give the article as text, HTML or JSON");
        }

        if (FromMark(bytes) is { } marked)
        {
            decoded = Finish(path, marked.Encoding, bytes[marked.Skip..]);
            return null;
        }

        if (Utf16ByNuls(bytes) is { } utf16)
        {
            decoded = Finish(path, utf16, bytes);
            return null;
        }

        if (BinaryFormat.LooksBinary(bytes[..Math.Min(bytes.Length, SampleLength)]))
        {
            return new SetAside(path, null, "binary", "holds binary data, not text, whatever its name says");
        }

        decoded = Finish(path, Detect(bytes, charset), bytes);
        return null;
    }

    private static (Encoding Encoding, int Skip)? FromMark(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0, 0, 0xFE, 0xFF, ..] => (Encoding.GetEncoding("utf-32BE"), 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => null,
        };

    // In UTF-16 the NULs of spaces, line ends and Latin letters all lie on one side of their pairs.
    private static Encoding? Utf16ByNuls(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 4096)];
        int even = 0,
            odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        var pairs = sample.Length / 2;
        var many = Math.Max(3, pairs / 20);
        var few = pairs / 200;
        if (odd >= many && even <= few)
        {
            return Encoding.Unicode;
        }

        return even >= many && odd <= few ? Encoding.BigEndianUnicode : null;
    }

    private static Encoding Detect(ReadOnlySpan<byte> bytes, string? charset)
    {
        var utf8 = Utf8Shape.Of(bytes);
        if (utf8.Invalid == 0 || utf8.Valid >= 4 * utf8.Invalid)
        {
            return Encoding.UTF8;
        }

        if ((Named(charset) ?? DeclaredByPage(bytes)) is { } declared)
        {
            return declared;
        }

        var western = Encoding.GetEncoding(Windows1252);
        var sample = bytes[..Math.Min(bytes.Length, SampleLength)];
        if (WesternText.IsPlausible(western.GetString(sample)))
        {
            return western;
        }

        var result = CharsetDetector.DetectFromBytes(sample.ToArray()).Detected;
        return result is { Encoding: { } encoding, Confidence: >= 0.5f } ? encoding : western;
    }

    private static Encoding? DeclaredByPage(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)]);
        if (!head.TrimStart().StartsWith('<'))
        {
            return null;
        }

        var match = CharsetDeclaration().Match(head);
        return match.Success ? Named(match.Groups["name"].Value) : null;
    }

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        try
        {
            var encoding = Encoding.GetEncoding(name);
            // What can be read byte by byte is not in UTF-16, whatever it declares.
            return encoding.IsSingleByte || encoding.CodePage is 932 or 936 or 949 or 950 or 51932 or 54936
                ? encoding
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static DecodedText Finish(string path, Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes);
        var notes = ImmutableArray.CreateBuilder<SetAside>();
        TextOddities.Note(path, text, notes);
        return new DecodedText(text, encoding.WebName.ToLowerInvariant(), notes.ToImmutable());
    }

    // Generated: the machine of NonBacktracking costs more to start than a run of one article reads. Every repeat in it is
    // bounded or followed by what ends it, so the time stays linear, and no clock is needed.
    [GeneratedRegex(
        """(charset|encoding)\s*=\s*["']?(?<name>[A-Za-z0-9_:.-]{2,30})""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex CharsetDeclaration();
}
