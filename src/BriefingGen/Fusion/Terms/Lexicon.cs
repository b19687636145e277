namespace BriefingGen.Fusion.Terms;

/// <summary>Numbers words, so that sets of them are short sorted arrays, and knows how rare each is, from 0 to 1.</summary>
internal sealed class Lexicon(TermSpace space)
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<double> _rarity = [];
    private readonly double _greatest = space.Greatest;

    /// <summary>The number of a word.</summary>
    public int Id(string word)
    {
        if (!_ids.TryGetValue(word, out var id))
        {
            id = _rarity.Count;
            _ids.Add(word, id);
            _rarity.Add(_greatest > 0 ? Math.Min(1, space.Rarity(word) / _greatest) : 1);
        }

        return id;
    }

    /// <summary>How rare a word is, 0 for one that stands everywhere and 1 for one that is seen once.</summary>
    public double Rarity(int word) => _rarity[word];

    /// <summary>A set of words.</summary>
    public WordSet Set(IEnumerable<string> words)
    {
        var ids = words.Select(Id).Distinct().Order().ToArray();
        var (sum, squares) = (0.0, 0.0);
        foreach (var id in ids)
        {
            sum += _rarity[id];
            squares += _rarity[id] * _rarity[id];
        }

        return new WordSet(ids, sum, Math.Sqrt(squares));
    }

    /// <summary>Cosine of two sets, words weighed by how rare they are.</summary>
    public double Cosine(WordSet a, WordSet b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var sum = 0.0;
        foreach (var word in a.Shared(b))
        {
            sum += _rarity[word] * _rarity[word];
        }

        return sum / (a.Length * b.Length);
    }

    /// <summary>The share of a set that stands in another, words weighed by how rare they are.</summary>
    public double Covered(WordSet part, WordSet whole)
    {
        if (part.Sum == 0)
        {
            return 0;
        }

        var sum = 0.0;
        foreach (var word in part.Shared(whole))
        {
            sum += _rarity[word];
        }

        return sum / part.Sum;
    }

    /// <summary>How rare the rarest word of both is; 0 where they share none.</summary>
    public double Rarest(WordSet a, WordSet b)
    {
        var most = 0.0;
        foreach (var word in a.Shared(b))
        {
            most = Math.Max(most, _rarity[word]);
        }

        return most;
    }
}

/// <summary>A set of numbered words, ascending.</summary>
/// <param name="Words">The numbers.</param>
/// <param name="Sum">Sum of how rare they are.</param>
/// <param name="Length">Euclidean length.</param>
internal sealed record WordSet(int[] Words, double Sum, double Length)
{
    public bool IsEmpty => Words.Length == 0;

    /// <summary>The words that both have.</summary>
    public IEnumerable<int> Shared(WordSet other)
    {
        int i = 0,
            j = 0;
        while (i < Words.Length && j < other.Words.Length)
        {
            var order = Words[i].CompareTo(other.Words[j]);
            if (order == 0)
            {
                yield return Words[i];
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    /// <summary>True where both have a word.</summary>
    public bool Meets(WordSet other) => Shared(other).Any();
}
