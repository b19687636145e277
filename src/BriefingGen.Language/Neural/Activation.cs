using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BriefingGen.Language.Neural;

/// <summary>
/// Functions of single numbers over whole spans, from fused multiply-adds and divisions only, so that every machine
/// computes the same bits.
/// </summary>
internal static unsafe class Activation
{
    /// <summary>e to the power of each number, which is first held to -87..87.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-87f)), Vector512.Create(87f));
        var n = Vector512.Floor(Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), Vector512.Create(0.5f)));
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), r);
        var y = Vector512.Create(1.9875691500e-4f);
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(1.3981999507e-3f));
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(8.3334519073e-3f));
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(4.1665795894e-2f));
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(1.6666665459e-1f));
        y = Vector512.FusedMultiplyAdd(y, r, Vector512.Create(5.0000001201e-1f));
        y = Vector512.FusedMultiplyAdd(y, r * r, r + Vector512<float>.One);
        var power = (Vector512.ConvertToInt32(n) + Vector512.Create(127)) << 23;
        return y * power.AsSingle();
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) =>
        Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>Hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        var s = Sigmoid(x + x);
        return s + s - Vector512<float>.One;
    }

    /// <summary>Turns scores into probabilities, in place.</summary>
    /// <returns>Logarithm of the sum of the scores' exponentials.</returns>
    public static float Softmax(Span<float> scores)
    {
        var max = float.NegativeInfinity;
        foreach (var s in scores)
        {
            max = MathF.Max(max, s);
        }

        Exp(scores, max);
        var sum = 0f;
        foreach (var s in scores)
        {
            sum += s;
        }

        var scale = 1 / sum;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] *= scale;
        }

        return max + MathF.Log(sum);
    }

    /// <summary>x where positive, a tenth of it elsewhere, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LeakyRelu(Span<float> values)
    {
        var tenth = Vector512.Create(0.1f);
        var i = 0;
        for (; i + 16 <= values.Length; i += 16)
        {
            var x = Vector512.Create<float>(values.Slice(i, 16));
            Vector512.Max(x, x * tenth).CopyTo(values[i..]);
        }

        for (; i < values.Length; i++)
        {
            values[i] = MathF.Max(values[i], 0.1f * values[i]);
        }
    }

    /// <summary>Adds whole numbers of one byte, each times <paramref name="scale"/>, to <paramref name="to"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(ReadOnlySpan<sbyte> from, float scale, Span<float> to)
    {
        var by = Vector512.Create(scale);
        var i = 0;
        for (; i + 16 <= from.Length; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(from.Slice(i, 16)));
            var whole = Vector512.Create(Wide(low), Wide(high));
            var sum = Vector512.FusedMultiplyAdd(
                Vector512.ConvertToSingle(whole),
                by,
                Vector512.Create<float>(to.Slice(i, 16))
            );
            sum.CopyTo(to[i..]);
        }

        for (; i < from.Length; i++)
        {
            to[i] = MathF.FusedMultiplyAdd(from[i], scale, to[i]);
        }
    }

    private static Vector256<int> Wide(Vector128<short> numbers)
    {
        var (low, high) = Vector128.Widen(numbers);
        return Vector256.Create(low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Exp(Span<float> values, float minus)
    {
        var shift = Vector512.Create(minus);
        var i = 0;
        for (; i + 16 <= values.Length; i += 16)
        {
            Exp(Vector512.Create<float>(values.Slice(i, 16)) - shift).CopyTo(values[i..]);
        }

        if (i < values.Length)
        {
            Span<float> rest = stackalloc float[16];
            rest.Clear();
            values[i..].CopyTo(rest);
            Exp(Vector512.Create<float>(rest) - shift).CopyTo(rest);
            rest[..(values.Length - i)].CopyTo(values[i..]);
        }
    }
}
