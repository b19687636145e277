using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Deeds;

/// <summary>
/// Finds nouns that take an event for known ("the strike on the port", "her threat to leave", "Sunday's shelling") or tell it
/// besides ("killed in a raid"). By themselves they are no news; they say that their sentence is about an event told elsewhere.
/// </summary>
internal sealed class ReferenceFinder(ArticleContext context, DependencyTree tree, ActorIndex actors, DeedWords words)
{
    private const int MaxInSentence = 3;

    /// <summary>The references of a sentence, in order, and whether each takes its event for known.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="told">For each token, whether another fact tells it.</param>
    public IEnumerable<(DeedTrigger Trigger, bool IsKnown)> Find(Sentence sentence, bool[] told)
    {
        if (context.Form(sentence.End - 1) == "?")
        {
            yield break;
        }

        var headline = context.IsHeadline(sentence.Region);
        var found = 0;
        for (var i = sentence.First; i < sentence.End && found < MaxInSentence; i++)
        {
            if (
                !told[i]
                && IsEventNoun(i, headline, out var lemma)
                && Determiner(i) is var mention
                && IsMeant(i, lemma, mention, headline, told)
                && !IsOfWords(i, lemma)
            )
            {
                found++;
                yield return (new DeedTrigger(i, null, lemma, true, false), mention == Mention.Known);
            }
        }
    }

    // "Berg's attack on the budget": what a person does to a matter is done with words.
    private bool IsOfWords(int noun, string lemma)
    {
        if (!words.IsVerbal(lemma) && lemma is not ("battle" or "fight" or "clash" or "assault"))
        {
            return false;
        }

        foreach (var child in tree.Children(noun))
        {
            if (
                tree.Relation(child).StartsWith("nmod:poss", StringComparison.Ordinal)
                && (
                    context.Lower(child) is "his" or "her" or "my"
                    || actors.At(child) is { } mention && actors.Find(mention.Actor)?.Type == ActorType.Person
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private bool IsEventNoun(int token, bool headline, out string lemma)
    {
        lemma = context.Lemma(token);
        return context.Upos(token) == Upos.Noun
            && (headline || char.IsLower(context.Form(token)[0]))
            && words.IsReference(lemma)
            && tree.Relation(token) != "compound"
            && (headline || tree.Head(token) >= 0);
    }

    private bool IsMeant(int noun, string lemma, Mention mention, bool headline, bool[] told) =>
        mention switch
        {
            Mention.Known => (SaysWhich(noun) || words.IsHarm(lemma)) && !IsOfAnother(noun, told),
            Mention.One => words.IsHarm(lemma) && Befalls(noun),
            Mention.Bare => headline && (words.IsHarm(lemma) || SaysWhich(noun)),
            _ => false,
        };

    private enum Mention
    {
        /// <summary>"the", "this" or a holder.</summary>
        Known,

        /// <summary>"a".</summary>
        One,

        /// <summary>Nothing before it.</summary>
        Bare,

        /// <summary>"no", "any", "further", "next" speak of another one.</summary>
        Other,
    }

    private Mention Determiner(int noun)
    {
        var mention = Mention.Bare;
        foreach (var child in tree.Children(noun))
        {
            if (child > noun)
            {
                continue;
            }

            switch (context.Lower(child))
            {
                case "no"
                or "any"
                or "some"
                or "another"
                or "further"
                or "next"
                or "new"
                or "possible"
                or "potential"
                or "alleged"
                or "future"
                or "each"
                or "every"
                or "last"
                or "previous"
                or "earlier"
                or "two"
                or "three":
                    return Mention.Other;
                case "a" or "an":
                    mention = Mention.One;
                    break;
                case "the" or "this" or "that":
                    mention = Mention.Known;
                    break;
                default:
                    mention = tree.Relation(child).StartsWith("nmod:poss", StringComparison.Ordinal)
                        ? Mention.Known
                        : mention;
                    break;
            }
        }

        return mention;
    }

    // "a fire destroyed the hall", "killed in an explosion", "after a clash".
    private bool Befalls(int noun) =>
        tree.Is(noun, "nsubj")
        || (
            (tree.Is(noun, "obl") || tree.Is(noun, "nmod"))
            && Grammar.Child(tree, noun, "case") is >= 0 and var mark
            && context.Lower(mark) is "in" or "by" or "after" or "during" or "following" or "from" or "at" or "of"
        );

    // "condemned the attack": a part of what another fact tells.
    private bool IsOfAnother(int noun, bool[] told) =>
        tree.Is(noun, "obj") && tree.Head(noun) is >= 0 and var verb && told[verb] && !SaysWhich(noun);

    // What it did, whose it was or when: a phrase behind it, a clause, or a name before it.
    private bool SaysWhich(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (
                tree.Relation(child) is "nmod" or "acl" or "compound"
                || tree.Relation(child).StartsWith("nmod:poss", StringComparison.Ordinal)
                || tree.Relation(child).StartsWith("acl:", StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }
}
