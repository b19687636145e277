using System.Text;

namespace BriefingGen.Language.Text.Repair;

/// <summary>
/// Finds UTF-8 that was once decoded as Windows-1252: "â€™" for an apostrophe, "Ã©" for "é". A run counts only where its
/// bytes are one valid UTF-8 character.
/// </summary>
internal static class MojibakeRestorer
{
    // Windows-1252, 0x80 to 0x9F; the five gaps map to the control characters of Latin-1.
    private const string HighHalf =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The damaged characters between two offsets, in order.</summary>
    public static List<TextEdit> Find(string text, TextSpan span)
    {
        var edits = new List<TextEdit>();
        for (var at = span.Start; at < span.End; )
        {
            var (length, replacement) = text[at] < 0x80 ? default : Decode(text, at, span.End);
            if (length == 0)
            {
                at++;
                continue;
            }

            edits.Add(new TextEdit(new TextSpan(at, at + length), replacement!, EditKind.Mojibake, 0.98));
            at += length;
        }

        return edits;
    }

    private static (int Length, string? Replacement) Decode(string text, int at, int end)
    {
        var lead = Byte(text[at]);
        var length = lead switch
        {
            >= 0xC2 and <= 0xDF => 2,
            >= 0xE0 and <= 0xEF => 3,
            >= 0xF0 and <= 0xF4 => 4,
            _ => 0,
        };
        if (length == 0)
        {
            return default;
        }

        Span<byte> bytes = stackalloc byte[4];
        bytes[0] = (byte)lead;
        for (var i = 1; i < length; i++)
        {
            var next = at + i < end ? Byte(text[at + i]) : -1;
            if (next is < 0x80 or > 0xBF)
            {
                // The closing quotation mark ends in a byte that Windows-1252 has not: it is often dropped.
                return i == 2 && text[at] == '\u00E2' && text[at + 1] == '\u20AC' ? (2, "\u201D") : default;
            }

            bytes[i] = (byte)next;
        }

        return
            Rune.DecodeFromUtf8(bytes[..length], out var rune, out var used) == System.Buffers.OperationStatus.Done
            && used == length
            ? (length, rune.ToString())
            : default;
    }

    private static int Byte(char c)
    {
        if (c is >= '\u00A0' and <= '\u00FF')
        {
            return c;
        }

        return HighHalf.IndexOf(c, StringComparison.Ordinal) is >= 0 and var index ? 0x80 + index : -1;
    }
}
