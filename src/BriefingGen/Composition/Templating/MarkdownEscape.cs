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

    // These open no construct where they stand: brackets have no meaning after an escaped "]", a full stop or a
    // closing bracket only after the digits that a text starts with ("1. "), a colon only beside another or in an
    // address, signs of lists and headings only at the start.
    private static bool IsPlain(string text, int i)
    {
        var before = i > 0 ? text[i - 1] : '\0';
        var after = i + 1 < text.Length ? text[i + 1] : '\0';
        return text[i] switch
        {
            ',' or '\'' or '"' or ';' or '?' or '%' or '/' or '$' => true,
            '.' or ')' => i > 0 && text.AsSpan(0, i).ContainsAnyExceptInRange('0', '9'),
            '(' => i > 0,
            '!' => i > 0 && after is ' ' or '\0',
            ':' => before != ':' && after is not (':' or '/'),
            '-' or '+' => i > 0,
            _ => false,
        };
    }
}
