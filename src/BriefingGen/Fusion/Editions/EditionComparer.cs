using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Changes;
using BriefingGen.Fusion.Events;
using BriefingGen.Fusion.Stories;

namespace BriefingGen.Fusion.Editions;

/// <summary>
/// Compares today's facts with those of the edition before. Both are merged together once more, so that one mechanism says
/// what is the same, what overtook what and what contradicts what; of its findings count those whose later side is today's.
/// </summary>
internal sealed class EditionComparer(EarlierEdition earlier, FusionOptions options)
{
    private const int MostChanges = 60;
    private const int MostNew = 2;

    private readonly ImmutableHashSet<string> _earlier = [.. earlier.Articles.Select(a => a.Article.Id)];
    private readonly string _since = earlier.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Today's facts with the ids, marks and changes that the edition before gives them.</summary>
    /// <param name="today">Today's facts, merged.</param>
    /// <param name="facts">The facts of today's articles.</param>
    /// <param name="origins">For each of them the number of its group.</param>
    /// <param name="cancellationToken">Ends the work between steps.</param>
    public FusedFacts Compare(
        FusionWork today,
        IReadOnlyList<ArticleFacts> facts,
        IReadOnlyList<int> origins,
        CancellationToken cancellationToken
    )
    {
        var union = Union(today, facts, origins, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var near = new StoryLinks(union, _earlier.Contains);
        var links = near.Find(today.Facts.Stories, earlier.Stories);
        var fresh = new NewEvents(today, union, _earlier).ByStory();
        var moved = Moved(today, union, cancellationToken);
        var changes = WithNew(today, moved, fresh, links)
            .Concat(
                new Silences(union, earlier, near, _earlier.Contains)
                    .Find(links.Values.Select(l => l.Earlier.Id).ToHashSet(StringComparer.Ordinal), options.Day)
                    .Where(s => !moved.Any(m => m.Before.Contains(s.Before[0])))
            )
            .Take(MostChanges)
            .Select(c => c with { Since = Since(c, union) })
            .ToList();
        var names = new StoryNames(today.Facts, links, options);
        return names.Rename(today.Facts, Mark) with
        {
            Changes = [.. changes.Select(c => c with { Story = names.Of(c.Story) })],
            Earlier = Held(today, union, changes, cancellationToken),
        };

        // What was not there is new; what was there moved where a change or a new event says so.
        StoryMark Mark(Story story) =>
            !links.ContainsKey(story.Id) ? StoryMark.New
            : changes.Exists(c => c.Story == story.Id && c.Kind != ChangeKind.Silent) ? StoryMark.Update
            : StoryMark.Continuing;
    }

    private FusionWork Union(
        FusionWork today,
        IReadOnlyList<ArticleFacts> facts,
        IReadOnlyList<int> origins,
        CancellationToken cancellationToken
    )
    {
        var known = facts.Select(f => f.Article.Id).ToHashSet(StringComparer.Ordinal);
        var old = Enumerable
            .Range(0, earlier.Articles.Length)
            .Where(i => !known.Contains(earlier.Articles[i].Article.Id));
        var (articles, groups) = (new List<ArticleFacts>(facts), new List<int>(origins));
        var first = origins.DefaultIfEmpty().Max() + 1;
        foreach (var i in old)
        {
            articles.Add(earlier.Articles[i]);
            groups.Add(first + earlier.Origins[i]);
        }

        return articles.Count == facts.Count ? today : FactFuser.Join(articles, groups, options, cancellationToken);
    }

    // The changes whose later side is of today, each with today's story of it; one for an event.
    private List<Change> Moved(FusionWork today, FusionWork union, CancellationToken cancellationToken)
    {
        var articleOf = ArticleOf(union);
        var storyOf = StoryOf(today);
        var eventOf = EventOf(today);
        var unionOf = EventOf(union);
        var originsOf = today
            .Facts.Events.SelectMany(e => e.Outcomes.Select(o => (o.Id, e.Origins)))
            .DistinctBy(x => x.Id)
            .ToDictionary(x => x.Id, x => x.Origins, StringComparer.Ordinal);
        return
        [
            .. union
                .Facts.Changes.Concat(new EventMoves(union).Find(_earlier.Contains, cancellationToken))
                .Concat(new StanceMoves(union).Find(_earlier.Contains, cancellationToken))
                .Where(c => c.After.Length > 0 && c.After.All(id => IsToday(articleOf[id])))
                .Select(c => c with { Story = storyOf.GetValueOrDefault(articleOf[c.After[0]]) })
                .OrderBy(c => c.Kind == ChangeKind.Resolved)
                .DistinctBy(c => (c.Kind, eventOf.GetValueOrDefault(c.After[0], c.After[0])))
                .DistinctBy(c => (c.Kind == ChangeKind.Resolved, string.Join(' ', c.After)))
                // What settled one plan is one deed: the one that most texts tell, not each clause that recalls it.
                .OrderByDescending(c => originsOf.GetValueOrDefault(c.After[0]))
                .DistinctBy(c =>
                    c is { Kind: ChangeKind.Resolved, Before.Length: > 0 }
                        ? unionOf.GetValueOrDefault(c.Before[0], c.Before[0])
                        : c.After[0]
                ),
        ];

        bool IsToday(string article) => !_earlier.Contains(article) && storyOf.ContainsKey(article);
    }

    // Behind what moved stands what is told for the first time, story by story.
    private static IEnumerable<Change> WithNew(
        FusionWork today,
        List<Change> moved,
        ILookup<string, EventGroup> fresh,
        Dictionary<string, StoryLink> links
    )
    {
        var eventOf = EventOf(today);
        var told = moved
            .SelectMany(c => c.After)
            .Select(id => eventOf.GetValueOrDefault(id, id))
            .ToHashSet(StringComparer.Ordinal);
        var groups = today.Told.ToDictionary(g => g.Event.Lead.Id, StringComparer.Ordinal);
        var rank = today
            .Facts.Stories.Select((s, i) => (s.Id, i))
            .ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
        var news = today.Facts.Stories.SelectMany(s =>
            fresh[s.Id]
                .Where(g => !told.Contains(g.Event.Lead.Id))
                .Take(MostNew)
                .Select(g => Told(g.Event, s.Id, "no text of the edition before tells of it"))
                .DefaultIfEmpty(
                    links.ContainsKey(s.Id) || s.State is not { } state || told.Contains(eventOf[state.Fact])
                        ? null
                        : Told(groups[eventOf[state.Fact]].Event, s.Id, "its story was not in the edition before")
                )
                .OfType<Change>()
        );
        return moved
            .Concat(news)
            .OrderBy(c => c.Kind == ChangeKind.New)
            .ThenBy(c => c.Story is { } story ? rank.GetValueOrDefault(story, int.MaxValue) : int.MaxValue);
    }

    private static Change Told(Event item, string story, string why) =>
        new(ChangeKind.New, [], [.. item.Outcomes.Select(o => o.Id)], null, story, why);

    // The edition before where it held the earlier state; else what the text itself set against.
    private string? Since(Change change, FusionWork union)
    {
        var articleOf = ArticleOf(union);
        return
            change.Kind is ChangeKind.New or ChangeKind.Silent
            || change.Before.Any(id => _earlier.Contains(articleOf[id]))
            ? _since
            : change.Since;
    }

    // The articles that hold the earlier states, merged by themselves and numbered behind today's.
    private ComparedEdition Held(
        FusionWork today,
        FusionWork union,
        List<Change> changes,
        CancellationToken cancellationToken
    )
    {
        var articleOf = ArticleOf(union);
        var known = today.Facts.Articles.Select(a => a.Facts.Article.Id).ToHashSet(StringComparer.Ordinal);
        var cited = changes
            .SelectMany(c => c.Before)
            .Select(id => articleOf[id])
            .Where(a => _earlier.Contains(a) && !known.Contains(a))
            .ToHashSet(StringComparer.Ordinal);
        var held = earlier.Articles.Where(a => cited.Contains(a.Article.Id)).ToList();
        var own =
            held.Count == 0
                ? new FusedFacts([], [], [], [], [])
                : FactFuser
                    .Join(held, [.. held.Select((_, i) => i + 1)], options with { Earlier = null }, cancellationToken)
                    .Facts;
        var (number, origin) = (today.Facts.Articles.Length, today.Facts.Articles.Max(a => a.Origin));
        return new ComparedEdition(
            earlier.Day,
            own with
            {
                Articles =
                [
                    .. own.Articles.Select(a => a with { Number = number + a.Number, Origin = origin + a.Origin }),
                ],
            }
        )
        {
            Hashes = earlier.Hashes,
            Stories = earlier.Stories.Length,
            Repeated = [.. _earlier.Where(known.Contains)],
        };
    }

    private static Dictionary<string, string> EventOf(FusionWork work) =>
        work
            .Facts.Events.SelectMany(e => e.Outcomes.Select(o => (o.Id, Lead: e.Lead.Id)))
            .DistinctBy(x => x.Id)
            .ToDictionary(x => x.Id, x => x.Lead, StringComparer.Ordinal);

    private static Dictionary<string, string> StoryOf(FusionWork work) =>
        work
            .Facts.Stories.SelectMany(s => s.Articles.Select(a => (Article: a, s.Id)))
            .DistinctBy(x => x.Article)
            .ToDictionary(x => x.Article, x => x.Id, StringComparer.Ordinal);

    private Dictionary<string, string>? _articleOf;

    private Dictionary<string, string> ArticleOf(FusionWork union) =>
        _articleOf ??= union
            .Sources.Texts.SelectMany(t =>
                t.Facts.Positions.Select(p => p.Id)
                    .Concat(t.Facts.Outcomes.Select(o => o.Id))
                    .Concat(t.Facts.Deeds.Select(d => d.Id))
                    .Concat(t.Facts.Quantities.Select(q => q.Id))
                    .Select(id => (id, Article: t.Facts.Article.Id))
            )
            .DistinctBy(x => x.id)
            .ToDictionary(x => x.id, x => x.Article, StringComparer.Ordinal);
}
