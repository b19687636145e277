using System.Text;

namespace BriefingGen.Composition.Templating;

/// <summary>
/// Makes text of others fit to print: control characters and invisible marks go, white space becomes single spaces,
/// right-to-left runs cannot reorder what stands around them.
/// </summary>
internal static class CleanText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>One line of printable text.</summary>
    public static string Of(string text)
    {
        var builder = new StringBuilder(text.Length);
        var rightToLeft = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (builder.Length > 0 && builder[^1] != ' ')
                {
                    builder.Append(' ');
                }
            }
            else if (!IsDropped(rune.Value))
            {
                rightToLeft |= IsRightToLeft(rune.Value);
                builder.Append(rune.ToString());
            }
        }

        var line = builder.ToString().TrimEnd(' ');
        return rightToLeft ? FirstStrongIsolate + line + PopIsolate : line;
    }

    // Controls, bidirectional marks and embeddings, zero-width marks, private use (which marks our own spans), and
    // characters that are none.
    private static bool IsDropped(int value) =>
        value
            is < 0x20
                or (>= 0x7F and < 0xA0)
                or 0xAD
                or 0x61C
                or (>= 0x200B and <= 0x200F)
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or (>= 0xE000 and <= 0xF8FF)
                or 0xFEFF
                or (>= 0xFFF9 and <= 0xFFFB)
                or (>= 0xE0000 and <= 0xE0FFF)
                or >= 0xF0000
        || (value & 0xFFFE) == 0xFFFE;

    // Hebrew, Arabic and their neighbours.
    private static bool IsRightToLeft(int value) =>
        value
            is (>= 0x590 and <= 0x8FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFC)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF);
}
