using System.Collections.Frozen;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Finds attitudes that a noun names and a light verb carries, which the training texts hardly hold: "officials have little
/// optimism that …", "diplomats expressed deep skepticism about …", "there is little hope among officials that …". Sure by
/// syntax, so no model weighs them.
/// </summary>
internal sealed class NominalAttitudes(ArticleContext context)
{
    private const double Sureness = 0.8;
    private const int MaxWords = 4;

    private static readonly FrozenSet<string> Nouns = (
        "optimism pessimism skepticism scepticism doubt doubts hope hopes confidence faith concern concerns fear fears"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Carriers = "have express voice show hold see share"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The positions found and those given, where no given one has the same words as cue.</summary>
    public IReadOnlyList<Weighed> Join(IReadOnlyList<Weighed> given, PhraseReader phrases)
    {
        if (context.Syntax is not { } tree)
        {
            return given;
        }

        var all = new List<Weighed>(given);
        for (var i = 0; i < context.Count; i++)
        {
            if (
                context.Upos(i) == Upos.Noun
                && (Read(tree, phrases, i) ?? Odds(tree, i)) is { } found
                && !given.Any(g => g.Candidate.Cue.Overlaps(found.Cue) || g.Candidate.ContentHolds(i))
            )
            {
                all.Add(new Weighed(found, Sureness));
            }
        }

        all.Sort((a, b) => a.Candidate.Head.CompareTo(b.Candidate.Head));
        return all;
    }

    // "put the odds of an attack at a roughly even chance": what is judged and how likely it is.
    private Candidate? Odds(DependencyTree tree, int noun)
    {
        var verb = tree.Head(noun);
        if (
            verb < 0
            || verb > noun
            || !tree.Is(noun, "obj")
            || context.Lower(noun) is not ("odds" or "chances" or "chance" or "likelihood" or "probability")
            || context.Lemma(verb) is not ("put" or "place" or "set")
            || SubjectOf(tree, verb) is not { } source
        )
        {
            return null;
        }

        var sentence = context.Sentences[context.SentenceOf(noun)];
        var content = new Run(tree.Subtree(noun).First, EndOf(noun, sentence));
        return new Candidate(Pattern.Object, verb, new Run(verb, verb + 1), source, [content], false, false, null);
    }

    private Candidate? Read(DependencyTree tree, PhraseReader phrases, int noun)
    {
        var carrier = tree.Head(noun);
        if (!Nouns.Contains(context.Lower(noun)) || carrier < 0 || carrier > noun || noun - carrier > MaxWords)
        {
            return null;
        }

        var at = noun + 1;
        Run? source = null;
        if (context.Lemma(carrier) == "be" || tree.Is(noun, "nsubj"))
        {
            if (context.Lower(at) != "among" || phrases.PhraseAfter(at + 1) is not { } among)
            {
                return null;
            }

            (source, at) = (among, among.End);
        }
        else if (Carriers.Contains(context.Lemma(carrier)) && tree.Is(noun, "obj"))
        {
            source = SubjectOf(tree, carrier);
        }

        var sentence = context.Sentences[context.SentenceOf(noun)];
        if (source is null || at + 1 >= sentence.End || !Leads(noun, at))
        {
            return null;
        }

        var content = new Run(context.Lower(at) == "that" ? at : at + 1, EndOf(at, sentence));
        return content.IsEmpty
            ? null
            : new Candidate(Pattern.Noun, noun, new Run(carrier, noun + 1), source, [content], false, false, null);
    }

    // "has low confidence in that figure": confidence with a level is that in a judgement.
    private bool Leads(int noun, int at) =>
        context.Lower(at) is "that" or "about" or "over" or "of"
        || (
            context.Lower(at) == "in"
            && context.Lower(noun) == "confidence"
            && context.Lower(noun - 1) is "low" or "moderate" or "high"
        );

    private Run? SubjectOf(DependencyTree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "nsubj") && child < verb)
            {
                var (first, last) = tree.Subtree(child);
                return new Run(first, Math.Min(last + 1, verb));
            }
        }

        return null;
    }

    // To the end of the clause: what a comma with another subject or a semicolon begins is told besides.
    private int EndOf(int from, Sentence sentence)
    {
        for (var i = from; i < sentence.End; i++)
        {
            if (context.Form(i) is ";" or "." or "!" or "?" || (context.Form(i) == "," && i > from + 1))
            {
                return i;
            }
        }

        return sentence.End;
    }
}
