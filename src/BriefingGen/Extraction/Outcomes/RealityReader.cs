using System.Collections.Frozen;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>Whether an event happened, as far as its own clause and what governs it say.</summary>
/// <param name="Reality">How far it is told as real.</param>
/// <param name="Negated">True where it did not happen.</param>
/// <param name="Foretold">True for "said that it would", which tells of a future that was then still to come.</param>
/// <param name="Given">True where the sentence takes it for granted: "hoped for help after the attack".</param>
internal readonly record struct Standing(Reality Reality, bool Negated, bool Foretold = false, bool Given = false);

/// <summary>Reads modality and negation, from the predicate upward through what governs it.</summary>
internal sealed class RealityReader(ArticleContext context, DependencyTree tree, OutcomeLexicon lexicon)
{
    private const int MaxClimb = 8;

    private static readonly FrozenSet<string> Tellings = Set(
        "say announce tell confirm add state declare report pledge promise vow insist"
    );

    private static readonly FrozenSet<string> Feelings = Set(
        "support welcome favor favour like love prefer consider accept want need mean be have oppose"
    );

    private static readonly FrozenSet<string> Factive = Set(
        "condemn denounce deplore decry welcome praise regret mourn criticize criticise"
    );

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The standing of an event that a verb or an adjective names.</summary>
    public Standing OfPredicate(int verb)
    {
        var (reality, negated) = (IsHeadlineFuture(verb) ? Reality.Planned : Reality.Actual, false);
        var at = verb;
        for (var steps = 0; steps < MaxClimb; steps++)
        {
            reality = Stronger(reality, Own(at));
            negated ^= IsNegated(at) || (at != verb && HasNegator(at));
            var above = tree.Head(at);
            if (above < 0 || Govern(at, above) is not { } governed)
            {
                break;
            }

            if (governed == Reality.Negated)
            {
                negated = !negated;
            }
            else
            {
                reality = Stronger(reality, governed);
            }

            // What is said of saying is not said of what was said.
            if (tree.Is(at, "ccomp"))
            {
                break;
            }

            at = above;
        }

        return new Standing(
            IsAsked(verb) ? Stronger(reality, Reality.Possible) : reality,
            negated,
            reality == Reality.Planned && IsForetold(verb)
        );
    }

    // "The ministry said it would challenge the ruling": the future of a past telling, not a condition. What would only be
    // felt or thought, or has a condition, stays open; so does what stands before its telling.
    private bool IsForetold(int verb)
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

    /// <summary>The standing of an event that a noun names.</summary>
    public Standing OfNoun(int noun)
    {
        var (reality, negated) = (Reality.Actual, HasNegator(noun));
        foreach (var child in tree.Children(noun))
        {
            if (tree.Is(child, "amod") && lexicon.Governor("adjective", context.Lower(child)) is { } told)
            {
                (reality, negated) = told == Reality.Negated ? (reality, true) : (Stronger(reality, told), negated);
            }
        }

        var above = tree.Head(noun);
        if (above < 0)
        {
            return new Standing(reality, negated);
        }

        if (context.Upos(above) is Upos.Noun && HeldBy(above) is { } held)
        {
            (reality, negated) = held == Reality.Negated ? (reality, !negated) : (Stronger(reality, held), negated);
        }

        if (IsGiven(noun, above))
        {
            return new Standing(reality, negated, Given: reality == Reality.Actual && !negated);
        }

        if (context.Upos(above) is Upos.Verb or Upos.Aux or Upos.Adj)
        {
            var governor = OfPredicate(above);
            reality = Stronger(reality, governor.Reality);
            negated ^= governor.Negated;
            reality = tree.Is(noun, "nsubj") ? Stronger(reality, SaidOf(above)) : reality;
            var governs =
                tree.Relation(noun) is "obj" or "nsubj:pass"
                || (tree.Is(noun, "obl") && Case(noun) is "for" or "on" or "about");
            if (governs && lexicon.Governor("object", context.Lemma(above)) is { } told)
            {
                (reality, negated) = told == Reality.Negated ? (reality, !negated) : (Stronger(reality, told), negated);
            }
        }

        return new Standing(reality, negated);
    }

    // "after the strike", "condemned the shelling": there was one, whatever becomes of the rest.
    private bool IsGiven(int noun, int above) =>
        (tree.Is(noun, "obl") && Case(noun) is "after" or "since" or "following")
        || (tree.Is(noun, "obj") && Factive.Contains(context.Lemma(above)) && IsDefinite(noun));

    private bool IsDefinite(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (context.Lower(child) is "the" or "this" or "these" || tree.Is(child, "nmod:poss"))
            {
                return true;
            }
        }

        return false;
    }

    // "the odds of an attack", "a threat of war": lemmatizers take the plural for another word.
    private Reality? HeldBy(int noun) =>
        lexicon.Governor("noun", context.Lemma(noun)) ?? lexicon.Governor("noun", context.Lower(noun));

    // "an attack is likely", "a deal remains possible": what is said of the event is how real it is.
    private Reality SaidOf(int predicate)
    {
        var said = Judged(predicate);
        foreach (var child in tree.Children(predicate))
        {
            said = tree.Is(child, "xcomp") ? Stronger(said, Judged(child)) : said;
        }

        return said;
    }

    private Reality Judged(int token) =>
        context.Upos(token) is Upos.Adj
        && lexicon.Governor("adjective", context.Lower(token)) is { } told
        && told != Reality.Negated
            ? told
            : Reality.Actual;

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

    // Headlines: "Minister to fly to Lakeport".
    private bool IsHeadlineFuture(int verb)
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

    // The auxiliaries and adverbs of one predicate, and the word that opens its clause.
    private Reality Own(int verb)
    {
        // "The lists are to be handed over".
        var reality = IsScheduled(verb) ? Reality.Planned : Reality.Actual;
        foreach (var child in tree.Children(verb))
        {
            var word = context.Lower(child);
            if (tree.Is(child, "aux") || tree.Is(child, "cop"))
            {
                reality = Stronger(reality, word == "would" && IsForetold(verb) ? Reality.Planned : Modal(word));
            }
            else if (tree.Is(child, "mark") && word is "if" or "unless" or "whether" or "lest" or "until")
            {
                reality = Stronger(reality, Reality.Possible);
            }
            else if (tree.Is(child, "advmod"))
            {
                reality = Stronger(reality, Adverb(word));
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

    private bool IsNegated(int verb)
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

    // What the governor says of its dependent; null where the climb ends.
    private Reality? Govern(int at, int above)
    {
        if (tree.Is(at, "xcomp") || tree.Is(at, "ccomp"))
        {
            var kind = context.Upos(above) is Upos.Adj ? "adjective" : "verb";
            var told =
                lexicon.Governor(kind, context.Lemma(above)) ?? lexicon.Governor("adjective", context.Lower(above));
            return told ?? (tree.Is(at, "xcomp") ? Reality.Possible : Reality.Actual);
        }

        if (tree.Is(at, "advcl"))
        {
            // "travelled to meet": what one went for; "will pay in order to end" is not yet so.
            return Adverbial(at, above);
        }

        if (tree.Is(at, "acl"))
        {
            return tree.Relation(at) == "acl:relcl" ? null : Attributive(at, above);
        }

        if (tree.Is(at, "conj") && SharesAuxiliaries(at))
        {
            return Reality.Actual;
        }

        return tree.Is(at, "csubj") ? Reality.Possible : null;
    }

    private Reality? Adverbial(int at, int above)
    {
        if (!IsInfinitive(at))
        {
            return null;
        }

        return lexicon.Governor("verb", context.Lemma(above)) ?? Reality.Planned;
    }

    private Reality? Attributive(int at, int above)
    {
        // "an agreement reached" and "those accused" are told as they are; "a plan to meet" is not yet a meeting.
        return IsInfinitive(at) ? HeldBy(above) ?? Reality.Possible : null;
    }

    private bool IsInfinitive(int verb)
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

    // "would meet and talk": the second has neither subject nor auxiliary of its own.
    private bool SharesAuxiliaries(int verb)
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

    private string? Case(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (tree.Is(child, "case"))
            {
                return context.Lower(child);
            }
        }

        return null;
    }

    private bool IsAsked(int token)
    {
        var sentence = context.Sentences[context.SentenceOf(token)];
        return context.Form(sentence.End - 1) == "?";
    }

    // What is demanded or possible was not planned; what is planned was not done.
    private static Reality Stronger(Reality a, Reality b) => Rank(a) >= Rank(b) ? a : b;

    private static int Rank(Reality reality) =>
        reality switch
        {
            Reality.Actual => 0,
            Reality.Reported => 1,
            Reality.Planned => 2,
            Reality.Demanded => 3,
            _ => 4,
        };
}
