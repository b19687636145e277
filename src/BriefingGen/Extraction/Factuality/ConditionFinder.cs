using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Factuality;

/// <summary>Finds what an event hangs on: "unless they leave", "if talks fail", "provided that", "in the event of".</summary>
internal sealed class ConditionFinder(ArticleContext context, DependencyTree tree)
{
    private const int MaxWords = 40;

    /// <summary>The words of the condition that hangs on a predicate; null where there is none.</summary>
    public (int First, int End)? Below(int predicate)
    {
        foreach (var child in tree.Children(predicate))
        {
            if ((tree.Is(child, "advcl") && OpensCondition(child)) || (tree.Is(child, "obl") && IsNominal(child)))
            {
                return Words(child, predicate);
            }
        }

        return null;
    }

    // "even if" gives way to no condition, "as if" compares.
    private bool OpensCondition(int clause)
    {
        foreach (var child in tree.Children(clause))
        {
            if (!tree.Is(child, "mark") && !tree.Is(child, "case") && !tree.Is(child, "advmod"))
            {
                continue;
            }

            var before = context.Lower(child - 1);
            var isOpen = context.Lower(child) switch
            {
                "if" => before is not ("even" or "as"),
                "unless" or "lest" => true,
                "long" or "condition" => before is "as" or "the" or "on",
                "provided" or "providing" or "assuming" or "supposing" => true,
                _ => false,
            };
            if (isOpen)
            {
                return true;
            }
        }

        // "provided that they leave", read as a clause of its own; "should the talks fail".
        return IsInverted(context, tree, clause)
            || context.Lower(clause) is "provided" or "providing" or "assuming" or "supposing"
                && context.Lower(clause + 1) == "that";
    }

    /// <summary>True for "should the talks fail", "had he signed", "were it to leave": an auxiliary opens the clause.</summary>
    public static bool IsInverted(ArticleContext context, DependencyTree tree, int clause)
    {
        if (!tree.Is(clause, "advcl"))
        {
            return false;
        }

        var (opener, subject) = (-1, -1);
        foreach (var child in tree.Children(clause))
        {
            if (
                tree.Relation(child) is "mark" or "advmod"
                && child < clause
                && context.Lower(child) is not ("not" or "to")
            )
            {
                return false;
            }

            if (tree.Is(child, "aux") && opener < 0 && context.Lower(child) is "should" or "had" or "were")
            {
                opener = child;
            }

            subject = tree.Is(child, "nsubj") && subject < 0 ? child : subject;
        }

        return opener >= 0 && subject > opener && tree.Subtree(subject).First > opener;
    }

    // "in the event of an attack", "in case of", "on condition that".
    private bool IsNominal(int noun) =>
        (context.Lower(noun) is "event" or "case" && context.Lower(noun + 1) is "of" or "that")
        || (
            context.Lower(noun) == "condition"
            && context.Lower(noun + 1) == "that"
            && context.Lower(noun - 1) is "on" or "the"
        );

    // Within the sentence, without the mark that closes it; of a condition before its predicate, up to that.
    private (int First, int End) Words(int clause, int predicate)
    {
        var (first, last) = tree.Subtree(clause);
        var sentence = context.Sentences[context.SentenceOf(clause)];
        (first, last) = (Math.Max(first, sentence.First), Math.Min(last, sentence.End - 1));
        if (first < predicate && predicate <= last)
        {
            last = predicate - 1;
        }

        while (last > first && context.Upos(last) == Upos.Punct)
        {
            last--;
        }

        while (first < last && context.Upos(first) == Upos.Punct)
        {
            first++;
        }

        return (first, Math.Min(last + 1, first + MaxWords));
    }
}
