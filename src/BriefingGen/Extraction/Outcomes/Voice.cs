using System.Collections.Frozen;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>Tells the passive from the active, also where the tagger took the one for the other.</summary>
internal static class Voice
{
    private static readonly FrozenSet<string> Intransitive = (
        "demonstrate rally riot march protest resign surrender retreat agree arrive apologize cooperate fight clash vow"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // Nobody does these without an object.
    private static readonly FrozenSet<string> Transitive = (
        "kill wound injure arrest detain jail imprison sentence convict charge abduct kidnap free release expel sanction extradite "
        + "deport accuse indict evict torture rescue evacuate blacklist acquit pardon ban seize confiscate behead murder"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where a verb is in the passive.</summary>
    public static bool Passive(ArticleContext context, DependencyTree tree, int verb)
    {
        var (hasAux, hasSubject, governs) = (false, false, false);
        foreach (var child in tree.Children(verb))
        {
            hasAux |= tree.Is(child, "aux");
            hasSubject |= tree.Relation(child) is "nsubj:pass";
            governs |= child > verb && tree.Relation(child) is "xcomp" or "ccomp";
            if (tree.Relation(child) is "aux:pass")
            {
                return true;
            }
        }

        // "Both called on Norland": a sentence of the text whose verb has no auxiliary tells in the active.
        if (hasSubject && !hasAux && IsSentence(context, tree, verb) && OpensWithPreposition(context, verb))
        {
            return false;
        }

        // "The government promised to publish them", taken for one that was promised: a passive has an auxiliary, in
        // headlines none, and governs no clause there.
        if (hasSubject)
        {
            return hasAux || !governs || context.Xpos(verb) == "VBN";
        }

        // "Pressed about the plan, Berg left": he was pressed.
        if (
            context.Xpos(verb) == "VBN"
            && tree.Is(verb, "advcl")
            && verb == context.Sentences[context.SentenceOf(verb)].First
            && !HasAux(tree, verb)
            && !HasObject(tree, verb)
        )
        {
            return true;
        }

        // "hold their fire unless attacked".
        if (
            context.Xpos(verb) is "VBN" or "VBD"
            && tree.Is(verb, "advcl")
            && context.Lower(verb - 1) is "unless" or "if" or "when" or "once"
        )
        {
            return true;
        }

        if (SharesPassive(context, tree, verb) || IsReduced(context, tree, verb))
        {
            return true;
        }

        return context.Xpos(verb) == "VBN"
            && tree.Is(verb, "acl")
            && !HasAux(tree, verb)
            && !IsFinite(context, tree, verb);
    }

    // "a clerk of the court arrested in Dasna", "the crew held hostage": nobody arrests without an object.
    private static bool IsReduced(ArticleContext context, DependencyTree tree, int verb)
    {
        if (!tree.Is(verb, "acl") || context.Xpos(verb) is not ("VBN" or "VBD") || HasAux(tree, verb))
        {
            return false;
        }

        var (held, other) = (false, false);
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "nsubj"))
            {
                return false;
            }

            var isState = context.Lemma(child) is "hostage" or "prisoner" or "captive";
            held |= isState && child == verb + 1;
            other |= tree.Is(child, "obj") && !isState;
        }

        return !other && (held || VerbForms.Of(context.Lemma(verb), context.Lower(verb)).Any(Transitive.Contains));
    }

    // "was charged in Dasna and extradited to Norland": the second shares the auxiliary of the first, where it has no subject
    // and no object of its own.
    private static bool SharesPassive(ArticleContext context, DependencyTree tree, int verb)
    {
        var first = tree.Head(verb);
        if (
            first < 0
            || !tree.Is(verb, "conj")
            || context.Xpos(verb) is not ("VBN" or "VBD")
            || Intransitive.Contains(context.Lemma(verb))
            || HasAux(tree, verb)
            || HasObject(tree, verb)
        )
        {
            return false;
        }

        foreach (var child in tree.Children(verb))
        {
            if (tree.Relation(child) is "nsubj" or "xcomp" or "ccomp")
            {
                return false;
            }
        }

        foreach (var child in tree.Children(first))
        {
            if (tree.Relation(child) is "aux:pass")
            {
                return context.Xpos(verb) == "VBN"
                    || VerbForms.Of(context.Lemma(verb), context.Lower(verb)).Any(Transitive.Contains);
            }
        }

        return false;
    }

    private static bool IsSentence(ArticleContext context, DependencyTree tree, int verb) =>
        tree.Head(verb) < 0
        && context.Document.Regions[context.RegionOf(verb)].Kind == RegionKind.Paragraph
        && context.Form(context.Sentences[context.SentenceOf(verb)].End - 1) is "." or "!" or "\"" or "”";

    // "called on", "appealed to": a verb that takes whom it is said to behind a preposition.
    private static bool OpensWithPreposition(ArticleContext context, int verb) =>
        context.Lemma(verb) is "call" or "appeal" or "agree" or "insist" or "object"
        && context.Lower(verb + 1) is "on" or "upon" or "for" or "to";

    /// <summary>True for "Norland eased sanctions", read as sanctions that were eased: a name, then a past tense.</summary>
    public static bool IsFiniteAttribute(ArticleContext context, DependencyTree tree, int verb) =>
        tree.Is(verb, "amod")
        && context.Xpos(verb) is "VBD" or "VBN"
        && tree.Head(verb) > verb
        && tree.Head(tree.Head(verb)) < 0
        && verb > context.Sentences[context.SentenceOf(verb)].First
        && Named(context, verb) is { } name
        && context.Lower(name) is not ("'s" or "-");

    // The name right before the verb and its adverbs. A body that is called by a common word ("the Compact first imposed
    // sanctions") is known by its capital behind "the".
    private static int? Named(ArticleContext context, int verb)
    {
        var first = context.Sentences[context.SentenceOf(verb)].First;
        var at = verb - 1;
        while (at > first && (context.Upos(at) == Upos.Adv || context.Lower(at) == "first"))
        {
            at--;
        }

        return
            at >= first
            && (
                context.Upos(at) == Upos.Propn
                || IsNamedBody(context, at)
                || (at == first + 1 && context.Upos(at) == Upos.Noun && context.Lower(first) is "no" or "neither")
            )
            ? at
            : null;
    }

    /// <summary>True for "Compact" in "the Compact", which taggers take for an adjective.</summary>
    public static bool IsNamedBody(ArticleContext context, int token) =>
        context.Upos(token) == Upos.Adj
        && char.IsUpper(context.Form(token)[0])
        && context.Lower(token - 1) == "the"
        && (context.Upos(token + 1) is Upos.Verb or Upos.Adv or Upos.Aux || context.Lower(token + 1) == "first");

    // "An official praised the efforts", "Parliament threatened to close", tagged as if they were praised and threatened:
    // a passive participle has no object, an intransitive verb no passive, and a sentence has a verb.
    private static bool IsFinite(ArticleContext context, DependencyTree tree, int participle)
    {
        foreach (var child in tree.Children(participle))
        {
            if (tree.Is(child, "obj") && child > participle)
            {
                return true;
            }
        }

        var noun = tree.Head(participle);
        var sentence = context.Sentences[context.SentenceOf(participle)];
        var isWhole = noun >= 0 && tree.Head(noun) < 0 && noun < participle;
        var inTitle = context.IsHeadline(sentence.Region);
        return Intransitive.Contains(context.Lemma(participle))
            || (isWhole && !inTitle && !HasAgent(context, tree, participle));
    }

    private static bool HasObject(DependencyTree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "obj"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAgent(ArticleContext context, DependencyTree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            foreach (var below in tree.Children(child))
            {
                if (tree.Is(below, "case") && context.Lower(below) == "by")
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True where a verb has an auxiliary, other than the one named.</summary>
    public static bool HasAux(DependencyTree tree, int verb, int except = -1)
    {
        foreach (var child in tree.Children(verb))
        {
            if (child != except && tree.Is(child, "aux"))
            {
                return true;
            }
        }

        return false;
    }
}
