using System.Collections.Frozen;

namespace BriefingGen.Language.Tokenizing;

/// <summary>
/// Splits a token into syntactic words as UD English does: "can't" is "ca" and "n't", "Russia's" is "Russia" and "'s".
/// </summary>
internal static class CliticRules
{
    // Where the second word begins, by the lower-case token. "dont" and its like stay split where repair left them.
    private static readonly FrozenDictionary<string, int> Fused = new Dictionary<string, int>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["cannot"] = 3,
        ["gonna"] = 3,
        ["wanna"] = 3,
        ["gotta"] = 3,
        ["gimme"] = 3,
        ["lemme"] = 3,
        ["outta"] = 3,
        ["dont"] = 2,
        ["doesnt"] = 4,
        ["didnt"] = 3,
        ["isnt"] = 2,
        ["arent"] = 3,
        ["wasnt"] = 3,
        ["werent"] = 4,
        ["hasnt"] = 3,
        ["havent"] = 4,
        ["hadnt"] = 3,
        ["couldnt"] = 5,
        ["wouldnt"] = 5,
        ["shouldnt"] = 6,
        ["cant"] = 2,
        ["wont"] = 2,
        ["ive"] = 1,
        ["im"] = 1,
        ["youve"] = 3,
        ["weve"] = 2,
        ["theyve"] = 4,
        ["youre"] = 3,
        ["theyre"] = 4,
        ["thats"] = 4,
        ["whats"] = 4,
        ["theres"] = 5,
        ["hes"] = 2,
        ["shes"] = 3,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> FusedLookup =
        Fused.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Most words that a token is split into.</summary>
    public const int MostWords = 4;

    /// <summary>Writes the ends of the words of a token, relative to its start, into <paramref name="ends"/>.</summary>
    /// <param name="token">The token; the final apostrophe of a plural possessive is part of it.</param>
    /// <param name="ends">Room for <see cref="MostWords"/> ends.</param>
    /// <returns>How many words there are, at least 1.</returns>
    public static int Split(ReadOnlySpan<char> token, Span<int> ends)
    {
        if (FusedLookup.TryGetValue(token, out var second))
        {
            (ends[0], ends[1]) = (second, token.Length);
            return 2;
        }

        // Clitics are cut from the right, then put in order.
        var count = 0;
        var end = token.Length;
        while (count < MostWords - 1 && CliticLength(token[..end]) is > 0 and var length && length < end)
        {
            ends[count++] = end;
            end -= length;
        }

        ends[count++] = end;
        ends[..count].Reverse();
        return count;
    }

    /// <summary>Length of the clitic at the end of <paramref name="word"/>, or 0.</summary>
    public static int CliticLength(ReadOnlySpan<char> word)
    {
        var n = word.Length;
        if (n < 2)
        {
            return 0;
        }

        if (CharacterClass.IsApostrophe(word[^1]))
        {
            return word[^2] is 's' or 'S' or 'z' or 'x' ? 1 : 0;
        }

        if (n >= 3 && CharacterClass.IsApostrophe(word[^2]))
        {
            if (word[^1] is 't' or 'T' && word[^3] is 'n' or 'N')
            {
                return n > 3 ? 3 : 0;
            }

            // "the 1970's", "the 80's" are one word.
            return
                word[^1] is 's' or 'S' or 'd' or 'D' or 'm' or 'M' && !(word[^1] is 's' && char.IsAsciiDigit(word[^3]))
                ? 2
                : 0;
        }

        return
            n >= 4
            && CharacterClass.IsApostrophe(word[^3])
            && (
                word[^2..].Equals("re", StringComparison.OrdinalIgnoreCase)
                || word[^2..].Equals("ve", StringComparison.OrdinalIgnoreCase)
                || word[^2..].Equals("ll", StringComparison.OrdinalIgnoreCase)
            )
            ? 3
            : 0;
    }
}
