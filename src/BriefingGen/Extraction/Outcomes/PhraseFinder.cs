using System.Collections.Frozen;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>A phrase that may take part in an event.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="Actor">The actor's slug; null where not resolved.</param>
/// <param name="Acts">True where it is one who can act: a known actor, or a word for people or a body.</param>
internal readonly record struct Phrase(int First, int End, string? Actor, bool Acts);

/// <summary>Reads who a phrase names: with conjuncts, without relative clauses and the like.</summary>
internal sealed partial class PhraseFinder(
    ArticleContext context,
    DependencyTree tree,
    ActorIndex actors,
    OutcomeLexicon lexicon,
    Tellers tellers
)
{
    private const int MaxConjuncts = 12;

    private readonly GroupReferences _groups = new(context, actors);
    private readonly Coreferents _coreferents = new(context, actors);
    private readonly Complements _complements = new(context, tree);
    private readonly NegationReader _negation = new(context, tree);
    private readonly NearerPerson _nearer = new(context);

    private static readonly FrozenSet<string> NotPeople = (
        "numbers papers matters powers waters borders orders offers letters quarters headquarters computers corners chapters "
        + "disasters containers missile-launchers launchers boulders shoulders rivers trailers tankers bombers fighters-jets "
        + "helicopters bulldozers freezers markers registers answers barriers carriers centers indicators generators "
    )
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal);

    // "the border town of Dasna": a place with a name can be attacked.
    private static readonly FrozenSet<string> Sites = (
        "town city village port province region district valley island dam bridge market strait capital territory camp base"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Quantities = (
        "ten thousand hundred dozen score number group majority all some many most several member part crowd handful"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The phrase of one head, with the hedge of its number.</summary>
    public Phrase Of(int head)
    {
        var phrase = Whole(head);
        return Hedges.Before(context, phrase.First) is var first && first < phrase.First
            ? phrase with
            {
                First = first,
            }
            : phrase;
    }

    private Phrase Whole(int head)
    {
        var (first, end) = Core(head);
        if (InDateline(head))
        {
            return new Phrase(first, end, null, false);
        }

        if (context.Upos(head) == Upos.Pron && Antecedent(head) is { } antecedent)
        {
            return antecedent;
        }

        if (actors.At(head) is { } mention)
        {
            var last = Math.Max(end, mention.End);
            var isName = context.Upos(head) != Upos.Noun || last > end;
            return new Phrase(
                Math.Min(first, mention.First),
                isName ? last : _complements.EndOf(head, last),
                mention.Actor,
                true
            );
        }

        // A title before a name may be the head: "Foreign Minister" of "Foreign Minister Mira Holt".
        var named = actors
            .In(first, end)
            .Where(m => IsNamePart(m, head))
            .Select(m => (ActorMention?)m)
            .FirstOrDefault();
        if (named is { } name)
        {
            return new Phrase(first, end, name.Actor, true);
        }

        // "strongman Tal Orin", "former rival Ivo Lund": the name behind the noun says who it is.
        if (
            context.Upos(head) is Upos.Noun or Upos.Propn
            && actors.At(head + 1) is { } behind
            && behind.First == head + 1
            && context.SentenceOf(head + 1) == context.SentenceOf(head)
            && actors.Find(behind.Actor) is { Named: true, Type: ActorType.Person }
            && (
                lexicon.IsPersonal(context.Lower(head))
                || tree.Is(head + 1, "appos")
                || tree.Is(behind.End - 1, "appos")
            )
            && !behind.Possessive
        )
        {
            return new Phrase(first, behind.End, behind.Actor, true);
        }

        if (Counted(head) is { } counted)
        {
            return Of(counted) with { First = first };
        }

        var whole = _complements.EndOf(head, end);
        var noun = context.Lemma(head);
        if (lexicon.Agents.Contains(noun) || lexicon.Agents.Contains(context.Lower(head)))
        {
            var holder = actors.In(first, whole).Select(m => m.Actor).FirstOrDefault();
            return new Phrase(first, whole, holder, true);
        }

        var acts =
            lexicon.ActorNouns.Contains(noun)
            || lexicon.ActorNouns.Contains(context.Lower(head))
            || IsName(head)
            || HoldsName(first, Sites.Contains(noun) ? whole : end);
        return new Phrase(first, whole, null, acts);
    }

    /// <summary>The only actor that the words name, as owner or by adjective ("Suderian steel"); null where none or several.</summary>
    /// <param name="first">Index of the first word.</param>
    /// <param name="end">Index after the last word.</param>
    /// <param name="adjectives">True where a country's adjective counts too: "Norlandic steel".</param>
    public string? Owner(int first, int end, bool adjectives = true)
    {
        var owners = actors
            .In(first, end)
            .Concat(adjectives ? actors.AdjectivesIn(first, end) : [])
            .Select(m => m.Actor)
            .Distinct(StringComparer.Ordinal)
            .Take(2)
            .ToList();
        return owners.Count == 1 ? owners[0] : null;
    }

    /// <summary>True for "his wife", "Norland's poet": somebody else than whose he is.</summary>
    public bool IsPersonOf(int head) => lexicon.Titles.Contains(context.Lower(head));

    /// <summary>True for "contest", "affair", "idea": who only stands in its phrase does not act by it, and it says nothing.</summary>
    public bool IsIdea(int head) =>
        context.Upos(head) == Upos.Noun
        && context.Lemma(head) is var noun
        && lexicon.Senses.IsAbstract(noun)
        && noun != "campaign"
        && !lexicon.Senses.IsUtterance(noun)
        && !lexicon.ActorNouns.Contains(noun)
        && !lexicon.Agents.Contains(noun)
        && !lexicon.Weapons.Contains(noun);

    /// <summary>True where an actor is a body and no state.</summary>
    public bool IsBody(string? actor) => actor is not null && actors.Find(actor)?.Type == ActorType.Organization;

    /// <summary>True where the words name somebody or some place: "Norland's tanks", "the Suderian plan".</summary>
    public bool HoldsName(int first, int end) =>
        actors.In(first, end).Any()
        || context.Entities.Any(e =>
            e.First < end
            && first < e.End
            && e.Type is EntityType.Person or EntityType.Organization or EntityType.Norp or EntityType.Location
        );

    // "thousands of workers", "one of the leaders": who is counted.
    private int? Counted(int head)
    {
        if (context.Upos(head) != Upos.Num && !Quantities.Contains(context.Lemma(head)))
        {
            return null;
        }

        foreach (var child in tree.Children(head))
        {
            if (child > head && tree.Is(child, "nmod"))
            {
                return child;
            }
        }

        return null;
    }

    // "LAKEPORT, Norland (Wire) - ": where it was written takes no part.
    private bool InDateline(int head)
    {
        const int Longest = 10;
        var sentence = context.Sentences[context.SentenceOf(head)];
        if (head - sentence.First >= Longest || !IsCapitals(context.Form(sentence.First)))
        {
            return false;
        }

        for (var i = head + 1; i < Math.Min(sentence.End, sentence.First + Longest + 1); i++)
        {
            if (context.Form(i) is "-" or "--" or "–" or "—")
            {
                return context.Document.Tokens[i - 1].SpaceAfter;
            }
        }

        return false;
    }

    private static bool IsCapitals(string word) => word.Length > 2 && word.All(char.IsUpper);

    /// <summary>True where a head is part of a date: neither actor nor matter.</summary>
    public bool IsDate(int head) => context.Dates.Any(d => d.First <= head && head < d.End);

    // Part of the same name: joined by flat, compound or apposition, not a possessor or a people as adjective.
    private bool IsNamePart(ActorMention mention, int head)
    {
        for (var i = mention.First; i < mention.End; i++)
        {
            if (tree.Head(i) == head && (tree.Is(i, "flat") || tree.Is(i, "appos")))
            {
                return true;
            }

            if (tree.Head(i) == head && tree.Is(i, "compound") && actors.Find(mention.Actor)?.Type == ActorType.Person)
            {
                return true;
            }
        }

        return false;
    }

    // A name whose kind is not known can act; a day or a month cannot.
    private bool IsName(int head)
    {
        if (IsDate(head))
        {
            return false;
        }

        foreach (var entity in context.Entities)
        {
            if (entity.First <= head && head < entity.End)
            {
                return entity.Type is not (EntityType.Event or EntityType.Other);
            }
        }

        var isCapital = char.IsUpper(context.Form(head)[0]);
        var opens = head == context.Sentences[context.SentenceOf(head)].First;
        return (isCapital && (context.Upos(head) == Upos.Propn || (context.Upos(head) == Upos.Noun && !opens)))
            || IsTrade(head);
    }

    // "landowners", "journalists": what people are called by what they do.
    private bool IsTrade(int head)
    {
        var word = context.Lower(head);
        return context.Xpos(head) == "NNS"
            && word.Length > 6
            && !NotPeople.Contains(word)
            && (
                word.EndsWith("ers", StringComparison.Ordinal)
                || word.EndsWith("ists", StringComparison.Ordinal)
                || word.EndsWith("ians", StringComparison.Ordinal)
                || word.EndsWith("ators", StringComparison.Ordinal)
            );
    }

    // The head with what stands before it, and the rest of its name.
    private (int First, int End) Core(int head)
    {
        var (first, end) = (head, head + 1);
        foreach (var child in tree.Children(head))
        {
            if (child < head && IsBefore(child) && context.Lower(child) is not ("that" or "and"))
            {
                first = Math.Min(first, tree.Subtree(child).First);
            }
            else if (child > head && (tree.Is(child, "flat") || tree.Is(child, "compound")) && child <= end + 1)
            {
                end = Math.Max(end, tree.Subtree(child).Last + 1);
            }
        }

        // "by retreating troops", read as by retreating them.
        if (
            first > 1
            && tree.Is(head, "obj")
            && tree.Head(head) == first - 1
            && context.Xpos(first - 1) == "VBG"
            && context.Lower(first - 2) == "by"
            && tree.Is(first - 1, "advcl")
            && Voice.Passive(context, tree, tree.Head(first - 1))
        )
        {
            first--;
        }

        var sentence = context.Sentences[context.SentenceOf(head)];
        return (Math.Max(first, sentence.First), Math.Min(end, sentence.End));
    }

    private bool IsBefore(int child) =>
        tree.Relation(child) is "det" or "amod" or "compound" or "nmod:poss" or "nummod" or "flat" or "nmod:desc";
}
