using System.Buffers.Binary;
using System.Collections;
using System.Text;
using HarfBuzzSharp;

namespace BriefingGen.Layout.Drawing;

/// <summary>One face of a family: its bytes, its metrics in em, and what HarfBuzz needs to shape with it. Immutable.</summary>
internal sealed class FontFace
{
    private readonly Dictionary<string, (int Offset, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly byte[] _data;

    /// <summary>Reads a TrueType face.</summary>
    /// <param name="data">The file.</param>
    /// <exception cref="InvalidDataException">It is not a TrueType face.</exception>
    internal FontFace(byte[] data)
    {
        _data = data;
        ReadDirectory();
        var head = Table("head");
        UnitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(head[18..]);
        GlyphCount = BinaryPrimitives.ReadUInt16BigEndian(Table("maxp")[4..]);
        var hhea = Table("hhea");
        Ascent = (float)BinaryPrimitives.ReadInt16BigEndian(hhea[4..]) / UnitsPerEm;
        Descent = -(float)BinaryPrimitives.ReadInt16BigEndian(hhea[6..]) / UnitsPerEm;
        LineGap = (float)BinaryPrimitives.ReadInt16BigEndian(hhea[8..]) / UnitsPerEm;
        var os2 = Table("OS/2");
        Weight = BinaryPrimitives.ReadUInt16BigEndian(os2[4..]);
        StrikeoutPosition = (float)BinaryPrimitives.ReadInt16BigEndian(os2[28..]) / UnitsPerEm;
        IsItalic = (BinaryPrimitives.ReadUInt16BigEndian(os2[62..]) & 1) != 0;
        var post = Table("post");
        UnderlinePosition = -(float)BinaryPrimitives.ReadInt16BigEndian(post[8..]) / UnitsPerEm;
        UnderlineThickness = (float)BinaryPrimitives.ReadInt16BigEndian(post[10..]) / UnitsPerEm;
        Family = ReadName(16) ?? ReadName(1) ?? throw new InvalidDataException("The font names no family.");
        Shaping = ShapingFont(data);
        Shaping.SetScale(UnitsPerEm, UnitsPerEm);
    }

    internal string Family { get; }

    internal int Weight { get; }

    internal bool IsItalic { get; }

    internal int UnitsPerEm { get; }

    internal int GlyphCount { get; }

    internal float Ascent { get; }

    /// <summary>Below the baseline, as a positive number.</summary>
    internal float Descent { get; }

    internal float LineGap { get; }

    /// <summary>Below the baseline, as a positive number.</summary>
    internal float UnderlinePosition { get; }

    internal float UnderlineThickness { get; }

    /// <summary>Above the baseline.</summary>
    internal float StrikeoutPosition { get; }

    internal Font Shaping { get; }

    internal ReadOnlySpan<byte> Data => _data;

    internal bool Holds(Rune rune) => Shaping.TryGetNominalGlyph((uint)rune.Value, out _);

    internal bool HasTable(string tag) => _tables.ContainsKey(tag);

    internal ReadOnlySpan<byte> Table(string tag) =>
        _tables.TryGetValue(tag, out var place)
            ? _data.AsSpan(place.Offset, place.Length)
            : throw new InvalidDataException($"The font has no table '{tag}'.");

    /// <summary>An empty set of this face's glyphs.</summary>
    internal BitArray NoGlyphs() => new(GlyphCount);

    /// <summary>HarfBuzz keeps a copy of the bytes: the collector may move ours.</summary>
    private static unsafe Font ShapingFont(byte[] data)
    {
        fixed (byte* start = data)
        {
            using var blob = new Blob((nint)start, data.Length, MemoryMode.Duplicate);
            using var face = new Face(blob, 0);
            var font = new Font(face);
            font.SetFunctionsOpenType();
            return font;
        }
    }

    private void ReadDirectory()
    {
        if (_data.Length < 12 || BinaryPrimitives.ReadUInt32BigEndian(_data) != 0x00010000)
        {
            throw new InvalidDataException("Not a TrueType font.");
        }

        var count = BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(4));
        for (var i = 0; i < count; i++)
        {
            var entry = _data.AsSpan(12 + (i * 16), 16);
            var offset = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
            _tables[Encoding.ASCII.GetString(entry[..4])] = (offset, length);
        }
    }

    private string? ReadName(int id)
    {
        var name = Table("name");
        var count = BinaryPrimitives.ReadUInt16BigEndian(name[2..]);
        var strings = BinaryPrimitives.ReadUInt16BigEndian(name[4..]);
        for (var i = 0; i < count; i++)
        {
            var entry = name.Slice(6 + (i * 12), 12);
            var isWindowsUnicode = BinaryPrimitives.ReadUInt16BigEndian(entry) == 3;
            if (isWindowsUnicode && BinaryPrimitives.ReadUInt16BigEndian(entry[6..]) == id)
            {
                var length = BinaryPrimitives.ReadUInt16BigEndian(entry[8..]);
                var offset = strings + BinaryPrimitives.ReadUInt16BigEndian(entry[10..]);
                return Encoding.BigEndianUnicode.GetString(name.Slice(offset, length));
            }
        }

        return null;
    }
}
