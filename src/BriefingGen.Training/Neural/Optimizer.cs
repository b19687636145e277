using System.Numerics;
using System.Runtime.InteropServices;

namespace BriefingGen.Training.Neural;

/// <summary>Adam (Kingma and Ba, 2015) with decoupled decay of dense weights; rows of sparse ones wait for their use.</summary>
internal sealed unsafe class Optimizer
{
    private const int Chunk = 1 << 14;
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.98f;
    private const float Epsilon = 1e-8f;

    private readonly List<Param> _params;
    private readonly List<(Param Param, int Start, int Length)> _chunks = [];

    public Optimizer(List<Param> all)
    {
        _params = all;
        foreach (var p in all.Where(static p => !p.IsSparse))
        {
            for (var at = 0; at < p.Count; at += Chunk)
            {
                _chunks.Add((p, at, Math.Min(Chunk, p.Count - at)));
            }
        }
    }

    /// <summary>Steps made.</summary>
    public int Time { get; set; }

    public float MaxNorm { get; init; } = 5;

    public float Decay { get; init; }

    /// <summary>Joins the workers' gradients, clips them together, moves the weights and clears the gradients.</summary>
    public void Step(float rate)
    {
        Time++;
        var sums = new double[_chunks.Count];
        Parallel.For(0, _chunks.Count, Two, i => sums[i] = Join(_chunks[i]));
        var sparse = _params
            .Where(static p => p.IsSparse)
            .Select(static p => (Param: p, Rows: p.TakeTouched()))
            .ToArray();
        var norm = sums.Sum() + sparse.Sum(static s => JoinRows(s.Param, s.Rows));
        var scale = (float)Math.Min(1, MaxNorm / (Math.Sqrt(norm) + 1e-9));
        var first = 1 / (1 - MathF.Pow(Beta1, Time));
        var second = 1 / (1 - MathF.Pow(Beta2, Time));
        Parallel.For(
            0,
            _chunks.Count,
            Two,
            i => Move(_chunks[i].Param, _chunks[i].Start, _chunks[i].Length, rate, scale, first, second, Decay * rate)
        );
        foreach (var (param, rows) in sparse)
        {
            Parallel.For(
                0,
                rows.Length,
                Two,
                i => Move(param, rows[i] * param.Columns, param.Columns, rate, scale, first, second, 0)
            );
        }

        Pack();
    }

    /// <summary>Lays all weights out for products.</summary>
    public void Pack() => Parallel.For(0, _params.Count, Two, i => _params[i].Pack());

    private static ParallelOptions Two => new() { MaxDegreeOfParallelism = Param.Workers };

    private static double Join((Param Param, int Start, int Length) chunk)
    {
        var a = chunk.Param.Grads[0].Span.Slice(chunk.Start, chunk.Length);
        var b = chunk.Param.Grads[1].Span.Slice(chunk.Start, chunk.Length);
        Blocks.Add(b, a);
        b.Clear();
        return SquareSum(a);
    }

    private static double JoinRows(Param param, int[] rows)
    {
        var sum = 0.0;
        foreach (var row in rows)
        {
            sum += Join((param, row * param.Columns, param.Columns));
        }

        return sum;
    }

    // In a fixed order, whatever the width of vectors.
    private static double SquareSum(ReadOnlySpan<float> values)
    {
        var (s0, s1, s2, s3) = (0f, 0f, 0f, 0f);
        var i = 0;
        for (; i + 4 <= values.Length; i += 4)
        {
            s0 += values[i] * values[i];
            s1 += values[i + 1] * values[i + 1];
            s2 += values[i + 2] * values[i + 2];
            s3 += values[i + 3] * values[i + 3];
        }

        for (; i < values.Length; i++)
        {
            s0 += values[i] * values[i];
        }

        return (double)s0 + s1 + s2 + s3;
    }

    private static void Move(
        Param param,
        int start,
        int length,
        float rate,
        float scale,
        float first,
        float second,
        float decay
    )
    {
        var g = param.Grads[0].Span.Slice(start, length);
        var w = param.Value.Span.Slice(start, length);
        var m = param.Mean.Span.Slice(start, length);
        var v = param.Square.Span.Slice(start, length);
        var n = length / Vector<float>.Count * Vector<float>.Count;
        var gv = MemoryMarshal.Cast<float, Vector<float>>(g[..n]);
        var wv = MemoryMarshal.Cast<float, Vector<float>>(w[..n]);
        var mv = MemoryMarshal.Cast<float, Vector<float>>(m[..n]);
        var vv = MemoryMarshal.Cast<float, Vector<float>>(v[..n]);
        var (eps, keep) = (new Vector<float>(Epsilon), 1 - decay);
        for (var i = 0; i < gv.Length; i++)
        {
            var d = gv[i] * scale;
            mv[i] = (mv[i] * Beta1) + (d * (1 - Beta1));
            vv[i] = (vv[i] * Beta2) + (d * d * (1 - Beta2));
            wv[i] = (wv[i] * keep) - (mv[i] * (first * rate) / (Vector.SquareRoot(vv[i] * second) + eps));
        }

        for (var i = n; i < length; i++)
        {
            var d = g[i] * scale;
            m[i] = (m[i] * Beta1) + (d * (1 - Beta1));
            v[i] = (v[i] * Beta2) + (d * d * (1 - Beta2));
            w[i] = (w[i] * keep) - (m[i] * (first * rate) / (MathF.Sqrt(v[i] * second) + Epsilon));
        }

        g.Clear();
    }
}
