using System.Collections.Frozen;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Factuality;

/// <summary>One step up the tree: what a word is embedded in, and what that says of it.</summary>
/// <param name="At">The word below.</param>
/// <param name="Above">The word over it.</param>
/// <param name="Signature">What that says of it; null where it only passes on how it stands itself.</param>
/// <param name="PassesNegation">False where what denies the word above does not deny this one ("did not leave but stayed").</param>
/// <param name="IsGiven">True where the sentence takes it for granted ("after the strike"): the climb ends.</param>
internal readonly record struct Embedding(
    int At,
    int Above,
    Signature? Signature,
    bool PassesNegation = true,
    bool IsGiven = false
)
{
    /// <summary>A word between the two that belongs to the one above ("short" in "stopped short of"); -1 for none.</summary>
    public int Through { get; init; } = -1;

    /// <summary>True for a clause that is told as it is: "confirmed that it attacked".</summary>
    public bool IsTold { get; init; }

    /// <summary>How the word below stands where the one above stands as given.</summary>
    public Effect Under(Effect outer) =>
        Signature?.Under(outer) ?? (outer with { Negated = PassesNegation && outer.Negated });
}

/// <summary>Finds what embeds a word, through the frames of <see cref="SignatureLexicon"/>.</summary>
internal sealed partial class EmbeddingReader(ArticleContext context, DependencyTree tree, SignatureLexicon signatures)
{
    // Where the table has nothing on a word: an infinitive is open, a purpose is meant, a clause is told.
    private static readonly Signature Open = new(new(Reality.Possible, false), new(Reality.Possible, true));
    private static readonly Signature OpenNoun = new(new(Reality.Possible, false), new(Reality.Possible, false));
    private static readonly Signature Purpose = new(new(Reality.Planned, false), new(Reality.Possible, false));
    private static readonly Signature Telling = new(new(Reality.Actual, false), new(Reality.Possible, false));

    private static readonly FrozenSet<string> Counters = (
        "round series wave set spate barrage string raft number start beginning resumption launch outbreak course form type"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly ClauseModality _clause = new(context, tree, signatures);
    private readonly NegationReader _negation = new(context, tree);

    /// <summary>What embeds a word; null where nothing does that bears on whether it happened.</summary>
    public Embedding? Above(int at)
    {
        var above = tree.Head(at);
        var isNoun = context.Upos(at) is Upos.Noun or Upos.Propn or Upos.Num or Upos.Pron or Upos.Sym;
        if (above < 0)
        {
            return isNoun && PredicateOf(at) is { } predicate ? Find(at, predicate, ["np"]) : null;
        }

        if (tree.Is(at, "conj"))
        {
            return Conjunct(at, above, isNoun);
        }

        // "stopped signing treaties", read as treaties that sign.
        if (Participles.IsComplement(context, tree, at))
        {
            return Find(at, tree.Head(above), ["ing"]);
        }

        return isNoun && !IsClausal(at) ? OfNoun(at, above) : OfPredicate(at, above);
    }

    // "Reports were rejected", read as a noun with an attribute.
    private int? PredicateOf(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (child > noun && tree.Is(child, "acl") && HasChild(child, "aux:pass") && !HasChild(child, "mark"))
            {
                return child;
            }
        }

        return null;
    }

    private bool IsClausal(int noun) =>
        HasChild(noun, "cop") || tree.Is(noun, "xcomp") || tree.Is(noun, "ccomp") || tree.Is(noun, "advcl");

    // "did not attack but bombed": a verb in another form stands by itself; "but" and "nor" end what was denied.
    private Embedding? Conjunct(int at, int above, bool isNoun)
    {
        var passes = !_negation.OpensWith(at, "but") && !_negation.OpensWith(at, "nor");
        return isNoun || (_clause.SharesAuxiliaries(at) && IsSameForm(at, above))
            ? new Embedding(at, above, null, passes)
            : null;
    }

    // "did … attack" and "bombed" are no pair, "has attacked" and "bombed" are, whichever tag they got.
    private bool IsSameForm(int a, int b)
    {
        var (one, other) = (context.Xpos(a), context.Xpos(b));
        return one == other || (one is "VBN" or "VBD" && other is "VBN" or "VBD");
    }

    private Embedding? OfPredicate(int at, int above)
    {
        if (tree.Relation(at) == "acl:relcl" && !HasMark(at, "that"))
        {
            return IsContent(at, above) ? Find(at, above, Finite(at)) : null;
        }

        var isInfinitive = _clause.IsInfinitive(at);
        var isParticiple = !isInfinitive && (context.Xpos(at) == "VBG" || HasHaving(at));
        var preposition = isParticiple ? Opener(at) : null;
        if (tree.Is(at, "advcl") || tree.Is(at, "acl") || tree.Is(at, "obl") || tree.Is(at, "nmod"))
        {
            return OfAdjunct(at, above, isInfinitive, preposition);
        }

        if (tree.Is(at, "xcomp") || tree.Is(at, "csubj"))
        {
            return isInfinitive ? Find(at, above, ["inf"]) ?? new Embedding(at, above, Open)
                : preposition is not null ? Find(at, above, [preposition]) ?? new Embedding(at, above, null)
                : Find(at, above, ["ing", "inf"])
                    ?? new Embedding(at, above, tree.Is(at, "csubj") || context.Xpos(at) == "VB" ? Open : null);
        }

        if (!tree.Is(at, "ccomp"))
        {
            return null;
        }

        return isInfinitive ? Find(at, above, ["inf"]) ?? new Embedding(at, above, Open)
            : isParticiple && !HasChild(at, "nsubj") ? Find(at, above, ["ing", "inf"]) ?? new Embedding(at, above, null)
            : Find(at, above, Finite(at)) ?? new Embedding(at, above, Telling);
    }

    // "no chance it will leave", "the possibility they might sign": what a noun is about, its "that" left out. A clause with a
    // gap ("the chance it took") describes the noun.
    private bool IsContent(int verb, int noun)
    {
        if (
            context.Upos(noun) != Upos.Noun
            || signatures.Find(SignatureLexicon.Noun, context.Lemma(noun), "that") is null
        )
        {
            return false;
        }

        // "the agreement under which they left".
        for (var i = noun + 1; i < verb; i++)
        {
            if (context.Lower(i) is "which" or "who" or "whom" or "whose" or "where" or "when" or "why" or "that")
            {
                return false;
            }
        }

        var (hasSubject, hasModal, hasObject) = (false, false, false);
        foreach (var child in tree.Children(verb))
        {
            hasSubject |= tree.Is(child, "nsubj") && context.Lower(child) is not ("that" or "which" or "who");
            hasModal |= tree.Is(child, "aux") && context.Xpos(child) == "MD";
            hasObject |= tree.Relation(child) is "obj" or "ccomp";
        }

        return hasSubject && (hasModal || hasObject);
    }

    private Embedding? OfAdjunct(int at, int above, bool isInfinitive, string? preposition)
    {
        if (isInfinitive)
        {
            // "began talks to end the war": what the talks are for, not what has begun.
            var isPurpose = tree.Is(at, "advcl") && HasObjectBefore(at, above);
            var found = isPurpose
                ? Find(at, above, ["purpose"])
                    ?? Find(at, above, ["inf"], s => s.Affirmed is not { Reality: Reality.Actual, Negated: false })
                : Find(at, above, ["inf"]);
            // "asked the envoys to stay", read as envoys who are to stay.
            if (
                found is null
                && tree.Is(at, "acl")
                && tree.Relation(above) is "obj" or "iobj"
                && tree.Head(above) is >= 0 and var asking
                && Outcomes.Control.IsByObject(context.Lemma(asking))
                && Find(at, asking, ["inf"]) is { } asked
            )
            {
                return asked;
            }

            return found ?? new Embedding(at, above, tree.Is(at, "acl") ? OpenNoun : Purpose);
        }

        if (preposition is not null)
        {
            // "may respond by closing the port": done as far as that is.
            return Find(at, above, [preposition])
                ?? (preposition == "by" ? new Embedding(at, above, null, PassesNegation: false) : null);
        }

        return tree.Is(at, "acl") && HasMark(at, "that") ? Find(at, above, Finite(at)) : null;
    }

    private string[] Finite(int verb) =>
        _clause.IsSubjunctive(verb) ? ["base", "that"]
        : _clause.IsPast(verb) ? ["past", "that"]
        : ["that"];

    private Embedding? OfNoun(int at, int above)
    {
        switch (tree.Relation(at))
        {
            case "obj" or "nsubj:pass" or "dobj":
                var isDefinite = IsDefinite(at);
                return Find(at, above, Frames(at, isDefinite)) ?? new Embedding(at, above, null, !isDefinite);
            case "nsubj":
                return Find(at, above, ["subj"]) ?? Judged(at, above) ?? new Embedding(at, above, null);
            case "compound":
                return context.Upos(above) == Upos.Noun ? Find(at, above, ["of"]) : null;
        }

        if (!tree.Is(at, "obl") && !tree.Is(at, "nmod"))
        {
            return null;
        }

        var preposition = Opener(at);
        if (preposition is "after" or "since" or "following" or "amid")
        {
            return new Embedding(at, above, null, IsGiven: true);
        }

        if (preposition is not null && Find(at, above, [preposition]) is { } found)
        {
            return found;
        }

        return tree.Is(at, "obl") ? new Embedding(at, above, null, PassesNegation: false)
            : Counters.Contains(context.Lemma(above)) ? new Embedding(at, above, null)
            : null;
    }

    // "is supposed to take place": a passive may be an adjective that is said of its subject.
    private string[] Frames(int noun, bool isDefinite) =>
        (isDefinite, tree.Is(noun, "nsubj")) switch
        {
            (true, true) => ["the", "np", "subj"],
            (true, false) => ["the", "np"],
            (false, true) => ["np", "subj"],
            _ => ["np"],
        };

    // "a deal remains possible": what is said of the event by an adjective below the verb.
    private Embedding? Judged(int at, int above)
    {
        foreach (var child in tree.Children(above))
        {
            if (
                tree.Is(child, "xcomp")
                && signatures.Find(SignatureLexicon.Adjective, context.Lower(child), "subj") is { } signature
            )
            {
                return new Embedding(at, above, signature);
            }
        }

        return null;
    }
}
