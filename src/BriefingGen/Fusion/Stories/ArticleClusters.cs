using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Stories;

/// <summary>
/// Groups texts by content: agglomerative clustering with average link over the cosine of their terms, among texts of
/// about the same days. The nearest pair is joined first, as long as its groups are alike on average. Candidates come from an
/// inverted index of the heaviest terms, so that the work grows with the number of texts and not with its square.
/// </summary>
internal sealed class ArticleClusters
{
    // Average cosine from which on two groups are one story; chosen on ECB+ dev.
    private const double Alike = 0.12;

    private const int WindowDays = 7;
    private const int IndexTerms = 40;

    // Of a term that hundreds of texts share, the latest are enough to find the group.
    private const int MostPostings = 48;
    private const int MostNeighbours = 24;

    private readonly IReadOnlyList<TermVector> _vectors;
    private readonly int[] _parents;
    private readonly int[] _versions;
    private readonly Dictionary<int, double>[] _sums;
    private readonly int[] _sizes;
    private readonly (int First, int Last)[] _spans;

    private ArticleClusters(IReadOnlyList<TermVector> vectors, IReadOnlyList<DateOnly?> days)
    {
        _vectors = vectors;
        var count = vectors.Count;
        _parents = [.. Enumerable.Range(0, count)];
        _versions = new int[count];
        _sizes = new int[count];
        _sums = new Dictionary<int, double>[count];
        _spans = new (int, int)[count];
        for (var i = 0; i < count; i++)
        {
            _sizes[i] = 1;
            _sums[i] = [];
            for (var t = 0; t < vectors[i].Count; t++)
            {
                _sums[i].Add(vectors[i].Terms[t], vectors[i].Weights[t]);
            }

            _spans[i] = days[i] is { } day ? (day.DayNumber, day.DayNumber) : (int.MaxValue, int.MinValue);
        }
    }

    /// <summary>For each text the index of the first text of its group, and the joints that made the groups.</summary>
    public int[] Groups { get; private init; } = [];

    public List<(int First, int Second, double Similarity)> Joints { get; } = [];

    /// <param name="vectors">The texts, in order of day.</param>
    /// <param name="days">The day of each; null where not known.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ArticleClusters Of(
        IReadOnlyList<TermVector> vectors,
        IReadOnlyList<DateOnly?> days,
        CancellationToken cancellationToken
    )
    {
        var clusters = new ArticleClusters(vectors, days) { Groups = new int[vectors.Count] };
        clusters.Run(cancellationToken);
        var first = new Dictionary<int, int>();
        for (var i = 0; i < vectors.Count; i++)
        {
            var root = clusters.Root(i);
            _ = first.TryAdd(root, i);
            clusters.Groups[i] = first[root];
        }

        return clusters;
    }

    private void Run(CancellationToken cancellationToken)
    {
        var queue = new PriorityQueue<(int A, int B, int VersionA, int VersionB), (double, int, int)>();
        var seen = new HashSet<(int, int, int, int)>();
        foreach (var (a, b) in Candidates(cancellationToken))
        {
            Push(queue, seen, a, b);
        }

        while (queue.TryDequeue(out var pair, out var rank))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (a, b) = (Root(pair.A), Root(pair.B));
            if (a == b)
            {
                continue;
            }

            if (a == pair.A && b == pair.B && _versions[a] == pair.VersionA && _versions[b] == pair.VersionB)
            {
                Join(a, b, -rank.Item1);
            }
            else
            {
                Push(queue, seen, a, b);
            }
        }
    }

    private void Push(
        PriorityQueue<(int, int, int, int), (double, int, int)> queue,
        HashSet<(int, int, int, int)> seen,
        int a,
        int b
    )
    {
        (a, b) = a < b ? (a, b) : (b, a);
        var entry = (a, b, _versions[a], _versions[b]);
        if (seen.Add(entry) && Near(a, b) && Similarity(a, b) is var similarity && similarity >= Alike)
        {
            queue.Enqueue(entry, (-similarity, a, b));
        }
    }

    private double Similarity(int a, int b)
    {
        var (small, large) = _sums[a].Count <= _sums[b].Count ? (_sums[a], _sums[b]) : (_sums[b], _sums[a]);
        var sum = 0.0;
        foreach (var (term, weight) in small)
        {
            sum += weight * large.GetValueOrDefault(term);
        }

        return sum / ((double)_sizes[a] * _sizes[b]);
    }

    // Groups without a day are near every other.
    private bool Near(int a, int b) =>
        _spans[a].First > _spans[a].Last
        || _spans[b].First > _spans[b].Last
        || (_spans[a].First - WindowDays <= _spans[b].Last && _spans[b].First - WindowDays <= _spans[a].Last);

    private void Join(int a, int b, double similarity)
    {
        Joints.Add((a, b, similarity));
        var (root, leaf) = _sums[a].Count >= _sums[b].Count ? (a, b) : (b, a);
        foreach (var (term, weight) in _sums[leaf])
        {
            _sums[root][term] = _sums[root].GetValueOrDefault(term) + weight;
        }

        _sums[leaf] = [];
        _parents[leaf] = root;
        _versions[root]++;
        _sizes[root] += _sizes[leaf];
        _spans[root] = (
            Math.Min(_spans[root].First, _spans[leaf].First),
            Math.Max(_spans[root].Last, _spans[leaf].Last)
        );
    }

    private int Root(int i)
    {
        while (_parents[i] != i)
        {
            _parents[i] = _parents[_parents[i]];
            i = _parents[i];
        }

        return i;
    }

    // The nearest earlier texts that share heavy terms.
    private List<(int, int)> Candidates(CancellationToken cancellationToken)
    {
        var postings = new Dictionary<int, List<int>>();
        var found = new List<(int, int)>();
        var shared = new Dictionary<int, double>();
        for (var i = 0; i < _vectors.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            shared.Clear();
            foreach (var (term, weight) in _vectors[i].Heaviest(IndexTerms))
            {
                if (!postings.TryGetValue(term, out var holders))
                {
                    postings.Add(term, holders = []);
                }

                foreach (var j in holders.Skip(Math.Max(0, holders.Count - MostPostings)))
                {
                    shared[j] = shared.GetValueOrDefault(j) + weight;
                }

                holders.Add(i);
            }

            found.AddRange(
                shared
                    .OrderByDescending(s => s.Value)
                    .ThenByDescending(s => s.Key)
                    .Take(MostNeighbours)
                    .Select(s => (s.Key, i))
            );
        }

        return found;
    }
}
