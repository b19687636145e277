using System.Collections.Immutable;

namespace BriefingGen.Language.Documents;

/// <summary>
/// Heads and relations of all words of a document, by token index over the whole document; each sentence is one tree
/// with one root. Immutable.
/// </summary>
public sealed class DependencyTree
{
    private readonly ImmutableArray<int> _heads;
    private readonly ImmutableArray<string> _relations;
    private readonly int[] _childStart;
    private readonly int[] _children;

    /// <summary>Makes a tree.</summary>
    /// <param name="heads">For each token the index of its head, or -1 at a root.</param>
    /// <param name="relations">For each token its UD relation, subtype included (<c>nmod:poss</c>).</param>
    /// <exception cref="ArgumentException">The lengths differ, or a head lies outside the document.</exception>
    public DependencyTree(ImmutableArray<int> heads, ImmutableArray<string> relations)
    {
        if (heads.Length != relations.Length)
        {
            throw new ArgumentException($"{heads.Length} heads, but {relations.Length} relations.", nameof(relations));
        }

        _heads = heads;
        _relations = relations;
        _childStart = new int[heads.Length + 1];
        foreach (var head in heads)
        {
            if (head < -1 || head >= heads.Length)
            {
                throw new ArgumentException($"Head {head} lies outside the {heads.Length} words.", nameof(heads));
            }

            if (head >= 0)
            {
                _childStart[head + 1]++;
            }
        }

        for (var i = 0; i < heads.Length; i++)
        {
            _childStart[i + 1] += _childStart[i];
        }

        _children = new int[_childStart[^1]];
        var next = _childStart.AsSpan(0, heads.Length).ToArray();
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] >= 0)
            {
                _children[next[heads[i]]++] = i;
            }
        }
    }

    /// <summary>Number of words.</summary>
    public int Count => _heads.Length;

    /// <summary>Index of the head of <paramref name="token"/>, or -1 at a root.</summary>
    public int Head(int token) => _heads[token];

    /// <summary>UD relation of <paramref name="token"/> to its head, subtype included; <c>root</c> at a root.</summary>
    public string Relation(int token) => _relations[token];

    /// <summary>True where the relation is <paramref name="relation"/> or one of its subtypes.</summary>
    public bool Is(int token, string relation) =>
        _relations[token].AsSpan().StartsWith(relation, StringComparison.Ordinal)
        && (_relations[token].Length == relation.Length || _relations[token][relation.Length] == ':');

    /// <summary>Direct dependents of <paramref name="token"/>, in order of position.</summary>
    public ReadOnlySpan<int> Children(int token) =>
        _children.AsSpan(_childStart[token], _childStart[token + 1] - _childStart[token]);

    /// <summary>True where <paramref name="token"/> is <paramref name="ancestor"/> or hangs below it.</summary>
    public bool IsWithin(int token, int ancestor)
    {
        // A damaged model could give a cycle: a path is never longer than the document.
        for (var steps = 0; token >= 0 && steps <= _heads.Length; token = _heads[token], steps++)
        {
            if (token == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>First and last (inclusive) token of the subtree of <paramref name="token"/>.</summary>
    public (int First, int Last) Subtree(int token)
    {
        var (first, last) = (token, token);
        var stack = new Stack<int>();
        stack.Push(token);
        for (var steps = 0; stack.Count > 0 && steps <= _heads.Length; steps++)
        {
            var at = stack.Pop();
            first = Math.Min(first, at);
            last = Math.Max(last, at);
            foreach (var child in Children(at))
            {
                stack.Push(child);
            }
        }

        return (first, last);
    }
}
