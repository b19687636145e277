using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Claims;

namespace BriefingGen.Fusion.Actors;

/// <summary>Whether two actors may be one voice.</summary>
internal enum Likeness
{
    /// <summary>Nothing speaks for or against it.</summary>
    Unknown,

    /// <summary>They are one.</summary>
    Same,

    /// <summary>They share a word of their names or a country: a minister and her ministry.</summary>
    Partly,

    /// <summary>They are two.</summary>
    Other,
}

/// <summary>Compares actors by names, types and countries.</summary>
internal sealed class ActorLikeness(MergedActors actors)
{
    private readonly Dictionary<string, HashSet<string>> _names = new(StringComparer.Ordinal);

    /// <summary>Compares two fused slugs.</summary>
    public Likeness Of(string a, string b)
    {
        if (a == b)
        {
            return Likeness.Same;
        }

        if (actors.Find(a) is not { } x || actors.Find(b) is not { } y)
        {
            return Likeness.Unknown;
        }

        var arePersons = x.Type == ActorType.Person && y.Type == ActorType.Person;
        if (Words(x).Overlaps(Words(y)))
        {
            return arePersons && x.Named && y.Named ? Likeness.Other : Likeness.Partly;
        }

        if (arePersons && x.Named && y.Named)
        {
            return Likeness.Other;
        }

        return x.Country is null || y.Country is null ? Likeness.Unknown
            : x.Country != y.Country ? Likeness.Other
            : IsBody(x) && IsBody(y) && x.Named && y.Named ? Likeness.Unknown
            : Likeness.Partly;
    }

    // A rival's opponents are not the rival; his spokesman speaks for him.
    private static string Owned(string name)
    {
        var at = Math.Max(
            name.LastIndexOf("'s ", StringComparison.Ordinal),
            name.LastIndexOf("’s ", StringComparison.Ordinal)
        );
        return at < 0 || Offices.SpeakFor(name[(at + 3)..]) ? name : name[(at + 3)..];
    }

    // Two bodies of one country are seldom one voice: a newspaper and a ministry.
    private static bool IsBody(ActorFact actor) => actor.Type is ActorType.Organization or ActorType.Group;

    /// <summary>The words of an actor's names.</summary>
    public HashSet<string> Words(ActorFact actor)
    {
        if (!_names.TryGetValue(actor.Actor, out var words))
        {
            words = actor
                .Aliases.Prepend(actor.Name)
                .Select(name => actor.Named ? name : Owned(name))
                .SelectMany(ContentWords.Terms)
                .ToHashSet(StringComparer.Ordinal);
            _names.Add(actor.Actor, words);
        }

        return words;
    }
}
