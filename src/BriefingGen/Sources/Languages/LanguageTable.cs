using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace BriefingGen.Sources.Languages;

/// <summary>What speaks for which language; read from <c>languages.tsv</c>.</summary>
internal sealed class LanguageTable
{
    private const int LongestWord = 16;
    private const int LongestGroup = 5;

    private readonly FrozenDictionary<string, int[]> _words;
    private readonly FrozenDictionary<string, int[]> _groups;
    private readonly FrozenDictionary<char, int[]> _letters;

    private LanguageTable(
        ImmutableArray<string> tags,
        ImmutableArray<WritingSystem> scripts,
        FrozenDictionary<string, int[]> words,
        FrozenDictionary<string, int[]> groups,
        FrozenDictionary<char, int[]> letters
    )
    {
        Tags = tags;
        Scripts = scripts;
        _words = words;
        _groups = groups;
        _letters = letters;
    }

    /// <summary>BCP 47 tags; the other arrays go by their order.</summary>
    public ImmutableArray<string> Tags { get; }

    /// <summary>The script of each language.</summary>
    public ImmutableArray<WritingSystem> Scripts { get; }

    /// <summary>Reads the table from the assembly.</summary>
    public static LanguageTable Load()
    {
        using var stream = typeof(LanguageTable).Assembly.GetManifestResourceStream("BriefingGen.languages.tsv")!;
        using var reader = new StreamReader(stream);
        var tags = new List<string>();
        var items = new Dictionary<string, Dictionary<string, List<int>>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var tag, var kind, var list])
            {
                continue;
            }

            if (!tags.Contains(tag, StringComparer.Ordinal))
            {
                tags.Add(tag);
            }

            foreach (var item in list.Split(' ').Distinct(StringComparer.Ordinal))
            {
                Of(Of(items, kind), item).Add(tags.IndexOf(tag));
            }
        }

        return new LanguageTable(
            [.. tags],
            [.. tags.Select(ScriptOf)],
            Of(items, "words")
                .ToFrozenDictionary(static p => p.Key, static p => p.Value.ToArray(), StringComparer.Ordinal),
            Of(items, "groups")
                .ToFrozenDictionary(static p => p.Key, static p => p.Value.ToArray(), StringComparer.Ordinal),
            Of(items, "letters").ToFrozenDictionary(static p => p.Key[0], static p => p.Value.ToArray())
        );
    }

    /// <summary>Adds what a word says to the score of each language; what several languages share is split among them.</summary>
    public void ScoreWord(ReadOnlySpan<char> word, double[] scores, double letterWeight, double groupWeight)
    {
        if (word.Length > 40)
        {
            return;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLower(lower, CultureInfo.InvariantCulture);
        // A capital alone is an initial or a part of "U.S.", not a small word.
        var isWord = lower.Length <= LongestWord && (lower.Length > 1 || char.IsLower(word[0]) || word[0] > '\u0370');
        if (isWord && Look(_words, lower) is { } languages)
        {
            Share(languages, 1, scores);
        }

        for (var i = 0; i < lower.Length; i++)
        {
            if (lower[i] >= '\u0080' && _letters.TryGetValue(lower[i], out var byLetter))
            {
                Share(byLetter, letterWeight, scores);
            }

            for (var length = 2; length <= LongestGroup && i + length <= lower.Length; length++)
            {
                if (Look(_groups, lower.Slice(i, length)) is { } byGroup)
                {
                    Share(byGroup, groupWeight, scores);
                }
            }
        }
    }

    private static int[]? Look(FrozenDictionary<string, int[]> table, ReadOnlySpan<char> key) =>
        table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var value) ? value : null;

    private static void Share(int[] languages, double weight, double[] scores)
    {
        foreach (var language in languages)
        {
            scores[language] += weight / languages.Length;
        }
    }

    private static WritingSystem ScriptOf(string tag) =>
        tag switch
        {
            "ru" or "uk" or "bg" or "sr" or "be" => WritingSystem.Cyrillic,
            "ar" or "fa" or "ur" => WritingSystem.Arabic,
            _ => WritingSystem.Latin,
        };

    private static TValue Of<TValue>(Dictionary<string, TValue> table, string key)
        where TValue : new()
    {
        if (!table.TryGetValue(key, out var value))
        {
            table[key] = value = new TValue();
        }

        return value;
    }
}
