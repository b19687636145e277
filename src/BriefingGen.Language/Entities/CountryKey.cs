using System.Globalization;
using System.Text;

namespace BriefingGen.Language.Entities;

/// <summary>The letters and digits of a name without accents: what is compared.</summary>
internal static class CountryKey
{
    public const int MaxLength = 96;

    /// <summary>Key of a name as a country table has it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dropAccented">True for the name as text has it that lost every character outside ASCII.</param>
    public static string Of(string name, bool dropAccented)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c) && (char.IsAscii(c) || !dropAccented))
            {
                _ = key.Append(Fold(c));
            }
        }

        return key.ToString();
    }

    /// <summary>Adds a word's key; false where there is no room.</summary>
    /// <param name="word">The word.</param>
    /// <param name="titleCase">True to read a word of four or more capitals as if only its first were one.</param>
    /// <param name="key">Where to write.</param>
    /// <param name="length">Characters written so far.</param>
    public static bool TryAppend(ReadOnlySpan<char> word, bool titleCase, Span<char> key, ref int length)
    {
        var lower = titleCase && word.Length > 3 && !HasLower(word);
        var first = true;
        foreach (var c in word)
        {
            if (!char.IsLetterOrDigit(c))
            {
                continue;
            }

            if (length == key.Length)
            {
                return false;
            }

            var folded = char.IsAscii(c) ? c : Fold(c);
            key[length++] = lower && !first ? char.ToLowerInvariant(folded) : folded;
            first = false;
        }

        return true;
    }

    private static bool HasLower(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c))
            {
                return true;
            }
        }

        return false;
    }

    private static char Fold(char c)
    {
        if (char.IsAscii(c) || char.IsSurrogate(c))
        {
            return c;
        }

        var decomposed = c.ToString(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD);
        return decomposed[0];
    }
}
