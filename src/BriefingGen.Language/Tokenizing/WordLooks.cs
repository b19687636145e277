namespace BriefingGen.Language.Tokenizing;

/// <summary>Tells what a word looks like from its characters and the spaces around it.</summary>
internal static class WordLooks
{
    /// <summary>The look of a word.</summary>
    /// <param name="form">Its characters, at least one.</param>
    /// <param name="spaceBefore">True where white space or the region's edge stands before it (a straight mark opens there).</param>
    /// <param name="spaceAfter">True where white space or the region's edge follows.</param>
    public static WordLook Of(ReadOnlySpan<char> form, bool spaceBefore, bool spaceAfter)
    {
        var c = form[0];
        if (char.IsLetter(c))
        {
            return OfLetters(form);
        }

        if (char.IsDigit(c))
        {
            return OfDigits(form);
        }

        return form.Length >= 3 && c is not ('.' or '!' or '?') && IsMark(c) && form[1] == c
            ? WordLook.Rule
            : OfMark(form, spaceBefore, spaceAfter);
    }

    /// <summary>True for marks that may end a sentence by themselves.</summary>
    public static bool IsTerminal(WordLook look) => look is WordLook.Stop or WordLook.Mark or WordLook.Ellipsis;

    private static bool IsMark(char c) => char.IsPunctuation(c) || char.IsSymbol(c);

    private static WordLook OfLetters(ReadOnlySpan<char> form)
    {
        var (upper, lower, other) = (0, 0, 0);
        foreach (var c in form)
        {
            if (char.IsLower(c))
            {
                lower++;
            }
            else if (CharacterClass.IsUpper(c))
            {
                upper++;
            }
            else if (c is '.' or '/' or '@' or ':' || char.IsDigit(c))
            {
                other++;
            }
        }

        if (other > 0)
        {
            return form.ContainsAny('/', '@', ':') ? WordLook.Link
                : form[^1] == '.' ? WordLook.Abbreviation
                : WordLook.Mixed;
        }

        return upper + lower == 0 ? WordLook.Uncased
            : upper == 0 ? WordLook.Lower
            : !CharacterClass.IsUpper(form[0]) ? WordLook.Mixed
            : form.Length == 1 ? WordLook.Initial
            : lower == 0 ? WordLook.Capitals
            : upper == 1 ? WordLook.Capital
            : WordLook.Mixed;
    }

    private static WordLook OfDigits(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (char.IsLetter(c))
            {
                return form.Contains('@') ? WordLook.Link : WordLook.Mixed;
            }
        }

        return WordLook.Number;
    }

    private static WordLook OfMark(ReadOnlySpan<char> form, bool spaceBefore, bool spaceAfter)
    {
        switch (form[0])
        {
            case '.':
                return form.ContainsAny('!', '?') ? WordLook.Mark
                    : form.Length > 1 ? WordLook.Ellipsis
                    : WordLook.Stop;
            case '!' or '?' or '\u061F' or '\uFF1F' or '\uFF01':
                return WordLook.Mark;
            case '\u2026':
                return WordLook.Ellipsis;
            case '\u3002' or '\u0964' or '\uFF0E':
                return WordLook.Stop;
            case ',':
                return WordLook.Comma;
            case ':':
                return form.Length == 1 ? WordLook.Colon : WordLook.Symbol;
            case ';':
                return form.Length == 1 ? WordLook.Semicolon : WordLook.Symbol;
            case '-' or '\u2010' or '\u2011':
                return WordLook.Dash;
            case '(' or '[' or '{' or '<':
                return WordLook.OpeningBracket;
            case ')' or ']' or '}' or '>':
                return WordLook.ClosingBracket;
            case '"' or '\'' or '`':
                return spaceBefore == spaceAfter ? WordLook.Quote
                    : spaceBefore ? WordLook.OpeningQuote
                    : WordLook.ClosingQuote;
            default:
                return CharacterClass.IsDash(form[0]) ? WordLook.Dash
                    : CharacterClass.IsOpeningQuote(form[0]) ? WordLook.OpeningQuote
                    : CharacterClass.IsClosingQuote(form[0]) ? WordLook.ClosingQuote
                    : WordLook.Symbol;
        }
    }
}
