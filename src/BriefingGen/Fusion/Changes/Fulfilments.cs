using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Events;
using BriefingGen.Fusion.Sentences;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Changes;

/// <summary>What an earlier article planned or demanded and a later one tells as done.</summary>
internal sealed class Fulfilments
{
    private const double SameKin = 0.5;
    private const double OtherKin = 0.62;
    private const int MostTellings = 12;
    private const double Elsewhere = 1.9;
    private const int MostPostings = 60;
    private const int WindowDays = 14;

    private readonly SourceTable _sources;
    private readonly MergedActors _actors;
    private readonly Lexicon _lexicon;
    private readonly KinTable _kin = KinTable.Load();

    public Fulfilments(SourceTable sources, MergedActors actors, Lexicon lexicon) =>
        (_sources, _actors, _lexicon) = (sources, actors, lexicon);

    /// <summary>The deeds that fulfil what was to come, with what came before each.</summary>
    public IEnumerable<Change> Find(
        ImmutableArray<Event> events,
        Func<string, string> storyOf,
        CancellationToken cancellationToken
    )
    {
        var plans = events.SelectMany(e => e.Outcomes).Where(IsOpen).Select(Read).ToList();
        var byWord = new Dictionary<int, List<Known>>();
        foreach (var plan in plans)
        {
            foreach (var word in plan.Core.Words)
            {
                if (!byWord.TryGetValue(word, out var list))
                {
                    byWord.Add(word, list = []);
                }

                list.Add(plan);
            }
        }

        foreach (var item in events.Where(e => e.Outcomes.Any(IsDone)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var done = item.Outcomes.Where(IsDone).Take(MostTellings).Select(Read).ToList();
            var before = done.SelectMany(d => d.Core.Words)
                .Distinct()
                .SelectMany(w => (byWord.GetValueOrDefault(w) ?? []).Take(MostPostings))
                .DistinctBy(p => p.Fact.Id)
                .Select(p => (Plan: p, Score: done.Max(d => Likeness(p, d))))
                .Where(x =>
                    x.Score > 0
                    && IsEarlier(x.Plan.Fact, item.Lead)
                    && x.Score >= (storyOf(x.Plan.Fact.Article) == storyOf(item.Lead.Article) ? 0 : Elsewhere)
                )
                .OrderByDescending(x => x.Score)
                .ThenBy(x => x.Plan.Fact.Id, StringComparer.Ordinal)
                .Take(3)
                .ToList();
            if (before.Count > 0)
            {
                yield return new Change(
                    ChangeKind.Resolved,
                    [.. before.Select(x => x.Plan.Fact.Id)],
                    [.. item.Outcomes.Where(IsDone).Select(o => o.Id)],
                    before[0].Plan.Fact.Article,
                    null,
                    $"\"{before[0].Plan.Fact.Trigger.Wording}\" was to come, \"{item.Lead.Trigger.Wording}\" is told as done"
                );
            }
        }
    }

    private double Likeness(Known plan, Known done)
    {
        var same = plan.Kin == done.Kin;
        var score = _lexicon.Cosine(plan.Core, done.Core);
        if (
            score < (same ? SameKin : OtherKin)
            || (!same && plan.Type != done.Type)
            || plan.Core.Shared(done.Core).Count() < 2
        )
        {
            return 0;
        }

        var apart = plan.States.Count > 0 && done.States.Count > 0 && !plan.States.Overlaps(done.States);
        var onDay = plan.Fact.Date is { } due && due == done.Fact.Date;
        return apart ? 0 : score + (same ? 1 : 0) + (onDay ? 1 : 0);
    }

    private bool IsEarlier(IEventFact plan, IEventFact deed)
    {
        var (then, now) = (_sources.Published(plan.Article), _sources.Published(deed.Article));
        return then is { } x
            && now is { } y
            && x < y
            && y.DayNumber - x.DayNumber <= WindowDays
            && !(deed.DateRange?.End < x)
            && !(plan.Date is { } due && deed.Date is { } day && Math.Abs(due.DayNumber - day.DayNumber) > 1);
    }

    private static bool IsOpen(IEventFact fact) =>
        fact.Status is OutcomeStatus.Planned or OutcomeStatus.Demanded && !fact.Negated;

    private static bool IsDone(IEventFact fact) =>
        fact.Status is OutcomeStatus.Actual or OutcomeStatus.Reported
        && !fact.Negated
        && fact.Modal is null
        && fact.Proposition is { Nominal: false };

    private Known Read(IEventFact fact)
    {
        var core = (fact.Proposition?.Arguments ?? [])
            .Where(a => a.Role != ArgumentRole.Subject)
            .SelectMany(a => a.Lemmas);
        var states = fact
            .Participants.Where(p => p.Role is ParticipantRole.Source or ParticipantRole.Agent or ParticipantRole.Both)
            .Select(p => _actors.Find(_actors.Slug(fact.Article, p.Actor))?.Country)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var lemma = fact.Lemma ?? "";
        return new Known(
            fact,
            _kin.Find(lemma) ?? lemma,
            (fact as OutcomeFact)?.Type,
            _lexicon.Set(core.Where(l => l.Length > 2)),
            states
        );
    }

    private sealed record Known(IEventFact Fact, string Kin, OutcomeType? Type, WordSet Core, HashSet<string> States);
}
