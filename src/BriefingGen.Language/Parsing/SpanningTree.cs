namespace BriefingGen.Language.Parsing;

/// <summary>
/// The best tree over arcs that were scored one by one, with exactly one word at the root (Chu and Liu, 1965; Edmonds,
/// 1967). Most sentences need none of it: the best head of each word makes a tree already.
/// </summary>
internal static class SpanningTree
{
    private const int ShortSentence = 64;
    private const int MostRoots = 8;
    private const int FewRoots = 1;

    /// <summary>Finds the tree.</summary>
    /// <param name="words">Number of words, n, at least 1.</param>
    /// <param name="scores">
    /// n rows of n + 1 scores: row i holds word i's head candidates, 0 the root and j + 1 word j. Logarithms, so that a
    /// tree's score is their sum; changed by the search.
    /// </param>
    /// <param name="heads">Room for n heads, as candidates are numbered.</param>
    public static void Decode(int words, Span<float> scores, Span<int> heads)
    {
        var width = words + 1;
        for (var i = 0; i < words; i++)
        {
            scores[(i * width) + i + 1] = float.NegativeInfinity;
            heads[i] = Best(scores.Slice(i * width, width));
        }

        if (IsTree(heads[..words]))
        {
            return;
        }

        Search(words, scores, heads);
        var roots = new List<int>();
        for (var i = 0; i < words; i++)
        {
            if (heads[i] == 0)
            {
                roots.Add(i);
            }
        }

        if (roots.Count == 1)
        {
            return;
        }

        // Each word that would stand at the root is tried there alone; of very many, as text without grammar has them,
        // those that would lose most elsewhere, so that the work stays bounded.
        var loss = new float[words];
        foreach (var root in roots)
        {
            var row = scores.Slice(root * width, width);
            loss[root] = row[0] - row[1 + Best(row[1..])];
        }

        var (best, tried, trial) = (double.NegativeInfinity, new int[words], scores.ToArray());
        var most = words <= ShortSentence ? MostRoots : FewRoots;
        foreach (var root in roots.OrderByDescending(r => loss[r]).ThenBy(static r => r).Take(most))
        {
            scores.CopyTo(trial);
            for (var i = 0; i < words; i++)
            {
                trial[i * width] = i == root ? trial[i * width] : -1e6f;
            }

            Search(words, trial, tried);
            var sum = 0.0;
            for (var i = 0; i < words; i++)
            {
                sum += trial[(i * width) + tried[i]];
            }

            if (sum > best)
            {
                best = sum;
                tried.CopyTo(heads);
            }
        }
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var j = 1; j < scores.Length; j++)
        {
            best = scores[j] > scores[best] ? j : best;
        }

        return best;
    }

    // One root, and every word reaches it.
    private static bool IsTree(ReadOnlySpan<int> heads)
    {
        Span<byte> seen = heads.Length <= 512 ? stackalloc byte[heads.Length] : new byte[heads.Length];
        seen.Clear();
        var roots = 0;
        for (var i = 0; i < heads.Length; i++)
        {
            roots += heads[i] == 0 ? 1 : 0;
            var at = i;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = 1;
                at = heads[at] - 1;
            }

            if (at >= 0 && seen[at] == 1)
            {
                return false;
            }

            for (at = i; at >= 0 && seen[at] == 1; at = heads[at] - 1)
            {
                seen[at] = 2;
            }
        }

        return roots == 1;
    }

    // Contracts cycles until the best arcs make a tree, then opens them again.
    private static void Search(int words, ReadOnlySpan<float> scores, Span<int> heads)
    {
        var n = words + 1;
        var score = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                score[i, j] = i == 0 || i == j ? double.NegativeInfinity : scores[((i - 1) * n) + j];
            }
        }

        var found = Contract(score);
        for (var i = 0; i < words; i++)
        {
            heads[i] = found[i + 1];
        }
    }

    // Node 0 is the root; score[i, j] is that of j as head of i.
    private static int[] Contract(double[,] score)
    {
        var n = score.GetLength(0);
        var heads = new int[n];
        for (var i = 1; i < n; i++)
        {
            for (var j = 1; j < n; j++)
            {
                heads[i] = score[i, j] > score[i, heads[i]] ? j : heads[i];
            }
        }

        if (Cycle(heads) is not { } cycle)
        {
            return heads;
        }

        // Nodes outside the cycle keep their order; the cycle becomes the last node.
        var inCycle = new bool[n];
        foreach (var node in cycle)
        {
            inCycle[node] = true;
        }

        var outside = Enumerable.Range(0, n).Where(i => !inCycle[i]).ToArray();
        var (m, last) = (outside.Length + 1, outside.Length);
        var smaller = new double[m, m];
        var (enter, leave) = (new int[m], new int[m]);
        for (var a = 0; a < last; a++)
        {
            for (var b = 0; b < last; b++)
            {
                smaller[a, b] = score[outside[a], outside[b]];
            }

            // The best arc from the cycle to this node, and the best way for it to head the cycle.
            (smaller[a, last], leave[a]) = (double.NegativeInfinity, cycle[0]);
            (smaller[last, a], enter[a]) = (double.NegativeInfinity, cycle[0]);
            foreach (var node in cycle)
            {
                if (score[outside[a], node] > smaller[a, last])
                {
                    (smaller[a, last], leave[a]) = (score[outside[a], node], node);
                }

                var gain = score[node, outside[a]] - score[node, heads[node]];
                if (gain > smaller[last, a])
                {
                    (smaller[last, a], enter[a]) = (gain, node);
                }
            }
        }

        smaller[last, last] = double.NegativeInfinity;
        var solved = Contract(smaller);
        for (var a = 1; a < last; a++)
        {
            heads[outside[a]] = solved[a] == last ? leave[a] : outside[solved[a]];
        }

        heads[enter[solved[last]]] = outside[solved[last]];
        return heads;
    }

    private static int[]? Cycle(int[] heads)
    {
        var mark = new int[heads.Length];
        for (var i = 1; i < heads.Length; i++)
        {
            var at = i;
            while (at != 0 && mark[at] == 0)
            {
                mark[at] = i;
                at = heads[at];
            }

            if (at != 0 && mark[at] == i)
            {
                var cycle = new List<int>();
                for (var node = at; cycle.Count == 0 || node != at; node = heads[node])
                {
                    cycle.Add(node);
                }

                return [.. cycle];
            }
        }

        return null;
    }
}
