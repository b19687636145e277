using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>Finds who is the subject of a verb: first by what stands beside it, then by syntax.</summary>
internal sealed class SubjectFinder(ArticleContext context, PhraseReader phrases)
{
    /// <summary>The subject, and whether it stands before another verb that shares it.</summary>
    public (Run? Source, bool Shared) Find(int head, Run group)
    {
        var beside = phrases.PhraseBefore(group.First);
        if (context.Syntax is { } tree && BySyntax(tree, head, group) is { } found)
        {
            return beside is { } b && IsCertain(b, group.First) ? (b, false) : found;
        }

        return (beside, false);
    }

    // "Clinton, an aide said, is …": a phrase between a clear edge and the verb is its subject, whatever the parser says.
    private bool IsCertain(Run beside, int verb)
    {
        if (beside.End != verb || !WordClasses.IsNominal(context.Upos(verb - 1)) || context.IsDate(verb - 1))
        {
            return false;
        }

        var sentence = context.Sentences[context.SentenceOf(verb)];
        return beside.First == sentence.First
            || context.Form(beside.First - 1) is "," or ";" or ":"
            || QuotationMap.IsMark(context.Form(beside.First - 1));
    }

    private (Run? Source, bool Shared)? BySyntax(DependencyTree tree, int head, Run group)
    {
        var verb = head;
        for (var steps = 0; steps < 4; steps++)
        {
            if (SubjectOf(tree, verb) is { } subject)
            {
                return (Phrase(tree, subject, verb, group), verb != head);
            }

            // A relative clause on a participle: "a letter saying", "officials warning": the noun itself is the source.
            if (tree.Head(verb) < 0)
            {
                return null;
            }

            if (tree.Is(verb, "acl"))
            {
                var noun = tree.Head(verb);
                return WordClasses.IsNominal(context.Upos(noun)) && context.Xpos(verb) is "VBG"
                    ? (phrases.PhraseBefore(group.First), false)
                    : null;
            }

            if (
                !tree.Is(verb, "conj")
                && !tree.Is(verb, "xcomp")
                && !tree.Is(verb, "advcl")
                && !tree.Is(verb, "parataxis")
            )
            {
                return null;
            }

            verb = tree.Head(verb);
            if (context.Upos(verb) is Upos.Noun or Upos.Propn or Upos.Pron && SubjectOf(tree, verb) is null)
            {
                return null;
            }
        }

        return null;
    }

    private int? SubjectOf(DependencyTree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "nsubj") && tree.Relation(child) is not "nsubj:pass")
            {
                return child;
            }
        }

        return null;
    }

    // The subject's words, cut where they leave its clause: a parser's subtree may swallow a quotation.
    private Run Phrase(DependencyTree tree, int subject, int verb, Run group)
    {
        var (first, last) = tree.Subtree(subject);
        if (subject > verb)
        {
            return phrases.PhraseAfter(FirstOfSimplePhrase(subject, verb + 1)) ?? new Run(subject, subject + 1);
        }

        var limit = context.Sentences[context.SentenceOf(subject)].First;
        first = Math.Max(first, limit);
        for (var i = subject; i >= first; i--)
        {
            if (QuotationMap.IsMark(context.Form(i)) || (i < subject && context.Form(i) is "," or ":" or ";"))
            {
                first = i + 1;
                break;
            }
        }

        var stop = verb < group.First ? verb : group.First;
        var end = Math.Min(last + 1, Math.Max(subject + 1, stop));
        while (end - 1 > subject && (context.Upos(end - 1) is Upos.Aux or Upos.Adv || context.IsDate(end - 1)))
        {
            end--;
        }

        for (var i = subject; i < end; i++)
        {
            if (QuotationMap.IsMark(context.Form(i)))
            {
                end = Math.Max(subject + 1, i);
                break;
            }
        }

        while (first < subject && context.Upos(first) is Upos.Cconj or Upos.Sconj)
        {
            first++;
        }

        return new Run(first, end);
    }

    private int FirstOfSimplePhrase(int noun, int limit)
    {
        var first = noun;
        while (
            first > limit
            && context.Upos(first - 1) is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num or Upos.Part
        )
        {
            first--;
        }

        return first;
    }
}
