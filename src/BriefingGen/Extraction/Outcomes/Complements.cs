using System.Collections.Frozen;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>
/// How far a phrase runs behind its noun: "the leaders of Norland's new government", "refugees in eastern Suderia". A
/// participant is shown as the article names it, whole.
/// </summary>
internal sealed class Complements(ArticleContext context, DependencyTree tree)
{
    private const int MaxWords = 12;
    private const int MaxDepth = 3;

    private static readonly FrozenSet<string> Prepositions = "of in from at near inside across throughout"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The index after the last word of the phrase.</summary>
    /// <param name="head">Its noun.</param>
    /// <param name="end">Where its core ends.</param>
    public int EndOf(int head, int end) => EndOf(head, end, depth: 0);

    private int EndOf(int head, int end, int depth)
    {
        foreach (var child in depth < MaxDepth ? tree.Children(head) : [])
        {
            // Only what stands right behind: with words between them it may belong to another.
            if (
                child >= end
                && child - end < MaxWords
                && tree.Is(child, "nmod")
                && tree.Subtree(child).First == end
                && Prepositions.Contains(context.Lower(end))
                && !IsDate(child)
            )
            {
                end = EndOf(child, CoreEnd(child), depth + 1);
            }
        }

        return end;
    }

    // The rest of a name, not what is told besides.
    private int CoreEnd(int head)
    {
        var end = head + 1;
        foreach (var child in tree.Children(head))
        {
            if (child == end && (tree.Is(child, "flat") || tree.Is(child, "compound")))
            {
                end = tree.Subtree(child).Last + 1;
            }
        }

        return end;
    }

    private bool IsDate(int token) => context.Dates.Any(d => d.First <= token && token < d.End);
}
