using System.Buffers.Binary;
using System.Collections;
using System.Text;

namespace BriefingGen.Layout.Drawing;

/// <summary>
/// Cuts a TrueType face down to the glyphs that a document uses, keeping glyph ids (so that shaped text stays valid) and
/// a map of the characters in use (so that text can be taken out of the file as it was written, where several
/// characters share a glyph). Shaping tables are left out: the text is shaped.
/// </summary>
internal static class FontSubset
{
    private static readonly string[] Kept =
    [
        "OS/2",
        "cmap",
        "cvt ",
        "fpgm",
        "gasp",
        "glyf",
        "head",
        "hhea",
        "hmtx",
        "loca",
        "maxp",
        "name",
        "post",
        "prep",
    ];

    /// <summary>The smaller face.</summary>
    /// <param name="face">The whole face.</param>
    /// <param name="use">The characters and glyphs in use.</param>
    internal static byte[] Cut(FontFace face, FontUse use)
    {
        var used = use.Glyphs;
        used[0] = true;
        var isLong = BinaryPrimitives.ReadInt16BigEndian(face.Table("head")[50..]) == 1;
        AddComponents(face, used, isLong);
        var (glyf, loca) = CutOutlines(face, used, isLong);
        var tables = new List<(string Tag, byte[] Data)>();
        foreach (var tag in Kept)
        {
            if (!face.HasTable(tag))
            {
                continue;
            }

            tables.Add(
                tag switch
                {
                    "glyf" => (tag, glyf),
                    "loca" => (tag, loca),
                    "head" => (tag, LongHead(face.Table(tag).ToArray())),
                    "post" => (tag, ShortPost(face.Table(tag))),
                    "cmap" => (tag, CharacterMap(use.Characters)),
                    "hmtx" => (tag, CutAdvances(face, used)),
                    _ => (tag, face.Table(tag).ToArray()),
                }
            );
        }

        return Assemble(tables);
    }

    private static (int Start, int End) Place(ReadOnlySpan<byte> loca, int glyph, bool isLong) =>
        isLong
            ? (
                (int)BinaryPrimitives.ReadUInt32BigEndian(loca[(glyph * 4)..]),
                (int)BinaryPrimitives.ReadUInt32BigEndian(loca[((glyph + 1) * 4)..])
            )
            : (
                BinaryPrimitives.ReadUInt16BigEndian(loca[(glyph * 2)..]) * 2,
                BinaryPrimitives.ReadUInt16BigEndian(loca[((glyph + 1) * 2)..]) * 2
            );

    /// <summary>Accented letters are put together from others, which are then needed too.</summary>
    private static void AddComponents(FontFace face, BitArray used, bool isLong)
    {
        var waiting = new Stack<int>();
        for (var glyph = 0; glyph < used.Length; glyph++)
        {
            if (used[glyph])
            {
                waiting.Push(glyph);
            }
        }

        var loca = face.Table("loca");
        var glyf = face.Table("glyf");
        while (waiting.TryPop(out var glyph))
        {
            var (start, end) = Place(loca, glyph, isLong);
            if (end - start < 10 || BinaryPrimitives.ReadInt16BigEndian(glyf[start..]) >= 0)
            {
                continue;
            }

            var outline = glyf[(start + 10)..end];
            var flags = 0x20;
            while ((flags & 0x20) != 0)
            {
                flags = BinaryPrimitives.ReadUInt16BigEndian(outline);
                var component = BinaryPrimitives.ReadUInt16BigEndian(outline[2..]);
                if (!used[component])
                {
                    used[component] = true;
                    waiting.Push(component);
                }

                outline = outline[ComponentLength(flags)..];
            }
        }
    }

    private static int ComponentLength(int flags)
    {
        var arguments = (flags & 0x01) != 0 ? 4 : 2;
        var scale =
            (flags & 0x08) != 0 ? 2
            : (flags & 0x40) != 0 ? 4
            : (flags & 0x80) != 0 ? 8
            : 0;
        return 4 + arguments + scale;
    }

    private static (byte[] Glyf, byte[] Loca) CutOutlines(FontFace face, BitArray used, bool isLong)
    {
        var loca = face.Table("loca");
        var glyf = face.Table("glyf");
        var newLoca = new byte[(used.Length + 1) * 4];
        using var outlines = new MemoryStream();
        for (var glyph = 0; glyph < used.Length; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(newLoca.AsSpan(glyph * 4), (uint)outlines.Length);
            if (!used[glyph])
            {
                continue;
            }

            var (start, end) = Place(loca, glyph, isLong);
            outlines.Write(glyf[start..end]);
            while (outlines.Length % 4 != 0)
            {
                outlines.WriteByte(0);
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(newLoca.AsSpan(used.Length * 4), (uint)outlines.Length);
        return (outlines.ToArray(), newLoca);
    }

    private static byte[] CutAdvances(FontFace face, BitArray used)
    {
        var hmtx = face.Table("hmtx").ToArray();
        var count = BinaryPrimitives.ReadUInt16BigEndian(face.Table("hhea")[34..]);
        for (var glyph = 0; glyph < Math.Min(count, used.Length); glyph++)
        {
            if (!used[glyph])
            {
                hmtx.AsSpan(glyph * 4, 4).Clear();
            }
        }

        return hmtx;
    }

    /// <summary>A map of format 12: one group a character.</summary>
    private static byte[] CharacterMap(SortedDictionary<int, ushort> characters)
    {
        const int Header = 12;
        var length = 16 + (characters.Count * 12);
        var table = new byte[Header + length];
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(2), 1);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4), 3);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(6), 10);
        BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(8), Header);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(Header), 12);
        BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(Header + 4), (uint)length);
        BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(Header + 12), (uint)characters.Count);
        var group = table.AsSpan(Header + 16);
        foreach (var (character, glyph) in characters)
        {
            BinaryPrimitives.WriteUInt32BigEndian(group, (uint)character);
            BinaryPrimitives.WriteUInt32BigEndian(group[4..], (uint)character);
            BinaryPrimitives.WriteUInt32BigEndian(group[8..], glyph);
            group = group[12..];
        }

        return table;
    }

    private static byte[] LongHead(byte[] head)
    {
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        return head;
    }

    /// <summary>Version 3 holds no glyph names.</summary>
    private static byte[] ShortPost(ReadOnlySpan<byte> post)
    {
        var result = post[..32].ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(result, 0x00030000);
        return result;
    }

    private static byte[] Assemble(List<(string Tag, byte[] Data)> tables)
    {
        var offset = 12 + (tables.Count * 16);
        var length = offset + tables.Sum(t => (t.Data.Length + 3) & ~3);
        var font = new byte[length];
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(font, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), (ushort)((tables.Count * 16) - (16 << power)));
        var head = 0;
        for (var i = 0; i < tables.Count; i++)
        {
            var (tag, data) = tables[i];
            data.CopyTo(font, offset);
            var padded = (data.Length + 3) & ~3;
            var entry = font.AsSpan(12 + (i * 16), 16);
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(font.AsSpan(offset, padded)));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)data.Length);
            head = string.Equals(tag, "head", StringComparison.Ordinal) ? offset : head;
            offset += padded;
        }

        BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(head + 8), 0xB1B0AFBA - Sum(font));
        return font;
    }

    private static uint Sum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (var i = 0; i + 4 <= data.Length; i += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(data[i..]);
        }

        return sum;
    }
}
