using System.Numerics;
using System.Runtime.InteropServices;

namespace BriefingGen.Training.Neural;

/// <summary>Sums and masks over blocks of numbers.</summary>
internal static class Blocks
{
    public static void Add(ReadOnlySpan<float> from, Span<float> to)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(from);
        var b = MemoryMarshal.Cast<float, Vector<float>>(to);
        for (var i = 0; i < b.Length; i++)
        {
            b[i] += a[i];
        }

        for (var i = b.Length * Vector<float>.Count; i < to.Length; i++)
        {
            to[i] += from[i];
        }
    }

    public static void Multiply(ReadOnlySpan<float> by, Span<float> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] *= by[i];
        }
    }

    /// <summary>Draws a mask of zeros and of what keeps the mean, and applies it.</summary>
    public static void Drop(Span<float> mask, Span<float> values, float rate, ref Noise noise)
    {
        var keep = 1 / (1 - rate);
        var limit = (ushort)(rate * 65536);
        for (var i = 0; i < mask.Length; i += 4)
        {
            var bits = noise.Bits();
            for (var k = i; k < Math.Min(i + 4, mask.Length); k++, bits >>= 16)
            {
                mask[k] = (ushort)bits < limit ? 0 : keep;
            }
        }

        Multiply(mask, values);
    }

    /// <summary>Undoes the leaky rectifier's slope in a gradient.</summary>
    public static void LeakyBackward(ReadOnlySpan<float> output, Span<float> gradient)
    {
        for (var i = 0; i < gradient.Length; i++)
        {
            gradient[i] = output[i] > 0 ? gradient[i] : 0.1f * gradient[i];
        }
    }
}
