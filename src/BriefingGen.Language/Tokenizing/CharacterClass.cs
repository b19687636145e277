using System.Globalization;

namespace BriefingGen.Language.Tokenizing;

/// <summary>What a character is for the tokenizer; positions are UTF-16, a surrogate pair is one character of two units.</summary>
internal static class CharacterClass
{
    /// <summary>White space or a control character: stands between tokens and belongs to none.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    /// <summary>An apostrophe in any of its usual forms.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\u2018' or '`' or '\u00B4';

    /// <summary>A hyphen inside a word.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>An en dash, em dash, horizontal bar or minus sign.</summary>
    public static bool IsDash(char c) => c is '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212';

    /// <summary>A mark that ends a quotation by its form alone.</summary>
    public static bool IsClosingQuote(char c) => c is '\u201D' or '\u00BB' or '\u203A' or '\u2019';

    /// <summary>A mark that begins a quotation by its form alone.</summary>
    public static bool IsOpeningQuote(char c) =>
        c is '\u201C' or '\u201E' or '\u201F' or '\u00AB' or '\u2039' or '\u2018' or '\u201A';

    /// <summary>Length of the letter, digit or mark at <paramref name="at"/>: 1, 2 for a surrogate pair, or 0 where it is none.</summary>
    public static int WordUnits(string text, int at, int end)
    {
        var c = text[at];
        if (char.IsAsciiLetterOrDigit(c))
        {
            return 1;
        }

        if (c < 0x80)
        {
            return c == '_' ? 1 : 0;
        }

        if (!char.IsSurrogate(c))
        {
            return IsWordCategory(CharUnicodeInfo.GetUnicodeCategory(c)) ? 1 : 0;
        }

        return
            char.IsHighSurrogate(c)
            && at + 1 < end
            && char.IsLowSurrogate(text[at + 1])
            && IsWordCategory(CharUnicodeInfo.GetUnicodeCategory(text, at))
            ? 2
            : 0;
    }

    /// <summary>True where the character has case and is upper or title case.</summary>
    public static bool IsUpper(char c) =>
        char.IsUpper(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.TitlecaseLetter;

    // Format characters (zero-width joiners, direction marks) go with the word that they stand in.
    private static bool IsWordCategory(UnicodeCategory category) =>
        category
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.Format;
}
