using BriefingGen.Extraction;
using BriefingGen.Extraction.Positions;
using BriefingGen.Language.Documents;

namespace BriefingGen.Training.Attribution;

/// <summary>Counts how often each word attributes.</summary>
internal sealed class CueRates
{
    private readonly SortedDictionary<string, int> _hits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    /// <summary>Counts the words of an article.</summary>
    public void Add(ArticleContext context, List<GoldAttribution> gold)
    {
        for (var i = 0; i < context.Count; i++)
        {
            if (context.Upos(i) is Upos.Verb or Upos.Noun or Upos.Adj)
            {
                var key = CueLexicon.Key(context, i);
                _uses[key] = _uses.GetValueOrDefault(key) + 1;
            }
        }

        foreach (var attribution in gold)
        {
            if (Head(context, attribution.Cue) is { } head)
            {
                var key = CueLexicon.Key(context, head);
                _hits[key] = _hits.GetValueOrDefault(key) + 1;
            }
        }
    }

    /// <summary>Share of its uses in which a word attributes.</summary>
    /// <param name="minHits">Times that it must.</param>
    /// <param name="minRate">The least share.</param>
    public SortedDictionary<string, double> Rates(int minHits, double minRate)
    {
        var rates = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (key, count) in _hits)
        {
            var rate = count / (_uses.GetValueOrDefault(key) + 1.0);
            if (count >= minHits && rate >= minRate && key.All(c => char.IsAsciiLetterLower(c) || c is '-' or ':'))
            {
                rates[key] = Math.Round(rate, 2);
            }
        }

        return rates;
    }

    // The first verb of a cue, else its last noun, else its last adjective.
    private static int? Head(ArticleContext context, HashSet<int> cue)
    {
        var words = cue.Order().ToList();
        return First(words, Upos.Verb)
            ?? First(Enumerable.Reverse(words), Upos.Noun)
            ?? First(Enumerable.Reverse(words), Upos.Adj);

        int? First(IEnumerable<int> tokens, Upos upos) =>
            tokens.Where(i => context.Upos(i) == upos).Select(i => (int?)i).FirstOrDefault();
    }
}
