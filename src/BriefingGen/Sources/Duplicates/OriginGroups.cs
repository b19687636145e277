using System.Collections.Immutable;

namespace BriefingGen.Sources.Duplicates;

/// <summary>Groups of articles that go back to one text, as pairs join them.</summary>
internal sealed class OriginGroups
{
    private readonly IReadOnlyList<Article> _articles;
    private readonly Func<int, string?> _agency;
    private readonly int[] _parents;
    private readonly double[] _similarities;

    /// <summary>Starts with every article alone.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="agency">The agency that the dateline of an article names, or null; asked of articles that were joined.</param>
    public OriginGroups(IReadOnlyList<Article> articles, Func<int, string?> agency)
    {
        _articles = articles;
        _agency = agency;
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

    // Of one day, the agency's own text goes before those that print it.
    private bool IsEarlier(int a, int b)
    {
        var dayA = _articles[a].Published ?? DateOnly.MaxValue;
        var dayB = _articles[b].Published ?? DateOnly.MaxValue;
        var named = _agency(a) ?? _agency(b);
        var (ownA, ownB) = (IsOf(named, a), IsOf(named, b));
        return dayA != dayB ? dayA < dayB
            : ownA != ownB ? ownA
            : a < b;
    }

    // "northwire.example" for "Northern Wire", "apnews.com" for "AP": the outlet's letters stand in the agency's, or begin with them.
    private bool IsOf(string? named, int i)
    {
        var agency = Letters(named ?? string.Empty);
        var outlet = Letters(
            (_articles[i].Publisher ?? _articles[i].Url?.Host ?? string.Empty)
                .Replace("www.", "", StringComparison.OrdinalIgnoreCase)
                .Split('.')[0]
        );
        return agency.Length > 1
            && outlet.Length > 1
            && outlet[0] == agency[0]
            && (outlet.StartsWith(agency, StringComparison.Ordinal) || (outlet.Length > 2 && IsWithin(outlet, agency)));
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();

    private static bool IsWithin(string letters, string name)
    {
        var at = 0;
        foreach (var letter in name)
        {
            at += at < letters.Length && letters[at] == letter ? 1 : 0;
        }

        return at == letters.Length;
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
