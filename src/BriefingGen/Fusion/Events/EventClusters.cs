using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Events;

/// <summary>
/// Joins tellings of one event: the surest pair first, groups only where no two of their tellings contradict each other and
/// their tellings are alike on average. Candidates share a kin and either a rare argument or the story.
/// </summary>
internal sealed class EventClusters
{
    private const double Same = 0.4;

    // Groups are alike on average at this share of what a pair must reach.
    private const double OnAverage = 0.6;

    // A bare "the attack" belongs to the attack last told, surer than what is only alike.
    private const double PointsBack = 0.9;

    // An article that points to what it does not tell must be of that story.
    private const double Likeness = 0.2;

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
            (a, b) => conflict.Of(units[a], units[b]),
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

        clusters.JoinPointers(cancellationToken);
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
                    if (seen.Add(j) && MayMeet(i, j) && _scorer.Of(_units[j], _units[i]) is var score && score >= Same)
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
            if (!_units[j].IsBare && !_units[j].Negated && Meets(_units[j].Kins, unit.Kins))
            {
                return j;
            }
        }

        return null;
    }

    private static bool Meets(string[] a, string[] b) => a.Intersect(b, StringComparer.Ordinal).Any();

    // What points to an event that its own article does not tell means the only one of its story.
    private void JoinPointers(CancellationToken cancellationToken)
    {
        var pointing = Enumerable.Range(0, _units.Count).Where(i => _units[i].IsBare && PointedAt(i) is null).ToList();
        if (pointing.Count == 0)
        {
            return;
        }

        var told = Enumerable
            .Range(0, _units.Count)
            .Where(i => _units[i] is { IsBare: false, Negated: false, Standing: Standing.Happened })
            .SelectMany(i => _units[i].Kins.Select(kin => (Key: (_units[i].Group, kin), Unit: i)))
            .ToLookup(x => x.Key, x => x.Unit);
        foreach (var i in pointing)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var meant = _units[i]
                .Kins.SelectMany(kin => told[(_units[i].Group, kin)])
                .Where(j => IsNear(i, j) && _scorer.Likeness(_units[i], _units[j]) >= Likeness)
                .DistinctBy(_joined.Home)
                .Take(2)
                .ToList();
            if (meant.Count == 1)
            {
                Join(meant[0], i, PointsBack);
            }
        }
    }

    // What only points to an event told before is joined to that, not to whatever is alike.
    private bool MayMeet(int i, int j) =>
        IsNear(i, j) && (_units[i].Text == _units[j].Text || !(_units[i].IsBare || _units[j].IsBare));

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
