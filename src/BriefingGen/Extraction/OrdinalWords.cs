using System.Collections.Frozen;

namespace BriefingGen.Extraction;

/// <summary>Ordinals in words: "fourth" is 4.</summary>
internal static class OrdinalWords
{
    private static readonly FrozenDictionary<string, int> Numbers = (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        + "sixteenth seventeenth eighteenth nineteenth twentieth"
    )
        .Split(' ')
        .Select((word, i) => (word, Number: i + 1))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Number, StringComparer.Ordinal);

    /// <summary>True for an ordinal in words, in lower case.</summary>
    public static bool Is(string word) => Numbers.ContainsKey(word);

    /// <summary>The number of an ordinal in words, in lower case; 0 for another word.</summary>
    public static int Number(string word) => Numbers.GetValueOrDefault(word);
}
