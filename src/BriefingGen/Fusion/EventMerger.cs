using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Events;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion;

/// <summary>
/// Finds the same event in several places, outcomes and deeds alike: tellings whose words can name one event, that share what
/// takes part or come from articles that tell one thing, and that contradict each other in nothing.
/// </summary>
internal sealed class EventMerger(SourceTable sources, MergedActors actors, Ranking ranking)
{
    // An evening's news is told again the next morning.
    private const int DaysOfNews = 1;

    /// <summary>The events, most important first.</summary>
    /// <param name="groups">The story of each text.</param>
    /// <param name="lexicon">Words with their rarity.</param>
    /// <param name="articles">How alike texts are.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public ImmutableArray<EventGroup> Merge(
        IReadOnlyList<int> groups,
        Lexicon lexicon,
        ArticleLikeness articles,
        CancellationToken cancellationToken
    )
    {
        var sanctions = sources.Texts.SelectMany(t => t.Facts.Sanctions).ToLookup(s => (s.Article, s.Outcome));
        var units = new EventUnitReader(sources, actors, lexicon).Read(groups, cancellationToken);
        var scorer = new EventScorer(lexicon, articles);
        var clusters = EventClusters.Of(sources, units, scorer, new EventConflict(actors), lexicon, cancellationToken);
        return
        [
            .. clusters
                // A noun that refers to what no article tells is no event of its own.
                .Where(d => !d.TrueForAll(t => t.Unit.IsReference))
                .Select(d => ToEvent(d, sanctions, scorer))
                .OrderByDescending(e => e.Event.Score)
                .ThenBy(e => sources[e.Event.Lead.Article].Number)
                .ThenBy(e => e.Event.Lead.Trigger.Start)
                .ThenBy(e => e.Event.Lead.Id, StringComparer.Ordinal),
        ];
    }

    private EventGroup ToEvent(
        List<(EventUnit Unit, string Why)> group,
        ILookup<(string Article, string Outcome), SanctionFact> sanctions,
        EventScorer scorer
    )
    {
        var ordered = group
            .OrderBy(t => FormOf(t.Unit) == TellingForm.Refers)
            .ThenBy(t => t.Unit.Fact is DeedFact)
            .ThenBy(t => t.Unit.Fact.Status == OutcomeStatus.Reported)
            .ThenByDescending(t => Fullness(t.Unit))
            .ThenBy(t => sources.Texts[t.Unit.Text].Number)
            .ThenBy(t => t.Unit.Fact.Trigger.Start)
            .ToList();
        var lead = ordered[0].Unit;
        var outcomes = ordered.Select(t => Rewrite(t.Unit.Fact)).ToImmutableArray();
        var tellings = ordered.Select(t => Tell(t.Unit, t.Why, lead, scorer.Agrees(t.Unit, lead))).ToImmutableArray();
        var counting = tellings.Where(t => t.Counts).Select(t => t.Article);
        var origins = Math.Max(1, sources.Origins(counting));
        var item = new Event(
            outcomes[0],
            outcomes,
            [.. outcomes.SelectMany(t => sanctions[(t.Article, t.Id)]).Select(Rewrite)],
            origins,
            ranking.Of(
                outcomes[0],
                group
                    .Where(t => !t.Unit.IsReference)
                    .SelectMany(t => t.Unit.Agents.Concat(t.Unit.Patients))
                    .Distinct(StringComparer.Ordinal),
                origins
            )
        )
        {
            Tellings = tellings,
        };
        return new EventGroup(item, lead);
    }

    internal static TellingForm FormOf(EventUnit unit) =>
        unit.Standing != Standing.Happened ? TellingForm.Plans
        : unit.Nominal ? TellingForm.Refers
        : TellingForm.Tells;

    private Telling Tell(EventUnit unit, string why, EventUnit lead, bool agrees)
    {
        var form = FormOf(unit);
        var genre = sources.Texts[unit.Text].Facts.Fact.Genre;
        var against =
            form != FormOf(lead) ? (form == TellingForm.Refers ? "only refers back to it" : "tells another state of it")
            : genre is Genre.Opinion ? "an opinion"
            : !agrees ? "shares neither day nor what takes part with the lead"
            : !IsOfOneDay(unit, lead) ? "may be of another day"
            : null;
        return new Telling(
            unit.Fact.Id,
            unit.Fact.Article,
            form,
            against is null,
            string.Join("; ", new[] { why, against }.Where(s => !string.IsNullOrEmpty(s)))
        );
    }

    // In doubt, one origin: without a common day of its own a telling counts beside those of the same news, and an act of
    // words, which people do again and again, only beside those of the same day.
    private bool IsOfOneDay(EventUnit unit, EventUnit lead) =>
        ReferenceEquals(unit, lead)
        || (
            unit.Fact.DateRange is { } a
            && lead.Fact.DateRange is { } b
            && a.Start <= b.End
            && b.Start <= a.End
            && a.End.DayNumber - a.Start.DayNumber <= DaysOfNews
            && b.End.DayNumber - b.Start.DayNumber <= DaysOfNews
        )
        || (
            sources.Texts[unit.Text].Facts.Article.Published is { } x
            && sources.Texts[lead.Text].Facts.Article.Published is { } y
            && Math.Abs(x.DayNumber - y.DayNumber) <= (IsWords(lead.Fact) ? 0 : DaysOfNews)
        );

    /// <summary>True for an act of words, which people do again and again.</summary>
    internal static bool IsWords(IEventFact fact) =>
        fact
            is OutcomeFact
            {
                Type: OutcomeType.Accuse
                    or OutcomeType.Request
                    or OutcomeType.Threaten
                    or OutcomeType.Reject
                    or OutcomeType.Support
                    or OutcomeType.Concede
            };

    private static int Fullness(EventUnit unit) =>
        (2 * unit.Agents.Union(unit.Patients, StringComparer.Ordinal).Count())
        + (unit.Fact.Date is null ? 0 : 2)
        + (unit.Fact.Place is null ? 0 : 1);

    private IEventFact Rewrite(IEventFact fact) =>
        fact.With([.. fact.Participants.Select(p => p with { Actor = actors.Slug(fact.Article, p.Actor) })]);

    private SanctionFact Rewrite(SanctionFact sanction) =>
        sanction with
        {
            Imposer = actors.Slugs(sanction.Article, sanction.Imposer),
            Target = actors.Slugs(sanction.Article, sanction.Target),
        };
}
