using System.Collections.Frozen;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>Reads what a predicate's own clause says of how real it is: auxiliaries, adverbs, negation, form.</summary>
internal sealed class ClauseModality(ArticleContext context, DependencyTree tree)
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

        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "advcl") && IsCondition(child))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsCondition(int clause)
    {
        foreach (var child in tree.Children(clause))
        {
            if (tree.Is(child, "mark") && context.Lower(child) is "if" or "unless" or "once")
            {
                return true;
            }
        }

        return context.Lemma(clause) == "provide";
    }

    /// <summary>True for a headline's infinitive: "Minister to fly to Lakeport".</summary>
    public bool IsHeadlineFuture(int verb)
    {
        if (tree.Head(verb) >= 0 && !tree.Is(verb, "acl") && !tree.Is(verb, "parataxis"))
        {
            return false;
        }

        var sentence = context.Sentences[context.SentenceOf(verb)];
        return IsInfinitive(verb)
            && context.Document.Regions[sentence.Region].Kind == Language.Text.RegionKind.Title
            && verb - sentence.First < 6;
    }

    /// <summary>What the auxiliaries and adverbs of one predicate say, and the word that opens its clause.</summary>
    public Reality Own(int verb)
    {
        // "The lists are to be handed over".
        var reality = IsScheduled(verb) ? Reality.Planned : Reality.Actual;
        foreach (var child in tree.Children(verb))
        {
            var word = context.Lower(child);
            if (tree.Is(child, "aux") || tree.Is(child, "cop"))
            {
                reality = RealityOrder.Stronger(
                    reality,
                    word == "would" && IsForetold(verb) ? Reality.Planned : Modal(word)
                );
            }
            else if (tree.Is(child, "mark") && word is "if" or "unless" or "whether" or "lest" or "until")
            {
                reality = RealityOrder.Stronger(reality, Reality.Possible);
            }
            else if (tree.Is(child, "advmod"))
            {
                reality = RealityOrder.Stronger(reality, Adverb(word));
            }
        }

        return reality;
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

    private static Reality Modal(string word) =>
        word switch
        {
            "will" or "'ll" or "wo" or "shall" or "ll" => Reality.Planned,
            "would" or "could" or "may" or "might" or "can" or "ca" or "'d" => Reality.Possible,
            "should" or "must" or "ought" => Reality.Demanded,
            _ => Reality.Actual,
        };

    private static Reality Adverb(string word) =>
        word switch
        {
            "perhaps" or "possibly" or "potentially" or "maybe" or "likely" or "probably" or "nearly" or "almost" =>
                Reality.Possible,
            "reportedly" or "allegedly" or "apparently" or "supposedly" or "purportedly" => Reality.Reported,
            _ => Reality.Actual,
        };

    /// <summary>True where its own clause denies it.</summary>
    public bool IsNegated(int verb)
    {
        var negated = false;
        foreach (var child in tree.Children(verb))
        {
            var word = context.Lower(child);
            var denies =
                word is "not" or "n't" or "never" or "nt"
                && (tree.Is(child, "advmod") || tree.Is(child, "aux") || tree.Is(child, "det"));
            var without = word == "without" && tree.Is(child, "mark");
            var nobody = word is "nobody" or "none" or "neither" && tree.Is(child, "nsubj");
            negated |= denies || without || nobody || (tree.Is(child, "nsubj") && HasNegator(child));
        }

        // "can't", where the tokenizer or the repair left one word.
        return negated || context.Lower(verb) is "cannot";
    }

    /// <summary>True for "to meet".</summary>
    public bool IsInfinitive(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "mark") && context.Lower(child) == "to")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for "no agreement", "without an agreement".</summary>
    public bool HasNegator(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            var word = context.Lower(child);
            if (
                (tree.Is(child, "det") || tree.Is(child, "amod") || tree.Is(child, "nummod"))
                && word is "no" or "zero" or "neither"
            )
            {
                return true;
            }

            if (tree.Is(child, "case") && word is "without" or "despite" && word == "without")
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
        return context.Form(sentence.End - 1) == "?";
    }
}
