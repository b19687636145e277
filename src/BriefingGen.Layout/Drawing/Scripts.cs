using System.Globalization;

namespace BriefingGen.Layout.Drawing;

/// <summary>What a line breaker has to know of characters.</summary>
internal static class Scripts
{
    private const char NonBreakingSpace = '\u00A0';
    private const char FigureSpace = '\u2007';
    private const char NarrowNonBreakingSpace = '\u202F';
    private const char ZeroWidthSpace = '\u200B';
    private const char EnDash = '\u2013';
    private const char EmDash = '\u2014';
    private const char Hyphen = '\u2010';

    /// <summary>A space at which a line may end.</summary>
    internal static bool IsBreakingSpace(char c) =>
        c == ' '
        || (
            c > '\u0080'
            && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator
            && c is not (NonBreakingSpace or FigureSpace or NarrowNonBreakingSpace)
        );

    internal static bool HasLetters(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the first letter is of a script written from right to left.</summary>
    internal static bool IsRightToLeft(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return IsRightToLeft(c);
            }
        }

        return false;
    }

    internal static bool IsRightToLeft(char c) =>
        c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    /// <summary>
    /// Whether a line may end between two characters that are no spaces. After the pair rules of UAX 14 for hyphens,
    /// dashes, slashes and ideographs; in web addresses also at their punctuation.
    /// </summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="after">Index of the first character of the next line.</param>
    /// <param name="isAddress">Whether the word is a web address.</param>
    internal static bool MayBreak(ReadOnlySpan<char> text, int after, bool isAddress)
    {
        var left = text[after - 1];
        var right = text[after];
        if (left < '\u0080' && char.IsAsciiLetterOrDigit(left))
        {
            return IsIdeograph(right);
        }

        if (char.IsLowSurrogate(right) || IsBreakingSpace(right))
        {
            return false;
        }

        var isWord = char.IsLetterOrDigit(right);
        return left switch
        {
            ZeroWidthSpace => true,
            '-' or Hyphen => char.IsLetter(right) && after > 1 && char.IsLetterOrDigit(text[after - 2]),
            EnDash or EmDash => isWord && !char.IsDigit(right),
            '/' => isWord && after > 1 && text[after - 2] != '/' && (isAddress || char.IsLetter(right)),
            '?' or '&' or '=' or '_' or '.' or '%' or '#' => isAddress && isWord,
            _ => IsIdeograph(left) && !IsClosing(right),
        };
    }

    internal static bool IsAddress(ReadOnlySpan<char> word) =>
        word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static bool IsIdeograph(char c) =>
        c is (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    private static bool IsClosing(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.ClosePunctuation
                or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OtherPunctuation;
}
