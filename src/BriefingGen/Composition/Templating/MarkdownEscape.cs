using System.Text;

namespace BriefingGen.Composition.Templating;

/// <summary>Writes text so that Markdown reads it as that text and as nothing else.</summary>
internal static class MarkdownEscape
{
    /// <summary>
    /// A backslash before every ASCII punctuation character that Markdown or one of our containers could read, as
    /// CommonMark 0.31.2, 2.4 allows. Plain prose punctuation stays bare where it can never mean anything.
    /// </summary>
    public static string Of(string text)
    {
        var builder = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)) && !IsPlain(text, i))
            {
                builder.Append('\\');
            }

            builder.Append(c);
        }

        return builder.ToString();
    }

    // A comma, an apostrophe, a quotation mark or a closing full stop opens no construct; a full stop, a bracket or a
    // hyphen inside a word or after one does not either, unless it follows digits at a line's start ("1. ").
    private static bool IsPlain(string text, int i) =>
        text[i] switch
        {
            ',' or '\'' or '"' or ';' or '?' or '%' or '/' or '$' => true,
            '.' => i > 0 && !char.IsAsciiDigit(text[i - 1]),
            '-' => i > 0
                && i + 1 < text.Length
                && char.IsLetterOrDigit(text[i - 1])
                && char.IsLetterOrDigit(text[i + 1]),
            _ => false,
        };
}
