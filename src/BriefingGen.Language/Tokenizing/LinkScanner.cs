using System.Collections.Frozen;

namespace BriefingGen.Language.Tokenizing;

/// <summary>Addresses: URLs, e-mail addresses, domains, user names.</summary>
internal static class LinkScanner
{
    // RFC 5321, 4.5.3.1.1: a local part has at most 64 octets.
    private const int LongestLocalPart = 64;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DomainEnds =
        "com org net gov edu mil int info biz eu uk de fr ru ua us ca au tv io co html htm php doc docx xls xlsx pdf txt ppt jpg png gif zip"
            .Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>End of the address at <paramref name="at"/>, or 0 where there is none.</summary>
    public static int End(string text, int at, int end)
    {
        if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at]))
        {
            return 0;
        }

        var rest = text.AsSpan(at, Math.Min(end - at, 12));
        if (
            rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase)
            || (
                rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
                && rest.Length > 4
                && !CharacterClass.IsBlank(rest[4])
            )
            || rest.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
        )
        {
            return Trimmed(text, at, end);
        }

        if (rest[0] == '@' || rest[0] == '#')
        {
            return Handle(text, at, end);
        }

        return char.IsAsciiLetterOrDigit(rest[0]) ? Mail(text, at, end) : 0;
    }

    /// <summary>True for a top-level domain or a file name's extension.</summary>
    public static bool IsDomainEnd(ReadOnlySpan<char> label) => DomainEnds.Contains(label);

    /// <summary>Up to white space or a bracket, without the punctuation of the sentence around it.</summary>
    public static int Trimmed(string text, int at, int end)
    {
        var i = at;
        while (
            i < end
            && !CharacterClass.IsBlank(text[i])
            && text[i] is not ('<' or '>' or '"' or '\u201C' or '\u201D' or ')')
        )
        {
            i++;
        }

        while (i > at + 1 && text[i - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or ']' or '\u2019')
        {
            i--;
        }

        return i;
    }

    private static int Handle(string text, int at, int end)
    {
        var i = at + 1;
        while (i < end && i - at < LongestLocalPart && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '_'))
        {
            i++;
        }

        return i > at + 2 && char.IsAsciiLetter(text[at + 1]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            ? i
            : 0;
    }

    private static int Mail(string text, int at, int end)
    {
        var i = at;
        var limit = Math.Min(end, at + LongestLocalPart);
        while (i < limit && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '_' or '-' or '+' or '%'))
        {
            i++;
        }

        if (i == at || i >= end || text[i] != '@')
        {
            return 0;
        }

        var domain = i + 1;
        for (
            i = domain;
            i < end && i - domain < 255 && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '-');
            i++
        )
        {
            // A domain's characters.
        }

        while (i > domain && text[i - 1] is '.' or '-')
        {
            i--;
        }

        return i > domain ? i : 0;
    }
}
