using System.Collections.Frozen;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Factuality;

/// <summary>Reads what a predicate's own clause says of how real it is: auxiliaries, adverbs, negation, form.</summary>
internal sealed class ClauseModality(ArticleContext context, DependencyTree tree, SignatureLexicon signatures)
{
    private static readonly FrozenSet<string> Tellings = Set(
        "say announce tell confirm add state declare report pledge promise vow insist"
    );

    private static readonly FrozenSet<string> Feelings = Set(
        "support welcome favor favour like love prefer consider accept want need mean be have oppose"
    );

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// "The ministry said it would challenge the ruling": the future of a past telling, not a condition. What would only be
    /// felt or thought, or has a condition, stays open; so does what stands before its telling.
    /// </summary>
    public bool IsForetold(int verb)
    {
        var telling = tree.Head(verb);
        if (
            telling < 0
            || telling > verb
            || !tree.Is(verb, "ccomp")
            || context.Xpos(telling) is not ("VBD" or "VBN")
            || !Tellings.Contains(context.Lemma(telling))
            || Feelings.Contains(context.Lemma(verb))
        )
        {
            return false;
        }

        return new ConditionFinder(context, tree).Below(verb) is null;
    }

    /// <summary>True for a headline's infinitive: "Minister to fly to Lakeport".</summary>
    public bool IsHeadlineFuture(int verb)
    {
        if (tree.Head(verb) >= 0 && !tree.Is(verb, "acl") && !tree.Is(verb, "parataxis"))
        {
            return false;
        }

        var sentence = context.Sentences[context.SentenceOf(verb)];
        return IsInfinitive(verb) && context.IsHeadline(sentence.Region) && verb - sentence.First < 6;
    }

    /// <summary>What the auxiliaries and adverbs of one predicate say, and the word that opens its clause.</summary>
    public Effect Own(int verb)
    {
        // "The lists are to be handed over".
        var (reality, negated) = (IsScheduled(verb) ? Reality.Planned : Reality.Actual, false);
        if (ConditionFinder.IsInverted(context, tree, verb))
        {
            reality = Reality.Possible;
        }

        foreach (var child in tree.Children(verb))
        {
            var word = context.Lower(child);
            if (context.Xpos(verb) == "VBD" && word is "may" or "might" or "will")
            {
                // "May met the premier": no modal governs a past tense; it is a name.
                continue;
            }

            if (tree.Is(child, "aux") || tree.Is(child, "cop"))
            {
                reality = RealityOrder.Stronger(
                    reality,
                    word == "would" && IsForetold(verb) ? Reality.Planned : Modal(word)
                );
            }
            else if (tree.Is(child, "mark") && IsOpen(child, verb))
            {
                reality = RealityOrder.Stronger(reality, Reality.Possible);
            }
            else if (tree.Is(child, "advmod") && signatures.Find("adv", word, "mod") is { Affirmed: var effect })
            {
                reality = RealityOrder.Stronger(reality, effect.Reality);
                negated ^= effect.Negated;
            }
        }

        return new Effect(reality, negated);
    }

    // "if", "unless", "until it withdraws": but "until it withdrew" tells that it did.
    private bool IsOpen(int mark, int verb) =>
        context.Lower(mark) switch
        {
            "if" or "unless" or "whether" or "lest" => true,
            "until" or "till" => !IsPast(verb),
            _ => false,
        };

    /// <summary>True where a clause is told as over: a past tense, or a perfect.</summary>
    public bool IsPast(int verb)
    {
        if (context.Xpos(verb) == "VBD")
        {
            return true;
        }

        foreach (var child in tree.Children(verb))
        {
            if (
                (tree.Is(child, "aux") || tree.Is(child, "cop"))
                && context.Lower(child) is "had" or "has" or "have" or "did" or "was" or "were"
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for "that it withdraw": neither tense nor auxiliary.</summary>
    public bool IsSubjunctive(int verb) =>
        context.Xpos(verb) == "VB" && !IsInfinitive(verb) && !Outcomes.Voice.HasAux(tree, verb) || IsBarePassive(verb);

    // "that he be freed".
    private bool IsBarePassive(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "aux") && context.Lower(child) == "be")
            {
                return !Outcomes.Voice.HasAux(tree, verb, except: child) && !IsInfinitive(verb);
            }
        }

        return false;
    }

    private bool IsScheduled(int verb)
    {
        var (isTo, isBe) = (false, false);
        foreach (var child in tree.Children(verb))
        {
            isTo |= context.Xpos(child) == "TO";
            isBe |= context.Lower(child) is "is" or "are" or "was" or "were" && context.Lower(child + 1) == "to";
        }

        return isTo && isBe;
    }

    private Reality Modal(string word) =>
        signatures.Find("aux", word, "mod") is { Affirmed.Reality: var reality } ? reality : Reality.Actual;

    /// <summary>True for "to meet".</summary>
    public bool IsInfinitive(int verb)
    {
        // "close to signing": a preposition.
        if (context.Xpos(verb) == "VBG")
        {
            return false;
        }

        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "mark") && context.Lower(child) == "to")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for the second verb of "would meet and talk": it has neither subject nor auxiliary of its own.</summary>
    public bool SharesAuxiliaries(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "nsubj") || tree.Is(child, "aux"))
            {
                return false;
            }
        }

        return context.Xpos(verb) is "VB" or "VBG" or "VBN";
    }

    /// <summary>True in a question.</summary>
    public bool IsAsked(int token)
    {
        var sentence = context.Sentences[context.SentenceOf(token)];
        return context.Form(sentence.End - 1) == "?" && !IsGroundOnly(sentence, token);
    }

    // "Why did the bank grant it?": asks the reason of what is taken as done (Karttunen 1977).
    private bool IsGroundOnly(Sentence sentence, int verb)
    {
        var first = sentence.First;
        while (first < sentence.End - 1 && context.Upos(first) is Upos.Cconj or Upos.Punct)
        {
            first++;
        }

        return context.Lower(first) == "why" && tree.Head(verb) < 0 && IsPast(verb);
    }
}
