using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Factuality;

/// <summary>
/// Reads denial in a word's own clause: "not", "no longer", "neither … nor", "no state", "without". "Not only" denies
/// nothing, and what follows "but" is what holds instead.
/// </summary>
internal sealed class NegationReader(ArticleContext context, DependencyTree tree)
{
    /// <summary>True where a predicate's own clause denies it.</summary>
    /// <param name="predicate">The predicate.</param>
    /// <param name="below">The word whose standing is asked for through it; -1 where it is the predicate's own.</param>
    public bool IsNegated(int predicate, int below = -1)
    {
        // "The shelling left them no choice": what is denied of another argument is not denied of an event that is one.
        var asksArguments = below < 0 || context.Upos(below) is Upos.Verb or Upos.Aux or Upos.Adj;
        var negated = context.Lower(predicate) is "cannot" || IsOfNobody(predicate);
        foreach (var child in tree.Children(predicate))
        {
            negated |=
                Denies(child) || IsWithout(child) || (asksArguments && child != below && IsDeniedArgument(child));
        }

        return negated;
    }

    /// <summary>True for "no agreement", "neither side", "without an agreement".</summary>
    public bool HasNegator(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            var word = context.Lower(child);
            var isNo =
                word is "no" or "zero" or "neither"
                && tree.Relation(child) is "det" or "amod" or "nummod" or "cc:preconj" or "cc" or "advmod"
                && !(word == "no" && context.Lower(child + 1) is "longer" or "doubt");
            if (
                isNo
                || (word == "without" && tree.Is(child, "case"))
                || (IsNot(child) && child < noun && !IsContrast(noun))
            )
            {
                return true;
            }
        }

        return context.Lower(noun) is "nobody" or "none" or "nothing" or "neither" or "noone";
    }

    /// <summary>True for "the army" in "not the army but the rebels": named as who or what it was not.</summary>
    public bool IsRuledOut(int noun)
    {
        var (isNot, isContrast) = (false, false);
        foreach (var child in tree.Children(noun))
        {
            isNot |= child < noun && IsNot(child);
            isContrast |= tree.Is(child, "conj") && OpensWith(child, "but");
        }

        return isNot && isContrast;
    }

    /// <summary>True where a conjunct is joined by a word.</summary>
    public bool OpensWith(int conjunct, string word)
    {
        foreach (var child in tree.Children(conjunct))
        {
            if (tree.Is(child, "cc") && context.Lower(child) == word)
            {
                return true;
            }
        }

        return false;
    }

    private bool Denies(int child)
    {
        var word = context.Lower(child);
        return IsNot(child)
            || (word == "never" && tree.Is(child, "advmod"))
            || (tree.Is(child, "aux") && context.Lower(child - 1) == "nor")
            || (word is "nor" or "neither" && tree.Relation(child) is "cc" or "cc:preconj" or "advmod" or "mark")
            || (word is "longer" or "more" && context.Lower(child - 1) == "no" && tree.Is(child, "advmod"));
    }

    // "No state imposed sanctions", read as sanctions that a state imposed.
    private bool IsOfNobody(int verb)
    {
        var first = context.Sentences[context.SentenceOf(verb)].First;
        return tree.Is(verb, "amod") && verb == first + 2 && context.Lower(first) is "no" or "neither";
    }

    // "not only", "not just": it is so, and more.
    private bool IsNot(int child) =>
        context.Lower(child) is "not" or "n't" or "nt"
        && (tree.Is(child, "advmod") || tree.Is(child, "aux") || tree.Is(child, "det") || tree.Is(child, "cc:preconj"))
        && context.Lower(Math.Min(child + 1, context.Document.Tokens.Length - 1))
            is not ("only" or "just" or "merely" or "simply" or "solely");

    // "without signing", "instead of signing", "rather than sign".
    private bool IsWithout(int child) =>
        (tree.Is(child, "mark") || tree.Is(child, "case") || tree.Is(child, "cc"))
        && (
            context.Lower(child) is "without" or "instead"
            || (context.Lower(child) == "rather" && context.Lower(child + 1) == "than")
        );

    private bool IsDeniedArgument(int child) =>
        tree.Relation(child) is "nsubj" or "nsubj:pass" or "obj" or "iobj" && HasNegator(child);

    private bool IsContrast(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (tree.Is(child, "conj") && OpensWith(child, "but"))
            {
                return true;
            }
        }

        return false;
    }
}
