using System.Collections.Immutable;

namespace BriefingGen.Sources.Duplicates;

/// <summary>Groups of articles that go back to one text, as pairs join them.</summary>
internal sealed class OriginGroups
{
    private readonly IReadOnlyList<Article> _articles;
    private readonly int[] _parents;
    private readonly double[] _similarities;

    /// <summary>Starts with every article alone.</summary>
    public OriginGroups(IReadOnlyList<Article> articles)
    {
        _articles = articles;
        _parents = [.. Enumerable.Range(0, articles.Count)];
        _similarities = new double[articles.Count];
    }

    /// <summary>Puts two articles and their groups together.</summary>
    public void Join(int a, int b, double similarity)
    {
        _similarities[a] = Math.Max(_similarities[a], similarity);
        _similarities[b] = Math.Max(_similarities[b], similarity);
        var (rootA, rootB) = (Root(a), Root(b));
        if (rootA == rootB)
        {
            return;
        }

        // The root is the article that the others are copies of.
        var (leader, follower) = IsEarlier(rootA, rootB) ? (rootA, rootB) : (rootB, rootA);
        _parents[follower] = leader;
    }

    /// <summary>The origin of each article.</summary>
    public ImmutableArray<ArticleOrigin> Result(ComparedText[] texts)
    {
        var origins = new Dictionary<int, int>();
        var result = ImmutableArray.CreateBuilder<ArticleOrigin>(texts.Length);
        for (var i = 0; i < texts.Length; i++)
        {
            var leader = Root(i);
            origins.TryAdd(leader, origins.Count + 1);
            var agency = texts[i].Dateline?.Agency;
            result.Add(
                leader == i
                    ? new ArticleOrigin(origins[leader], null, null, CopyKind.None, _similarities[i], agency)
                    : new ArticleOrigin(
                        origins[leader],
                        _articles[leader].Id,
                        leader,
                        texts[i].Shingles.Fingerprint == texts[leader].Shingles.Fingerprint
                            ? CopyKind.Exact
                            : CopyKind.Near,
                        _similarities[i],
                        agency
                    )
            );
        }

        return result.MoveToImmutable();
    }

    private bool IsEarlier(int a, int b)
    {
        var dayA = _articles[a].Published ?? DateOnly.MaxValue;
        var dayB = _articles[b].Published ?? DateOnly.MaxValue;
        return dayA != dayB ? dayA < dayB : a < b;
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
}
