using System.Numerics;
using System.Runtime.InteropServices;

namespace BriefingGen.Training;

/// <summary>Clusters words by k-means over the cosine of their vectors.</summary>
internal static class WordClusters
{
    private const int Rounds = 12;

    /// <summary>Number of the cluster of each vector, from 1.</summary>
    public static ushort[] Cluster(IReadOnlyList<float[]> vectors, int clusters, int seed)
    {
        var random = new Random(seed);
        var centres = Enumerable
            .Range(0, clusters)
            .Select(_ => (float[])vectors[random.Next(Math.Min(vectors.Count, 30 * clusters))].Clone())
            .ToArray();
        var of = new ushort[vectors.Count];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < vectors.Count; i++)
            {
                of[i] = Nearest(vectors[i], centres);
            }

            centres = Centres(vectors, of, centres);
            Console.Error.WriteLine($"clusters, round {round + 1} of {Rounds}");
        }

        return [.. of.Select(static c => (ushort)(c + 1))];
    }

    private static ushort Nearest(float[] vector, float[][] centres)
    {
        var (best, score) = (0, float.MinValue);
        for (var c = 0; c < centres.Length; c++)
        {
            var dot = Dot(vector, centres[c]);
            if (dot > score)
            {
                (best, score) = (c, dot);
            }
        }

        return (ushort)best;
    }

    private static float[][] Centres(IReadOnlyList<float[]> vectors, ushort[] of, float[][] before)
    {
        var sums = before.Select(static b => new float[b.Length]).ToArray();
        for (var i = 0; i < vectors.Count; i++)
        {
            var sum = sums[of[i]];
            for (var k = 0; k < sum.Length; k++)
            {
                sum[k] += vectors[i][k];
            }
        }

        for (var c = 0; c < sums.Length; c++)
        {
            var length = MathF.Sqrt(Dot(sums[c], sums[c]));
            sums[c] = length == 0 ? before[c] : [.. sums[c].Select(x => x / length)];
        }

        return sums;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var x = MemoryMarshal.Cast<float, Vector4>(a);
        var y = MemoryMarshal.Cast<float, Vector4>(b);
        var sum = Vector4.Zero;
        for (var i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return Vector4.Dot(sum, Vector4.One);
    }
}
