using System.Collections.Frozen;

namespace BriefingGen.Language.Text.Repair;

/// <summary>Where an apostrophe may have been lost from a word.</summary>
internal enum LostApostrophe
{
    /// <summary>Nowhere: the word is whole.</summary>
    None,

    /// <summary>Before a final s: "Russias" for "Russia's", "its" for "it's".</summary>
    BeforeS,

    /// <summary>Behind a final s: "ministers" for "ministers'".</summary>
    AfterS,

    /// <summary>At the place that the table of contractions names: "dont" for "don't", "were" for "we're".</summary>
    Contraction,
}

/// <summary>Contractions that do not end in s, by the form that is left without the apostrophe.</summary>
internal static class Contractions
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Places = Table()
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Certain = (
        "dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt couldnt wouldnt shouldnt mustnt ive weve youve theyve "
        + "youre theyre youll theyll itll youd theyd whove whod wholl"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Characters before the lost apostrophe, or 0 where the word is no such form.</summary>
    public static int Place(ReadOnlySpan<char> word) =>
        Places.TryGetValue(word, out var place) ? place
        : IsPrefixed(word) ? 1
        : 0;

    /// <summary>True for a form that is no English word of its own.</summary>
    public static bool IsCertain(ReadOnlySpan<char> word) => Certain.Contains(word);

    // "ONeill", "DAmato": a small letter behind two capitals.
    private static bool IsPrefixed(ReadOnlySpan<char> word) =>
        word.Length >= 4
        && char.IsAsciiLetterUpper(word[1])
        && char.IsAsciiLetterLower(word[2])
        && (word[0] == 'O' || (word[0] is 'D' or 'L' && word[1] is 'A' or 'E' or 'I' or 'O' or 'U' or 'H'));

    private static Dictionary<string, int> Table()
    {
        var table = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        const string negated = "do does did is are was were has have had could would should must need might ca wo ai";
        foreach (var stem in negated.Split(' '))
        {
            table[stem + "nt"] = stem.Length + 1;
        }

        string[] others =
        [
            "i|ve",
            "i|m",
            "i|d",
            "i|ll",
            "we|ve",
            "we|re",
            "we|d",
            "we|ll",
            "you|ve",
            "you|re",
            "you|d",
            "you|ll",
            "they|ve",
            "they|re",
            "they|d",
            "they|ll",
            "he|d",
            "he|ll",
            "she|d",
            "she|ll",
            "it|ll",
            "it|d",
            "that|ll",
            "that|d",
            "there|ll",
            "there|d",
            "who|ve",
            "who|d",
            "who|ll",
            "who|re",
            "what|ll",
            "what|re",
            "would|ve",
            "could|ve",
            "should|ve",
            "might|ve",
            "must|ve",
            "y|all",
            "ma|am",
            "o|clock",
        ];
        foreach (var pair in others)
        {
            var place = pair.IndexOf('|', StringComparison.Ordinal);
            table[pair.Remove(place, 1)] = place;
        }

        return table;
    }
}
