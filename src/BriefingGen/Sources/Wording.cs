using System.Text;

namespace BriefingGen.Sources;

/// <summary>Makes one clean line of text that somebody else wrote.</summary>
internal static class Wording
{
    private const int ShortLength = 60;
    private const int MessageLength = 1_000;

    /// <summary>One line without control characters, white space single; not cut.</summary>
    public static string OneLine(ReadOnlySpan<char> text)
    {
        var builder = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            // Soft hyphens and spaces of no width show nothing, and tear words apart.
            if (c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF')
            {
                continue;
            }

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

    /// <summary>A message that quotes what a file says: spaces for its control characters, which a terminal would obey, and at most 1000 characters.</summary>
    public static string Message(string text)
    {
        if (text.Length <= MessageLength && !text.Any(char.IsControl))
        {
            return text;
        }

        var cut = text.Length <= MessageLength ? text : $"{text.AsSpan(0, MessageLength - 1)}…";
        return string.Create(
            cut.Length,
            cut,
            static (line, from) =>
            {
                for (var i = 0; i < line.Length; i++)
                {
                    line[i] = char.IsControl(from[i]) ? ' ' : from[i];
                }
            }
        );
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
