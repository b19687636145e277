using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Changes;
using BriefingGen.Fusion.Events;
using BriefingGen.Language.Dates;

namespace BriefingGen.Fusion.Editions;

/// <summary>
/// Finds what moved between two tellings of one matter, by the veto that keeps them from being one event: the same plan for a
/// later day was put off, a plan that is told as done was carried out, a plan that is told with "not" was given up.
/// </summary>
internal sealed class EventMoves(FusionWork union)
{
    // Surer than two tellings have to be to be one event: there nothing contradicts.
    private const double Same = 0.7;
    private const double SameMatter = 0.4;
    private const int MostPostings = 64;
    private const int LongestPlan = 3;

    private readonly EventScorer _scorer = new(union.Lexicon, union.Likeness);
    private readonly EventConflict _conflict = new(union.Actors);

    /// <summary>The moves, by the later event.</summary>
    /// <param name="isEarlier">Whether an article belongs to the edition before.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public IEnumerable<Change> Find(Func<string, bool> isEarlier, CancellationToken cancellationToken)
    {
        var before = new Dictionary<string, List<EventGroup>>(StringComparer.Ordinal);
        foreach (var group in union.Told.Where(g => g.Event.Outcomes.All(o => isEarlier(o.Article))))
        {
            foreach (var kin in group.Lead.Kins)
            {
                if (!before.TryGetValue(kin, out var list))
                {
                    before.Add(kin, list = []);
                }

                list.Add(group);
            }
        }

        foreach (var after in union.Told.Where(g => !g.Event.Outcomes.Any(o => isEarlier(o.Article))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var best = after
                .Lead.Kins.SelectMany(kin => (before.GetValueOrDefault(kin) ?? []).Take(MostPostings))
                .Distinct()
                .Select(b => (Before: b, Kind: KindOf(b.Lead, after.Lead)))
                .Where(x => x.Kind is not null)
                .Select(x => (x.Before, x.Kind, Score: _scorer.Of(x.Before.Lead, after.Lead)))
                .Where(x => x.Score >= Same && IsOneMatter(x.Before.Lead, after.Lead))
                .OrderByDescending(x => x.Score)
                .ThenBy(x => x.Before.Event.Lead.Id, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best.Kind is { } kind)
            {
                yield return new Change(
                    kind,
                    [best.Before.Event.Lead.Id],
                    [after.Event.Lead.Id],
                    null,
                    null,
                    FormattableString.Invariant(
                        $"\"{best.Before.Lead.Fact.Trigger.Wording}\" and \"{after.Lead.Fact.Trigger.Wording}\" are one matter, {best.Score:0.00}"
                    )
                );
            }
        }
    }

    // "Will return on Friday" is said of many things: what takes part has to be the same, too.
    private bool IsOneMatter(EventUnit a, EventUnit b) =>
        a.Core.Meets(b.Core) && union.Lexicon.Cosine(a.Arguments, b.Arguments) >= SameMatter;

    private ChangeKind? KindOf(EventUnit a, EventUnit b)
    {
        if (a.Nominal || b.Nominal || a.Negated)
        {
            return null;
        }

        return (_conflict.Between(a, b), a.Standing, b.Standing) switch
        {
            ("day", Standing.Planned, Standing.Planned) when !b.Negated && IsPutOff(a.Fact, b.Fact) =>
                ChangeKind.Postponed,
            ("state", Standing.Planned, Standing.Happened) when !b.Negated && IsDone(a.Fact, b.Fact) =>
                ChangeKind.Resolved,
            ("polarity", Standing.Planned, Standing.Planned) when b.Negated => ChangeKind.Reversed,
            _ => null,
        };
    }

    private static bool IsPutOff(IEventFact a, IEventFact b) =>
        a.DateRange is { Precision: DatePrecision.Day } x
        && b.DateRange is { } y
        && y.Start > x.End
        && y.End.DayNumber - y.Start.DayNumber <= LongestPlan;

    private static bool IsDone(IEventFact plan, IEventFact deed) =>
        deed.Modal is null
        && deed.Status is OutcomeStatus.Actual
        && !(plan.DateRange is { } due && deed.DateRange is { } day && (day.End < due.Start || due.End < day.Start));
}
