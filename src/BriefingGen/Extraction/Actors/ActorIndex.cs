using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

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
    private readonly ImmutableArray<ActorMention> _mentions;
    private readonly Dictionary<string, ActorFact> _bySlug;

    public ActorIndex(ImmutableArray<ActorFact> actors, ImmutableArray<ActorMention> mentions)
    {
        Actors = actors;
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

        return AtHead(context, first, end) ?? Resolve(first, end);
    }

    // "Anton Veres, the spokesman of President Dravic": whom the word names that the others hang on.
    private string? AtHead(ArticleContext context, int first, int end)
    {
        if (context.Syntax is not { } syntax)
        {
            return null;
        }

        for (var i = first; i < end; i++)
        {
            if (syntax.Head(i) < first || syntax.Head(i) >= end)
            {
                return At(i) is { Possessive: false } mention && mention.First >= first && mention.End <= end
                    ? mention.Actor
                    : null;
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
        return (new ActorIndex([.. all], ActorWriter.WithoutOverlap(mentions.Concat(_mentions))), slugs);
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
