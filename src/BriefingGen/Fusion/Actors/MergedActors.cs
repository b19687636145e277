using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Actors;

/// <summary>The actors over all articles, and under which slug each article's actors now go.</summary>
internal sealed class MergedActors
{
    private readonly Dictionary<(string Article, string Slug), string> _slugs;
    private readonly Dictionary<string, ActorFact> _bySlug;
    private readonly int _mostMentions;

    public MergedActors(ImmutableArray<ActorFact> actors, Dictionary<(string Article, string Slug), string> slugs)
    {
        Actors = actors;
        _slugs = slugs;
        _bySlug = actors.ToDictionary(a => a.Actor, StringComparer.Ordinal);
        _mostMentions = Math.Max(1, actors.Select(a => a.Mentions.Length).DefaultIfEmpty().Max());
    }

    /// <summary>Most salient first.</summary>
    public ImmutableArray<ActorFact> Actors { get; }

    /// <summary>The slugs that are not the same over all articles as in their own.</summary>
    public IReadOnlyDictionary<(string Article, string Slug), string> Changed =>
        _slugs.Where(slug => slug.Key.Slug != slug.Value).ToDictionary(slug => slug.Key, slug => slug.Value);

    /// <summary>The slug over all articles; the article's own where it has no such actor.</summary>
    public string? Slug(string article, string? slug) =>
        slug is null ? null : _slugs.GetValueOrDefault((article, slug), slug);

    /// <summary>Slugs over all articles, each once, in order.</summary>
    public ImmutableArray<string> Slugs(string article, ImmutableArray<string> slugs) =>
        [.. slugs.Select(s => Slug(article, s)!).Distinct(StringComparer.Ordinal)];

    public ActorFact? Find(string? slug) => slug is null ? null : _bySlug.GetValueOrDefault(slug);

    /// <summary>How present an actor is: from 0 to 1.</summary>
    public double Salience(string? slug) =>
        Find(slug) is { } actor ? Math.Log(1 + actor.Mentions.Length) / Math.Log(1 + _mostMentions) : 0;
}
