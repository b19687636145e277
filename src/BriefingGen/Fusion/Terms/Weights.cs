using System.Collections.Frozen;
using System.Globalization;

namespace BriefingGen.Fusion.Terms;

/// <summary>The weights of a logistic regression by the names of its features, from a table.</summary>
internal sealed class Weights
{
    private readonly FrozenDictionary<string, double> _byName;

    private Weights(FrozenDictionary<string, double> byName) => _byName = byName;

    public static Weights Load(string table) =>
        new(
            EmbeddedTable
                .Rows(table)
                .ToFrozenDictionary(
                    row => row[0],
                    row => double.Parse(row[1], CultureInfo.InvariantCulture),
                    StringComparer.Ordinal
                )
        );

    public double this[string name] => _byName[name];

    /// <summary>The weights of the named features, in their order; 0 where the table has none.</summary>
    public double[] Of(IReadOnlyList<string> names) => [.. names.Select(name => _byName.GetValueOrDefault(name))];

    /// <summary>The probability that features with these weights stand for.</summary>
    public static double Logistic(ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * values[i];
        }

        return Logistic(sum);
    }

    /// <summary>The probability that a sum of weighed features stands for.</summary>
    public static double Logistic(double sum) => 1 / (1 + Math.Exp(-sum));
}
