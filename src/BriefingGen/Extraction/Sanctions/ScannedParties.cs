using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>Who imposes on whom what a noun and its verb tell.</summary>
internal sealed class ScannedParties(
    ArticleContext context,
    DependencyTree tree,
    ActorIndex actors,
    SanctionGrammar words,
    AimedStates aimed
)
{
    private readonly PropositionReader _propositions = new(context, tree, actors);
    private readonly ImposingBodies _bodies = new(context, actors);

    /// <summary>Who imposes it; nobody where the text does not say so at its place.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="noun">The noun.</param>
    /// <param name="spared">True where the verb's subject is the one who is spared.</param>
    public ImmutableArray<string> Imposer(int verb, int noun, bool spared)
    {
        if (Owned(noun) is { } owner)
        {
            return [owner];
        }

        // "won an exemption", "tariffs take effect": the subject is not who imposes it.
        var lemma = context.Lemma(verb);
        if (
            spared
            || lemma is "subject" or "effect" or "force" or "place" or "take" or "rise" or "increase"
            || words.Is("obtain", lemma)
            || words.Is("stand", lemma)
        )
        {
            return [];
        }

        if (Pair(verb) is { IsEmpty: false } both)
        {
            return both;
        }

        var from = lemma is "avoid" or "escape" ? tree.Head(verb) : verb;
        if (Described(from) is { } body)
        {
            return [body];
        }

        if (IsUrged(verb))
        {
            return actors.At(Urged(tree.Head(verb))) is { Possessive: false } urged ? [urged.Actor] : [];
        }

        var at = context.Document.Tokens[from].Span.Start;
        return
        [
            .. _propositions
                .Of(from)
                .Arguments.Where(a => a.Role == ArgumentRole.Subject)
                // "pressure to ease": what holds the verb is not its subject; "an agreement with Norland" is not Norland.
                .Where(a => a.Actor is not null && !(a.Start <= at && at < a.End) && IsNamedByHead(a))
                .Select(a => _bodies.Of(a.Actor!) ?? a.Actor!)
                .Where(IsSomebody)
                .Distinct(StringComparer.Ordinal)
                .Take(1),
        ];
    }

    // "for the bloc to reduce its tariffs".
    private string? Described(int verb)
    {
        var subject = Grammar.Child(tree, verb, "nsubj");
        var above = tree.Head(verb);
        subject =
            subject < 0 && context.Xpos(verb) == "VB" && above >= 0 && context.Lower(above - 2) == "for"
                ? above
                : subject;
        return subject < 0 ? null
            : actors.At(subject) is null ? _bodies.Described(subject)
            : subject == above ? actors.At(subject)?.Actor
            : null;
    }

    private bool IsNamedByHead(Argument argument)
    {
        var (first, end) = context.TokensOf(new SourceSpan(argument.Start, argument.End, ""));
        return end > first
            && context.Lemma(_propositions.HeadOf(first, end)) is not ("agreement" or "deal" or "accord");
    }

    // "officials": they speak for whoever does it.
    private bool IsSomebody(string slug) =>
        actors.Find(slug) is not { Type: ActorType.Group, Named: false, Country: null } group
        || !words.Is("mouthpiece", group.Name.ToLowerInvariant());

    /// <summary>True where somebody wants another to do it: "lobbied Norland to cut off aid".</summary>
    public bool IsUrged(int verb) =>
        tree.Relation(verb) is "advcl" or "xcomp"
        && context.Xpos(verb) == "VB"
        && tree.Head(verb) is >= 0 and var above
        && words.Is("urge", context.Lemma(above))
        && Urged(above) >= 0;

    private int Urged(int above)
    {
        var obl = Grammar.Child(tree, above, "obl");
        return Grammar.Child(tree, above, "obj") is >= 0 and var obj ? obj
            : obl >= 0 && Grammar.Case(tree, obl) is >= 0 and var on && context.Lower(on) is "on" or "for" ? obl
            : -1;
    }

    // "each has threatened the other": the two that the sentence has named last.
    private ImmutableArray<string> Pair(int verb)
    {
        if (
            !(
                Grammar.Child(tree, verb, "nsubj") is >= 0 and var subject
                && context.Lower(subject) == "each"
                && Grammar.Child(tree, verb, "obj") is >= 0 and var other
                && context.Lower(other) == "other"
            )
        )
        {
            return [];
        }

        var named = actors
            .In(context.Sentences[context.SentenceOf(verb)].First, subject)
            .Where(m => actors.Find(m.Actor)?.Type is ActorType.State or ActorType.Organization)
            .ToList();
        return
            named.Count >= 2 && named[^2].Actor != named[^1].Actor && context.Lower(named[^2].End) == "and"
            || named.Count >= 2 && context.Lower(named[^1].First - 2) == "and"
            ? [named[^2].Actor, named[^1].Actor]
            : [];
    }

    /// <summary>Whose the restriction is: "its own duties", "U.S. tariffs", also one that relief is from; null where not said.</summary>
    public string? Owned(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (
                (tree.Relation(child) is "nmod:poss" or "compound" or "amod")
                && (actors.At(child)?.Actor ?? aimed.StateAt(child)) is { } owner
                && actors.Find(owner)?.Type is ActorType.State or ActorType.Organization
            )
            {
                return owner;
            }

            if (tree.Is(child, "nmod") && words.Is("restriction", context.Lemma(child)) && Owned(child) is { } below)
            {
                return below;
            }
        }

        return null;
    }

    /// <summary>True where an office without a name does it: "the administration imposed".</summary>
    public bool IsOfficial(int verb) =>
        context.Lemma(verb) is "effect" or "force"
        || Grammar.Child(tree, verb, "nsubj") is >= 0 and var subject
            && context.Lemma(subject) is "administration" or "government" or "official" or "authority" or "ministry";

    /// <summary>Whom a phrase names, or whose it is: "two Norlandic banks", "the assets of Norland".</summary>
    public ImmutableArray<string> Held(int head)
    {
        if (actors.At(head) is { Possessive: false } mention)
        {
            return [mention.Actor];
        }

        var (first, end) = Grammar.Phrase(context, tree, head);
        return
        [
            .. Enumerable
                .Range(first, Math.Max(0, end - first))
                .Select(i =>
                    aimed.StateAt(i) ?? (i > head && actors.At(i) is { Possessive: false } who ? who.Actor : null)
                )
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Take(1),
        ];
    }

    /// <summary>True where a court or a club does it: its sanctions are no sanctions of states.</summary>
    public bool IsOfCourt(int verb) =>
        Grammar.Child(tree, verb, "nsubj") is >= 0 and var subject && words.Is("court", context.Lemma(subject));

    /// <summary>Those whom a word names.</summary>
    public ImmutableArray<string> Named(int token) => actors.At(token) is { } mention ? [mention.Actor] : [];

    /// <summary>Whom it is aimed at.</summary>
    public ImmutableArray<string> Target(int verb, int noun, bool relief)
    {
        var lemma = context.Lemma(verb);
        if (Pair(verb) is { IsEmpty: false } both)
        {
            return both;
        }

        if (lemma == "subject")
        {
            return [.. Of(verb, a => a.Role == ArgumentRole.Subject)];
        }

        if (relief && words.Is("want", lemma))
        {
            return [.. Of(verb, a => a.Role == ArgumentRole.Subject)];
        }

        if (lemma is "avoid" or "escape")
        {
            return Spared(tree.Head(verb));
        }

        if (relief && (words.Is("obtain", lemma) || !words.Is("grant", lemma)))
        {
            var gets = Of(verb, a => a.Role == ArgumentRole.Subject).ToImmutableArray();
            return gets.IsEmpty && tree.Head(verb) is >= 0 and var above
                ? [.. Of(above, a => a.Role == ArgumentRole.Object)]
                : gets;
        }

        var named = Of(noun, IsAimed).Concat(Of(verb, IsAimed)).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var (first, last) = (Math.Min(verb, noun), Math.Max(verb, noun));
        foreach (var child in tree.Children(noun))
        {
            // "easing of sanctions placed on Norland".
            last = tree.Is(child, "acl") && words.Is("force", context.Lemma(child)) ? Math.Max(last, child) : last;
        }

        var isFor = relief || lemma is "effect" or "force" or "place" || words.Is("aid", context.Lemma(noun));
        return [.. named.Concat(aimed.Behind(first, last, isFor)).Distinct(StringComparer.Ordinal)];

        static bool IsAimed(Argument a) =>
            (a.Role == ArgumentRole.Oblique && a.Preposition is "on" or "against" or "for" or "to" or "from")
            || a.Role == ArgumentRole.Indirect;
    }

    // "to allow those countries to avoid tariffs": those that the sentence has named before.
    private ImmutableArray<string> Spared(int verb)
    {
        var who = Of(verb, a => a.Role is ArgumentRole.Object or ArgumentRole.Indirect).ToImmutableArray();
        var sentence = context.Sentences[context.SentenceOf(verb)];
        return who.IsEmpty
            ?
            [
                .. actors
                    .In(sentence.First, verb)
                    .Select(m => m.Actor)
                    .Where(a => actors.Find(a)?.Type == ActorType.State)
                    .Distinct(StringComparer.Ordinal),
            ]
            : who;
    }

    private IEnumerable<string> Of(int head, Func<Argument, bool> isWanted) =>
        _propositions.Of(head).Arguments.Where(isWanted).SelectMany(Actors).Distinct(StringComparer.Ordinal);

    private IEnumerable<string> Actors(Argument argument)
    {
        if (argument.Actor is { } named)
        {
            return [named];
        }

        // "Norlandic steel": the state whose goods they are.
        var (first, end) = context.TokensOf(new SourceSpan(argument.Start, argument.End, ""));
        return Enumerable.Range(first, Math.Max(0, end - first)).Select(aimed.StateAt).OfType<string>().Take(1);
    }
}
