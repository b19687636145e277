using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Changes;
using BriefingGen.Fusion.Stories;

namespace BriefingGen.Fusion.Editions;

/// <summary>
/// Finds what the edition before told and no text of today speaks of: a story of its pages, and what was announced for a day
/// that has come.
/// </summary>
internal sealed class Silences(FusionWork union, EarlierEdition earlier, Func<string, bool> isEarlier)
{
    private const double Alike = 0.3;

    /// <summary>The silences: stories in the order of the edition before, then announcements by day.</summary>
    /// <param name="goneOn">Ids of earlier stories that a story of today goes on from.</param>
    /// <param name="today">The day of the newest text.</param>
    public IEnumerable<Change> Find(IReadOnlySet<string> goneOn, DateOnly? today) =>
        Stories(goneOn).Concat(today is { } day ? Announced(day) : []);

    private IEnumerable<Change> Stories(IReadOnlySet<string> goneOn)
    {
        var facts = union
            .Sources.Texts.Where(t => isEarlier(t.Facts.Article.Id))
            .SelectMany(t => t.Facts.Outcomes.Select(o => o.Id).Concat(t.Facts.Deeds.Select(d => d.Id)))
            .ToHashSet(StringComparer.Ordinal);
        // A text of today that is grouped with one of its texts speaks of it, whatever story it is in.
        var spoken = union
            .Sources.Texts.Select((t, i) => (t.Facts.Article.Id, Group: union.Groups.Of[i]))
            .Where(x => !isEarlier(x.Id))
            .Select(x => x.Group)
            .ToHashSet();
        var groupOf = union
            .Sources.Texts.Select((t, i) => (t.Facts.Article.Id, Group: union.Groups.Of[i]))
            .ToDictionary(x => x.Id, x => x.Group, StringComparer.Ordinal);
        return earlier
            .Stories.Where(s =>
                s.Printed
                && !goneOn.Contains(s.Id)
                && s.State is { } state
                && facts.Contains(state)
                && !s.Articles.Any(a => groupOf.TryGetValue(a, out var group) && spoken.Contains(group))
            )
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
            .Facts.Scheduled.Where(s => s.To > earlier.Day.AddDays(-1) && s.To <= today && s.From == s.To)
            .Select(s => leads.GetValueOrDefault(s.Facts[0]))
            .Where(g =>
                g is not null
                && g.Event.Outcomes.All(o => isEarlier(o.Article))
                && !g.Lead.Nominal
                && g.Lead.Fact.ReportedBy is not null | g.Lead.Fact.Modal is not null
                && g.Lead.Agents.Length > 0
                && !units.Exists(u =>
                    u.Lead.Kins.Intersect(g.Lead.Kins, StringComparer.Ordinal).Any()
                    && (
                        union.Lexicon.Cosine(u.Lead.Arguments, g.Lead.Arguments) >= Alike
                        || u.Lead.Agents.Intersect(g.Lead.Agents, StringComparer.Ordinal).Any()
                    )
                )
            )
            .Select(g => new Change(
                ChangeKind.Silent,
                [g!.Event.Lead.Id],
                [],
                null,
                null,
                "it was announced for a day that has come, and no text of today tells of it"
            ));
    }
}
