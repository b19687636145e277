using System.Numerics;

namespace BriefingGen.Training.Coreference;

/// <summary>
/// Trains one ranking network by stochastic gradient descent with AdaGrad (Duchi, Hazan, Singer, JMLR 2011): the chance
/// that a pronoun means what is sought, summed over the ways that lead there, is made large. The seed is fixed.
/// </summary>
internal sealed class RankingTrainer
{
    public const int Hidden = 32;

    private const float Epsilon = 1e-6f;

    private readonly FeatureNumbers _numbers;
    private readonly Random _random;
    private readonly float _rate;
    private readonly float _penalty;
    private readonly double _featureDrop;
    private readonly double _unitDrop;
    private readonly float[] _rowSquares;
    private readonly float[] _outputSquares = new float[Hidden];
    private readonly float[] _biasSquares = new float[Hidden];
    private readonly float[] _mask = new float[Hidden];

    public RankingTrainer(FeatureNumbers numbers, int seed, RankingSettings settings)
    {
        (_numbers, _random) = (numbers, new Random(seed));
        (_rate, _penalty, _featureDrop, _unitDrop) = (
            settings.Rate,
            settings.Penalty,
            settings.FeatureDrop,
            settings.UnitDrop
        );
        Rows = new float[numbers.Count * Hidden];
        _rowSquares = new float[Rows.Length];
        Output = new float[Hidden];
        Bias = new float[Hidden];
        for (var i = 0; i < Rows.Length; i++)
        {
            Rows[i] = 0.1f * ((float)_random.NextDouble() - 0.5f);
        }

        for (var i = 0; i < Hidden; i++)
        {
            // Half of the units speak for a candidate and half against it.
            Output[i] = (i % 2 == 0 ? 1 : -1) * (0.3f + (0.2f * (float)_random.NextDouble()));
            Bias[i] = 0.05f;
        }
    }

    public float[] Rows { get; }

    public float[] Bias { get; }

    public float[] Output { get; }

    /// <summary>One round over the examples; returns the mean loss.</summary>
    public double Round(IReadOnlyList<RankingExample> examples)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        _random.Shuffle(order);
        var (loss, weight) = (0.0, 0.0);
        foreach (var n in order)
        {
            loss += examples[n].Weight * Step(examples[n]);
            weight += examples[n].Weight;
        }

        return loss / Math.Max(1, weight);
    }

    private double Step(RankingExample example)
    {
        for (var i = 0; i < Hidden; i++)
        {
            _mask[i] = _random.NextDouble() < _unitDrop ? 0 : (float)(1 / (1 - _unitDrop));
        }

        var count = example.Pronouns.Length;
        var active = new int[count][][];
        var hidden = new float[count][][];
        var shares = new double[count][];
        var reach = new double[count];
        for (var p = 0; p < count; p++)
        {
            var candidates = example.Pronouns[p];
            active[p] = [.. candidates.Select(Thin)];
            hidden[p] = [.. active[p].Select(Forward)];
            shares[p] = Softmax([.. hidden[p].Select(Score)]);
            for (var c = 0; c < candidates.Length; c++)
            {
                reach[p] += shares[p][c] * Value(candidates[c], reach);
            }
        }

        var chance = Math.Clamp(reach[^1], 1e-6, 1 - 1e-6);
        var blame = new double[count];
        blame[^1] = example.Weight * (example.Sought ? -1 / chance : 1 / (1 - chance));
        for (var p = count - 1; p >= 0; p--)
        {
            // A pronoun that nothing leads to takes no part.
            if (Math.Abs(blame[p]) > 1e-4)
            {
                Backward(example.Pronouns[p], active[p], hidden[p], shares[p], reach, p, blame);
            }
        }

        return -Math.Log(example.Sought ? chance : 1 - chance);
    }

    private void Backward(
        RankingCandidate[] candidates,
        int[][] active,
        float[][] hidden,
        double[] shares,
        double[] reach,
        int pronoun,
        double[] blame
    )
    {
        for (var c = 0; c < candidates.Length; c++)
        {
            if (candidates[c].Link >= 0)
            {
                blame[candidates[c].Link] += blame[pronoun] * shares[c];
            }

            var gradient = blame[pronoun] * shares[c] * (Value(candidates[c], reach) - reach[pronoun]);
            if (Math.Abs(gradient) > 1e-5)
            {
                Update(active[c], hidden[c], (float)gradient);
            }
        }
    }

    private static double Value(RankingCandidate candidate, double[] reach) =>
        candidate.IsRight ? 1
        : candidate.Link >= 0 ? reach[candidate.Link]
        : 0;

    private int[] Thin(RankingCandidate candidate)
    {
        var kept = new List<int>(candidate.Features.Length);
        foreach (var feature in candidate.Features)
        {
            if (_numbers.IsKept(feature) && _random.NextDouble() >= _featureDrop)
            {
                kept.Add(feature);
            }
        }

        return [.. kept];
    }

    private float[] Forward(int[] features)
    {
        var sums = Bias.ToArray();
        // What was dropped is made up for, so that sums are as large as without.
        var scale = new Vector<float>((float)(1 / (1 - _featureDrop)));
        foreach (var feature in features)
        {
            for (var i = 0; i < Hidden; i += Vector<float>.Count)
            {
                (new Vector<float>(sums, i) + (scale * new Vector<float>(Rows, (feature * Hidden) + i))).CopyTo(
                    sums,
                    i
                );
            }
        }

        return sums;
    }

    private double Score(float[] sums)
    {
        var score = 0f;
        for (var i = 0; i < Hidden; i++)
        {
            score += sums[i] > 0 ? sums[i] * Output[i] * _mask[i] : 0;
        }

        return score;
    }

    private void Update(int[] features, float[] sums, float gradient)
    {
        Span<float> back = stackalloc float[Hidden];
        for (var i = 0; i < Hidden; i++)
        {
            back[i] = sums[i] > 0 ? gradient * Output[i] * _mask[i] : 0;
            var own = (sums[i] > 0 ? gradient * sums[i] * _mask[i] : 0) + (_penalty * Output[i]);
            _outputSquares[i] += own * own;
            Output[i] -= _rate * own / (MathF.Sqrt(_outputSquares[i]) + Epsilon);
            _biasSquares[i] += back[i] * back[i];
            Bias[i] -= _rate * back[i] / (MathF.Sqrt(_biasSquares[i]) + Epsilon);
        }

        var rate = new Vector<float>(_rate);
        var penalty = new Vector<float>(_penalty);
        var epsilon = new Vector<float>(Epsilon);
        foreach (var feature in features)
        {
            for (var i = 0; i < Hidden; i += Vector<float>.Count)
            {
                var at = (feature * Hidden) + i;
                var weights = new Vector<float>(Rows, at);
                var step = new Vector<float>(back[i..]) + (penalty * weights);
                var squares = new Vector<float>(_rowSquares, at) + (step * step);
                squares.CopyTo(_rowSquares, at);
                (weights - (rate * step / (Vector.SquareRoot(squares) + epsilon))).CopyTo(Rows, at);
            }
        }
    }

    private static double[] Softmax(double[] scores)
    {
        var max = scores.Max();
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Exp(scores[i] - max);
            sum += scores[i];
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }

        return scores;
    }
}

/// <summary>How a ranking network is trained.</summary>
/// <param name="Rounds">Rounds over the examples.</param>
/// <param name="Networks">Networks whose mean decides.</param>
/// <param name="Rate">Step size.</param>
/// <param name="Penalty">Pull of every weight towards 0.</param>
/// <param name="FeatureDrop">Share of features left out at each step.</param>
/// <param name="UnitDrop">Share of hidden units left out at each step.</param>
internal sealed record RankingSettings(
    int Rounds,
    int Networks,
    float Rate,
    float Penalty,
    double FeatureDrop,
    double UnitDrop
);
