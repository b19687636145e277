using System.Collections.Frozen;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>
/// Finds whom an act concerns where it is not its object: below the matter ("demanded a truce with the rebels") or in what
/// is demanded, promised or threatened ("threatened to close its airspace to Suderia").
/// </summary>
internal sealed class ConcernedFinder(ArticleContext context, DependencyTree tree, PhraseFinder phrases)
{
    private const int MaxDepth = 5;

    private static readonly FrozenSet<string> Descending =
        "obj iobj obl obl:arg nmod xcomp ccomp acl advcl nsubj nsubj:pass conj appos"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Foreign =
        "after before since because while as when although until despite"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The head of the first phrase that names somebody, the nearest in syntax first; null where there is none.</summary>
    public int? Find(Trigger trigger)
    {
        var level = new List<int> { trigger.Head };
        if (trigger.Object is { } noun)
        {
            level.Add(noun);
        }

        for (var depth = 0; depth < MaxDepth && level.Count > 0; depth++)
        {
            var next = new List<int>();
            foreach (var child in level.SelectMany(Below).Where(c => c > trigger.Head || depth > 0).Order())
            {
                if (Names(child) && !tree.Is(child, "conj"))
                {
                    return child;
                }

                next.Add(child);
            }

            level = next;
        }

        return null;
    }

    private List<int> Below(int head)
    {
        var found = new List<int>();
        foreach (var child in tree.Children(head))
        {
            var relation = tree.Relation(child);
            var isVerb = context.Upos(child) == Upos.Verb;

            // What is told besides, or happened at another time, concerns others.
            var besides =
                relation is "acl:relcl" or "obl:agent" or "conj" && isVerb
                || (relation is "advcl" or "acl" && !HasMark(child, "to"))
                || (relation == "nsubj" && context.Upos(head) is not Upos.Verb);
            var behind = child > head || relation is "nsubj" or "nsubj:pass";
            if (behind && !besides && Descending.Contains(relation) && !IsForeign(child))
            {
                found.Add(child);
            }
        }

        return found;
    }

    private bool IsForeign(int head)
    {
        foreach (var child in tree.Children(head))
        {
            if ((tree.Is(child, "case") || tree.Is(child, "mark")) && Foreign.Contains(context.Lower(child)))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasMark(int verb, string word)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "mark") && context.Lower(child) == word)
            {
                return true;
            }
        }

        return false;
    }

    private bool Names(int head) =>
        context.Upos(head) is Upos.Noun or Upos.Propn or Upos.Num
        && !phrases.IsDate(head)
        && phrases.Of(head) is { Acts: true } phrase
        && phrases.HoldsName(phrase.First, phrase.End);
}
