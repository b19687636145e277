using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Events;

namespace BriefingGen.Fusion.Stories;

/// <summary>Makes the stories of groups of texts, with the facts, actors, states and titles that are theirs.</summary>
internal sealed class StoryTeller(SourceTable sources, MergedActors actors, StoryGroups groups, FusionOptions options)
{
    private const int MostActors = 12;
    private const double BelowHead = 0.5;

    private readonly Dictionary<string, int> _storyOfArticle = sources
        .Texts.Select((t, i) => (t.Facts.Article.Id, Story: groups.Of[i]))
        .ToDictionary(x => x.Id, x => x.Story, StringComparer.Ordinal);

    private readonly ImmutableArray<string> _ids = IdsOf(sources, groups);
    private readonly StoryStates _states = new(sources);
    private readonly StoryTopics _topics = new(sources, actors, new StoryStates(sources), options.Evidence);

    /// <summary>Id of the story of an article.</summary>
    public string StoryOf(string article) => _ids[_storyOfArticle[article]];

    /// <summary>Id of the story of an event: where most texts tell it in clauses of their own.</summary>
    public string StoryOf(Event item) =>
        item
            .Tellings.GroupBy(t => _storyOfArticle[t.Article])
            .OrderByDescending(g => g.Sum(t => t.Form == TellingForm.Refers ? 1 : 4))
            .ThenByDescending(g => g.Any(t => t.Fact == item.Lead.Id))
            .ThenBy(g => g.Key)
            .Select(g => _ids[g.Key])
            .FirstOrDefault(StoryOf(item.Lead.Article));

    /// <summary>The stories, most important first.</summary>
    /// <param name="claims">All claims with their stories.</param>
    /// <param name="events">All events with their stories.</param>
    /// <param name="superseded">What was overtaken.</param>
    /// <param name="scheduled">What is to happen.</param>
    /// <param name="disagreements">What is contested.</param>
    public ImmutableArray<Story> Tell(
        ImmutableArray<Claim> claims,
        ImmutableArray<EventGroup> events,
        IReadOnlyList<Supersession> superseded,
        ImmutableArray<Scheduled> scheduled,
        ImmutableArray<Disagreement> disagreements
    )
    {
        var articles = sources
            .Texts.Select((t, i) => (Text: t, Story: groups.Of[i]))
            .ToLookup(x => x.Story, x => x.Text);
        var claimsOf = claims.ToLookup(c => c.Story, StringComparer.Ordinal);
        var eventsOf = events.ToLookup(e => e.Event.Story, StringComparer.Ordinal);
        var joints = groups.Joints.ToLookup(j => groups.Of[j.First]);
        var overtaken = superseded.ToDictionary(s => s.Before, StringComparer.Ordinal);
        var contested = disagreements.Select(d => d.Story).ToHashSet(StringComparer.Ordinal);
        var ahead = scheduled.Where(s => s.To >= Today).Select(s => s.Story).ToHashSet(StringComparer.Ordinal);
        var stories = Enumerable
            .Range(0, groups.Count)
            .Select(s =>
            {
                var id = _ids[s];
                ImmutableArray<EventGroup> told = [.. eventsOf[id]];
                var standing = told.Where(e => !overtaken.ContainsKey(e.Event.Lead.Id)).ToList();
                var state = _states.Of(standing);
                ImmutableArray<FusedArticle> own = [.. articles[s]];
                ImmutableArray<Claim> said = [.. claimsOf[id]];
                var newest = Newest(own, standing);
                var topic = _topics.Of(told, said);
                var parts = Score(own, standing, newest, contested.Contains(id), ahead.Contains(id), topic);
                return new Story(
                    id,
                    StoryTitles.Of(own, state?.Group),
                    topic,
                    Actors(told, said),
                    [.. own.Select(a => a.Facts.Article.Id)],
                    FactsOf(told, said),
                    state?.State,
                    newest,
                    Math.Round(parts.Sum(p => p.Value), 6),
                    parts,
                    StoryMark.New
                )
                {
                    Joints = [.. joints[s].Select(ToJoint)],
                    Superseded =
                    [
                        .. told.SelectMany(e => e.Event.Outcomes.Select(o => o.Id))
                            .Concat(said.Select(c => c.Lead.Id))
                            .Where(overtaken.ContainsKey)
                            .Select(f => overtaken[f]),
                    ],
                };
            });
        return
        [
            .. stories
                .OrderByDescending(s => s.Score)
                .ThenByDescending(s => s.Newest ?? DateOnly.MinValue)
                .ThenBy(s => s.Id, StringComparer.Ordinal),
        ];
    }

    private DateOnly? Today => options.Day ?? sources.Texts.Select(t => t.Facts.Article.Published).Max();

    private DateOnly? Newest(ImmutableArray<FusedArticle> articles, IEnumerable<EventGroup> events) =>
        events
            .Where(e => e.Lead.Standing == Standing.Happened && EventMerger.FormOf(e.Lead) == TellingForm.Tells)
            .Select(_states.Day)
            .Max()
        ?? articles.Max(a => a.Facts.Article.Published);

    private ImmutableArray<ScorePart> Score(
        ImmutableArray<FusedArticle> articles,
        List<EventGroup> events,
        DateOnly? newest,
        bool contested,
        bool ahead,
        string? topic
    )
    {
        var weights = options.Weights;
        var age = newest is { } n && Today is { } d ? Math.Abs(d.DayNumber - n.DayNumber) : int.MaxValue;
        var deed = events
            .Where(e => _states.Day(e) == newest && EventMerger.FormOf(e.Lead) != TellingForm.Refers)
            .OrderByDescending(Weight)
            .ThenByDescending(e => e.Event.Origins)
            .FirstOrDefault();
        var origins = Math.Max(deed?.Event.Origins ?? 1, articles.Select(a => a.Origin).Distinct().Count() > 1 ? 2 : 1);
        return
        [
            new ScorePart(
                "day",
                age == 0 ? weights.Today
                    : age == 1 ? weights.Yesterday
                    : 0
            ),
            new ScorePart("deed", deed is null ? 0 : Math.Round(Weight(deed) * weights.Deed / 4, 6)),
            new ScorePart("origins", Math.Min(weights.Origins, origins) - 1),
            new ScorePart("contested", contested ? weights.Contested : 0),
            new ScorePart("ahead", ahead ? weights.Ahead : 0),
            new ScorePart("change", 0),
            new ScorePart("loud", articles.All(LoudTitle.Is) ? -weights.Loud : 0),
            new ScorePart("matter", topic is null ? -weights.Matter : 0),
        ];
    }

    // What an article tells further down is rarely what it is written for.
    private double Weight(EventGroup group) => _states.Weight(group) * (_states.IsInHead(group.Lead) ? 1 : BelowHead);

    private StoryJoint ToJoint((int First, int Second, string Why) joint) =>
        new(sources.Texts[joint.First].Facts.Article.Id, sources.Texts[joint.Second].Facts.Article.Id, joint.Why);

    private ImmutableArray<string> FactsOf(ImmutableArray<EventGroup> events, ImmutableArray<Claim> claims) =>
        [
            .. events
                .SelectMany(e => e.Event.Outcomes.Select(o => (o.Article, o.Trigger.Start, o.Id)))
                .Concat(claims.SelectMany(c => c.Positions.Select(p => (p.Article, p.Content[0].Start, p.Id))))
                .OrderBy(f => sources[f.Article].Number)
                .ThenBy(f => f.Start)
                .ThenBy(f => f.Id, StringComparer.Ordinal)
                .Select(f => f.Id),
        ];

    private ImmutableArray<string> Actors(ImmutableArray<EventGroup> events, ImmutableArray<Claim> claims) =>
        [
            .. events
                .SelectMany(e => e.Event.Outcomes)
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
