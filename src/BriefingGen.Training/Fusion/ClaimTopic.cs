using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Claims;

namespace BriefingGen.Training.Fusion;

/// <summary>The positions of a topic with their gold clusters: ECB+ puts sayings of one statement into one.</summary>
internal sealed class ClaimTopic : ILinkTopic
{
    private readonly FusionWork _work;
    private readonly ClaimMerger _merger;
    private readonly List<ClaimUnit> _units;
    private readonly ClaimFeatures _features;
    private readonly string?[] _gold;

    public ClaimTopic(FusionWork work, GoldTopic gold)
    {
        _work = work;
        _merger = new ClaimMerger(
            work.Sources,
            work.Actors,
            new Ranking(FusionOptions.Default, work.Sources, work.Actors)
        );
        _units = _merger.Read(work.Groups.Of, work.Facts.Events, work.Lexicon, CancellationToken.None);
        _features = new ClaimFeatures(work.Actors, work.Lexicon, work.Likeness);
        _gold =
        [
            .. _units
                .GroupBy(u => u.Text)
                .SelectMany(t =>
                    gold.ClustersOf(work.Sources.Texts[t.Key].Facts.Article.Path, [.. t.Select(u => u.Position.Cue)])
                ),
        ];
        Pairs = [.. ReadPairs()];
    }

    /// <inheritdoc/>
    public IReadOnlyList<(double[] Values, bool Same)> Pairs { get; }

    /// <inheritdoc/>
    public LinkScore Score(double[] weights)
    {
        var made = new Dictionary<ClaimUnit, int>(ReferenceEqualityComparer.Instance);
        var scorer = new ClaimScorer(_features, weights);
        foreach (var (i, group) in _merger.Join(_units, scorer, _work.Lexicon, CancellationToken.None).Index())
        {
            foreach (var unit in group.Units)
            {
                made.Add(unit, i);
            }
        }

        return LinkScore.Of([
            .. _units
                .Index()
                .Where(u => _gold[u.Index] is not null)
                .Select(u => (u.Item.Text, _gold[u.Index]!, made[u.Item])),
        ]);
    }

    private IEnumerable<(double[] Values, bool Same)> ReadPairs()
    {
        var scorer = new ClaimScorer(_features, new double[ClaimFeatures.Names.Length]);
        for (var i = 0; i < _units.Count; i++)
        {
            for (var k = 0; k < i && _gold[i] is not null; k++)
            {
                var values = new double[ClaimFeatures.Names.Length];
                if (
                    _gold[k] is not null
                    && scorer.Conflict(_units[k], _units[i]) is null
                    && _features.Read(_units[k], _units[i], values)
                )
                {
                    yield return (values, _gold[k] == _gold[i]);
                }
            }
        }
    }
}
