using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

// Where an event took place, and which clauses tell of it.
internal sealed partial class Circumstances
{
    /// <summary>The place of an event; null where its clause gives none.</summary>
    public (int First, int End)? Where(int trigger)
    {
        foreach (var predicate in Chain(trigger))
        {
            foreach (var child in tree.Children(predicate))
            {
                if ((tree.Is(child, "obl") || tree.Is(child, "nmod")) && IsPlace(child))
                {
                    return PlacePhrase(child);
                }
            }
        }

        return null;
    }

    /// <summary>The place that hangs on the name of who takes part: "met the premier, Mira Holt, in Lakeport".</summary>
    public (int First, int End)? WhereBehind(int trigger, ImmutableArray<Part> parts)
    {
        foreach (var part in parts.Where(p => p.Phrase.First > trigger))
        {
            for (var name = part.Phrase.First; name < part.Phrase.End; name++)
            {
                foreach (var child in tree.Children(name))
                {
                    if (child >= part.Phrase.End && tree.Is(child, "nmod") && IsPlace(child))
                    {
                        return PlacePhrase(child);
                    }
                }
            }
        }

        return null;
    }

    // The trigger and the predicates that tell of the same occasion, never the one that reports it.
    private IEnumerable<int> Chain(int trigger)
    {
        var at = trigger;
        for (var steps = 0; steps < MaxClimb && at >= 0; steps++)
        {
            yield return at;
            var relation = tree.Relation(at);
            var isNoun = context.Upos(at) is Upos.Noun or Upos.Propn;
            var goesOn = isNoun
                ? relation is "obj" or "nsubj" or "nsubj:pass" or "obl" or "nmod" or "conj"
                : relation is "xcomp" or "acl"
                    || (relation == "advcl" && !IsOtherTime(at))
                    || (relation == "conj" && IsSameOccasion(at));
            if (!goesOn)
            {
                yield break;
            }

            at = tree.Head(at);
        }
    }

    // "years after she was freed": at another time than the clause above.
    private bool IsOtherTime(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (
                tree.Is(child, "mark")
                && (
                    context.Lower(child) is "since" or "until"
                    || (
                        context.Lower(child) is "after" or "before"
                        && context.Lower(child - 1)
                            is "years"
                                or "months"
                                or "weeks"
                                or "days"
                                or "decades"
                                or "year"
                                or "month"
                                or "week"
                                or "day"
                    )
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    // "met and signed", "met, but the talks ended": not "met, and she spoke to the press".
    private bool IsSameOccasion(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "nsubj"))
            {
                return lexicon.Talks.Contains(context.Lemma(child));
            }
        }

        return true;
    }

    private IEnumerable<DateExpression> DatesIn(int sentence)
    {
        var span = context.Sentences[sentence];
        return context.Dates.Where(d => d.First >= span.First && d.End <= span.End && !IsBound(d));
    }

    // "since 24 August", "until 16 December": where a time begins or ends, not the day on which something happened.
    private bool IsBound(DateExpression date) => Bound(date) is not null;

    private static bool IsBoundary(string word) => word is "since" or "until" or "till";

    // The word behind which a time begins or ends, before the date or before the phrase that it stands in ("since the war
    // of 2014").
    private string? Bound(DateExpression date)
    {
        if (IsBoundary(context.Lower(date.First - 1)) || context.Lower(date.First - 1) == "through")
        {
            return context.Lower(date.First - 1);
        }

        var at =
            tree.Head(date.First) >= date.First && tree.Head(date.First) < date.End
                ? tree.Head(date.First)
                : date.First;
        for (
            var steps = 0;
            at >= 0 && steps < MaxClimb && context.Upos(at) is Upos.Noun or Upos.Propn or Upos.Num;
            steps++
        )
        {
            foreach (var child in tree.Children(at))
            {
                if (tree.Is(child, "case") && child < date.First && IsBoundary(context.Lower(child)))
                {
                    return context.Lower(child);
                }
            }

            at = tree.Head(at);
        }

        return null;
    }

    // The predicate that a date hangs on, through nouns and numbers.
    private int Attachment(DateExpression date)
    {
        var head = date.First;
        for (var i = date.First; i < date.End; i++)
        {
            if (tree.Head(i) < date.First || tree.Head(i) >= date.End)
            {
                head = i;
                break;
            }
        }

        var at = tree.Head(head);
        for (var steps = 0; at >= 0 && steps < MaxClimb; steps++)
        {
            // "was followed by a visit in May": the day of that visit.
            if (
                context.Lemma(at) is "visit" or "trip" or "meeting" or "summit"
                && tree.Relation(at) is "obl" or "nmod" or "obl:agent"
            )
            {
                return at;
            }

            if ((context.Upos(at) is Upos.Verb or Upos.Aux or Upos.Adj && actors.At(at) is null) || tree.Head(at) < 0)
            {
                return at;
            }

            at = tree.Head(at);
        }

        return at;
    }

    private bool IsPlace(int noun)
    {
        var preposition = "";
        foreach (var child in tree.Children(noun))
        {
            if (tree.Is(child, "case") && child < noun)
            {
                preposition = context.Lower(child);
                break;
            }
        }

        var local =
            preposition is "in" or "at" or "near" or "outside"
            || (
                preposition == "to"
                && context.Lemma(tree.Head(noun)) is "travel" or "fly" or "go" or "visit" or "trip" or "return"
            );
        return local
            && !IsDate(noun)
            && (IsLocation(noun) || (context.Upos(noun) == Upos.Propn && !IsPersonOrBody(noun)));
    }

    private bool IsDate(int token) => context.Dates.Any(d => d.First <= token && token < d.End);

    private bool IsLocation(int token) =>
        context.Entities.Any(e => e.First <= token && token < e.End && e.Type == EntityType.Location)
        || (actors.At(token) is { } mention && actors.Find(mention.Actor)?.Type == ActorType.State);

    private bool IsPersonOrBody(int token) =>
        context.Entities.Any(e =>
            e.First <= token
            && token < e.End
            && e.Type is EntityType.Person or EntityType.Organization or EntityType.Norp
        )
        || (actors.At(token) is { } mention && actors.Find(mention.Actor)?.Type is ActorType.Person or ActorType.Group);

    private bool IsAfterComma(int child) =>
        tree.Is(child, "conj") && context.Form(child - 1) == "," && IsLocation(child);

    // The name with what stands in apposition: "Lakeport, Norland".
    private (int First, int End) PlacePhrase(int noun)
    {
        var (first, end) = (noun, noun + 1);
        foreach (var child in tree.Children(noun))
        {
            var before = child < noun && tree.Relation(child) is "compound" or "amod" or "flat" or "det" or "nummod";
            var after =
                child > noun
                && child <= end + 2
                && (
                    tree.Is(child, "flat")
                    || tree.Is(child, "appos")
                    || tree.Is(child, "compound")
                    || IsAfterComma(child)
                );
            if (before)
            {
                first = Math.Min(first, tree.Subtree(child).First);
            }
            else if (
                after
                && context.Upos(child) == Upos.Propn
                && tree.Subtree(child) is var (_, last)
                && last - noun < 6
            )
            {
                end = Math.Max(end, last + 1);
            }
        }

        return (first, end);
    }
}
