using System.Text;

namespace BriefingGen.Layout.Elements;

/// <summary>Leaves out what a page cannot show: control characters, soft hyphens, lone surrogates, direction marks.</summary>
internal static class TextCleaning
{
    private const char SoftHyphen = '\u00AD';
    private const char ByteOrderMark = '\uFEFF';

    internal static string Clean(string text)
    {
        var i = 0;
        while (i < text.Length && !IsDoubtful(text[i]))
        {
            i++;
        }

        if (i == text.Length)
        {
            return text;
        }

        var result = new StringBuilder(text.Length).Append(text, 0, i);
        for (; i < text.Length; i++)
        {
            Append(text, ref i, result);
        }

        return result.ToString();
    }

    private static void Append(string text, ref int i, StringBuilder result)
    {
        var c = text[i];
        if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            result.Append(c).Append(text[++i]);
        }
        else if (c == '\t')
        {
            result.Append(' ');
        }
        else if (c is '\n' or '\u2028' or '\u2029' || (c == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')))
        {
            result.Append('\n');
        }
        else if (!IsDoubtful(c))
        {
            result.Append(c);
        }
    }

    private static bool IsDoubtful(char c) =>
        char.IsControl(c)
        || char.IsSurrogate(c)
        || c is SoftHyphen or ByteOrderMark or '\u2028' or '\u2029'
        || c is (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
