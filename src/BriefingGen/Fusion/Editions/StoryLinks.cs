using System.Globalization;
using BriefingGen.Fusion.Stories;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Editions;

/// <summary>A story of today that goes on from one of the edition before.</summary>
/// <param name="Earlier">The story before.</param>
/// <param name="Why">The evidence, for <c>explain</c>.</param>
internal sealed record StoryLink(EarlierStory Earlier, string Why);

/// <summary>
/// Finds for each story of today the one of the edition before that it goes on from, one to one: the nearest pair first, by
/// what their texts say on average, the events that both tell and the articles that both hold.
/// </summary>
internal sealed class StoryLinks
{
    // Measured on the samples day by day and on a real week split by day and by outlet: what goes on lies at 0.22 (samples) and
    // 0.41 (real) and above; of other matters the nearest come to 0.18, with texts that are hardly alike, or to 0.145.
    private const double Alike = 0.15;
    private const double LeastContent = 0.08;
    private const double SharedEvent = 0.04;
    private const int MostEvents = 3;
    private const int IndexTerms = 40;
    private const int MostPostings = 64;

    private readonly FusionWork _union;
    private readonly Dictionary<string, int> _textOf;
    private readonly Lazy<List<(Dictionary<int, double> Terms, int Count)>> _fresh;

    /// <param name="union">Today's facts and those of the edition before.</param>
    /// <param name="isEarlier">Whether an article belongs to the edition before.</param>
    public StoryLinks(FusionWork union, Func<string, bool> isEarlier)
    {
        _union = union;
        _fresh = new(() =>
            [.. union.Sources.Texts.Select(t => t.Facts.Article.Id).Where(id => !isEarlier(id)).Select(id => Sum([id]))]
        );
        _textOf = union
            .Sources.Texts.Select((t, i) => (t.Facts.Article.Id, i))
            .ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
    }

    /// <summary>The links by the id of today's story.</summary>
    public Dictionary<string, StoryLink> Find(IReadOnlyList<Story> today, IReadOnlyList<EarlierStory> earlier)
    {
        var now = today.Select(s => Sum(s.Articles)).ToList();
        var before = earlier.Select(s => Sum(s.Articles)).ToList();
        var shared = Shared(today, earlier);
        var pairs = Candidates(now, before)
            .Concat(shared.Keys)
            .Distinct()
            .Select(p => (p.Now, p.Before, Score: Score(p, now, before, shared)))
            .Where(p => p.Score.Sum >= Alike)
            .OrderByDescending(p => p.Score.Sum)
            .ThenBy(p => today[p.Now].Id, StringComparer.Ordinal)
            .ThenBy(p => earlier[p.Before].Id, StringComparer.Ordinal);
        var links = new Dictionary<string, StoryLink>(StringComparer.Ordinal);
        var taken = new HashSet<int>();
        foreach (var (n, b, score) in pairs)
        {
            if (!links.ContainsKey(today[n].Id) && taken.Add(b))
            {
                links.Add(today[n].Id, new StoryLink(earlier[b], score.Why));
            }
        }

        return links;
    }

    /// <summary>How alike an earlier story is to the text of today that is nearest to it.</summary>
    public double Nearest(EarlierStory story)
    {
        var own = Sum(story.Articles);
        return _fresh.Value.Select(vector => Average(own, vector)).DefaultIfEmpty().Max();
    }

    private (double Sum, string Why) Score(
        (int Now, int Before) pair,
        List<(Dictionary<int, double> Terms, int Count)> now,
        List<(Dictionary<int, double> Terms, int Count)> before,
        Dictionary<(int Now, int Before), (int Articles, int Events)> shared
    )
    {
        var (articles, events) = shared.GetValueOrDefault(pair);
        var alike = Average(now[pair.Now], before[pair.Before]);
        return (
            alike < LeastContent && articles == 0 ? 0 : alike + articles + (SharedEvent * Math.Min(MostEvents, events)),
            string.Create(
                CultureInfo.InvariantCulture,
                $"goes on from the edition before: alike in content, {alike:0.00} on average, {events} events and {articles} articles in both"
            )
        );
    }

    // Average link of two groups of texts: the cosine of each pair, on average.
    private static double Average(
        (Dictionary<int, double> Terms, int Count) a,
        (Dictionary<int, double> Terms, int Count) b
    )
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return 0;
        }

        var (small, large) = a.Terms.Count <= b.Terms.Count ? (a, b) : (b, a);
        return small.Terms.OrderBy(t => t.Key).Sum(t => t.Value * large.Terms.GetValueOrDefault(t.Key))
            / ((double)a.Count * b.Count);
    }

    private (Dictionary<int, double> Terms, int Count) Sum(IEnumerable<string> articles)
    {
        var terms = new Dictionary<int, double>();
        var count = 0;
        foreach (var vector in articles.Where(_textOf.ContainsKey).Select(a => _union.Heads[_textOf[a]]))
        {
            count++;
            for (var i = 0; i < vector.Count; i++)
            {
                terms[vector.Terms[i]] = terms.GetValueOrDefault(vector.Terms[i]) + vector.Weights[i];
            }
        }

        return (terms, count);
    }

    // Stories that share a heavy term; of a term that very many share, the first are enough.
    private static IEnumerable<(int Now, int Before)> Candidates(
        List<(Dictionary<int, double> Terms, int Count)> now,
        List<(Dictionary<int, double> Terms, int Count)> before
    )
    {
        var postings = before
            .SelectMany((s, i) => Heaviest(s.Terms).Select(term => (term, i)))
            .GroupBy(x => x.term, x => x.i)
            .ToDictionary(g => g.Key, g => g.Take(MostPostings).ToList());
        return now.SelectMany(
                (s, i) => Heaviest(s.Terms).SelectMany(t => postings.GetValueOrDefault(t, [])).Select(b => (i, b))
            )
            .Distinct();
    }

    private static IEnumerable<int> Heaviest(Dictionary<int, double> terms) =>
        terms.OrderByDescending(t => t.Value).ThenBy(t => t.Key).Take(IndexTerms).Select(t => t.Key);

    // How many articles both hold, and how many events texts of both tell.
    private Dictionary<(int Now, int Before), (int Articles, int Events)> Shared(
        IReadOnlyList<Story> today,
        IReadOnlyList<EarlierStory> earlier
    )
    {
        var shared = new Dictionary<(int, int), (int Articles, int Events)>();
        var now = today.SelectMany((s, i) => s.Articles.Select(a => (a, i))).ToLookup(x => x.a, x => x.i);
        var before = earlier.SelectMany((s, i) => s.Articles.Select(a => (a, i))).ToLookup(x => x.a, x => x.i);
        foreach (var article in now.Select(g => g.Key).Where(before.Contains))
        {
            foreach (var pair in now[article].SelectMany(n => before[article].Select(b => (n, b))))
            {
                var (articles, events) = shared.GetValueOrDefault(pair);
                shared[pair] = (articles + 1, events);
            }
        }

        foreach (var item in _union.Facts.Events.Where(e => e.Outcomes.Length > 1))
        {
            var texts = item.Outcomes.Select(o => o.Article).Distinct(StringComparer.Ordinal).ToList();
            var stories = texts.SelectMany(a => now[a]).Distinct().ToList();
            foreach (
                var pair in texts.SelectMany(a => before[a]).Distinct().SelectMany(b => stories.Select(n => (n, b)))
            )
            {
                var (articles, events) = shared.GetValueOrDefault(pair);
                shared[pair] = (articles, events + 1);
            }
        }

        return shared;
    }
}
