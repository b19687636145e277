using System.Collections.Frozen;
using System.Globalization;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Stories;

/// <summary>How much a deed weighs, from <c>deed-weights.tsv</c>. Immutable.</summary>
internal sealed class DeedWeights
{
    private const double Unlisted = 1;

    private static readonly Lazy<DeedWeights> Shared = new(() =>
        new DeedWeights(
            EmbeddedTable
                .Rows("deed-weights.tsv")
                .ToFrozenDictionary(
                    row => row[0],
                    row => double.Parse(row[1], CultureInfo.InvariantCulture),
                    StringComparer.Ordinal
                )
        )
    );

    private readonly FrozenDictionary<string, double> _weights;

    private DeedWeights(FrozenDictionary<string, double> weights) => _weights = weights;

    public static DeedWeights Load() => Shared.Value;

    /// <summary>The weight of an event, 0 to 4: of its kins the heaviest that is listed, else of its type.</summary>
    public double Of(IEventFact fact, IEnumerable<string> kins)
    {
        var listed = kins.Where(_weights.ContainsKey).Select(k => _weights[k]).DefaultIfEmpty(-1).Max();
        var type = fact is OutcomeFact outcome
            ? _weights.GetValueOrDefault(outcome.Type.ToString().ToUpperInvariant(), Unlisted)
            : Unlisted;
        return listed >= 0 ? listed : type;
    }
}
