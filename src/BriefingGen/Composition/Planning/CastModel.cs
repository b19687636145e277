using System.Collections.Immutable;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Composition.Planning;

/// <summary>Tells who stands in the table of actors, and in which order.</summary>
internal sealed class CastModel(FactIndex index, ActorWording actors)
{
    private const int FewestLetters = 4;

    /// <summary>Named actors: first who holds a role, then other people, then the rest; each as salient as fusion found them.</summary>
    public ImmutableArray<ActorFact> All() =>
        [
            .. index
                .Facts.Actors.Where(actor => actor.Named && actor.Name.Length <= Limits.LabelCharacters)
                .OrderBy(actor =>
                    actor.Role is not null ? 0
                    : actor.Type == ActorType.Person ? 1
                    : 2
                ),
        ];

    /// <summary>
    /// Who acts or speaks in the articles, people by their full names with a role or a country, without states: those of whom
    /// both are known before the others. Who is only spoken of is in the workbook.
    /// </summary>
    public IEnumerable<ActorFact> People(ImmutableArray<ActorFact> cast)
    {
        var acting = index
            .Facts.Claims.Select(claim => claim.Actor)
            .Concat(
                index
                    .Facts.Events.SelectMany(item => item.Outcomes)
                    .SelectMany(told => told.Participants)
                    .Select(part => part.Actor)
            )
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (
            var actor in cast.Where(actor => actor.Type != ActorType.State && acting.Contains(actor.Actor))
                .OrderBy(actor => actors.Role(actor) is not null && actors.Country(actor) is not null ? 0 : 1)
        )
        {
            if (IsFull(actor) && !names.Exists(name => IsPart(name, actor.Name)))
            {
                names.Add(actor.Name);
                yield return actor;
            }
        }
    }

    // A surname alone says too little, and a name in capitals was taken from a heading.
    private bool IsFull(ActorFact actor) =>
        actor.Type != ActorType.Person
        || (actors.Role(actor) ?? actors.Country(actor)) is not null
            && actor.Name.Contains(' ', StringComparison.Ordinal)
            && !(actor.Name.Count(char.IsLetter) > FewestLetters && !actor.Name.Any(char.IsLower));

    // "Ada Lind" and "Ada M. Lind" are rows of one.
    private static bool IsPart(string name, string other)
    {
        var (a, b) = (name.Split(' '), other.Split(' '));
        return a[^1] == b[^1] && (a[0] == b[0] || a.Length == 1 || b.Length == 1);
    }
}
