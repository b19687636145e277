using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;

namespace BriefingGen.Fusion.Stories;

/// <summary>Makes the stories of groups of texts, with the facts, actors and titles that are theirs.</summary>
internal sealed class StoryTeller(SourceTable sources, MergedActors actors, StoryGroups groups, FusionOptions options)
{
    private const int MostActors = 12;

    private readonly Dictionary<string, int> _storyOfArticle = sources
        .Texts.Select((t, i) => (t.Facts.Article.Id, Story: groups.Of[i]))
        .ToDictionary(x => x.Id, x => x.Story, StringComparer.Ordinal);

    private readonly ImmutableArray<string> _ids = IdsOf(sources, groups);

    /// <summary>Id of the story of an article.</summary>
    public string StoryOf(string article) => _ids[_storyOfArticle[article]];

    /// <summary>The stories, most important first.</summary>
    public ImmutableArray<Story> Tell(ImmutableArray<Claim> claims, ImmutableArray<Event> events)
    {
        var articles = sources
            .Texts.Select((t, i) => (Text: t, Story: groups.Of[i]))
            .ToLookup(x => x.Story, x => x.Text);
        var claimsOf = claims.ToLookup(c => c.Story, StringComparer.Ordinal);
        var eventsOf = events.ToLookup(e => e.Story, StringComparer.Ordinal);
        var joints = groups.Joints.ToLookup(j => groups.Of[j.First]);
        return
        [
            .. Enumerable
                .Range(0, groups.Count)
                .Select(s => Tell(s, [.. articles[s]], [.. claimsOf[_ids[s]]], [.. eventsOf[_ids[s]]], [.. joints[s]]))
                .OrderByDescending(s => s.Score)
                .ThenByDescending(s => s.Newest ?? DateOnly.MinValue)
                .ThenBy(s => s.Id, StringComparer.Ordinal),
        ];
    }

    private Story Tell(
        int number,
        ImmutableArray<FusedArticle> articles,
        ImmutableArray<Claim> claims,
        ImmutableArray<Event> events,
        ImmutableArray<(int First, int Second, string Why)> joints
    )
    {
        var newest = articles.Max(a => a.Facts.Article.Published);
        var parts = Score(articles, events, newest);
        return new Story(
            _ids[number],
            Title(articles),
            Topic(claims, events),
            Actors(claims, events),
            [.. articles.Select(a => a.Facts.Article.Id)],
            [
                .. articles.SelectMany(a =>
                    a.Facts.Positions.Select(p => p.Id).Concat(a.Facts.Outcomes.Select(o => o.Id))
                ),
            ],
            null,
            newest,
            Math.Round(parts.Sum(p => p.Value), 6),
            parts,
            StoryMark.New
        )
        {
            Joints =
            [
                .. joints.Select(j => new StoryJoint(
                    sources.Texts[j.First].Facts.Article.Id,
                    sources.Texts[j.Second].Facts.Article.Id,
                    j.Why
                )),
            ],
        };
    }

    private ImmutableArray<ScorePart> Score(
        ImmutableArray<FusedArticle> articles,
        ImmutableArray<Event> events,
        DateOnly? newest
    )
    {
        var day = options.Day ?? sources.Texts.Max(t => t.Facts.Article.Published);
        var age = newest is { } n && day is { } d ? Math.Abs(d.DayNumber - n.DayNumber) : int.MaxValue;
        var origins = articles.Select(a => a.Origin).Distinct().Count();
        return
        [
            new ScorePart(
                "day",
                age == 0 ? 4
                    : age == 1 ? 2
                    : 0
            ),
            new ScorePart("deed", events.IsEmpty ? 0 : Math.Round(Math.Min(4, events.Max(e => e.Score)), 6)),
            new ScorePart("origins", Math.Min(3, origins) - 1),
        ];
    }

    private static StoryTitle Title(ImmutableArray<FusedArticle> articles)
    {
        var best = articles
            .OrderByDescending(a => a.Facts.Article.Published ?? DateOnly.MinValue)
            .ThenBy(a => a.DuplicateOf is not null)
            .ThenBy(a => a.Number)
            .First();
        return new StoryTitle(best.Facts.Article.Id, StoryTitles.Of(best.Facts));
    }

    private static string? Topic(ImmutableArray<Claim> claims, ImmutableArray<Event> events) =>
        events
            .SelectMany(e => e.Lead.Topics.Take(1))
            .Concat(claims.SelectMany(c => c.Lead.Topics.Take(1)))
            .GroupBy(t => t, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key)
            .FirstOrDefault();

    private ImmutableArray<string> Actors(ImmutableArray<Claim> claims, ImmutableArray<Event> events) =>
        [
            .. events
                .SelectMany(e => e.Outcomes)
                .SelectMany(o => o.Participants.Select(p => p.Actor))
                .Concat(claims.SelectMany(c => c.Positions.Select(p => p.Actor)))
                .OfType<string>()
                .Where(slug => actors.Find(slug) is { Named: true })
                .GroupBy(slug => slug, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Key)
                .Take(MostActors),
        ];

    // The first text of a story names it: so that tomorrow's edition over the same articles and more has the same id.
    private static ImmutableArray<string> IdsOf(SourceTable sources, StoryGroups groups)
    {
        var first = new string[groups.Count];
        for (var i = groups.Of.Length - 1; i >= 0; i--)
        {
            first[groups.Of[i]] = sources.Texts[i].Facts.Article.Id;
        }

        return
        [
            .. first.Select(id =>
                "s" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("story\n" + id)))[..12]
            ),
        ];
    }
}
