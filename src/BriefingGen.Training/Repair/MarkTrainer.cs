using System.Buffers.Binary;
using BriefingGen.Language.Models;
using BriefingGen.Language.Text.Repair;

namespace BriefingGen.Training.Repair;

/// <summary>
/// Multinomial logistic regression with AdaGrad steps (Duchi et al. 2011). In each round features drop out at random, so
/// that none is relied upon alone, and the weights of the last rounds are averaged.
/// </summary>
internal static class MarkTrainer
{
    private const int Classes = ApostropheModel.Classes;
    private const int Epochs = 10;
    private const int Averaged = 4;
    private const float Rate = 0.06f;

    // Of 256 features so many are left out, and in so many of 256 words all that tell of its form.
    private const int Dropped = 50;
    private const int FormsDropped = 50;

    // Rarer features tell of single texts; smaller weights decide nothing.
    private const int LeastSeen = 3;
    private const float LeastWeight = 0.01f;

    /// <summary>Trains; gives the weights as <see cref="LinearModel"/> reads them, and what one step of a score is worth.</summary>
    public static (byte[] Weights, byte[] Scale) Train(IReadOnlyList<MarkExample> examples, int seed)
    {
        var keys = new Dictionary<uint, int>();
        foreach (var feature in examples.SelectMany(static example => example.Features))
        {
            keys[feature] = keys.GetValueOrDefault(feature) + 1;
        }

        var frequent = keys.Where(static k => k.Value >= LeastSeen).Select(static k => k.Key).Order().ToArray();
        var rowOf = frequent.Select(static (key, row) => (key, row)).ToDictionary(static p => p.key, static p => p.row);
        var rows = examples.Select(e => Array.ConvertAll(e.Features, f => rowOf.GetValueOrDefault(f, -1))).ToArray();
        var weights = Fit(examples, rows, frequent.Length, seed);
        return Freeze(frequent, weights);
    }

    private static float[] Fit(IReadOnlyList<MarkExample> examples, int[][] rows, int count, int seed)
    {
        var weights = new float[count * Classes];
        var squares = new float[weights.Length];
        var sum = new float[weights.Length];
        var random = new Random(seed);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var kept = new int[ApostropheFeatures.Most];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var n = 0;
                var first = random.Next(256) < FormsDropped ? examples[i].FormEnd : 0;
                foreach (var row in rows[i].AsSpan(first))
                {
                    kept[n] = row;
                    n += random.Next(256) >= Dropped && row >= 0 ? 1 : 0;
                }

                Learn(examples[i], kept.AsSpan(0, n), weights, squares);
            }

            if (epoch >= Epochs - Averaged)
            {
                for (var i = 0; i < sum.Length; i++)
                {
                    sum[i] += weights[i] / Averaged * (256 - Dropped) / 256;
                }
            }
        }

        return sum;
    }

    private static void Learn(MarkExample example, ReadOnlySpan<int> rows, float[] weights, float[] squares)
    {
        Span<float> scores = stackalloc float[Classes];
        Span<float> probabilities = stackalloc float[Classes];
        foreach (var row in rows)
        {
            for (var c = 0; c < Classes; c++)
            {
                scores[c] += weights[(row * Classes) + c];
            }
        }

        ApostropheModel.Normalize(example.Word, scores, probabilities);
        for (var c = 0; c < Classes; c++)
        {
            var gradient = (c == example.Class ? 1 : 0) - probabilities[c];
            if (MathF.Abs(gradient) < 0.001f)
            {
                continue;
            }

            foreach (var row in rows)
            {
                var at = (row * Classes) + c;
                squares[at] += gradient * gradient;
                weights[at] += Rate * gradient / MathF.Sqrt(squares[at] + 0.01f);
            }
        }
    }

    private static (byte[] Weights, byte[] Scale) Freeze(uint[] keys, float[] weights)
    {
        var largest = weights.Max(MathF.Abs);
        var entries = new List<(uint Feature, byte Class, sbyte Weight)>();
        for (var i = 0; i < weights.Length; i++)
        {
            var step = (sbyte)(
                Math.Sign(weights[i]) * (int)MathF.Round(127 * MathF.Sqrt(MathF.Abs(weights[i]) / largest))
            );
            if (step != 0 && MathF.Abs(weights[i]) >= LeastWeight)
            {
                entries.Add((keys[i / Classes], (byte)(i % Classes), step));
            }
        }

        var scale = new byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(scale, largest / (127 * 127));
        return (LinearModel.Write(Classes, entries), scale);
    }
}
