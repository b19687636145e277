using System.Collections.Immutable;

namespace BriefingGen.Sources.Decoding;

/// <summary>Tells files that are not text, whatever they are called.</summary>
internal static class BinaryFormat
{
    private static readonly ImmutableArray<(byte[] Start, string Name)> Formats =
    [
        ([0x89, .. "PNG\r\n"u8], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ([.. "GIF87a"u8], "a GIF picture"),
        ([.. "GIF89a"u8], "a GIF picture"),
        ([.. "%PDF-"u8], "a PDF document"),
        ([.. "PK\x03\x04"u8], "a ZIP archive or an Office document"),
        ([.. "PK\x05\x06"u8], "a ZIP archive"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
        ([.. "BZh"u8], "a bzip2 archive"),
        ([0xFD, .. "7zXZ"u8, 0], "an xz archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
        ([0x7F, .. "ELF"u8], "a program"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office document"),
        ([.. "SQLite format 3\0"u8], "an SQLite database"),
    ];

    /// <summary>The format whose mark the file starts with, with its article; null for none.</summary>
    public static string? NameOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, name) in Formats)
        {
            if (bytes.StartsWith(start))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>True where more than one byte in twenty is a control character that text does not use.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> sample)
    {
        var controls = 0;
        foreach (var b in sample)
        {
            if (b < 0x20 && b is not ((>= 0x08 and <= 0x0D) or 0x1B))
            {
                controls++;
            }
        }

        // A few in a short text may be damage; the text around them can still be read.
        return controls > 3 + (sample.Length / 20);
    }
}
