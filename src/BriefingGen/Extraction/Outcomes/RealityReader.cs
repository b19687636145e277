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

    private readonly ClauseModality _clause = new(context, tree);

    private static readonly FrozenSet<string> Factive = Set(
        "condemn denounce deplore decry welcome praise regret mourn criticize criticise"
    );

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for "no agreement", "without an agreement".</summary>
    public bool HasNegator(int noun) => _clause.HasNegator(noun);

    /// <summary>The standing of an event that a verb or an adjective names.</summary>
    public Standing OfPredicate(int verb)
    {
        var (reality, negated) = (_clause.IsHeadlineFuture(verb) ? Reality.Planned : Reality.Actual, false);
        var at = verb;
        for (var steps = 0; steps < MaxClimb; steps++)
        {
            reality = RealityOrder.Stronger(reality, _clause.Own(at));
            negated ^= _clause.IsNegated(at) || (at != verb && _clause.HasNegator(at));
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
                reality = RealityOrder.Stronger(reality, governed);
            }

            // What is said of saying is not said of what was said.
            if (tree.Is(at, "ccomp"))
            {
                break;
            }

            at = above;
        }

        return new Standing(
            _clause.IsAsked(verb) ? RealityOrder.Stronger(reality, Reality.Possible) : reality,
            negated,
            reality == Reality.Planned && _clause.IsForetold(verb)
        );
    }

    /// <summary>The standing of an event that a noun names.</summary>
    public Standing OfNoun(int noun)
    {
        var (reality, negated) = (Reality.Actual, _clause.HasNegator(noun));
        foreach (var child in tree.Children(noun))
        {
            if (tree.Is(child, "amod") && lexicon.Governor("adjective", context.Lower(child)) is { } told)
            {
                (reality, negated) =
                    told == Reality.Negated ? (reality, true) : (RealityOrder.Stronger(reality, told), negated);
            }
        }

        var above = tree.Head(noun);
        if (above < 0)
        {
            return new Standing(reality, negated);
        }

        if (context.Upos(above) is Upos.Noun && HeldBy(above) is { } held)
        {
            (reality, negated) =
                held == Reality.Negated ? (reality, !negated) : (RealityOrder.Stronger(reality, held), negated);
        }

        if (IsGiven(noun, above))
        {
            return new Standing(reality, negated, Given: reality == Reality.Actual && !negated);
        }

        if (context.Upos(above) is Upos.Verb or Upos.Aux or Upos.Adj)
        {
            var governor = OfPredicate(above);
            reality = RealityOrder.Stronger(reality, governor.Reality);
            negated ^= governor.Negated;
            reality = tree.Is(noun, "nsubj") ? RealityOrder.Stronger(reality, SaidOf(above)) : reality;
            var governs =
                tree.Relation(noun) is "obj" or "nsubj:pass"
                || (tree.Is(noun, "obl") && Case(noun) is "for" or "on" or "about");
            if (governs && lexicon.Governor("object", context.Lemma(above)) is { } told)
            {
                (reality, negated) =
                    told == Reality.Negated ? (reality, !negated) : (RealityOrder.Stronger(reality, told), negated);
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
            said = tree.Is(child, "xcomp") ? RealityOrder.Stronger(said, Judged(child)) : said;
        }

        return said;
    }

    private Reality Judged(int token) =>
        context.Upos(token) is Upos.Adj
        && lexicon.Governor("adjective", context.Lower(token)) is { } told
        && told != Reality.Negated
            ? told
            : Reality.Actual;

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

        if (tree.Is(at, "conj") && _clause.SharesAuxiliaries(at))
        {
            return Reality.Actual;
        }

        return tree.Is(at, "csubj") ? Reality.Possible : null;
    }

    private Reality? Adverbial(int at, int above)
    {
        if (!_clause.IsInfinitive(at))
        {
            return null;
        }

        return lexicon.Governor("verb", context.Lemma(above)) ?? Reality.Planned;
    }

    private Reality? Attributive(int at, int above)
    {
        // "an agreement reached" and "those accused" are told as they are; "a plan to meet" is not yet a meeting.
        return _clause.IsInfinitive(at) ? HeldBy(above) ?? Reality.Possible : null;
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
}
