using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>In whose words something is told, by the positions of the article.</summary>
internal sealed class Tellers(ArticleContext context, DependencyTree tree, IReadOnlyList<PositionFact> positions)
{
    private readonly List<(int First, int End, PositionFact Position)> _contents =
    [
        .. positions.SelectMany(p => p.Content.Select(c => (context.TokensOf(c).First, context.TokensOf(c).End, p))),
    ];

    /// <summary>The innermost position whose content holds a word; null where the article itself tells it.</summary>
    public PositionFact? Of(int token)
    {
        PositionFact? best = null;
        var shortest = int.MaxValue;
        foreach (var (first, end, position) in _contents)
        {
            if (first <= token && token < end && end - first < shortest)
            {
                (best, shortest) = (position, end - first);
            }
        }

        return best;
    }

    /// <summary>The head of the words that name who tells it; null where nobody is named.</summary>
    public int? Head(int token)
    {
        if (Of(token)?.Source is not { } source)
        {
            return null;
        }

        var (first, end) = context.TokensOf(source);
        for (var i = first; i < end; i++)
        {
            if (tree.Head(i) < first || tree.Head(i) >= end)
            {
                return i;
            }
        }

        return null;
    }
}
