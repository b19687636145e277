using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Propositions;

/// <summary>Small questions to the parse that every reader of predicates asks.</summary>
internal static class Grammar
{
    // A phrase that a damaged parse drew over a whole page is cut.
    private const int LongestPhrase = 24;

    /// <summary>The child in a relation, the first; -1 where there is none.</summary>
    public static int Child(DependencyTree tree, int token, string relation)
    {
        foreach (var child in tree.Children(token))
        {
            if (tree.Is(child, relation))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The preposition or postposition of a noun; -1 where it has none.</summary>
    public static int Case(DependencyTree tree, int noun) => Child(tree, noun, "case");

    /// <summary>True for a predicate in the passive, participles behind their noun included.</summary>
    public static bool IsPassive(ArticleContext context, DependencyTree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Relation(child) is "aux:pass" or "nsubj:pass")
            {
                return true;
            }
        }

        return tree.Is(verb, "acl")
            && tree.Relation(verb) != "acl:relcl"
            && context.Xpos(verb) is "VBN" or "VBD"
            && Child(tree, verb, "nsubj") < 0;
    }

    /// <summary>True where its own clause denies a predicate: "not", "never", "no one", "without", "no" before its noun.</summary>
    public static bool IsNegated(ArticleContext context, DependencyTree tree, int head)
    {
        if (context.Lower(head) is "cannot")
        {
            return true;
        }

        foreach (var child in tree.Children(head))
        {
            var word = context.Lower(child);
            if (
                word is "not" or "n't" or "never" or "nt" or "neither" or "nor"
                || (word is "no" && (tree.Is(child, "det") || tree.Is(child, "advmod")))
                || (word is "without" && (tree.Is(child, "mark") || tree.Is(child, "case")))
                || (word is "nobody" or "none" or "nothing" && (tree.Is(child, "nsubj") || tree.Is(child, "obj")))
                || ((tree.Is(child, "nsubj") || tree.Is(child, "obj")) && HasNo(context, tree, child))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for "no agreement", "neither side".</summary>
    public static bool HasNo(ArticleContext context, DependencyTree tree, int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (
                child < noun
                && context.Lower(child) is "no" or "neither"
                && (tree.Is(child, "det") || tree.Is(child, "cc"))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first and last words of a phrase without its case marker and without what is told besides.</summary>
    public static (int First, int End) Phrase(ArticleContext context, DependencyTree tree, int head)
    {
        var (first, last) = (head, head);
        var stack = new Stack<int>();
        stack.Push(head);
        while (stack.Count > 0)
        {
            var at = stack.Pop();
            foreach (var child in tree.Children(at))
            {
                if (IsPart(context, tree, head, at, child))
                {
                    first = Math.Min(first, child);
                    last = Math.Max(last, child);
                    stack.Push(child);
                }
            }
        }

        while (last > head && context.Upos(last) == Upos.Punct)
        {
            last--;
        }

        while (first < head && context.Upos(first) == Upos.Punct)
        {
            first++;
        }

        return (Math.Max(first, head - LongestPhrase), Math.Min(last + 1, head + LongestPhrase));
    }

    // Relative clauses, appositions and coordinated phrases are other phrases; so are clauses of a predicate noun.
    private static bool IsPart(ArticleContext context, DependencyTree tree, int head, int at, int child)
    {
        var relation = tree.Relation(child);
        if (
            relation
            is "punct"
                or "appos"
                or "conj"
                or "cc"
                or "parataxis"
                or "acl:relcl"
                or "dep"
                or "mark"
                or "discourse"
        )
        {
            return (relation is "cc" or "conj" && at != head)
                || (relation == "punct" && context.Form(child) is "-" or "–");
        }

        if (at == head)
        {
            return relation
                    is not ("case" or "nsubj" or "nsubj:pass" or "cop" or "aux" or "aux:pass" or "advcl" or "obl")
                && !relation.StartsWith("obl:", StringComparison.Ordinal);
        }

        return true;
    }
}
