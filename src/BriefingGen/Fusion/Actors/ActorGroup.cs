using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Actors;

/// <summary>Actors of several articles that are one.</summary>
internal sealed class ActorGroup
{
    private readonly SortedSet<string> _shortNames = new(StringComparer.Ordinal);
    private string? _country;
    private bool _named;
    private ActorType _type;

    public List<(FusedArticle Article, ActorFact Actor)> Members { get; } = [];

    public int FirstArticle => Members.Min(m => m.Article.Number);

    public int FirstMention =>
        Members
            .Where(m => m.Article.Number == FirstArticle)
            .Select(m => m.Actor.Mentions.IsEmpty ? int.MaxValue : m.Actor.Mentions[0].Start)
            .Min();

    /// <summary>True where nothing known of the two speaks against their being one.</summary>
    public bool Agrees(ActorFact actor) =>
        actor.Named == _named
        && IsPerson(actor.Type) == IsPerson(_type)
        && (actor.Country is null || _country is null || actor.CountryBy is "context" || actor.Country == _country);

    /// <summary>What a name is that may be short for another: a last name, or initials.</summary>
    public static string ShortName(ActorFact actor) =>
        actor.Type == ActorType.Person
            ? $"person\n{ActorNames.OfPerson(actor.Name).Family}"
            : $"body\n{ActorNames.OfBody(actor.Name)}";

    /// <summary>The short names that stand for this actor; none for who is unnamed.</summary>
    public IReadOnlyCollection<string> ShortNames => _shortNames;

    public void Add(FusedArticle article, ActorFact actor)
    {
        if (Members.Count == 0)
        {
            (_named, _type) = (actor.Named, actor.Type);
        }

        Members.Add((article, actor));
        if (actor.CountryBy is not "context")
        {
            _country ??= actor.Country;
        }

        if (!actor.Named)
        {
            return;
        }

        if (actor.Type == ActorType.Person)
        {
            _ = _shortNames.Add(ShortName(actor));
        }
        else if (ActorNames.Initials(actor.Name) is { Length: > 2 } initials)
        {
            _ = _shortNames.Add($"body\n{initials}");
            _shortNames.UnionWith(
                actor.Aliases.Select(ActorNames.OfBody).Where(a => !a.Contains(' ')).Select(a => $"body\n{a}")
            );
        }
    }

    /// <summary>The actor over all articles: the fullest name, the latest role, all names and mentions.</summary>
    public ActorFact ToFact(SourceTable sources)
    {
        var lead = Members
            .Select(m => m.Actor)
            // The fullest name of a person, the usual one of a state ("Norland", not "the Republic of Norland").
            .OrderByDescending(a => a.Listed is not null)
            .ThenByDescending(a => a.Type == ActorType.State ? 0 : ActorNames.Words(a.Name).Length)
            .ThenByDescending(a => a.Mentions.Length)
            .ThenBy(a => a.Actor, StringComparer.Ordinal)
            .First();
        var told = Members
            .Where(m => m.Actor.Role is not null)
            .GroupBy(m => m.Actor.Role!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.OrdinalIgnoreCase);
        var role = Members
            .Where(m => m.Actor.Role is not null)
            .OrderByDescending(m => m.Actor.Listed?.Fields.Contains("role") is true)
            // What one article alone says, many others against it, was misread there.
            .ThenByDescending(m => 2 * told[m.Actor.Role!] >= told.Values.Max())
            .ThenByDescending(m => sources.Published(m.Article.Facts.Article.Id) ?? DateOnly.MinValue)
            .ThenBy(m => m.Article.Number)
            .Select(m => m.Actor)
            .FirstOrDefault();
        return lead with
        {
            Role = role?.Role,
            RoleEvidence = role?.RoleEvidence,
            Country =
                _country ?? lead.Country ?? Members.Select(m => m.Actor.Country).FirstOrDefault(c => c is not null),
            CountryBy = (
                // A country that one article states is stated, however many others let it be inferred.
                _country is null
                    ? lead
                    : Members.Select(m => m.Actor).First(a => a.Country == _country && a.CountryBy is not "context")
            ).CountryBy,
            Roles = [.. Members.SelectMany(m => m.Actor.Roles).Distinct()],
            Listed = Members.Select(m => m.Actor.Listed).FirstOrDefault(l => l is not null),
            Aliases =
            [
                .. Members
                    .SelectMany(m => m.Actor.Aliases.Append(m.Actor.Name))
                    .Where(n => n != lead.Name)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            Mentions =
            [
                .. Members.OrderBy(m => m.Article.Number).SelectMany(m => m.Actor.Mentions.OrderBy(x => x.Start)),
            ],
        };
    }

    private static bool IsPerson(ActorType type) => type == ActorType.Person;
}
