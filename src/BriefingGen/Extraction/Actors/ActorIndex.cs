using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Actors;

/// <summary>A run of words that names an actor.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="Actor">The actor's slug.</param>
/// <param name="Confidence">From 0 to 1: 1 for a full name, less for a pronoun or a role.</param>
/// <param name="Possessive">True where "'s" follows: the phrase is about something of the actor's.</param>
internal readonly record struct ActorMention(
    int First,
    int End,
    string Actor,
    double Confidence,
    bool Possessive = false
);

/// <summary>Which words of an article name which actor. Mentions are ordered by position and do not overlap.</summary>
internal sealed class ActorIndex
{
    // "Conference of the Mayors": words between the two parts of one name.
    private const int LongestLink = 4;

    private readonly ImmutableArray<ActorMention> _mentions;
    private readonly Dictionary<string, ActorFact> _bySlug;

    private readonly ImmutableArray<ActorMention> _adjectives;

    public ActorIndex(
        ImmutableArray<ActorFact> actors,
        ImmutableArray<ActorMention> mentions,
        ImmutableArray<ActorMention> adjectives = default
    )
    {
        Actors = actors;
        _adjectives = adjectives.IsDefault ? [] : adjectives;
        _mentions = mentions;
        _bySlug = actors.ToDictionary(a => a.Actor, StringComparer.Ordinal);
    }

    public static ActorIndex Empty { get; } = new([], []);

    /// <summary>The actors, in order of first mention.</summary>
    public ImmutableArray<ActorFact> Actors { get; }

    /// <summary>All mentions, pronouns and roles that were resolved included.</summary>
    public ImmutableArray<ActorMention> Mentions => _mentions;

    /// <summary>The actor with a slug; null where there is none.</summary>
    public ActorFact? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>
    /// The actor that a phrase names: the mention that is the phrase, or that holds its head (for "Kuleba, the
    /// minister" the name, for "Ukraine's foreign minister" the minister, not Ukraine). Null where it names none.
    /// </summary>
    public string? Resolve(int first, int end)
    {
        ActorMention? best = null;
        foreach (var mention in In(first, end))
        {
            // "Putin's actions" are not Putin.
            if (mention.Possessive && mention.End < end)
            {
                continue;
            }

            // The longest wins, the first of two equals: a phrase begins with whom it is about.
            if (best is not { } b || mention.End - mention.First > b.End - b.First)
            {
                best = mention;
            }
        }

        // A phrase may be cut out of a longer mention ("President Putin" of "Russian President Putin").
        return best?.Actor ?? (At(end - 1) is { } around && around.End == end ? around.Actor : null);
    }

    /// <summary>As <see cref="Resolve"/>, and "who" resolves to whom it stands behind.</summary>
    public string? ResolveSource(ArticleContext context, int first, int end)
    {
        if (end - first == 1 && context.Lower(first) is "who" or "which" or "that")
        {
            var before = first > 0 && context.Form(first - 1) == "," ? first - 2 : first - 1;
            return before >= 0 && context.SentenceOf(before) == context.SentenceOf(first) ? At(before)?.Actor : null;
        }

        return IsSeveral(context, first, end)
            ? null
            : AtHead(context, first, end)
                ?? (Resolve(first, end) is { } named && !IsOnlyWithin(context, named, first, end) ? named : null);
    }

    // "Sweden and Finland", "both candidates, Eva Stroem and Ole Dahl": what several say together is no one's alone.
    private bool IsSeveral(ArticleContext context, int first, int end)
    {
        if (context.Syntax is not { } syntax)
        {
            return false;
        }

        var head = HeadOf(syntax, first, end);
        for (var i = first; i < end; i++)
        {
            if (
                syntax.Is(i, "conj")
                && syntax.Head(i) is var partner
                && (partner == head || (syntax.Is(partner, "appos") && syntax.Head(partner) == head))
                && Find(At(i)) is { } one
                && Find(At(partner)) is { } other
                && one.Actor != other.Actor
                && !IsWithinOne(partner, i)
            )
            {
                return true;
            }
        }

        return At(head) is null && AreListed(context, first, end);
    }

    // "both candidates, Eva Stroem and Ole Dahl", however the parser hung them.
    private bool AreListed(ArticleContext context, int first, int end)
    {
        ActorMention? before = null;
        foreach (var mention in In(first, end).Where(m => !m.Possessive && Find(m.Actor) is { Named: true }))
        {
            if (
                before is { } b
                && b.Actor != mention.Actor
                && mention.First == b.End + 1
                && context.Lower(b.End) is "and" or "&"
            )
            {
                return true;
            }

            before = mention;
        }

        return false;
    }

    // "Experts in the United States", "the head of the Centre": whom only the words behind the noun name does not speak, but
    // "a report by the Commission" is the Commission's.
    private bool IsOnlyWithin(ArticleContext context, string actor, int first, int end)
    {
        if (context.Syntax is not { } syntax)
        {
            return false;
        }

        var head = HeadOf(syntax, first, end);
        if (ActorWords.BuiltIn.IsDocument(context.Lemma(head)) || context.Upos(head) is not (Upos.Noun or Upos.Propn))
        {
            return false;
        }

        var mentions = In(first, end).Where(m => m.Actor == actor).ToList();
        return mentions.Count > 0
            && mentions.TrueForAll(m =>
                IsBehindPreposition(syntax, HeadOf(syntax, m.First, m.End), head)
                && !IsNameBehind(context, m, end)
                && !(IsLinked(context, head) && m.First > head && m.First - head <= LongestLink)
            );
    }

    // "His partner at Lenn, Olaf B. Ruhl,": the name between commas is the partner's, however the parser hung it.
    private bool IsNameBehind(ArticleContext context, ActorMention mention, int end) =>
        mention.First > 0
        && context.Form(mention.First - 1) == ","
        && (mention.End >= end || context.Form(mention.End) == ",")
        && Find(mention.Actor) is { Named: true, Type: ActorType.Person };

    // One name of two parts, or a number of those behind "of": "a number of Norlandic officials".
    private static bool IsLinked(ArticleContext context, int head) =>
        context.Upos(head) is Upos.Propn
        || (ActorWords.BuiltIn.IsPartitive(context.Lemma(head)) && context.Lower(head + 1) is "of");

    private static bool IsBehindPreposition(DependencyTree syntax, int token, int head)
    {
        for (var steps = 0; steps < 8 && token >= 0 && token != head; steps++)
        {
            foreach (var child in syntax.Children(token))
            {
                if (syntax.Is(child, "case") && child < token)
                {
                    return true;
                }
            }

            token = syntax.Head(token);
        }

        return false;
    }

    private ActorFact? Find(ActorMention? mention) => mention is { Possessive: false } at ? Find(at.Actor) : null;

    private bool IsWithinOne(int token, int other) => At(token) is { } mention && mention.End > other;

    private static int HeadOf(DependencyTree syntax, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (syntax.Head(i) < first || syntax.Head(i) >= end)
            {
                return i;
            }
        }

        return first;
    }

    // "Anton Veres, the spokesman of President Dravic": whom the word names that the others hang on.
    private string? AtHead(ArticleContext context, int first, int end)
    {
        if (context.Syntax is not { } syntax)
        {
            return null;
        }

        var head = HeadOf(syntax, first, end);
        if (At(head) is not { Possessive: false } mention || mention.First < first || mention.End > end)
        {
            return Apposed(syntax, head, first, end);
        }

        // "Her husband, builder Ugo Pintz": the name that stands beside the noun says who it is.
        return Find(mention.Actor) is { Named: false }
            ? Apposed(syntax, head, first, end) ?? NameBehind(context, mention, end) ?? mention.Actor
            : mention.Actor;
    }

    // The same where the parser did not see it: nothing but nouns between the comma and the name, nothing behind it.
    private string? NameBehind(ArticleContext context, ActorMention noun, int end)
    {
        if (noun.End >= end || context.Form(noun.End) != ",")
        {
            return null;
        }

        foreach (var mention in In(noun.End, end))
        {
            var isPerson = Find(mention.Actor) is { Named: true, Type: ActorType.Person };
            return
                isPerson
                && !mention.Possessive
                && (mention.End >= end || context.Form(mention.End) == ",")
                && Enumerable
                    .Range(noun.End + 1, mention.First - noun.End - 1)
                    .All(i => context.Upos(i) is Upos.Noun or Upos.Adj or Upos.Det or Upos.Propn)
                ? mention.Actor
                : null;
        }

        return null;
    }

    private string? Apposed(DependencyTree syntax, int head, int first, int end)
    {
        foreach (var child in syntax.Children(head))
        {
            if (
                child >= first
                && child < end
                && (syntax.Is(child, "appos") || syntax.Is(child, "flat"))
                && At(child) is { Possessive: false } mention
                && Find(mention.Actor) is { Named: true, Type: ActorType.Person }
            )
            {
                return mention.Actor;
            }
        }

        return null;
    }

    /// <summary>These actors and some more.</summary>
    public (ActorIndex Index, Dictionary<ActorDraft, string> Slugs) With(
        ArticleContext context,
        IReadOnlyCollection<ActorDraft> drafts
    )
    {
        var (actors, mentions, slugs) = new ActorWriter(context).Write(drafts, _bySlug.Keys);
        var all = Actors.AddRange(actors).OrderBy(a => a.Mentions.Min(m => m.Start));
        return (new ActorIndex([.. all], ActorWriter.WithoutOverlap(mentions.Concat(_mentions)), _adjectives), slugs);
    }

    /// <summary>Mentions that lie wholly between two words, in order.</summary>
    public IEnumerable<ActorMention> In(int first, int end)
    {
        for (var i = FirstAtOrAfter(first); i < _mentions.Length && _mentions[i].First < end; i++)
        {
            if (_mentions[i].End <= end)
            {
                yield return _mentions[i];
            }
        }
    }

    /// <summary>States that lie between two words as an adjective only ("Norlandic steel"), in order.</summary>
    public IEnumerable<ActorMention> AdjectivesIn(int first, int end) =>
        _adjectives.Where(a => first <= a.First && a.End <= end);

    /// <summary>The mention that covers a word; null where none does.</summary>
    public ActorMention? At(int token)
    {
        var i = FirstAtOrAfter(token + 1) - 1;
        return i >= 0 && _mentions[i].End > token ? _mentions[i] : null;
    }

    private int FirstAtOrAfter(int token)
    {
        var (low, high) = (0, _mentions.Length);
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (_mentions[mid].First < token)
            {
                low = mid + 1;
            }
            else
            {
                high = mid;
            }
        }

        return low;
    }
}
