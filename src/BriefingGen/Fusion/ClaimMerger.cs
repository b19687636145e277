using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Claims;
using BriefingGen.Fusion.Events;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion;

/// <summary>
/// Finds the same claim in several places: like content, and a speaker who may be the same. What denies, demands or gives another
/// figure is another claim.
/// </summary>
internal sealed class ClaimMerger(SourceTable sources, MergedActors actors, Ranking ranking)
{
    private const double Same = 0.4;
    private const double OnAverage = 0.8;
    private const int KeyWords = 6;
    private const int MostPostings = 20;
    private const int WindowDays = 10;

    // What is said of one matter days later is said again, unless the very words are quoted.
    private const int DaysOfSpeech = 2;
    private const double Quoted = 0.96;

    private readonly Dictionary<(string Article, string Position), AssessmentFact> _assessments = sources
        .Texts.SelectMany(t => t.Facts.Assessments)
        .GroupBy(a => (a.Article, a.Position))
        .ToDictionary(g => g.Key, g => g.First());

    /// <summary>The claims, most important first.</summary>
    /// <param name="groups">The story of each text.</param>
    /// <param name="events">The events, which positions that tell the same are compared by.</param>
    /// <param name="lexicon">Words with their rarity.</param>
    /// <param name="articles">How alike texts are.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public ImmutableArray<Claim> Merge(
        IReadOnlyList<int> groups,
        IReadOnlyList<Event> events,
        Lexicon lexicon,
        ArticleLikeness articles,
        CancellationToken cancellationToken
    )
    {
        var units = Read(groups, events, lexicon, cancellationToken);
        return
        [
            .. Join(units, new ClaimScorer(actors, lexicon, articles), lexicon, cancellationToken)
                .Select(g => ToClaim(g.Units, g.Why))
                .OrderByDescending(c => c.Score)
                .ThenBy(c => sources[c.Lead.Article].Number)
                .ThenBy(c => c.Lead.Content[0].Start)
                .ThenBy(c => c.Lead.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Joins positions of one claim.</summary>
    internal IEnumerable<(ImmutableArray<ClaimUnit> Units, ImmutableArray<string> Why)> Join(
        List<ClaimUnit> units,
        ClaimScorer scorer,
        Lexicon lexicon,
        CancellationToken cancellationToken
    )
    {
        var joined = new JoinedGroups(
            units.Count,
            (a, b) => scorer.Of(units[a], units[b]),
            (a, b) => scorer.Conflict(units[a], units[b]) is null ? Contradiction.None : Contradiction.Certain,
            Same * OnAverage
        );
        var why = new Dictionary<int, List<string>>();
        foreach (var (a, b, score) in Pairs(units, lexicon, scorer, cancellationToken))
        {
            if (joined.Join(a, b, surely: score >= ClaimScorer.OneSpeech))
            {
                var line = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{units[a].Position.Id} and {units[b].Position.Id}: like content, {score:0.00}"
                );
                foreach (var unit in new[] { a, b })
                {
                    if (!why.TryGetValue(unit, out var lines))
                    {
                        why.Add(unit, lines = []);
                    }

                    lines.Add(line);
                }
            }
        }

        return joined.Groups.Select(g =>
            (
                g.Select(i => units[i]).ToImmutableArray(),
                g.SelectMany(i => why.GetValueOrDefault(i) ?? []).Distinct(StringComparer.Ordinal).ToImmutableArray()
            )
        );
    }

    /// <summary>The positions of all texts, made ready for comparing.</summary>
    internal List<ClaimUnit> Read(
        IReadOnlyList<int> groups,
        IReadOnlyList<Event> events,
        Lexicon lexicon,
        CancellationToken cancellationToken
    )
    {
        var told = events
            .SelectMany(
                (e, i) =>
                    e
                        .Outcomes.Zip(e.Tellings)
                        .Where(o => !o.First.Negated)
                        .Select(o =>
                            (
                                o.First.Article,
                                o.First.Trigger,
                                Event: i,
                                Tells: o.Second.Form != TellingForm.Refers,
                                IsWords: EventMerger.IsWords(o.First)
                            )
                        )
            )
            .ToLookup(o => o.Article, StringComparer.Ordinal);
        var likeness = new ActorLikeness(actors);
        var units = new List<ClaimUnit>();
        for (var i = 0; i < sources.Texts.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var here = told[sources.Texts[i].Facts.Article.Id].ToList();
            foreach (var position in sources.Texts[i].Facts.Positions)
            {
                var content = string.Join(' ', position.Content.Select(c => c.Wording));
                var said = here.Where(o => o.Tells && position.Cue is { } cue && cue.Span.Overlaps(o.Trigger.Span))
                    .ToList();
                var names = actors
                    .Slugs(position.Article, position.About)
                    .Append(actors.Slug(position.Article, position.Actor))
                    .Select(actors.Find)
                    .OfType<ActorFact>()
                    .Where(actor => actor.Type == ActorType.Person)
                    .SelectMany(likeness.Words)
                    .ToHashSet(StringComparer.Ordinal);
                units.Add(
                    new ClaimUnit(
                        position,
                        i,
                        groups[i],
                        actors.Slug(position.Article, position.Actor),
                        ContentWords.Of(content),
                        lexicon.Set(ContentWords.Terms(content)),
                        lexicon.Set(ContentWords.Terms(content).Where(word => !names.Contains(word))),
                        lexicon.Set(Offices.With(ContentWords.Terms(position.Source?.Wording ?? ""))),
                        [
                            .. here.Where(o => position.Content.Any(c => c.Span.Contains(o.Trigger.Span)))
                                .Select(o => o.Event)
                                .Distinct(),
                        ],
                        [.. said.Select(o => o.Event).Distinct()],
                        said.Exists(o => o.IsWords)
                    )
                );
            }
        }

        return units;
    }

    // Pairs that may be one, the surest first.
    private List<(int A, int B, double Score)> Pairs(
        List<ClaimUnit> units,
        Lexicon lexicon,
        ClaimScorer scorer,
        CancellationToken cancellationToken
    )
    {
        var pairs = new List<(int A, int B, double Score)>();
        var postings = new Dictionary<(int Kind, string? Actor, int Key), List<int>>();
        var seen = new HashSet<int>();
        for (var i = 0; i < units.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            seen.Clear();
            foreach (var key in Keys(units[i], lexicon))
            {
                if (!postings.TryGetValue(key, out var holders))
                {
                    postings.Add(key, holders = []);
                }

                for (var k = holders.Count - 1; k >= 0 && k >= holders.Count - MostPostings; k--)
                {
                    var j = holders[k];
                    if (
                        seen.Add(j)
                        && DaysBetween(units[i], units[j]) is var days
                        && days <= WindowDays
                        && scorer.Of(units[j], units[i]) is var score
                        && score >= Same
                        && (days <= DaysOfSpeech || score >= Quoted)
                    )
                    {
                        pairs.Add((j, i, score));
                    }
                }

                holders.Add(i);
            }
        }

        pairs.Sort(
            (x, y) =>
                x.Score != y.Score ? y.Score.CompareTo(x.Score)
                : x.A != y.A ? x.A.CompareTo(y.A)
                : x.B.CompareTo(y.B)
        );
        return pairs;
    }

    private static IEnumerable<(int Kind, string? Actor, int Key)> Keys(ClaimUnit unit, Lexicon lexicon)
    {
        yield return (0, unit.Actor ?? unit.Position.Source?.Wording, unit.Group);
        foreach (var told in unit.Events.Concat(unit.Speech))
        {
            yield return (2, null, told);
        }

        foreach (var word in unit.Content.Words.OrderByDescending(lexicon.Rarity).ThenBy(w => w).Take(KeyWords))
        {
            yield return (1, null, word);
        }
    }

    // 0 where one of them has no day.
    private int DaysBetween(ClaimUnit a, ClaimUnit b) =>
        sources.Texts[a.Text].Facts.Article.Published is { } x && sources.Texts[b.Text].Facts.Article.Published is { } y
            ? Math.Abs(x.DayNumber - y.DayNumber)
            : 0;

    private Claim ToClaim(ImmutableArray<ClaimUnit> units, ImmutableArray<string> why)
    {
        var tellings = units
            .OrderByDescending(t => Assessment(t.Position) is not null)
            .ThenByDescending(t => t.Actor is not null)
            .ThenByDescending(t => t.Position.Content.Sum(c => c.Wording.Length))
            .ThenBy(t => sources.Texts[t.Text].Number)
            .ThenBy(t => t.Position.Content[0].Start)
            .ToList();
        var lead = tellings[0];
        var assessment = Assessment(lead.Position);
        // Who tells it without its figures does not vouch for them.
        var origins = sources.Origins(
            tellings.Where(t => lead.Words.Figures.IsSubsetOf(t.Words.Figures)).Select(t => t.Position.Article)
        );
        return new Claim(
            Rewrite(lead.Position),
            [.. tellings.Select(t => Rewrite(t.Position))],
            lead.Actor,
            assessment is null
                ? null
                : assessment with
                {
                    Assessor = actors.Slug(assessment.Article, assessment.Assessor),
                },
            origins,
            ranking.Of(lead.Position, lead.Actor, assessment is not null, origins)
        )
        {
            Joints = why,
        };
    }

    private AssessmentFact? Assessment(PositionFact position) =>
        _assessments.GetValueOrDefault((position.Article, position.Id));

    private PositionFact Rewrite(PositionFact position) =>
        position with
        {
            Actor = actors.Slug(position.Article, position.Actor),
            Addressee = actors.Slug(position.Article, position.Addressee),
            About = actors.Slugs(position.Article, position.About),
        };
}
