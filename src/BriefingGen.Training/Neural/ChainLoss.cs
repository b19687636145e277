using BriefingGen.Language.Neural;

namespace BriefingGen.Training.Neural;

/// <summary>
/// The loss of whole runs of classes: a conditional random field over a chain (Lafferty and others, 2001), with weights
/// for each pair of neighbours and for the first class.
/// </summary>
internal sealed class ChainLoss
{
    private readonly int _classes;
    private readonly Param _pairs;

    /// <summary>Makes the weights.</summary>
    /// <param name="name">Their name in files.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="all">Gets the weights.</param>
    public ChainLoss(string name, int classes, List<Param> all)
    {
        _classes = classes;
        // The last row holds the weights of the first class of a run.
        _pairs = new Param(name, classes + 1, classes);
        all.Add(_pairs);
    }

    /// <summary>Turns scores into their gradient.</summary>
    /// <param name="worker">Whose gradient of the weights is added to.</param>
    /// <param name="length">Words.</param>
    /// <param name="scores">The scores of each word in turn, copied together.</param>
    /// <param name="gold">The gold classes.</param>
    /// <param name="scale">Factor of the loss.</param>
    /// <returns>The loss.</returns>
    public double Gradient(int worker, int length, Span<float> scores, ReadOnlySpan<int> gold, float scale)
    {
        var n = _classes;
        var pairs = _pairs.Value.Span;
        var weight = new double[(n + 1) * n];
        for (var i = 0; i < weight.Length; i++)
        {
            weight[i] = Math.Exp(pairs[i]);
        }

        var emit = new double[length * n];
        var alpha = new double[length * n];
        var norm = new double[length];
        var goldScore = 0.0;
        var logZ = Forward(length, scores, weight, emit, alpha, norm);
        for (var t = 0; t < length; t++)
        {
            goldScore += scores[(t * n) + gold[t]] + pairs[((t == 0 ? n : gold[t - 1]) * n) + gold[t]];
        }

        Backward(worker, length, scores, gold, scale, weight, emit, alpha, norm);
        return (logZ - goldScore) * scale;
    }

    private double Forward(
        int length,
        Span<float> scores,
        double[] weight,
        double[] emit,
        double[] alpha,
        double[] norm
    )
    {
        var n = _classes;
        var logZ = 0.0;
        for (var t = 0; t < length; t++)
        {
            var max = float.NegativeInfinity;
            foreach (var s in scores.Slice(t * n, n))
            {
                max = MathF.Max(max, s);
            }

            logZ += max;
            var sum = 0.0;
            for (var k = 0; k < n; k++)
            {
                emit[(t * n) + k] = Math.Exp(scores[(t * n) + k] - max);
                var from = t == 0 ? weight[(n * n) + k] : 0;
                for (var j = 0; j < n && t > 0; j++)
                {
                    from += alpha[((t - 1) * n) + j] * weight[(j * n) + k];
                }

                alpha[(t * n) + k] = from * emit[(t * n) + k];
                sum += alpha[(t * n) + k];
            }

            norm[t] = sum;
            logZ += Math.Log(sum);
            for (var k = 0; k < n; k++)
            {
                alpha[(t * n) + k] /= sum;
            }
        }

        return logZ;
    }

    private void Backward(
        int worker,
        int length,
        Span<float> scores,
        ReadOnlySpan<int> gold,
        float scale,
        double[] weight,
        double[] emit,
        double[] alpha,
        double[] norm
    )
    {
        var n = _classes;
        var beta = new double[n];
        var before = new double[n];
        var counts = new double[(n + 1) * n];
        Array.Fill(beta, 1);
        for (var t = length - 1; t >= 0; t--)
        {
            for (var k = 0; k < n; k++)
            {
                var p = alpha[(t * n) + k] * beta[k];
                scores[(t * n) + k] = (float)((p - (k == gold[t] ? 1 : 0)) * scale);
            }

            if (t == 0)
            {
                for (var k = 0; k < n; k++)
                {
                    counts[(n * n) + k] += alpha[k] * beta[k];
                }

                break;
            }

            for (var j = 0; j < n; j++)
            {
                before[j] = 0;
                for (var k = 0; k < n; k++)
                {
                    var step = weight[(j * n) + k] * emit[(t * n) + k] * beta[k] / norm[t];
                    before[j] += step;
                    counts[(j * n) + k] += alpha[((t - 1) * n) + j] * step;
                }
            }

            before.CopyTo(beta, 0);
        }

        for (var t = 0; t < length; t++)
        {
            counts[((t == 0 ? n : gold[t - 1]) * n) + gold[t]] -= 1;
        }

        var gradient = _pairs.Grads[worker].Span;
        for (var i = 0; i < counts.Length; i++)
        {
            gradient[i] += (float)(counts[i] * scale);
        }
    }
}
