using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BriefingGen.Language.Neural;

/// <summary>
/// Products of matrices, C += A·B, with B packed. Each number of C is one chain of fused multiply-adds over the inner
/// dimension in its order, whatever the width of the machine's vectors and the number of rows that are computed
/// together: results do not depend on the machine or on how work is cut into pieces.
/// </summary>
internal static unsafe partial class MatrixKernel
{
    private const int Panel = PackedMatrix.Panel;

    /// <summary>C += A·B.</summary>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="a">First number of A.</param>
    /// <param name="rowStep">Numbers from one row of A to the next.</param>
    /// <param name="innerStep">Numbers from one column of A to the next.</param>
    /// <param name="b">B; its rows are the inner dimension.</param>
    /// <param name="c">First number of C, held row by row.</param>
    /// <param name="stride">Numbers from one row of C to the next.</param>
    public static void MultiplyAdd(
        int rows,
        float* a,
        int rowStep,
        int innerStep,
        PackedMatrix b,
        float* c,
        int stride
    ) => Multiply(rows, a, rowStep, innerStep, b, c, stride, c, stride);

    /// <summary>C = S + A·B.</summary>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="a">First number of A.</param>
    /// <param name="rowStep">Numbers from one row of A to the next.</param>
    /// <param name="innerStep">Numbers from one column of A to the next.</param>
    /// <param name="b">B; its rows are the inner dimension.</param>
    /// <param name="start">First number of S, held row by row.</param>
    /// <param name="startStride">Numbers from one row of S to the next; 0 where all rows are the same.</param>
    /// <param name="c">First number of C, held row by row.</param>
    /// <param name="stride">Numbers from one row of C to the next.</param>
    public static void Multiply(
        int rows,
        float* a,
        int rowStep,
        int innerStep,
        PackedMatrix b,
        float* start,
        int startStride,
        float* c,
        int stride
    )
    {
        var edge = stackalloc float[8 * Panel];
        var panel = b.Pointer;
        for (var column = 0; column < b.Columns; column += Panel, panel += (long)b.Rows * Panel)
        {
            var width = Math.Min(Panel, b.Columns - column);
            for (var row = 0; row < rows; )
            {
                var height =
                    rows - row >= 8 ? 8
                    : rows - row >= 4 ? 4
                    : rows - row >= 2 ? 2
                    : 1;
                var at = a + ((long)row * rowStep);
                var from = start + ((long)row * startStride) + column;
                var to = c + ((long)row * stride) + column;
                if (width == Panel)
                {
                    Tile(height, b.Rows, at, rowStep, innerStep, panel, from, startStride, to, stride);
                }
                else
                {
                    Edge(height, b.Rows, at, rowStep, innerStep, panel, from, startStride, to, stride, width, edge);
                }

                row += height;
            }
        }
    }

    private static void Edge(
        int height,
        int inner,
        float* a,
        int rowStep,
        int innerStep,
        float* b,
        float* from,
        int fromStride,
        float* c,
        int stride,
        int width,
        float* edge
    )
    {
        for (var i = 0; i < height; i++)
        {
            new ReadOnlySpan<float>(from + ((long)i * fromStride), width).CopyTo(
                new Span<float>(edge + (i * Panel), width)
            );
            new Span<float>(edge + (i * Panel) + width, Panel - width).Clear();
        }

        Tile(height, inner, a, rowStep, innerStep, b, edge, Panel, edge, Panel);
        for (var i = 0; i < height; i++)
        {
            new ReadOnlySpan<float>(edge + (i * Panel), width).CopyTo(new Span<float>(c + ((long)i * stride), width));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile(
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
        if (!Vector512.IsHardwareAccelerated)
        {
            NarrowTile(height, inner, a, rowStep, innerStep, b, from, fromStride, c, stride);
            return;
        }

        switch (height)
        {
            case 8:
                Tile8(inner, a, rowStep, innerStep, b, from, fromStride, c, stride);
                break;
            case 4:
                Tile4(inner, a, rowStep, innerStep, b, from, fromStride, c, stride);
                break;
            case 2:
                Tile2(inner, a, rowStep, innerStep, b, from, fromStride, c, stride);
                break;
            default:
                Tile1(inner, a, innerStep, b, from, c);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8(
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
        var x0 = Vector512.Load(from);
        var y0 = Vector512.Load(from + 16);
        var x1 = Vector512.Load(from + fromStride);
        var y1 = Vector512.Load(from + fromStride + 16);
        var x2 = Vector512.Load(from + (2L * fromStride));
        var y2 = Vector512.Load(from + (2L * fromStride) + 16);
        var x3 = Vector512.Load(from + (3L * fromStride));
        var y3 = Vector512.Load(from + (3L * fromStride) + 16);
        var x4 = Vector512.Load(from + (4L * fromStride));
        var y4 = Vector512.Load(from + (4L * fromStride) + 16);
        var x5 = Vector512.Load(from + (5L * fromStride));
        var y5 = Vector512.Load(from + (5L * fromStride) + 16);
        var x6 = Vector512.Load(from + (6L * fromStride));
        var y6 = Vector512.Load(from + (6L * fromStride) + 16);
        var x7 = Vector512.Load(from + (7L * fromStride));
        var y7 = Vector512.Load(from + (7L * fromStride) + 16);
        var a1 = a + rowStep;
        var a2 = a + (2L * rowStep);
        var a3 = a + (3L * rowStep);
        var a4 = a + (4L * rowStep);
        var a5 = a + (5L * rowStep);
        var a6 = a + (6L * rowStep);
        var a7 = a + (7L * rowStep);
        for (var k = 0; k < inner; k++, b += Panel)
        {
            var p = Vector512.Load(b);
            var q = Vector512.Load(b + 16);
            var at = (long)k * innerStep;
            var s0 = Vector512.Create(a[at]);
            x0 = Vector512.FusedMultiplyAdd(s0, p, x0);
            y0 = Vector512.FusedMultiplyAdd(s0, q, y0);
            var s1 = Vector512.Create(a1[at]);
            x1 = Vector512.FusedMultiplyAdd(s1, p, x1);
            y1 = Vector512.FusedMultiplyAdd(s1, q, y1);
            var s2 = Vector512.Create(a2[at]);
            x2 = Vector512.FusedMultiplyAdd(s2, p, x2);
            y2 = Vector512.FusedMultiplyAdd(s2, q, y2);
            var s3 = Vector512.Create(a3[at]);
            x3 = Vector512.FusedMultiplyAdd(s3, p, x3);
            y3 = Vector512.FusedMultiplyAdd(s3, q, y3);
            var s4 = Vector512.Create(a4[at]);
            x4 = Vector512.FusedMultiplyAdd(s4, p, x4);
            y4 = Vector512.FusedMultiplyAdd(s4, q, y4);
            var s5 = Vector512.Create(a5[at]);
            x5 = Vector512.FusedMultiplyAdd(s5, p, x5);
            y5 = Vector512.FusedMultiplyAdd(s5, q, y5);
            var s6 = Vector512.Create(a6[at]);
            x6 = Vector512.FusedMultiplyAdd(s6, p, x6);
            y6 = Vector512.FusedMultiplyAdd(s6, q, y6);
            var s7 = Vector512.Create(a7[at]);
            x7 = Vector512.FusedMultiplyAdd(s7, p, x7);
            y7 = Vector512.FusedMultiplyAdd(s7, q, y7);
        }

        x0.Store(c);
        y0.Store(c + 16);
        x1.Store(c + stride);
        y1.Store(c + stride + 16);
        x2.Store(c + (2L * stride));
        y2.Store(c + (2L * stride) + 16);
        x3.Store(c + (3L * stride));
        y3.Store(c + (3L * stride) + 16);
        x4.Store(c + (4L * stride));
        y4.Store(c + (4L * stride) + 16);
        x5.Store(c + (5L * stride));
        y5.Store(c + (5L * stride) + 16);
        x6.Store(c + (6L * stride));
        y6.Store(c + (6L * stride) + 16);
        x7.Store(c + (7L * stride));
        y7.Store(c + (7L * stride) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4(
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
        var x0 = Vector512.Load(from);
        var y0 = Vector512.Load(from + 16);
        var x1 = Vector512.Load(from + fromStride);
        var y1 = Vector512.Load(from + fromStride + 16);
        var x2 = Vector512.Load(from + (2L * fromStride));
        var y2 = Vector512.Load(from + (2L * fromStride) + 16);
        var x3 = Vector512.Load(from + (3L * fromStride));
        var y3 = Vector512.Load(from + (3L * fromStride) + 16);
        var a1 = a + rowStep;
        var a2 = a + (2L * rowStep);
        var a3 = a + (3L * rowStep);
        for (var k = 0; k < inner; k++, b += Panel)
        {
            var p = Vector512.Load(b);
            var q = Vector512.Load(b + 16);
            var at = (long)k * innerStep;
            var s0 = Vector512.Create(a[at]);
            x0 = Vector512.FusedMultiplyAdd(s0, p, x0);
            y0 = Vector512.FusedMultiplyAdd(s0, q, y0);
            var s1 = Vector512.Create(a1[at]);
            x1 = Vector512.FusedMultiplyAdd(s1, p, x1);
            y1 = Vector512.FusedMultiplyAdd(s1, q, y1);
            var s2 = Vector512.Create(a2[at]);
            x2 = Vector512.FusedMultiplyAdd(s2, p, x2);
            y2 = Vector512.FusedMultiplyAdd(s2, q, y2);
            var s3 = Vector512.Create(a3[at]);
            x3 = Vector512.FusedMultiplyAdd(s3, p, x3);
            y3 = Vector512.FusedMultiplyAdd(s3, q, y3);
        }

        x0.Store(c);
        y0.Store(c + 16);
        x1.Store(c + stride);
        y1.Store(c + stride + 16);
        x2.Store(c + (2L * stride));
        y2.Store(c + (2L * stride) + 16);
        x3.Store(c + (3L * stride));
        y3.Store(c + (3L * stride) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile2(
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
        var x0 = Vector512.Load(from);
        var y0 = Vector512.Load(from + 16);
        var x1 = Vector512.Load(from + fromStride);
        var y1 = Vector512.Load(from + fromStride + 16);
        var a1 = a + rowStep;
        for (var k = 0; k < inner; k++, b += Panel)
        {
            var p = Vector512.Load(b);
            var q = Vector512.Load(b + 16);
            var at = (long)k * innerStep;
            var s0 = Vector512.Create(a[at]);
            x0 = Vector512.FusedMultiplyAdd(s0, p, x0);
            y0 = Vector512.FusedMultiplyAdd(s0, q, y0);
            var s1 = Vector512.Create(a1[at]);
            x1 = Vector512.FusedMultiplyAdd(s1, p, x1);
            y1 = Vector512.FusedMultiplyAdd(s1, q, y1);
        }

        x0.Store(c);
        y0.Store(c + 16);
        x1.Store(c + stride);
        y1.Store(c + stride + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1(int inner, float* a, int innerStep, float* b, float* from, float* c)
    {
        var x0 = Vector512.Load(from);
        var y0 = Vector512.Load(from + 16);
        for (var k = 0; k < inner; k++, b += Panel)
        {
            var p = Vector512.Load(b);
            var q = Vector512.Load(b + 16);
            var at = (long)k * innerStep;
            var s0 = Vector512.Create(a[at]);
            x0 = Vector512.FusedMultiplyAdd(s0, p, x0);
            y0 = Vector512.FusedMultiplyAdd(s0, q, y0);
        }

        x0.Store(c);
        y0.Store(c + 16);
    }
}
