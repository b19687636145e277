using System.Collections.Frozen;

namespace BriefingGen.Fusion.Claims;

/// <summary>Which words name one office, from <c>offices.tsv</c>: "her publicist" and "a spokesman for her".</summary>
internal static class Offices
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> Table = new(() =>
        EmbeddedTable
            .Rows("offices.tsv")
            .SelectMany(row => row[1].Split(' ').Select(word => (Word: word, Class: row[0])))
            .GroupBy(pair => pair.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Select(pair => $"office {pair.Class}").ToArray(),
                StringComparer.Ordinal
            )
    );

    /// <summary>True for words of one who speaks for another: "chief spokeswoman".</summary>
    public static bool SpeakFor(string words) =>
        ContentWords
            .Terms(words)
            .Any(word => Table.Value.GetValueOrDefault(word)?.Contains("office spokesman") is true);

    /// <summary>The words, with the offices that they name.</summary>
    public static IEnumerable<string> With(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            yield return word;
            foreach (var office in Table.Value.GetValueOrDefault(word) ?? [])
            {
                yield return office;
            }
        }
    }
}
