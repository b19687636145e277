using System.Runtime.InteropServices;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Terms;

/// <summary>
/// The terms of all articles with how rare they are, in English at large and among these articles: (1 + ln tf) ·
/// ln(N / (1 + df)) · ln((n + 30) / df'). So a day of three articles can tell a common word from a telling one, and the name
/// of a state that all articles of a crisis share tells little.
/// </summary>
internal sealed class TermSpace
{
    // Of a few articles no word can be said to be common among them.
    private const int Unseen = 30;

    // Where all articles tell one story its words still join them.
    private const double Least = 0.2;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<int> _texts = [];
    private readonly BackgroundFrequencies _background = BackgroundFrequencies.Load();
    private double[] _rarity = [];
    private int _count;

    /// <summary>Counts the terms of one text.</summary>
    public void Add(IEnumerable<Term> terms)
    {
        _count++;
        foreach (var term in terms.Select(t => t.Lemma).Distinct(StringComparer.Ordinal))
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, term, out var known);
            if (!known)
            {
                id = _words.Count;
                _words.Add(term);
                _texts.Add(0);
            }

            _texts[id]++;
        }
    }

    /// <summary>Ends the counting.</summary>
    public void Freeze()
    {
        _rarity = new double[_words.Count];
        for (var i = 0; i < _rarity.Length; i++)
        {
            _rarity[i] = Rarity(_words[i], _texts[i]);
        }
    }

    /// <summary>Number of terms.</summary>
    public int Count => _words.Count;

    /// <summary>How rare a word is that stands in one text and in no background.</summary>
    public double Greatest => Rarity("", 1);

    /// <summary>The word of a term.</summary>
    public string Word(int term) => _words[term];

    /// <summary>How rare a word is.</summary>
    public double Rarity(string word) => _ids.TryGetValue(word, out var id) ? _rarity[id] : Rarity(word, 1);

    /// <summary>The vector of terms that were counted; others are left out.</summary>
    public TermVector Vector(IEnumerable<Term> terms)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var term in terms)
        {
            if (_ids.TryGetValue(term.Lemma, out var id))
            {
                counts[id] = counts.GetValueOrDefault(id) + term.Count;
            }
        }

        return counts.Count == 0
            ? TermVector.Empty
            : new TermVector([.. counts.Keys], [.. counts.Select(c => (1 + Math.Log(c.Value)) * _rarity[c.Key])]);
    }

    private double Rarity(string word, int texts)
    {
        var all = Math.Log(_count + Unseen);
        return Math.Max(0, Math.Log((double)_background.Texts / (1 + _background.Of(word))))
            * Math.Max(Least * all, all - Math.Log(texts));
    }
}
