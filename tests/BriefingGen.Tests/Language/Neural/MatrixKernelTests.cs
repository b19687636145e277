using BriefingGen.Language.Neural;
using CsCheck;

namespace BriefingGen.Tests.Language.Neural;

public sealed unsafe class MatrixKernelTests
{
    private static readonly Gen<(int Rows, int Inner, int Columns, int Seed)> Shapes = Gen.Select(
        Gen.Int[1, 20],
        Gen.Int[1, 40],
        Gen.Int[1, 100],
        Gen.Int[0, 1000]
    );

    [Fact]
    public void A_product_is_the_chain_of_fused_steps_to_the_last_bit() =>
        Shapes.Sample(
            s =>
            {
                var (a, b, c) = Matrices(s.Rows, s.Inner, s.Columns, s.Seed);
                var expected = c.Span.ToArray();
                for (var i = 0; i < s.Rows; i++)
                {
                    for (var j = 0; j < s.Columns; j++)
                    {
                        for (var k = 0; k < s.Inner; k++)
                        {
                            ref var at = ref expected[(i * s.Columns) + j];
                            at = MathF.FusedMultiplyAdd(a.Span[(i * s.Inner) + k], b.Span[(k * s.Columns) + j], at);
                        }
                    }
                }

                var packed = new PackedMatrix().Pack(b.Pointer, s.Inner, s.Columns, s.Columns);
                MatrixKernel.MultiplyAdd(s.Rows, a.Pointer, s.Inner, 1, packed, c.Pointer, s.Columns);
                return expected.AsSpan().SequenceEqual(c.Span);
            },
            iter: 200
        );

    [Fact]
    public void Rows_computed_together_are_the_same_as_rows_computed_alone() =>
        Shapes.Sample(
            s =>
            {
                var (a, b, c) = Matrices(s.Rows, s.Inner, s.Columns, s.Seed);
                var alone = new FloatBuffer(c.Length);
                c.Span.CopyTo(alone.Span);
                var packed = new PackedMatrix().Pack(b.Pointer, s.Inner, s.Columns, s.Columns);
                MatrixKernel.MultiplyAdd(s.Rows, a.Pointer, s.Inner, 1, packed, c.Pointer, s.Columns);
                for (var i = 0; i < s.Rows; i++)
                {
                    MatrixKernel.MultiplyAdd(
                        1,
                        a.Pointer + (i * s.Inner),
                        s.Inner,
                        1,
                        packed,
                        alone.Pointer + (i * s.Columns),
                        s.Columns
                    );
                }

                return alone.Span.SequenceEqual(c.Span);
            },
            iter: 100
        );

    [Fact]
    public void A_product_that_begins_at_one_row_is_the_same_as_one_whose_rows_all_hold_it() =>
        Shapes.Sample(
            s =>
            {
                var (a, b, c) = Matrices(s.Rows, s.Inner, s.Columns, s.Seed);
                var first = new FloatBuffer(s.Columns);
                c.Span[..s.Columns].CopyTo(first.Span);
                for (var i = 1; i < s.Rows; i++)
                {
                    first.Span.CopyTo(c.Span[(i * s.Columns)..]);
                }

                var packed = new PackedMatrix().Pack(b.Pointer, s.Inner, s.Columns, s.Columns);
                var product = new FloatBuffer(c.Length);
                MatrixKernel.Multiply(
                    s.Rows,
                    a.Pointer,
                    s.Inner,
                    1,
                    packed,
                    first.Pointer,
                    0,
                    product.Pointer,
                    s.Columns
                );
                MatrixKernel.MultiplyAdd(s.Rows, a.Pointer, s.Inner, 1, packed, c.Pointer, s.Columns);
                return product.Span.SequenceEqual(c.Span);
            },
            iter: 100
        );

    [Fact]
    public void The_transpose_is_packed_as_the_matrix_itself_is() =>
        Shapes.Sample(
            s =>
            {
                var (a, b, c) = Matrices(s.Rows, s.Inner, s.Columns, s.Seed);
                var turned = new FloatBuffer(b.Length);
                for (var k = 0; k < s.Inner; k++)
                {
                    for (var j = 0; j < s.Columns; j++)
                    {
                        turned.Span[(j * s.Inner) + k] = b.Span[(k * s.Columns) + j];
                    }
                }

                var other = new FloatBuffer(c.Length);
                c.Span.CopyTo(other.Span);
                var packed = new PackedMatrix().Pack(b.Pointer, s.Inner, s.Columns, s.Columns);
                var transposed = new PackedMatrix().PackTransposed(turned.Pointer, s.Columns, s.Inner, s.Inner);
                MatrixKernel.MultiplyAdd(s.Rows, a.Pointer, s.Inner, 1, packed, c.Pointer, s.Columns);
                MatrixKernel.MultiplyAdd(s.Rows, a.Pointer, s.Inner, 1, transposed, other.Pointer, s.Columns);
                return other.Span.SequenceEqual(c.Span);
            },
            iter: 100
        );

    private static (FloatBuffer A, FloatBuffer B, FloatBuffer C) Matrices(int rows, int inner, int columns, int seed)
    {
        var random = new Random(seed);
        FloatBuffer[] all = [new(rows * inner), new(inner * columns), new(rows * columns)];
        foreach (var buffer in all)
        {
            foreach (ref var v in buffer.Span)
            {
                v = (random.NextSingle() * 2) - 1;
            }
        }

        return (all[0], all[1], all[2]);
    }
}
