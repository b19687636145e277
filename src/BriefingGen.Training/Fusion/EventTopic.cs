using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Events;

namespace BriefingGen.Training.Fusion;

/// <summary>The tellings of a topic with their gold clusters.</summary>
internal sealed class EventTopic : ILinkTopic
{
    private readonly FusionWork _work;
    private readonly List<EventUnit> _units;
    private readonly string?[] _gold;
    private readonly EventConflict _conflict;
    private readonly EventFeatures _features;

    public EventTopic(FusionWork work, GoldTopic gold)
    {
        _work = work;
        _units = new EventUnitReader(work.Sources, work.Actors, work.Lexicon).Read(
            work.Groups.Of,
            CancellationToken.None
        );
        _conflict = new EventConflict(work.Actors);
        _features = new EventFeatures(work.Lexicon, work.Likeness);
        _gold =
        [
            .. _units
                .GroupBy(u => u.Text)
                .SelectMany(t =>
                    gold.ClustersOf(work.Sources.Texts[t.Key].Facts.Article.Path, [.. t.Select(u => u.Fact.Trigger)])
                ),
        ];
        Pairs = [.. ReadPairs()];
    }

    /// <inheritdoc/>
    public IReadOnlyList<(double[] Values, bool Same)> Pairs { get; }

    /// <inheritdoc/>
    public LinkScore Score(double[] weights) =>
        LinkScore.Of([.. Joined(weights).Where(m => m.Gold is not null).Select(m => (m.Unit.Text, m.Gold!, m.Made))]);

    private IEnumerable<(EventUnit Unit, string? Gold, int Made)> Joined(double[] weights)
    {
        var scorer = new EventScorer(_work.Lexicon, _features, weights);
        var made = EventClusters
            .Of(_work.Sources, _units, scorer, _conflict, _work.Lexicon, CancellationToken.None)
            .SelectMany((group, i) => group.Select(t => (t.Unit, i)))
            .ToDictionary(t => t.Unit, t => t.i);
        return _units.Select((u, i) => (u, _gold[i], made[u]));
    }

    private IEnumerable<(double[] Values, bool Same)> ReadPairs()
    {
        for (var i = 0; i < _units.Count; i++)
        {
            for (var k = 0; k < i && _gold[i] is not null; k++)
            {
                var values = new double[EventFeatures.Names.Length];
                if (
                    _gold[k] is not null
                    && _conflict.Between(_units[k], _units[i]) is null
                    && _features.Read(_units[k], _units[i], values)
                )
                {
                    yield return (values, _gold[k] == _gold[i]);
                }
            }
        }
    }
}
