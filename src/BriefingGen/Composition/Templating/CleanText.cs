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
            else if (!InvisibleMarks.IsOne(rune.Value))
            {
                rightToLeft |= IsRightToLeft(rune.Value);
                builder.Append(rune.ToString());
            }
        }

        // A letter and its mark in one: fonts and readers of pages know "é" better than "e" with an accent after it.
        var line = builder.ToString().TrimEnd(' ').Normalize(NormalizationForm.FormC);
        return rightToLeft ? FirstStrongIsolate + line + PopIsolate : line;
    }

    // Hebrew, Arabic and their neighbours.
    private static bool IsRightToLeft(int value) =>
        value
            is (>= 0x590 and <= 0x8FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFC)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF);
}
