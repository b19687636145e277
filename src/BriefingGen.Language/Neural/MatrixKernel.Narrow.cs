using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BriefingGen.Language.Neural;

/// <content>The kernels of machines without vectors of 512 bits.</content>
internal static unsafe partial class MatrixKernel
{
    // The same sums on machines with narrower vectors: one row and one panel at a time, four vectors of eight.
    private static void NarrowTile(
        int height,
        int inner,
        float* a,
        int rowStep,
        int innerStep,
        float* b,
        float* from,
        int fromStride,
        float* c,
        int stride
    )
    {
        for (var i = 0; i + 1 < height; i += 2)
        {
            var at = from + ((long)i * fromStride);
            NarrowPair(
                inner,
                a + ((long)i * rowStep),
                rowStep,
                innerStep,
                b,
                at,
                fromStride,
                c + ((long)i * stride),
                stride
            );
        }

        if (height == 1)
        {
            NarrowRow(inner, a, innerStep, b, from, c);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void NarrowPair(
        int inner,
        float* a,
        int rowStep,
        int innerStep,
        float* b,
        float* from,
        int fromStride,
        float* c,
        int stride
    )
    {
        var x0 = Vector256.Load(from);
        var y0 = Vector256.Load(from + 8);
        var z0 = Vector256.Load(from + 16);
        var w0 = Vector256.Load(from + 24);
        var x1 = Vector256.Load(from + fromStride);
        var y1 = Vector256.Load(from + fromStride + 8);
        var z1 = Vector256.Load(from + fromStride + 16);
        var w1 = Vector256.Load(from + fromStride + 24);
        for (var k = 0; k < inner; k++, b += Panel)
        {
            var at = (long)k * innerStep;
            var s0 = Vector256.Create(a[at]);
            var s1 = Vector256.Create(a[at + rowStep]);
            var v0 = Vector256.Load(b);
            x0 = Vector256.FusedMultiplyAdd(s0, v0, x0);
            x1 = Vector256.FusedMultiplyAdd(s1, v0, x1);
            var v1 = Vector256.Load(b + 8);
            y0 = Vector256.FusedMultiplyAdd(s0, v1, y0);
            y1 = Vector256.FusedMultiplyAdd(s1, v1, y1);
            var v2 = Vector256.Load(b + 16);
            z0 = Vector256.FusedMultiplyAdd(s0, v2, z0);
            z1 = Vector256.FusedMultiplyAdd(s1, v2, z1);
            var v3 = Vector256.Load(b + 24);
            w0 = Vector256.FusedMultiplyAdd(s0, v3, w0);
            w1 = Vector256.FusedMultiplyAdd(s1, v3, w1);
        }

        x0.Store(c);
        y0.Store(c + 8);
        z0.Store(c + 16);
        w0.Store(c + 24);
        x1.Store(c + stride);
        y1.Store(c + stride + 8);
        z1.Store(c + stride + 16);
        w1.Store(c + stride + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void NarrowRow(int inner, float* a, int innerStep, float* b, float* from, float* c)
    {
        var x0 = Vector256.Load(from);
        var y0 = Vector256.Load(from + 8);
        var z0 = Vector256.Load(from + 16);
        var w0 = Vector256.Load(from + 24);
        for (var k = 0; k < inner; k++, b += Panel)
        {
            var at = (long)k * innerStep;
            var s0 = Vector256.Create(a[at]);
            var v0 = Vector256.Load(b);
            x0 = Vector256.FusedMultiplyAdd(s0, v0, x0);
            var v1 = Vector256.Load(b + 8);
            y0 = Vector256.FusedMultiplyAdd(s0, v1, y0);
            var v2 = Vector256.Load(b + 16);
            z0 = Vector256.FusedMultiplyAdd(s0, v2, z0);
            var v3 = Vector256.Load(b + 24);
            w0 = Vector256.FusedMultiplyAdd(s0, v3, w0);
        }

        x0.Store(c);
        y0.Store(c + 8);
        z0.Store(c + 16);
        w0.Store(c + 24);
    }
}
