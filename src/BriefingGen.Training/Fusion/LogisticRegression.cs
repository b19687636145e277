using BriefingGen.Fusion.Terms;

namespace BriefingGen.Training.Fusion;

/// <summary>Fits the weights of a logistic regression by gradient ascent with a penalty on large ones; no randomness.</summary>
internal static class LogisticRegression
{
    private const int Rounds = 1500;
    private const double Rate = 1.5;
    private const double Penalty = 3e-4;

    /// <summary>The weights for rows of features with their answers; the first feature is the bias, which is not held small.</summary>
    /// <param name="rows">Features and answers.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="signs">Which way each weight may go; null where all may go both ways.</param>
    public static double[] Fit(IReadOnlyList<(double[] Values, bool Same)> rows, int features, int[]? signs = null)
    {
        var weights = new double[features];
        var squares = new double[features];
        var gradient = new double[features];
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(gradient);
            foreach (var (values, same) in rows)
            {
                var error = (same ? 1 : 0) - Weights.Logistic(weights, values);
                for (var i = 0; i < features; i++)
                {
                    gradient[i] += error * values[i];
                }
            }

            for (var i = 0; i < features; i++)
            {
                var slope = (gradient[i] / rows.Count) - (i == 0 ? 0 : Penalty * weights[i]);
                squares[i] = (0.95 * squares[i]) + (0.05 * slope * slope);
                weights[i] += Rate / (10 + (round / 20.0)) * slope / (Math.Sqrt(squares[i]) + 1e-6);
                weights[i] = (signs?[i] ?? 0) switch
                {
                    > 0 => Math.Max(0, weights[i]),
                    < 0 => Math.Min(0, weights[i]),
                    _ => weights[i],
                };
            }
        }

        return weights;
    }
}
