using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Changes;
using BriefingGen.Fusion.Events;

namespace BriefingGen.Fusion.Editions;

/// <summary>
/// Finds what the edition before told and no text of today speaks of: a story of its pages, and what was announced for a day
/// that has come. In doubt somebody spoke of it.
/// </summary>
/// <param name="union">The facts of today and of the edition before.</param>
/// <param name="earlier">The edition before.</param>
/// <param name="links">How near its stories are to today's texts.</param>
/// <param name="isEarlier">Whether an article belongs to the edition before.</param>
internal sealed class Silences(FusionWork union, EarlierEdition earlier, StoryLinks links, Func<string, bool> isEarlier)
{
    // A text of today that is so much alike speaks of the same matter.
    private const double Alike = 0.08;

    // A clause of today that shares so much may be what was announced.
    private const double Shared = 0.2;
    private const int MostStories = 3;

    private readonly HashSet<string> _named =
    [
        .. union
            .Facts.Actors.Where(a => a is { Named: true, Type: not ActorType.State })
            .Where(a => a.Mentions.Any(m => !isEarlier(m.Article)))
            .Select(a => a.Actor),
    ];

    /// <summary>The silences: stories in the order of the edition before, then announcements by day.</summary>
    /// <param name="goneOn">Ids of earlier stories that a story of today goes on from.</param>
    /// <param name="today">The day of the newest text.</param>
    public IEnumerable<Change> Find(IReadOnlySet<string> goneOn, DateOnly? today) =>
        Stories(goneOn).Concat(today is { } day ? Announced(day) : []);

    private IEnumerable<Change> Stories(IReadOnlySet<string> goneOn)
    {
        var units = union.Told.Where(g => g.Event.Outcomes.Any(o => !isEarlier(o.Article))).ToList();
        var groups = union
            .Told.SelectMany(g => g.Event.Outcomes.Select(o => (o.Id, Group: g)))
            .DistinctBy(x => x.Id)
            .ToDictionary(x => x.Id, x => x.Group, StringComparer.Ordinal);
        return earlier
            .Stories.Where(s =>
                s.Printed
                && !goneOn.Contains(s.Id)
                && s.Articles.All(isEarlier)
                && s.State is { } state
                && groups.TryGetValue(state, out var told)
                && told.Event.Outcomes.All(o => isEarlier(o.Article))
                && told.Lead.Standing == Standing.Happened
                && !told.Lead.Agents.Any(_named.Contains)
                && links.Nearest(s) < Alike
                && !units.Exists(u => Speaks(u.Lead, told.Lead))
            )
            .Take(MostStories)
            .Select(s => new Change(
                ChangeKind.Silent,
                [s.State!],
                [],
                null,
                s.Id,
                "no text of today speaks of this story of the edition before"
            ));
    }

    // What was announced for a day that has come, and no text since tells, plans or recalls anything like it.
    private IEnumerable<Change> Announced(DateOnly today)
    {
        var units = union.Told.Where(g => g.Event.Outcomes.Any(o => !isEarlier(o.Article))).ToList();
        var leads = union.Told.ToDictionary(g => g.Event.Lead.Id, StringComparer.Ordinal);
        return union
            .Facts.Scheduled.Where(s => s.To > earlier.Day && s.To <= today && s.From == s.To)
            .Select(s => leads.GetValueOrDefault(s.Facts[0]))
            .OfType<EventGroup>()
            .Where(g =>
                g.Event.Outcomes.All(o => isEarlier(o.Article))
                && !g.Lead.Nominal
                && g.Lead.Fact.Modal is not null
                && !g.Lead.Agents.Any(_named.Contains)
                && !units.Exists(u => Speaks(u.Lead, g.Lead))
            )
            .Select(g => new Change(
                ChangeKind.Silent,
                [g.Event.Lead.Id],
                [],
                null,
                null,
                "it was announced for a day that has come, and no text of today tells of it"
            ));
    }

    private bool Speaks(EventUnit now, EventUnit announced) =>
        union.Lexicon.Cosine(now.Arguments, announced.Arguments) >= Shared
        || union.Lexicon.Cosine(now.Sentence, announced.Sentence) >= Shared
        || (
            now.Kins.Intersect(announced.Kins, StringComparer.Ordinal).Any()
            && now.Agents.Intersect(announced.Agents, StringComparer.Ordinal).Any()
        );
}
