using BriefingGen.Extraction.Propositions;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Deeds;

/// <summary>
/// Finds verbs that tell an event besides what their sentence is about ("the accord signed on Monday", "the town, which was
/// shelled", "killed when a wall fell") or far down in a text. By themselves they are no news.
/// </summary>
internal sealed class ReferenceVerbs(ArticleContext context, DependencyTree tree, DeedWords words)
{
    private const int MaxInSentence = 3;

    /// <summary>The verbs of a sentence, in order.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="told">For each token, whether another fact tells it.</param>
    public IEnumerable<DeedTrigger> Find(Sentence sentence, bool[] told)
    {
        var found = 0;
        for (var i = sentence.First; i < sentence.End && found < MaxInSentence; i++)
        {
            if (!told[i] && context.Upos(i) == Upos.Verb && IsEvent(i))
            {
                found++;
                yield return new DeedTrigger(i, null, words.Known(context.Lemma(i)), false, false);
            }
        }
    }

    private bool IsEvent(int verb)
    {
        var lemma = words.Known(context.Lemma(verb));
        return !words.IsSpeech(lemma)
            && !words.IsStative(lemma)
            && !words.IsVague(lemma)
            && !words.IsPrivate(lemma)
            && !words.Governs(lemma)
            && (
                words.IsPublic(lemma)
                || words.Changes(lemma)
                || words.IsReference(lemma)
                || words.IsHarmful(lemma)
                || HasDay(verb)
            )
            && !IsOfWords(verb)
            && IsTold(verb)
            && HasParty(verb);
    }

    // What is told with its day happened on it: "which was drafted in Lund on Monday".
    private bool HasDay(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (context.Dates.Any(d => d.First <= child && child < d.End))
            {
                return true;
            }
        }

        return false;
    }

    // "raised the possibility", "announced a decision": words about something, which is what counts.
    private bool IsOfWords(int verb) =>
        Grammar.Child(tree, verb, "obj") is >= 0 and var obj && words.IsAbstract(context.Lemma(obj));

    // A past tense or a passive participle in any clause that tells; "to sign" and "signing" are left.
    private bool IsTold(int verb) =>
        context.Xpos(verb) is "VBD" or "VBN"
        && tree.Relation(verb) is "acl" or "acl:relcl" or "advcl" or "conj" or "root" or "ccomp" or "parataxis"
        && !HasModal(verb);

    private bool HasModal(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "aux") && context.Xpos(child) == "MD")
            {
                return true;
            }
        }

        return false;
    }

    private bool HasParty(int verb) =>
        tree.Relation(verb) is "acl" or "acl:relcl"
        || Grammar.Child(tree, verb, "obj") >= 0
        || Grammar.Child(tree, verb, "nsubj") >= 0;
}
