using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>A sanction that a noun names with the verb that says what becomes of it.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Noun">The noun.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Imposer">Slugs of who imposes it.</param>
/// <param name="Target">Slugs of whom it is aimed at.</param>
internal sealed record ScannedSanction(
    int Verb,
    int Noun,
    SanctionStatus Status,
    ImmutableArray<string> Imposer,
    ImmutableArray<string> Target
)
{
    /// <summary>True where it is somebody's whom the text does not name there: "their own barriers".</summary>
    public bool IsOthers { get; init; }

    /// <summary>True where the subject of the verb is the one who is spared: who acts there imposes nothing.</summary>
    public bool IsSpared { get; init; }

    /// <summary>The measure where the verb says it; null where words are to be read.</summary>
    public string? Measure { get; init; }
}

/// <summary>
/// Finds sanctions that no outcome tells: "postponed the imposition of tariffs on Norland", "granted exemptions", "Norland is
/// still subject to the tariffs", "the tariff that it imposed". The noun names it, the verb over or behind it says how far it
/// has come.
/// </summary>
internal sealed class SanctionScan(
    ArticleContext context,
    DependencyTree tree,
    SanctionGrammar words,
    FactualityReader factuality,
    ScannedParties parties
)
{
    private const int MaxClimb = 5;

    private readonly PunishingVerbs _verbs = new(context, tree, words, factuality, parties);

    /// <summary>The sanctions of a sentence.</summary>
    public IEnumerable<ScannedSanction> Find(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (_verbs.Of(i) is { } punished)
            {
                yield return punished;
            }

            if (context.Upos(i) == Upos.Noun && words.Is("aid", context.Lemma(i)) && CutOff(i) is { } cut)
            {
                yield return cut;
            }

            if (context.Upos(i) != Upos.Noun || Kind(i, sentence) is not { } relief)
            {
                continue;
            }

            if (Verb(i) is { } verb && Told(verb, i, relief) is { } told)
            {
                yield return told;
            }
            else if (!relief && Behind(i) is { } placed && Told(placed, i, false) is { } before)
            {
                yield return before;
            }
        }
    }

    // "cut off economic aid to Norland".
    private ScannedSanction? CutOff(int noun)
    {
        var verb = tree.Relation(noun) is "obj" or "nsubj:pass" ? tree.Head(noun) : -1;
        if (
            verb < 0
            || !words.Is("cut-off", context.Lemma(verb))
            || factuality.Of(verb) is not { Negated: false } standing
        )
        {
            return null;
        }

        var off = context.Lemma(verb) != "cut" || context.Lower(verb + 1) == "off";
        var imposer = parties.Imposer(verb, noun, false);
        var target = parties.Target(verb, noun, false).Except(imposer, StringComparer.Ordinal).ToImmutableArray();
        return !off || target.IsEmpty
            ? null
            : new ScannedSanction(
                verb,
                noun,
                parties.IsUrged(verb) || standing.Reality is Reality.Possible or Reality.Demanded
                        ? SanctionStatus.Proposed
                    : standing.Reality == Reality.Planned ? SanctionStatus.Announced
                    : SanctionStatus.InForce,
                imposer,
                target
            );
    }

    // False for a restriction, true for relief from one, null for other nouns.
    private bool? Kind(int noun, Sentence sentence)
    {
        var lemma = context.Lemma(noun);
        if (words.Is("restriction", lemma))
        {
            return lemma != "duty" || context.Lower(noun) == "duties" ? false : null;
        }

        if (words.Is("ban", lemma) && HasMatter(noun))
        {
            return false;
        }

        // "measures against banks" are sanctions where the article speaks of sanctions there.
        if (lemma == "measure" && Grammar.Child(tree, noun, "nmod") is >= 0 and var against)
        {
            return
                Grammar.Case(tree, against) is >= 0 and var by
                && context.Lower(by) == "against"
                && IsOfRestriction(sentence)
                ? false
                : null;
        }

        return words.Is("relief", lemma) && IsOfRestriction(sentence) ? true : null;
    }

    private bool HasMatter(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (tree.Relation(child) is "compound" or "amod" or "nmod" && words.Is("matter", context.Lemma(child)))
            {
                return true;
            }
        }

        // "placing barriers on Norlandic products".
        var verb = tree.Head(noun);
        foreach (var child in verb >= 0 && tree.Is(noun, "obj") ? tree.Children(verb) : [])
        {
            if (child > noun && tree.Is(child, "obl") && words.Is("matter", context.Lemma(child)))
            {
                return Grammar.Case(tree, child) is >= 0 and var on && context.Lower(on) == "on";
            }
        }

        return false;
    }

    // "an exemption" is one from tariffs or sanctions where its sentence or the one before speaks of them.
    private bool IsOfRestriction(Sentence sentence)
    {
        var before = context.SentenceOf(sentence.First);
        var first = before > 0 ? context.Sentences[before - 1].First : sentence.First;
        for (var i = first; i < sentence.End; i++)
        {
            if (words.Is("restriction", context.Lemma(i)))
            {
                return true;
            }
        }

        return false;
    }

    // Up through "the imposition of", "a round of", "agreements for" to the verb.
    private int? Verb(int noun)
    {
        var at = noun;
        for (var steps = 0; steps < MaxClimb; steps++)
        {
            var above = tree.Head(at);
            if (above < 0)
            {
                return null;
            }

            if (context.Upos(above) == Upos.Verb)
            {
                return IsGoverned(at, above, noun) ? above : null;
            }

            // "subject to the tariffs", "the tariffs are in effect".
            if (
                (context.Lemma(above) == "subject" && context.Upos(above) is Upos.Adj)
                || (tree.Is(at, "nsubj") && context.Lemma(above) is "effect" or "force" or "place" && IsIn(above))
            )
            {
                return above;
            }

            if (context.Upos(above) != Upos.Noun || !Carries(above, noun))
            {
                return tree.Relation(at) == "conj" ? Verb(above) : null;
            }

            at = above;
        }

        return null;
    }

    private bool Carries(int above, int noun) =>
        words.Is("carrier", context.Lemma(above))
        || (words.Is("relief", context.Lemma(noun)) && context.Lemma(above) is "agreement" or "deal");

    private bool IsGoverned(int at, int verb, int noun) =>
        tree.Relation(at) is "obj" or "nsubj:pass"
        // "easing of sanctions", "in exchange for an exemption", "the tariffs take effect".
        || (
            tree.Is(at, "obl")
            && Grammar.Case(tree, at) is >= 0 and var by
            && (
                (context.Lower(by) == "of" && context.Xpos(verb) == "VBG")
                || (context.Lower(by) == "with" && words.Is("with", context.Lemma(verb)))
                || (words.Is("relief", context.Lemma(noun)) && IsExchange(by))
            )
        )
        || (
            tree.Is(at, "nsubj")
            && Grammar.Child(tree, verb, "obj") is >= 0 and var effect
            && context.Lemma(effect) == "effect"
        )
        || (tree.Is(at, "nsubj") && words.Is("stand", context.Lemma(verb)) && Stands(verb))
        || (
            tree.Is(at, "nsubj")
            && context.Lemma(verb) is "rise" or "increase"
            && !Grammar.IsPassive(context, tree, verb)
        );

    private bool Stands(int verb) =>
        context.Lemma(verb) is "expire" or "lapse"
        || (
            Grammar.Child(tree, verb, "obl") is >= 0 and var place
            && context.Lemma(place) is "place" or "force" or "effect"
        );

    private bool IsExchange(int by) =>
        context.Lower(by) == "for" && context.Lower(by - 1) is "exchange" or "return" && context.Lower(by - 2) == "in";

    private bool IsIn(int noun) => Grammar.Case(tree, noun) is >= 0 and var by && context.Lower(by) is "in" or "into";

    // "the tariff that the government imposed", "sanctions placed on Norland".
    private int? Behind(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (child > noun && tree.Is(child, "acl") && words.Is("force", context.Lemma(child)))
            {
                return child;
            }
        }

        return null;
    }

    private ScannedSanction? Told(int verb, int noun, bool relief)
    {
        var lemma = context.Lemma(verb);
        if (parties.IsOfCourt(verb) || Status(lemma, noun, verb, relief) is not { } told)
        {
            return null;
        }

        // "if the bloc imposes sanctions": nobody proposes them there.
        if (
            Grammar.Child(tree, verb, "mark") is >= 0 and var mark
            && context.Lower(mark) is "if" or "unless" or "once" or "when"
        )
        {
            return null;
        }

        // "allowed Norland to avoid the tariffs": what is allowed counts.
        var standing = factuality.Of(lemma is "avoid" or "escape" ? tree.Head(verb) : verb);
        // What is still to be lifted is in force.
        var isStanding =
            told is SanctionStatus.Lifted or SanctionStatus.Eased
            && !relief
            && (standing.Negated || standing.Reality is Reality.Possible or Reality.Demanded)
            && !(lemma is "avoid" or "escape");
        if (
            (standing.Negated && !isStanding)
            || (lemma == "subject" && standing.Reality is Reality.Possible or Reality.Demanded)
        )
        {
            return null;
        }

        var isWanted = relief && words.Is("want", lemma);
        var isExchanged = relief && !words.Is("grant", lemma) && !isWanted;
        var status =
            isWanted || isStanding ? SanctionStatus.InForce
            : words.IsDeferred(context, tree, verb) ? SanctionStatus.Eased
            : IsUnderIf(verb) ? SanctionStatus.Proposed
            : standing.Reality switch
            {
                _ when isExchanged => told,
                Reality.Possible or Reality.Demanded => SanctionStatus.Proposed,
                Reality.Planned when told is SanctionStatus.InForce && !words.Is("stand", lemma) =>
                    SanctionStatus.Announced,
                Reality.Planned when told is SanctionStatus.Lifted => SanctionStatus.Eased,
                _ => told,
            };
        var imposer = parties.Imposer(verb, noun, isWanted || isExchanged);
        var target = parties.Target(verb, noun, relief);
        // Two that threaten each other are both.
        target = imposer.Length > 1 ? target : [.. target.Except(imposer, StringComparer.Ordinal)];
        return imposer.IsEmpty && target.IsEmpty && !parties.IsOfficial(verb) && Behind(noun) is null
            ? null
            : new ScannedSanction(verb, noun, status, imposer, target)
            {
                IsOthers = Grammar.Child(tree, noun, "nmod:poss") >= 0,
                IsSpared = isExchanged || isWanted || words.Is("obtain", lemma),
            };
    }

    private bool IsUnderIf(int verb) =>
        tree.Is(verb, "advcl")
        && tree.Head(verb) is >= 0 and var above
        && Grammar.Child(tree, above, "mark") is >= 0 and var mark
        && context.Lower(mark) is "if" or "unless";

    private SanctionStatus? Status(string verb, int noun, int at, bool relief)
    {
        if (!relief && words.Is("with", verb) && verb != "threaten")
        {
            return SanctionStatus.InForce;
        }

        if (!relief && verb is "rise" or "increase" or "double" or "triple" or "raise" or "hike")
        {
            return SanctionStatus.Extended;
        }

        if (relief)
        {
            return words.Is("grant", verb) || (tree.Is(Top(noun, at), "obl") && context.Upos(at) == Upos.Verb)
                    ? SanctionStatus.Eased
                : words.Is("want", verb) && parties.Owned(noun) is not null ? SanctionStatus.InForce
                : null;
        }

        if (verb is "subject" or "effect" or "force" or "place" && context.Upos(at) != Upos.Verb || verb == "take")
        {
            return SanctionStatus.InForce;
        }

        // "the embargo remains in place", "the tariffs expire on Friday", "expired on Friday".
        if (words.Is("stand", verb))
        {
            return verb is "expire" or "lapse" && context.Xpos(at) is "VBD" or "VBN"
                ? SanctionStatus.Lifted
                : SanctionStatus.InForce;
        }

        // "allowed Norland to avoid the tariffs".
        if (verb is "avoid" or "escape")
        {
            return tree.Is(at, "xcomp") && words.Is("allow", context.Lemma(tree.Head(at)))
                ? SanctionStatus.Eased
                : null;
        }

        return verb == "set" && Grammar.Child(tree, noun, "nmod:poss") >= 0
            ? SanctionStatus.InForce
            : words.Status([verb]);
    }

    // The noun on the way up that hangs on the verb itself.
    private int Top(int noun, int verb)
    {
        var at = noun;
        for (var steps = 0; steps < MaxClimb && tree.Head(at) >= 0 && tree.Head(at) != verb; steps++)
        {
            at = tree.Head(at);
        }

        return at;
    }
}
