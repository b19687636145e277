using System.Collections.Frozen;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>
/// Resolves nouns that point back to those named shortly before: "the two countries", "both leaders", "those states", "the
/// country", "her government". Where more or fewer are named than the words count, nobody is meant.
/// </summary>
internal sealed class GroupReferences(ArticleContext context, ActorIndex actors)
{
    private const int SentencesBack = 2;

    private static readonly FrozenSet<string> States = (
        "country countries nation nations state states side sides government governments neighbour neighbours neighbor "
        + "neighbors capital capitals power powers"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Persons =
        "leader leaders man men woman women president presidents minister ministers pair official officials"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Governments = "government administration regime country nation"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those whom a phrase of some words points back to; empty where it points to nobody for certain.</summary>
    /// <param name="first">Index of its first word.</param>
    /// <param name="head">Index of its head.</param>
    public IReadOnlyList<string> Of(int first, int head)
    {
        var noun = context.Lower(head);
        var (isState, isPerson) = (States.Contains(noun), Persons.Contains(noun));
        if (context.Lower(head - 1) is "his" or "her" or "their" or "its" && Governments.Contains(noun))
        {
            return Possessor(head - 1) is { } own ? [own] : [];
        }

        if (noun is "administration" && Administration(first, head) is { } seat)
        {
            return [seat];
        }

        if (!(isState || isPerson) || head - first > 2)
        {
            return [];
        }

        var opening = context.Lower(first);
        var between = head - first == 2 ? context.Lower(first + 1) : "";
        if (opening is "both" || (opening is "the" or "these" or "those" && between is "two"))
        {
            return Last(first, isState, exactly: 2);
        }

        if (opening is "these" or "those" && between.Length == 0 && noun is "countries" or "nations" or "states")
        {
            return Last(first, true, exactly: 0);
        }

        return opening is "the" or "that" && between.Length == 0 && noun is "country" or "nation"
            ? Last(first, true, exactly: 1)
            : [];
    }

    /// <summary>The two states, else the two persons, whom "both" alone points back to; empty where there are more or fewer.</summary>
    public IReadOnlyList<string> Both(int word)
    {
        var states = Last(word, isState: true, exactly: 2);
        return states.Count == 2 ? states : Last(word, isState: false, exactly: 2);
    }

    // "her government": the state of the person, where it is known; the state itself of "its government".
    private string? Possessor(int pronoun)
    {
        if (actors.At(pronoun) is not { } mention || actors.Find(mention.Actor) is not { } owner)
        {
            return null;
        }

        return owner.Type is ActorType.State ? owner.Actor
            : owner is { Type: ActorType.Person, Country: { } country, Role: not null } ? State(country)
            : null;
    }

    // "the administration", "the Holt administration" of somebody whom the article gives no country: that of the state
    // whose government is called so, where the article names its seat.
    private string? Administration(int first, int head) =>
        context.Lower(first) is "the"
        && (
            head - first == 1
            || (head - first == 2 && char.IsUpper(context.Form(first + 1)[0]) && !actors.In(first, head).Any())
        )
            ? actors.Actors.FirstOrDefault(a => a.Type is ActorType.State && a.Aliases.Contains("White House"))?.Actor
            : null;

    private string? State(string country) =>
        actors.Actors.FirstOrDefault(a => a.Type is ActorType.State && a.Country == country)?.Actor;

    // Of the nearest sentence that names any: all of them, where they are as many as the words count.
    private IReadOnlyList<string> Last(int before, bool isState, int exactly)
    {
        var sentence = context.SentenceOf(before);
        for (var s = sentence; s >= Math.Max(0, sentence - SentencesBack + (exactly == 1 ? 1 : 0)); s--)
        {
            if (s < sentence && context.Sentences[s].Region != context.Sentences[sentence].Region && exactly == 1)
            {
                return [];
            }

            var end = s == sentence ? before : context.Sentences[s].End;
            var named = Named(context.Sentences[s].First, end, isState);
            if (named.Count > 0)
            {
                var fits = exactly == 0 ? named.Count > 1 : named.Count == exactly;
                return fits ? named : [];
            }
        }

        return [];
    }

    private List<string> Named(int first, int end, bool isState)
    {
        var found = new List<string>();
        foreach (var mention in actors.In(first, end))
        {
            var actor = actors.Find(mention.Actor)!;
            var slug = isState
                ? actor.Type is ActorType.State
                || (actor.Type is ActorType.Organization && actor.Country is { Length: 2 } && IsBloc(actor))
                    ? actor.Actor
                    : null
                : actor is { Type: ActorType.Person, Named: true }
                    ? actor.Actor
                    : null;
            if (slug is not null && !found.Contains(slug))
            {
                found.Add(slug);
            }
        }

        foreach (var adjective in isState ? actors.AdjectivesIn(first, end) : [])
        {
            if (!found.Contains(adjective.Actor))
            {
                found.Add(adjective.Actor);
            }
        }

        return found;
    }

    // A bloc is a side like a state.
    private static bool IsBloc(ActorFact actor) => actor.Country is "EU";
}
