using System.Globalization;

namespace BriefingGen.Sources.Decoding;

/// <summary>Judges whether a text decoded as Windows-1252 reads like a Western language.</summary>
internal static class WesternText
{
    /// <summary>
    /// True where characters beyond ASCII are mostly letters among plain ones or typographic marks, as they are in
    /// Western texts; in a Cyrillic or Central European text taken for one, signs such as ³ or ¹ stand inside words and
    /// whole words have no plain letter.
    /// </summary>
    public static bool IsPlausible(string text)
    {
        int high = 0,
            odd = 0,
            letters = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            letters += char.IsLetter(c) ? 1 : 0;
            if (c < 0x80)
            {
                continue;
            }

            high++;
            odd += IsOdd(text, i) ? 1 : 0;
        }

        return high * 4 <= Math.Max(letters, 8) && odd * 10 <= high;
    }

    private static bool IsOdd(string text, int at)
    {
        var c = text[at];
        if (char.IsControl(c))
        {
            return true;
        }

        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        if (char.IsLetter(c))
        {
            // Three in a row are no Western word; a capital after a small letter is none either.
            return (before >= 0x80 && char.IsLetter(before) && after >= 0x80 && char.IsLetter(after))
                || (char.IsUpper(c) && char.IsLower(before));
        }

        var insideWord = char.IsLetter(before) && char.IsLetter(after);
        return insideWord
            && char.GetUnicodeCategory(c)
                is UnicodeCategory.OtherNumber
                    or UnicodeCategory.OtherSymbol
                    or UnicodeCategory.ModifierSymbol
                    or UnicodeCategory.CurrencySymbol
                    or UnicodeCategory.MathSymbol;
    }
}
