using BriefingGen.Language.Neural;

namespace BriefingGen.Training.Neural;

/// <summary>An affine map, y = xW + b.</summary>
internal sealed unsafe class Linear
{
    private readonly PackedMatrix[] _scratch = [new(), new()];

    public Linear(string name, int inputs, int outputs, List<Param> all, ref Noise noise)
    {
        Weight = new Param(name + ".weight", inputs, outputs).Glorot(ref noise);
        Bias = new Param(name + ".bias", 1, outputs);
        all.Add(Weight);
        all.Add(Bias);
    }

    public Param Weight { get; }
    public Param Bias { get; }
    public int Inputs => Weight.Rows;
    public int Outputs => Weight.Columns;

    public void Forward(int rows, float* x, int xStride, float* y, int yStride)
    {
        for (var r = 0; r < rows; r++)
        {
            Bias.Value.Span.CopyTo(new Span<float>(y + ((long)r * yStride), Outputs));
        }

        MatrixKernel.MultiplyAdd(rows, x, xStride, 1, Weight.Packed, y, yStride);
    }

    /// <summary>Adds to the worker's gradients, and to that of the input where one is given.</summary>
    public void Backward(int worker, int rows, float* x, int xStride, float* dy, int dyStride, float* dx, int dxStride)
    {
        if (rows == 0)
        {
            return;
        }

        if (dx != null)
        {
            MatrixKernel.MultiplyAdd(rows, dy, dyStride, 1, Weight.Transposed, dx, dxStride);
        }

        Accumulate(Weight, Bias, _scratch[worker], worker, rows, x, xStride, dy, dyStride);
    }

    internal static void Accumulate(
        Param weight,
        Param? bias,
        PackedMatrix scratch,
        int worker,
        int rows,
        float* x,
        int xStride,
        float* dy,
        int dyStride
    )
    {
        _ = scratch.Pack(dy, rows, weight.Columns, dyStride);
        MatrixKernel.MultiplyAdd(weight.Rows, x, 1, xStride, scratch, weight.Grads[worker].Pointer, weight.Columns);
        if (bias is not null)
        {
            var to = bias.Grads[worker].Span;
            for (var r = 0; r < rows; r++)
            {
                Blocks.Add(new ReadOnlySpan<float>(dy + ((long)r * dyStride), to.Length), to);
            }
        }
    }
}
