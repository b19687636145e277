using BriefingGen.Language.Models;

namespace BriefingGen.Language.Neural;

/// <summary>A layer that reads sequences in both directions. Immutable.</summary>
internal sealed unsafe class LstmLayer
{
    private static readonly string[] Directions = ["forward", "backward"];

    private readonly DenseLayer[] _input;
    private readonly PackedMatrix[] _recurrent;

    /// <summary>Reads a layer.</summary>
    /// <exception cref="ModelFormatException">It is missing, or of other sizes.</exception>
    public LstmLayer(ModelFile file, string name, int inputs, int units)
    {
        Units = units;
        _input = [.. Directions.Select(d => new DenseLayer(file, $"{name}.{d}.input", inputs, 4 * units))];
        _recurrent =
        [
            .. Directions.Select(d => WeightFile.Read(file, $"{name}.{d}.recurrent", units, 4 * units).Pack()),
        ];
    }

    /// <summary>Units of one direction.</summary>
    public int Units { get; }

    /// <summary>Numbers that a row of the output has.</summary>
    public int Outputs => 2 * Units;

    /// <summary>Computes the output of all rows of a batch.</summary>
    /// <param name="batch">The layout of the rows.</param>
    /// <param name="x">The input.</param>
    /// <param name="stride">Numbers from one row of the input to the next.</param>
    /// <param name="output">Rows x <see cref="Outputs"/> numbers.</param>
    /// <param name="gates">Room.</param>
    /// <param name="cells">Room.</param>
    public void Apply(SequenceBatch batch, float* x, int stride, float* output, FloatBuffer gates, FloatBuffer cells)
    {
        for (var d = 0; d < 2; d++)
        {
            _ = gates.Reserve(batch.Rows * 4 * Units);
            _input[d].Apply(batch.Rows, x, stride, gates.Pointer, 4 * Units);
            Recur(d, batch, output, gates, cells);
        }
    }

    /// <summary>As the other form, for rows that repeat few kinds of input, each of which is computed once.</summary>
    /// <param name="batch">The layout of the rows.</param>
    /// <param name="kinds">Number of kinds.</param>
    /// <param name="x">The input of each kind.</param>
    /// <param name="kindOf">For each row its kind.</param>
    /// <param name="output">Rows x <see cref="Outputs"/> numbers.</param>
    /// <param name="perKind">Room.</param>
    /// <param name="gates">Room.</param>
    /// <param name="cells">Room.</param>
    public void Apply(
        SequenceBatch batch,
        int kinds,
        float* x,
        ReadOnlySpan<int> kindOf,
        float* output,
        FloatBuffer perKind,
        FloatBuffer gates,
        FloatBuffer cells
    )
    {
        var width = 4 * Units;
        for (var d = 0; d < 2; d++)
        {
            _ = perKind.Reserve(kinds * width);
            _input[d].Apply(kinds, x, _input[d].Inputs, perKind.Pointer, width);
            _ = gates.Reserve(batch.Rows * width);
            for (var r = 0; r < batch.Rows; r++)
            {
                new ReadOnlySpan<float>(perKind.Pointer + ((long)kindOf[r] * width), width).CopyTo(
                    new Span<float>(gates.Pointer + ((long)r * width), width)
                );
            }

            Recur(d, batch, output, gates, cells);
        }
    }

    private void Recur(int d, SequenceBatch batch, float* output, FloatBuffer gates, FloatBuffer cells)
    {
        _ = cells.Reserve(batch.Rows * Units);
        LstmCell.Run(batch, d == 1, _recurrent[d], gates.Pointer, cells.Pointer, output + (d * Units), Outputs);
    }
}
