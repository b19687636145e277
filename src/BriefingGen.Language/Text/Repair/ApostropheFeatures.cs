namespace BriefingGen.Language.Text.Repair;

/// <summary>
/// Surface features of a word that may have lost its apostrophe: the word, its neighbours, their endings and case, and
/// whether the stem stands elsewhere in the document. Hashed; training and use share this code.
/// </summary>
internal static class ApostropheFeatures
{
    /// <summary>Number of hashed features, a power of two.</summary>
    public const int Size = 1 << 18;

    /// <summary>Most features of one word.</summary>
    public const int Most = 40;

    /// <summary>What may have been lost at <paramref name="word"/>: an end in s, a contraction, or nothing.</summary>
    public static bool IsCandidate(ReadOnlySpan<char> word) =>
        word.Length >= 2
        && word.Length <= 40
        && !word.ContainsAny('\'', '\u2019')
        && ((word.Length >= 3 && word[^1] is 's' or 'S' && char.IsLetter(word[^2])) || Contractions.Place(word) > 0);

    /// <summary>Writes the features of word <paramref name="i"/> into <paramref name="features"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words and marks of one region.</param>
    /// <param name="i">Index of the word.</param>
    /// <param name="vocabulary">All words of the document as they stand.</param>
    /// <param name="features">Room for <see cref="Most"/> features.</param>
    /// <returns>How many there are.</returns>
    public static int Extract(
        string text,
        List<SurfaceWord> words,
        int i,
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> vocabulary,
        Span<int> features
    )
    {
        var word = At(text, words, i);
        var stem = word[..^1];
        var before = At(text, words, i - 1);
        var before2 = At(text, words, i - 2);
        var after = At(text, words, i + 1);
        var after2 = At(text, words, i + 2);
        var shape = Shape(word) + (IsStart(before) ? "^" : "");
        var afterShape = Shape(after);
        var seen = Seen(stem, word, vocabulary);
        var list = new FeatureWriter(features, Size);
        list.Add(1, word);
        list.Add(2, word, before);
        list.Add(3, word, after);
        list.Add(4, shape);
        list.Add(5, before);
        list.Add(6, after);
        list.Add(7, before, after);
        list.Add(8, Ending(after, 3), shape);
        list.Add(9, Ending(after, 2), Ending(word, 3));
        list.Add(10, Ending(before, 3), Ending(after, 3));
        list.Add(11, Ending(word, 3), shape);
        list.Add(12, Ending(word, 4), before);
        list.Add(13, Ending(word, 4), after);
        list.Add(14, shape, afterShape);
        list.Add(15, seen, shape);
        list.Add(16, seen, after);
        list.Add(17, seen, before);
        list.Add(18, seen, Ending(after, 3));
        list.Add(19, seen, Ending(word, 3));
        list.Add(20, after, after2);
        list.Add(21, before2, before);
        list.Add(22, before2, word);
        list.Add(23, word, after2);
        list.Add(24, Ending(after, 2), Ending(after2, 2));
        list.Add(25, shape, after);
        list.Add(26, shape, before);
        list.Add(27, word, Ending(after, 3));
        list.Add(28, word, Ending(before, 2));
        list.Add(29, shape + afterShape, seen);
        list.Add(30, Ending(word, 5));
        list.Add(31, word, afterShape);
        list.Add(32, Ending(after2, 3), shape);
        list.Add(33, Shape(before) + shape, afterShape);
        list.Add(34, word, shape);
        list.Add(35, string.Concat(word, " ", Ending(after, 3)), after2);
        return list.Count;
    }

    // Edges of the region are a mark of their own.
    private static ReadOnlySpan<char> At(string text, List<SurfaceWord> words, int i) =>
        i < 0 || i >= words.Count ? "\n" : text.AsSpan(words[i].Start, words[i].Length);

    private static bool IsStart(ReadOnlySpan<char> before) => before[0] is '\n' or '.' or '?' or '!' or ':' or ';';

    private static ReadOnlySpan<char> Ending(ReadOnlySpan<char> word, int length) =>
        word.Length <= length ? word : word[^length..];

    private static string Shape(ReadOnlySpan<char> word)
    {
        var first = word[0];
        if (char.IsDigit(first))
        {
            return "9";
        }

        if (!char.IsLetter(first))
        {
            return "#";
        }

        if (!char.IsUpper(first))
        {
            return "l";
        }

        return word.Length > 1 && char.IsUpper(word[1]) ? (char.IsUpper(word[^1]) ? "u" : "m") : "t";
    }

    private static string Seen(
        ReadOnlySpan<char> stem,
        ReadOnlySpan<char> word,
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> vocabulary
    )
    {
        var plain = vocabulary.Contains(stem);
        if (!char.IsUpper(word[0]))
        {
            return plain ? "1" : "0";
        }

        Span<char> lower = stackalloc char[stem.Length];
        stem.ToLowerInvariant(lower);
        return (plain ? "3" : "2") + (vocabulary.Contains(lower) ? "+" : "");
    }
}
