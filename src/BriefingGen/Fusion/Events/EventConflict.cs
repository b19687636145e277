using System.Numerics;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Events;

/// <summary>What keeps two tellings from being one event: where both say it, and say it differently.</summary>
internal sealed class EventConflict(MergedActors actors)
{
    // An evening's news is told again the next morning.
    private const int DaysOfNews = 1;

    private readonly ActorLikeness _likeness = new(actors);

    // What two texts tell of days that are farther apart is not one thing misread.
    private const int DaysMisread = 1;

    /// <summary>Whether they can be one: a day that lies near, or who acts, is often misread, and then the others of a group outvote it.</summary>
    public Contradiction Of(EventUnit a, EventUnit b) =>
        Between(a, b) switch
        {
            null => Agree(a, b) ? Contradiction.Agreement : Contradiction.None,
            "day" when !AreApart(a.Day, b.Day, DaysMisread) => Contradiction.Doubtful,
            "day told" when !(a.Recurs || b.Recurs) => Contradiction.Doubtful,
            "who acts" or "who is acted on" => Contradiction.Doubtful,
            _ => Contradiction.Certain,
        };

    private static bool Agree(EventUnit a, EventUnit b) =>
        (a.Day is not null && b.Day is not null)
        || (a.ToldOn is not null && b.ToldOn is not null)
        || a.Agents.Intersect(b.Agents, StringComparer.Ordinal).Any()
        || a.Patients.Intersect(b.Patients, StringComparer.Ordinal).Any();

    /// <summary>What they differ in, in a word; null where nothing speaks against one event.</summary>
    public string? Between(EventUnit a, EventUnit b)
    {
        if (a.Standing != b.Standing && !IsVague(a, b))
        {
            return "state";
        }

        if (a.Negated != b.Negated)
        {
            return "polarity";
        }

        // One meeting may be Tuesday night's or Wednesday's, by the clock of who tells it.
        var slack =
            a.Agents.Intersect(b.Agents, StringComparer.Ordinal).Any()
            && a.Patients.Intersect(b.Patients, StringComparer.Ordinal).Any()
                ? 1
                : 0;
        if (AreApart(a.Day, b.Day, slack))
        {
            return "day";
        }

        // "The price rose" of Monday's paper and of Wednesday's: undated clauses tell what is new on their day.
        // But who died on Monday died once.
        if (
            a.ToldOn is { } x
            && b.ToldOn is { } y
            && Math.Abs(x.DayNumber - y.DayNumber) > DaysOfNews
            && !(a.IsOnce && b.IsOnce && IsOneVictim(a, b))
        )
        {
            return "day told";
        }

        if (a.Ordinals != 0 && b.Ordinals != 0 && BitOperations.PopCount((uint)(a.Ordinals & b.Ordinals)) == 0)
        {
            return "number";
        }

        return a.Sides.Length > 0 && b.Sides.Length > 0 && !IsWithin(a.Sides, b.Sides) && !IsWithin(b.Sides, a.Sides)
                ? "sides"
            : !a.Place.IsEmpty && !b.Place.IsEmpty && !a.Place.Meets(b.Place) ? "place"
            : AreOthers(a.Agents, b.Agents) ? "who acts"
            : AreOthers(a.Patients, b.Patients) ? "who is acted on"
            : null;
    }

    private bool IsOneVictim(EventUnit a, EventUnit b) =>
        a
            .Patients.Intersect(b.Patients, StringComparer.Ordinal)
            .Concat(a.Agents.Intersect(b.Agents, StringComparer.Ordinal))
            .Any(s => actors.Find(s) is { Type: ActorType.Person, Named: true });

    private static bool IsWithin(string[] part, string[] whole) => part.All(whole.Contains);

    // A noun in a sentence of what may be says little of whether it happened.
    private static bool IsVague(EventUnit a, EventUnit b)
    {
        var further = a.Standing > b.Standing ? a : b;
        return further is { Standing: Standing.Open, Nominal: true, IsBlow: true };
    }

    private static bool AreApart(DateRange? a, DateRange? b, int slack) =>
        a is not null
        && b is not null
        && (a.Start.DayNumber - slack > b.End.DayNumber || b.Start.DayNumber - slack > a.End.DayNumber);

    // Named actors of one type, no two of which share a word of their names.
    private bool AreOthers(string[] a, string[] b)
    {
        var (named, others) = (Named(a), Named(b));
        return named.Count > 0 && others.Count > 0 && named.All(x => others.All(y => IsOther(x, y)));
    }

    private List<ActorFact> Named(string[] slugs) =>
        [.. slugs.Select(actors.Find).OfType<ActorFact>().Where(actor => actor.Named)];

    private bool IsOther(ActorFact a, ActorFact b) =>
        a.Type == b.Type
        && !_likeness.Words(a).Overlaps(_likeness.Words(b))
        && !(a.Country is not null && a.Country == b.Country && a.Type != ActorType.Person);
}
