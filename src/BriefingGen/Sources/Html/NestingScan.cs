namespace BriefingGen.Sources.Html;

/// <summary>
/// How deep a page may nest, told from its tags before it is parsed: the standard's parsing algorithm looks through all
/// open elements at each tag, so that a page of nothing but open tags takes time by the square of its length.
/// </summary>
internal static class NestingScan
{
    /// <summary>More than any page nests, and few enough to parse quickly.</summary>
    public const int MaxOpen = 1_000;

    // These close themselves, or the next of their kind closes them.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverDeep = new HashSet<string>(
        "p li br img hr meta link input wbr area base col embed source track param td th tr dt dd option optgroup tbody thead tfoot colgroup !doctype".Split(
            ' '
        ),
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where more than <see cref="MaxOpen"/> elements may be open at once.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> html)
    {
        var open = 0;
        while (true)
        {
            var at = html.IndexOf('<');
            if (at < 0 || at + 1 >= html.Length)
            {
                return false;
            }

            html = html[(at + 1)..];
            var closes = html[0] == '/';
            var name = NameAt(closes ? html[1..] : html);
            if (name.IsEmpty || NeverDeep.Contains(name))
            {
                continue;
            }

            if (closes)
            {
                open = Math.Max(0, open - 1);
            }
            else if (!ClosesItself(html) && ++open > MaxOpen)
            {
                return true;
            }
        }
    }

    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < 20 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '!'))
        {
            end++;
        }

        return end > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '!') ? text[..end] : [];
    }

    private static bool ClosesItself(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny('<', '>');
        return end > 0 && tag[end] == '>' && tag[end - 1] == '/';
    }
}
