using System.Text;

namespace BriefingGen.Composition.Templating;

/// <summary>
/// Characters that cannot be seen and change what is: they reorder the line around them, hide in a word, or are none. A
/// reader must see what stands there, whatever the format.
/// </summary>
internal static class InvisibleMarks
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>
    /// True for controls, bidirectional marks, embeddings and isolates, zero-width marks, fillers, private use (which marks
    /// our own spans), and characters that are none. White space is none of them.
    /// </summary>
    public static bool IsOne(int value) =>
        value
            is < 0x20
                and not (0x09 or 0x0A or 0x0D)
                or (>= 0x7F and < 0xA0)
                or 0xAD
                or 0x34F
                or 0x61C
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0x180B and <= 0x180F)
                or (>= 0x200B and <= 0x200F)
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or 0x3164
                or (>= 0xE000 and <= 0xF8FF)
                or 0xFEFF
                or 0xFFA0
                or (>= 0xFFF9 and <= 0xFFFB)
                or (>= 0x1BCA0 and <= 0x1BCA3)
                or (>= 0x1D173 and <= 0x1D17A)
                or (>= 0xE0000 and <= 0xE0FFF)
                or >= 0xF0000
        || (value & 0xFFFE) == 0xFFFE;

    /// <summary>
    /// The text without them. The isolates that <see cref="CleanText"/> puts around a run from right to left stay where
    /// they come in pairs: they keep its order to itself.
    /// </summary>
    public static string Without(string text)
    {
        var i = 0;
        while (i < text.Length && !IsDoubtful(text[i]))
        {
            i++;
        }

        return i == text.Length ? text : Cleaned(text);
    }

    private static bool IsDoubtful(char c) => char.IsSurrogate(c) || IsOne(c);

    private static string Cleaned(string text)
    {
        var builder = new StringBuilder(text.Length);
        var open = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == FirstStrongIsolate)
            {
                open++;
                builder.Append(FirstStrongIsolate);
            }
            else if (rune.Value == PopIsolate)
            {
                builder.Append(open > 0 ? "\u2069" : string.Empty);
                open = Math.Max(0, open - 1);
            }
            else if (!IsOne(rune.Value))
            {
                builder.Append(rune.ToString());
            }
        }

        return builder.Append(PopIsolate, open).ToString();
    }
}
