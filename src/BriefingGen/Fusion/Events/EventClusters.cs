using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Events;

/// <summary>
/// Joins tellings of one event: the surest pair first, groups only where no two of their tellings contradict each other and
/// their tellings are alike on average. Candidates share a kin and either a rare argument or the story.
/// </summary>
internal sealed class EventClusters
{
    private const double Same = 0.55;

    // Groups are alike on average at this share of what a pair must reach.
    private const double OnAverage = 0.6;

    // A bare "the attack" belongs to the attack last told, surer than what is only alike.
    private const double PointsBack = 0.9;

    private const int KeyArguments = 5;
    private const int MostPostings = 24;

    private const int WindowDays = 10;

    private readonly SourceTable _sources;
    private readonly List<EventUnit> _units;
    private readonly EventScorer _scorer;
    private readonly Lexicon _lexicon;
    private readonly JoinedGroups _joined;
    private readonly string[] _why;

    private EventClusters(
        SourceTable sources,
        List<EventUnit> units,
        EventScorer scorer,
        EventConflict conflict,
        Lexicon lexicon
    )
    {
        (_sources, _units, _scorer, _lexicon) = (sources, units, scorer, lexicon);
        _joined = new JoinedGroups(
            units.Count,
            (a, b) => scorer.Of(units[a], units[b]),
            (a, b) => conflict.Between(units[a], units[b]) is not null,
            Same * OnAverage
        );
        _why = new string[units.Count];
        Array.Fill(_why, "");
    }

    /// <summary>The groups, each with its tellings in order and why each was joined.</summary>
    public static IEnumerable<List<(EventUnit Unit, string Why)>> Of(
        SourceTable sources,
        List<EventUnit> units,
        EventScorer scorer,
        EventConflict conflict,
        Lexicon lexicon,
        CancellationToken cancellationToken
    )
    {
        var clusters = new EventClusters(sources, units, scorer, conflict, lexicon);
        foreach (var (a, b, score) in clusters.Pairs(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            clusters.Join(a, b, score);
        }

        return clusters._joined.Groups.Select(group => group.Select(i => (units[i], clusters._why[i])).ToList());
    }

    // Pairs that may be one, the surest first.
    private List<(int A, int B, double Score)> Pairs(CancellationToken cancellationToken)
    {
        var pairs = new List<(int A, int B, double Score)>();
        var postings = new Dictionary<(string Kin, int Key), List<int>>();
        var seen = new HashSet<int>();
        for (var i = 0; i < _units.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            seen.Clear();
            if (PointedAt(i) is { } told)
            {
                pairs.Add((told, i, PointsBack));
                _ = seen.Add(told);
            }

            foreach (var key in Keys(_units[i]))
            {
                if (!postings.TryGetValue(key, out var holders))
                {
                    postings.Add(key, holders = []);
                }

                for (var k = holders.Count - 1; k >= 0 && k >= holders.Count - MostPostings; k--)
                {
                    var j = holders[k];
                    if (seen.Add(j) && IsNear(i, j) && _scorer.Of(_units[j], _units[i]) is var score && score >= Same)
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

    private IEnumerable<(string Kin, int Key)> Keys(EventUnit unit)
    {
        var kins = unit.WideType is { } type ? unit.Kins.Append($"{type}") : unit.Kins;
        var rare = unit.Arguments.Words.OrderByDescending(_lexicon.Rarity).ThenBy(w => w).Take(KeyArguments).ToList();
        foreach (var kin in kins)
        {
            yield return (kin, -1 - unit.Group);
            foreach (var word in rare)
            {
                yield return (kin, word);
            }
        }
    }

    // "The attack": the last telling before it in its article of the same kin.
    private int? PointedAt(int i)
    {
        var unit = _units[i];
        if (!unit.IsBare)
        {
            return null;
        }

        for (var j = i - 1; j >= 0 && _units[j].Text == unit.Text; j--)
        {
            if (
                !_units[j].IsBare
                && !_units[j].Negated
                && _units[j].Kins.Intersect(unit.Kins, StringComparer.Ordinal).Any()
            )
            {
                return j;
            }
        }

        return null;
    }

    private bool IsNear(int i, int j) =>
        _sources.Texts[_units[i].Text].Facts.Article.Published is not { } a
        || _sources.Texts[_units[j].Text].Facts.Article.Published is not { } b
        || Math.Abs(a.DayNumber - b.DayNumber) <= WindowDays;

    private void Join(int a, int b, double score)
    {
        if (_joined.Join(a, b, surely: score >= PointsBack))
        {
            Tell(a, b, score);
            Tell(b, a, score);
        }
    }

    private void Tell(int unit, int other, double score)
    {
        if (_why[unit].Length == 0)
        {
            _why[unit] = string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"\"{_units[unit].Fact.Trigger.Wording}\" as {_units[other].Fact.Id} \"{_units[other].Fact.Trigger.Wording}\", {score:0.00}"
            );
        }
    }
}
