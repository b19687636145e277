using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;

namespace BriefingGen.Fusion;

/// <summary>
/// Finds the same event in several places: one type, the participants of one telling among those of the other, a day
/// that may be the same, and told alike (happened, planned, possible, demanded; or denied). Acts of words and force
/// come in numbers, so that they must also be told in like words.
/// </summary>
internal sealed class EventMerger(SourceTable sources, MergedActors actors, Ranking ranking)
{
    private const double LikeWords = 0.3;
    private const double AlmostSameWords = 0.6;
    private const int DaysApart = 1;

    // An undated telling belongs to articles of about the same day.
    private const int PublishedDaysApart = 4;

    public ImmutableArray<Event> Merge(CancellationToken cancellationToken)
    {
        var sanctions = sources.Texts.SelectMany(t => t.Facts.Sanctions).ToLookup(s => (s.Article, s.Outcome));
        var drafts = new List<List<Told>>();
        var byKind = new Dictionary<(OutcomeType, bool, OutcomeStatus, string), List<List<Told>>>();
        foreach (var article in sources.Texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var outcome in article.Facts.Outcomes)
            {
                Place(new Told(outcome, Slugs(outcome)), drafts, byKind);
            }
        }

        return
        [
            .. drafts
                .Select(d => ToEvent(d, sanctions))
                .OrderByDescending(e => e.Score)
                .ThenBy(e => sources[e.Lead.Article].Number)
                .ThenBy(e => e.Lead.Trigger.Start)
                .ThenBy(e => e.Lead.Id, StringComparer.Ordinal),
        ];
    }

    // Two tellings share a participant, so that each draft is looked up under its participants only.
    private void Place(
        Told told,
        List<List<Told>> drafts,
        Dictionary<(OutcomeType, bool, OutcomeStatus, string), List<List<Told>>> byKind
    )
    {
        var keys = told.Slugs.DefaultIfEmpty("").Select(slug => Key(told.Outcome, slug)).ToList();
        var home = keys.SelectMany(k => byKind.GetValueOrDefault(k) ?? []).FirstOrDefault(d => IsSame(d[0], told));
        if (home is null)
        {
            drafts.Add(home = []);
        }

        home.Add(told);
        foreach (var key in keys)
        {
            if (!byKind.TryGetValue(key, out var list))
            {
                byKind.Add(key, list = []);
            }

            if (!list.Contains(home))
            {
                list.Add(home);
            }
        }
    }

    private static (OutcomeType, bool, OutcomeStatus, string) Key(OutcomeFact outcome, string slug) =>
        (
            outcome.Type,
            outcome.Negated,
            outcome.Status == OutcomeStatus.Reported ? OutcomeStatus.Actual : outcome.Status,
            slug
        );

    private bool IsSame(Told a, Told b)
    {
        if (!SameDay(a.Outcome, b.Outcome) || Conflict(a.Outcome.Place, b.Outcome.Place))
        {
            return false;
        }

        var similarity = a.Words.Similarity(b.Words);
        if (a.Slugs.IsEmpty || b.Slugs.IsEmpty)
        {
            return a.Slugs.IsEmpty && b.Slugs.IsEmpty && similarity >= AlmostSameWords && SameTrigger(a, b);
        }

        if (!(a.Slugs.IsSubsetOf(b.Slugs) || b.Slugs.IsSubsetOf(a.Slugs)))
        {
            return false;
        }

        // One text in two prints.
        if (a.Outcome.Article != b.Outcome.Article && similarity >= AlmostSameWords && SameTrigger(a, b))
        {
            return true;
        }

        var dated = a.Outcome.Date is not null && a.Outcome.Date == b.Outcome.Date;
        var shared = Math.Min(a.Slugs.Count, b.Slugs.Count);
        return IsJoint(a.Outcome.Type)
            ? SameMeans(a.Outcome, b.Outcome) && (shared > 1 || (dated && similarity >= LikeWords / 2))
            : shared > 1 && similarity >= LikeWords;
    }

    private bool SameDay(OutcomeFact a, OutcomeFact b)
    {
        if (a.DateRange is { } x && b.DateRange is { } y)
        {
            return x.Start.DayNumber - DaysApart <= y.End.DayNumber && y.Start.DayNumber - DaysApart <= x.End.DayNumber;
        }

        return sources.Published(a.Article) is not { } pa
            || sources.Published(b.Article) is not { } pb
            || Math.Abs(pa.DayNumber - pb.DayNumber) <= PublishedDaysApart;
    }

    // A meeting or a deal of two on a day is one; of accusations there may be ten.
    private static bool IsJoint(OutcomeType type) =>
        type is OutcomeType.Consult or OutcomeType.Agree or OutcomeType.Cooperate or OutcomeType.Sanction;

    private static bool SameTrigger(Told a, Told b) =>
        ContentWords.Of(a.Outcome.Trigger.Wording).Letters == ContentWords.Of(b.Outcome.Trigger.Wording).Letters;

    // A call is not the meeting of the same day.
    private static bool SameMeans(OutcomeFact a, OutcomeFact b) => IsCall(a) == IsCall(b);

    private static bool IsCall(OutcomeFact outcome) =>
        ContentWords
            .Split(outcome.Trigger.Wording)
            .Select(ContentWords.Stem)
            .Any(w => w is "call" or "phone" or "telephone" or "video" or "conversation");

    private static bool Conflict(SourceSpan? a, SourceSpan? b) =>
        a is not null && b is not null && ContentWords.Of(a.Wording).Shared(ContentWords.Of(b.Wording)) == 0;

    private ImmutableSortedSet<string> Slugs(OutcomeFact outcome) =>
        [.. outcome.Participants.Select(p => actors.Slug(outcome.Article, p.Actor)).OfType<string>()];

    private Event ToEvent(List<Told> draft, ILookup<(string Article, string Outcome), SanctionFact> sanctions)
    {
        var tellings = draft
            .OrderBy(t => t.Outcome.Status == OutcomeStatus.Reported)
            .ThenByDescending(t => Fullness(t))
            .ThenBy(t => sources[t.Outcome.Article].Number)
            .ThenBy(t => t.Outcome.Trigger.Start)
            .Select(t => Rewrite(t.Outcome))
            .ToImmutableArray<IEventFact>();
        var lead = tellings[0];
        var origins = sources.Origins(tellings.Select(t => t.Article));
        return new Event(
            lead,
            tellings,
            [.. tellings.SelectMany(t => sanctions[(t.Article, t.Id)]).Select(Rewrite)],
            origins,
            ranking.Of(lead, draft.SelectMany(t => t.Slugs).Distinct(StringComparer.Ordinal), origins)
        );
    }

    private static int Fullness(Told told) =>
        (2 * told.Slugs.Count) + (told.Outcome.Date is null ? 0 : 2) + (told.Outcome.Place is null ? 0 : 1);

    private OutcomeFact Rewrite(OutcomeFact outcome) =>
        outcome with
        {
            Participants =
            [
                .. outcome.Participants.Select(p => p with { Actor = actors.Slug(outcome.Article, p.Actor) }),
            ],
        };

    private SanctionFact Rewrite(SanctionFact sanction) =>
        sanction with
        {
            Imposer = actors.Slugs(sanction.Article, sanction.Imposer),
            Target = actors.Slugs(sanction.Article, sanction.Target),
        };

    private sealed record Told(OutcomeFact Outcome, ImmutableSortedSet<string> Slugs)
    {
        public ContentWords Words { get; } = ContentWords.Of(Outcome.Sentence.Wording);
    }
}
