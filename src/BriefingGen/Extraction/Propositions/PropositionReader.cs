using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Propositions;

/// <summary>Reads a predicate with its arguments off the parse: passives turned, shared subjects filled in.</summary>
internal sealed class PropositionReader(ArticleContext context, DependencyTree tree, ActorIndex actors)
{
    private const int MaxArguments = 12;
    private const int MaxSteps = 6;

    /// <summary>The proposition of a predicate: a verb, a noun, or what a subject is said to be.</summary>
    public Proposition Of(int head)
    {
        var arguments = new List<Argument>();
        var copula = Grammar.Child(tree, head, "cop");
        var passive = Grammar.IsPassive(context, tree, head);
        foreach (var child in tree.Children(head))
        {
            if (Role(head, child, passive) is { } role)
            {
                Add(arguments, role, child);
            }
        }

        if (
            !arguments.Exists(a => a.Role == (passive ? ArgumentRole.Object : ArgumentRole.Subject))
            && Shared(head) is { } subject
        )
        {
            Add(arguments, passive ? ArgumentRole.Object : ArgumentRole.Subject, subject);
        }

        if (copula >= 0)
        {
            Add(arguments, ArgumentRole.Complement, head);
        }

        var word = context.Document.Tokens[head].Span;
        return new Proposition(
            word.Start,
            word.End,
            copula >= 0 ? "be" : context.Lemma(head),
            Grammar.IsNegated(context, tree, head),
            Modal(head) is { } modal ? context.Lemma(modal) : null,
            [.. arguments.OrderBy(a => a.Start).ThenBy(a => a.End).Take(MaxArguments)]
        )
        {
            Nominal = copula < 0 && IsNoun(head),
            Definite = copula < 0 && IsNoun(head) && IsDefinite(head),
        };
    }

    /// <summary>The modal of a predicate, also of the verbs that it shares its auxiliaries with; null where it has none.</summary>
    public int? Modal(int head)
    {
        for (var steps = 0; head >= 0 && steps < MaxSteps; steps++)
        {
            foreach (var child in tree.Children(head))
            {
                if (tree.Is(child, "aux") && context.Xpos(child) == "MD")
                {
                    return child;
                }
            }

            if (
                !tree.Is(head, "xcomp")
                && !(tree.Is(head, "conj") && Grammar.Child(tree, head, "aux") < 0 && !HasSubject(head))
            )
            {
                return null;
            }

            head = tree.Head(head);
        }

        return null;
    }

    /// <summary>Content lemmas of a run of words, in order.</summary>
    public ImmutableArray<string> Lemmas(int first, int end)
    {
        var lemmas = ImmutableArray.CreateBuilder<string>();
        for (var i = first; i < end; i++)
        {
            if (Terms.IsContent(context, i))
            {
                lemmas.Add(context.Lemma(i));
            }
        }

        return lemmas.ToImmutable();
    }

    /// <summary>The word of a run that the others hang on: the first whose head lies outside.</summary>
    public int HeadOf(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if ((tree.Head(i) < first || tree.Head(i) >= end) && context.Upos(i) is not (Upos.Punct or Upos.Adp))
            {
                return i;
            }
        }

        return Math.Max(first, end - 1);
    }

    private bool IsDefinite(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (
                child < noun
                && (
                    tree.Relation(child) == "nmod:poss"
                    || (
                        tree.Is(child, "det") && context.Lower(child) is "the" or "this" or "that" or "these" or "those"
                    )
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private ArgumentRole? Role(int head, int child, bool passive)
    {
        var relation = tree.Relation(child);
        if (relation is "nsubj:pass" or "csubj:pass")
        {
            return ArgumentRole.Object;
        }

        if (tree.Is(child, "nsubj") || tree.Is(child, "csubj"))
        {
            return ArgumentRole.Subject;
        }

        if (relation is "obj")
        {
            return ArgumentRole.Object;
        }

        if (relation is "iobj")
        {
            return ArgumentRole.Indirect;
        }

        if (relation is "xcomp" or "ccomp")
        {
            return ArgumentRole.Complement;
        }

        if (relation == "nmod:poss")
        {
            return ArgumentRole.Subject;
        }

        if (tree.Is(child, "obl") || tree.Is(child, "nmod"))
        {
            return context.IsDate(child) ? null
                : Preposition(child) == "by" && (passive || IsNoun(head)) ? ArgumentRole.Subject
                : ArgumentRole.Oblique;
        }

        return relation == "compound" && IsNoun(head) ? ArgumentRole.Oblique : null;
    }

    private void Add(List<Argument> arguments, ArgumentRole role, int head)
    {
        // "who", "which" and "that" stand for the noun that they follow.
        var antecedent =
            context.Lower(head) is "who" or "which" or "that" && Antecedent(head) is { } noun ? noun : head;
        var (first, end) = Grammar.Phrase(context, tree, antecedent);
        var span = context.Document.SpanOf(first, end);
        arguments.Add(
            new Argument(
                role,
                span.Start,
                span.End,
                context.Lemma(antecedent),
                Lemmas(first, end),
                actors.At(antecedent) is { Possessive: false } mention ? mention.Actor : actors.Resolve(first, end),
                role is ArgumentRole.Oblique ? Preposition(head) : null
            )
        );
        foreach (var child in tree.Children(antecedent))
        {
            if (tree.Relation(child) == "conj" && IsNoun(child) && arguments.Count < MaxArguments)
            {
                Add(arguments, role, child);
            }
        }
    }

    private string? Preposition(int noun) => Grammar.Case(tree, noun) is >= 0 and var at ? context.Lower(at) : null;

    private int? Antecedent(int relative)
    {
        var verb = tree.Head(relative);
        return verb >= 0 && tree.Is(verb, "acl") && tree.Head(verb) is >= 0 and var noun ? noun : null;
    }

    // The subject of an infinitive, a participle or a second verb is that of the verb that it hangs on.
    private int? Shared(int head)
    {
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            var relation = tree.Relation(head);
            var above = tree.Head(head);
            if (above < 0 || !(relation is "xcomp" or "conj" or "advcl" || tree.Is(head, "acl")) || HasSubject(head))
            {
                return null;
            }

            if (tree.Is(head, "acl"))
            {
                return above;
            }

            // "urged Norland to withdraw": the one who is urged withdraws.
            var subject =
                relation == "xcomp" && Grammar.Child(tree, above, "obj") is >= 0 and var told
                    ? told
                    : Grammar.Child(tree, above, "nsubj");
            if (subject >= 0)
            {
                return subject;
            }

            head = above;
        }

        return null;
    }

    private bool HasSubject(int verb) => Grammar.Child(tree, verb, "nsubj") >= 0;

    private bool IsNoun(int token) => context.Upos(token) is Upos.Noun or Upos.Propn or Upos.Num or Upos.Pron;
}
