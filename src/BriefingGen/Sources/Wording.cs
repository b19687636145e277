using System.Text;

namespace BriefingGen.Sources;

/// <summary>Makes one clean line of text that somebody else wrote.</summary>
internal static class Wording
{
    private const int ShortLength = 60;

    /// <summary>One line without control characters, white space single; not cut.</summary>
    public static string OneLine(ReadOnlySpan<char> text)
    {
        var builder = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                // A NUL in the middle of a word is damage, not a gap.
                space |= char.IsWhiteSpace(c);
                continue;
            }

            if (space && builder.Length > 0)
            {
                builder.Append(' ');
            }

            space = false;
            builder.Append(c);
        }

        return builder.ToString();
    }

    /// <summary>One line of at most 60 characters, for messages.</summary>
    public static string Short(ReadOnlySpan<char> text)
    {
        var line = OneLine(text.Length > 4 * ShortLength ? text[..(4 * ShortLength)] : text);
        if (line.Length <= ShortLength)
        {
            return line;
        }

        var cut = char.IsHighSurrogate(line[ShortLength - 2]) ? ShortLength - 2 : ShortLength - 1;
        return $"{line.AsSpan(0, cut)}…";
    }
}
