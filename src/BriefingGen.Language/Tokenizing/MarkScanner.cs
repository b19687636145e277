using System.Globalization;

namespace BriefingGen.Language.Tokenizing;

/// <summary>Finds where a punctuation mark, a symbol, a face or an elided word ends.</summary>
internal static class MarkScanner
{
    /// <summary>End of the mark at <paramref name="at"/>, which is neither blank nor part of a word.</summary>
    public static int End(string text, int at, int end)
    {
        var c = text[at];
        if (char.IsSurrogate(c))
        {
            return Pictograph(text, at, end);
        }

        if (CharacterClass.IsApostrophe(c) && Elision(text, at, end) is > 0 and var elided)
        {
            return elided;
        }

        if (c is '.' or '!' or '?' or '\u2026')
        {
            return Run(text, at, end, static x => x is '.' or '!' or '?' or '\u2026');
        }

        if (Emoticon(text, at, end) is > 0 and var face)
        {
            return face;
        }

        if (c == '[' && at + 4 < end && text.AsSpan(at, 5) is "[...]")
        {
            return at + 5;
        }

        if (c is '\'' or '`' && at + 1 < end && text[at + 1] == c)
        {
            return at + 2;
        }

        if (c is '-' or '=' or '*' or '_' or '~' or '+' or '#' or '<' or '>' or '\u2014' or '\u2013')
        {
            return Run(text, at, end, c);
        }

        if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol)
        {
            return Pictograph(text, at, end);
        }

        return at + 1;
    }

    private static int Run(string text, int at, int end, char mark)
    {
        while (at < end && text[at] == mark)
        {
            at++;
        }

        return at;
    }

    private static int Run(string text, int at, int end, Func<char, bool> isPart)
    {
        while (at < end && isPart(text[at]))
        {
            at++;
        }

        return at;
    }

    // "'em", "'90s", "'cause": an apostrophe that begins a word.
    private static int Elision(string text, int at, int end)
    {
        var letters = WordScanner.Letters(text, at + 1, Math.Min(end, at + 8));
        var rest = text.AsSpan(at + 1, Math.Max(0, letters - at - 1));
        if (letters < end && CharacterClass.IsApostrophe(text[letters]))
        {
            return 0;
        }

        return
            rest
                is "em"
                    or "cause"
                    or "til"
                    or "till"
                    or "round"
                    or "tis"
                    or "twas"
                    or "bout"
                    or "s"
                    or "re"
                    or "ve"
                    or "ll"
                    or "d"
                    or "m"
            || (
                rest.Length is 2 or 3
                && char.IsAsciiDigit(rest[0])
                && char.IsAsciiDigit(rest[1])
                && (rest.Length == 2 || rest[2] == 's')
            )
            ? letters
            : 0;
    }

    private static int Emoticon(string text, int at, int end)
    {
        if (text[at] is not (':' or ';' or '='))
        {
            return 0;
        }

        var mouth = at + 1 < end && text[at + 1] == '-' ? at + 2 : at + 1;
        var isFace =
            mouth < end
            && text[mouth] is ')' or '(' or 'D' or 'P' or '/' or '|'
            && (mouth + 1 >= end || CharacterClass.IsBlank(text[mouth + 1]) || text[mouth + 1] is '.' or ')');
        return isFace && (at == 0 || CharacterClass.IsBlank(text[at - 1])) ? mouth + 1 : 0;
    }

    // An emoji with its joiners, skin tones and variation selectors; a lone surrogate stands alone.
    private static int Pictograph(string text, int at, int end)
    {
        var i = at;
        while (i < end)
        {
            var c = text[i];
            if (c is '\u200D' or '\uFE0F' or '\u20E3')
            {
                i++;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < end && char.IsLowSurrogate(text[i + 1]))
            {
                if (i > at && CharacterClass.WordUnits(text, i, end) > 0)
                {
                    break;
                }

                i += 2;
            }
            else
            {
                break;
            }
        }

        return Math.Max(i, at + 1);
    }
}
