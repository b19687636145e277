using BriefingGen.Language.Models;

namespace BriefingGen.Language.Neural;

/// <summary>An affine map, y = xW + b. Immutable.</summary>
internal sealed unsafe class DenseLayer
{
    private readonly PackedMatrix _weight;
    private readonly Weights _bias;

    /// <summary>Reads a layer.</summary>
    /// <exception cref="ModelFormatException">It is missing, or of other sizes.</exception>
    public DenseLayer(ModelFile file, string name, int inputs, int outputs)
    {
        _weight = WeightFile.Read(file, name + ".weight", inputs, outputs).Pack();
        _bias = WeightFile.Read(file, name + ".bias", 1, outputs);
    }

    public int Inputs => _weight.Rows;

    public int Outputs => _weight.Columns;

    /// <summary>Computes rows of y.</summary>
    public void Apply(int rows, float* x, int xStride, float* y, int yStride)
    {
        MatrixKernel.Multiply(rows, x, xStride, 1, _weight, _bias.Pointer, 0, y, yStride);
    }
}
