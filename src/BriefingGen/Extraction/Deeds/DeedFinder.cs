using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Deeds;

/// <summary>A word that names a deed.</summary>
/// <param name="Head">The verb or noun whose arguments take part.</param>
/// <param name="Noun">The noun that a light verb carries ("held a vote"); null where there is none.</param>
/// <param name="Lemma">What is done.</param>
/// <param name="IsNoun">True where a noun alone names it.</param>
/// <param name="IsMain">True for the main predicate of its sentence.</param>
internal readonly record struct DeedTrigger(int Head, int? Noun, string Lemma, bool IsNoun, bool IsMain);

/// <summary>
/// Finds the predicates that a sentence tells as its own: the main one, those joined to it, and what a verb of saying, of
/// beginning or of planning governs. A state, a habit and what is only mentioned are no deeds.
/// </summary>
internal sealed class DeedFinder(ArticleContext context, DependencyTree tree, ActorIndex actors, DeedWords words)
{
    private const int MaxInSentence = 6;
    private const int MaxDepth = 5;

    /// <summary>The triggers of a sentence, in order.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="isLead">True in a title and a lead, where any predicate counts; elsewhere only those of public life do.</param>
    public List<DeedTrigger> Find(Sentence sentence, bool isLead)
    {
        var found = new List<DeedTrigger>();
        if (context.Form(sentence.End - 1) == "?")
        {
            return found;
        }

        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (tree.Head(i) < 0)
            {
                Visit(i, found, true, isLead, 0);
            }
        }

        return [.. found.DistinctBy(t => t.Noun ?? t.Head).OrderBy(t => t.Head).Take(MaxInSentence)];
    }

    private void Visit(int head, List<DeedTrigger> found, bool isMain, bool isLead, int depth)
    {
        if (depth > MaxDepth || found.Count >= MaxInSentence)
        {
            return;
        }

        var lemma = words.Known(context.Lemma(head));
        var governed = Governed(head);
        if (Decided(head) is null && !IsEmbedding(lemma, governed))
        {
            if (Trigger(head, isMain, isLead) is { } trigger)
            {
                found.Add(trigger);
            }
        }

        if (Decided(head) is { } decided)
        {
            Visit(decided, found, false, isLead, depth + 1);
        }

        foreach (var child in tree.Children(head))
        {
            var goesOn = tree.Relation(child) switch
            {
                "conj" or "parataxis" => IsClause(child),
                "ccomp" => IsClause(child),
                "xcomp" => words.Governs(lemma) && context.Upos(child) == Upos.Verb,
                "advcl" => IsTold(child),
                _ => false,
            };
            if (goesOn)
            {
                Visit(child, found, isMain && tree.Relation(child) != "advcl", isLead, depth + 1);
            }
        }
    }

    // "announced his decision to dismiss her": what is decided.
    private int? Decided(int head)
    {
        var noun = Grammar.Child(tree, head, "obj");
        if (noun < 0 || !words.IsDecision(context.Lemma(noun)))
        {
            return null;
        }

        foreach (var child in tree.Children(noun))
        {
            if (tree.Relation(child) == "acl" && context.Xpos(child) == "VB")
            {
                return child;
            }
        }

        return null;
    }

    // "began to withdraw", "said that": what it governs tells what happens; "will decide whether" is a deed itself.
    private bool IsEmbedding(string lemma, int? governed) =>
        governed is { } clause && (words.IsSpeech(lemma) || (words.Governs(lemma) && tree.Relation(clause) == "xcomp"));

    private int? Governed(int head)
    {
        foreach (var child in tree.Children(head))
        {
            if (tree.Relation(child) is "xcomp" or "ccomp" && (context.Upos(child) == Upos.Verb || IsClause(child)))
            {
                return child;
            }
        }

        return null;
    }

    private DeedTrigger? Trigger(int head, bool isMain, bool isLead)
    {
        if (context.Upos(head) is Upos.Noun && tree.Head(head) < 0)
        {
            return Headline(head);
        }

        if (context.Upos(head) != Upos.Verb || !IsEventive(head))
        {
            return null;
        }

        var lemma = words.Known(context.Lemma(head));
        if (words.IsLight(lemma) && Carried(head) is { } noun)
        {
            return new DeedTrigger(head, noun, words.Verb(context.Lemma(noun))!, false, isMain);
        }

        var passive = Grammar.IsPassive(context, tree, head);
        if (
            words.IsSpeech(lemma)
            || words.IsStative(lemma)
            || words.IsVague(lemma)
            || !(words.IsPublic(lemma) || ((isLead || (isMain && IsNamedDeed(head))) && !words.IsPrivate(lemma)))
            || !HasWho(head, passive)
        )
        {
            return null;
        }

        return new DeedTrigger(head, null, lemma, false, isMain);
    }

    // Somebody with a name does something to something.
    private bool IsNamedDeed(int verb) =>
        Grammar.Child(tree, verb, "obj") >= 0
        && Subject(verb) is >= 0 and var subject
        && actors.At(subject) is { } mention
        && actors.Find(mention.Actor) is { Named: true }
        && context.Upos(subject) == Upos.Propn;

    // A headline that is a noun: "Resignation of the finance minister".
    private DeedTrigger? Headline(int noun) =>
        IsTitle(noun) && words.Verb(context.Lemma(noun)) is { } verb && Grammar.Child(tree, noun, "nmod") >= 0
            ? new DeedTrigger(noun, null, verb, true, true)
            : null;

    // "held a vote", "a vote was held", "a vote took place".
    private int? Carried(int verb)
    {
        var passive = Grammar.IsPassive(context, tree, verb);
        var obj = Grammar.Child(tree, verb, "obj");
        var noun = passive || obj < 0 ? Grammar.Child(tree, verb, "nsubj") : obj;
        if (obj >= 0 && context.Lemma(obj) == "place" && context.Lemma(verb) == "take")
        {
            noun = Grammar.Child(tree, verb, "nsubj");
        }

        return noun >= 0 && words.Verb(context.Lemma(noun)) is not null ? noun : null;
    }

    // Past, perfect, progressive, future, passive of the past; the present of a headline. Habits and states are in the present.
    private bool IsEventive(int verb)
    {
        var form = context.Xpos(verb);
        if (form is "VBD" or "VBN" || IsTitle(verb))
        {
            return true;
        }

        if (form == "VBG")
        {
            return tree.Relation(verb) is "xcomp" or "conj" or "acl" || Grammar.Child(tree, verb, "aux") >= 0;
        }

        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "aux") && (context.Xpos(child) is "MD" or "VBD" || context.Lemma(child) == "do"))
            {
                return true;
            }
        }

        return form == "VB" && tree.Relation(verb) is "xcomp" or "conj" or "ccomp" or "acl";
    }

    // Who or what: a subject that is a word of its own. "It rained" and "I went" tell nothing of the world's affairs.
    private bool HasWho(int verb, bool passive)
    {
        var subject = Subject(verb);
        if (subject < 0)
        {
            return IsTitle(verb) && (passive || Grammar.Child(tree, verb, "obj") >= 0);
        }

        var word = context.Lower(subject);
        return word
                is not (
                    "i"
                    or "we"
                    or "you"
                    or "there"
                    or "what"
                    or "it"
                    or "this"
                    or "that"
                    or "who"
                    or "which"
                    or "one"
                    or "nobody"
                    or "people"
                )
            || (word is "it" && !passive && Grammar.Child(tree, verb, "obj") >= 0);
    }

    private int Subject(int verb)
    {
        for (var steps = 0; steps < MaxDepth; steps++)
        {
            var subject = Grammar.Child(tree, verb, "nsubj");
            if (tree.Relation(verb) == "acl" && tree.Head(verb) is >= 0 and var noun && tree.Head(noun) >= 0)
            {
                verb = tree.Head(noun);
                continue;
            }

            if (subject >= 0 || tree.Relation(verb) is not ("xcomp" or "conj" or "advcl") || tree.Head(verb) < 0)
            {
                return subject;
            }

            // "ordered the port to close": the port.
            var above = tree.Head(verb);
            if (tree.Relation(verb) == "xcomp" && Grammar.Child(tree, above, "obj") is >= 0 and var told)
            {
                return told;
            }

            verb = above;
        }

        return -1;
    }

    private bool IsClause(int token) =>
        context.Upos(token) == Upos.Verb
        || Grammar.Child(tree, token, "cop") >= 0
        || Grammar.Child(tree, token, "aux") >= 0;

    // "after the minister resigned": told besides, and as a fact.
    private bool IsTold(int clause) =>
        context.Xpos(clause) is "VBD" or "VBN"
        && Opener(clause) is "after" or "when" or "as"
        && Grammar.Child(tree, clause, "nsubj") >= 0;

    // "when" is an adverb of its clause, "after" its mark.
    private string? Opener(int clause)
    {
        foreach (var child in tree.Children(clause))
        {
            if (
                tree.Relation(child) is "mark" or "advmod"
                && context.Lower(child) is var word and ("after" or "when" or "as")
            )
            {
                return word;
            }
        }

        return null;
    }

    private bool IsTitle(int token) => context.IsHeadline(context.RegionOf(token));
}
