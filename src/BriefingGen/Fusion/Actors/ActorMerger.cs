using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Actors;

/// <summary>
/// Finds the same actor in several articles: states by country, people by first and last name, organisations by name
/// or initials; a last name alone belongs to the one full name that has it. Who is unnamed is the same only in copies
/// of one text, and never someone named.
/// </summary>
internal sealed class ActorMerger(SourceTable sources)
{
    private readonly List<ActorGroup> _groups = [];
    private readonly Dictionary<string, List<ActorGroup>> _byKey = new(StringComparer.Ordinal);
    private readonly List<(FusedArticle Article, ActorFact Actor)> _late = [];

    public MergedActors Merge()
    {
        foreach (var article in sources.Texts)
        {
            foreach (var actor in article.Facts.Actors)
            {
                if (Key(article, actor) is { } key)
                {
                    Join(key, article, actor);
                }
                else
                {
                    _late.Add((article, actor));
                }
            }
        }

        // Last names and initials wait until all full names are known.
        var full = _groups
            .SelectMany(g => g.ShortNames.Select(n => (n, g)))
            .ToLookup(x => x.n, x => x.g, StringComparer.Ordinal);
        var apart = Apart(full);
        foreach (var (article, actor) in _late)
        {
            JoinShort(full, apart, article, actor);
        }

        return Finish();
    }

    // Null for a name that may be short for another.
    private static string? Key(FusedArticle article, ActorFact actor)
    {
        if (!actor.Named)
        {
            return $"unnamed\n{article.Origin}\n{ActorNames.OfBody(actor.Name)}";
        }

        switch (actor.Type)
        {
            case ActorType.State when actor.Country is { } country:
                return $"state\n{country}";
            case ActorType.Person:
                var (given, family) = ActorNames.OfPerson(actor.Name);
                return given is null ? null : $"person\n{given} {family}";
            default:
                var name = ActorNames.OfBody(actor.Name);
                return actor.Type == ActorType.Organization && !name.Contains(' ') ? null : $"body\n{name}";
        }
    }

    private void Join(string key, FusedArticle article, ActorFact actor)
    {
        if (!_byKey.TryGetValue(key, out var same))
        {
            _byKey.Add(key, same = []);
        }

        var group = same.Find(g => g.Agrees(actor)) ?? AddTo(same);
        group.Add(article, actor);
    }

    private ActorGroup AddTo(List<ActorGroup> same)
    {
        var group = new ActorGroup();
        _groups.Add(group);
        same.Add(group);
        return group;
    }

    // Where one article tells "President Rees" from "Ann Rees", the surname alone is never hers in another.
    private HashSet<(string Name, ActorGroup Group)> Apart(ILookup<string, ActorGroup> full) =>
        [
            .. _late.SelectMany(l =>
            {
                var name = ActorGroup.ShortName(l.Actor);
                return full[name]
                    .Where(g => g.Members.Exists(m => m.Article.Facts.Article.Id == l.Article.Facts.Article.Id))
                    .Select(g => (name, g));
            }),
        ];

    private void JoinShort(
        ILookup<string, ActorGroup> full,
        HashSet<(string Name, ActorGroup Group)> apart,
        FusedArticle article,
        ActorFact actor
    )
    {
        var name = ActorGroup.ShortName(actor);
        var candidates = full[name].Where(g => g.Agrees(actor) && !apart.Contains((name, g))).Take(2).ToList();
        if (candidates.Count == 1)
        {
            candidates[0].Add(article, actor);
        }
        else
        {
            Join(name, article, actor);
        }
    }

    private MergedActors Finish()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var slugs = new Dictionary<(string Article, string Slug), string>();
        var actors = new List<ActorFact>(_groups.Count);
        foreach (var group in _groups.OrderBy(g => g.FirstArticle).ThenBy(g => g.FirstMention))
        {
            var fact = group.ToFact(sources);
            var slug = fact.Actor;
            for (var n = 2; !taken.Add(slug); n++)
            {
                slug = $"{fact.Actor}-{n}";
            }

            actors.Add(fact with { Actor = slug });
            foreach (var (article, actor) in group.Members)
            {
                _ = slugs.TryAdd((article.Facts.Article.Id, actor.Actor), slug);
            }
        }

        return new MergedActors(
            [
                .. actors
                    .OrderByDescending(a => a.Mentions.Length)
                    .ThenByDescending(a => a.Named)
                    .ThenBy(a => a.Actor, StringComparer.Ordinal),
            ],
            slugs
        );
    }
}
