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

    /// <summary>Numbers that an input gives to the gates of both directions.</summary>
    public int GateSize => 2 * 4 * Units;

    /// <summary>Computes what inputs give to the gates of both directions.</summary>
    /// <param name="rows">Number of inputs.</param>
    /// <param name="x">The inputs, one behind the other.</param>
    /// <param name="gates">Rows x <see cref="GateSize"/> numbers, written.</param>
    public void Inputs(int rows, float* x, float* gates)
    {
        for (var d = 0; d < 2; d++)
        {
            _input[d].Apply(rows, x, _input[d].Inputs, gates + (d * 4 * Units), GateSize);
        }
    }

    /// <summary>As the other form, for rows that repeat few kinds of input, each of which was computed once.</summary>
    /// <param name="batch">The layout of the rows.</param>
    /// <param name="perKind">For each kind what <see cref="Inputs"/> gives.</param>
    /// <param name="kindOf">For each row its kind.</param>
    /// <param name="output">Rows x <see cref="Outputs"/> numbers.</param>
    /// <param name="gates">Room.</param>
    /// <param name="cells">Room.</param>
    public void Apply(
        SequenceBatch batch,
        float* perKind,
        ReadOnlySpan<int> kindOf,
        float* output,
        FloatBuffer gates,
        FloatBuffer cells
    )
    {
        var width = 4 * Units;
        for (var d = 0; d < 2; d++)
        {
            _ = gates.Reserve(batch.Rows * width);
            for (var r = 0; r < batch.Rows; r++)
            {
                new ReadOnlySpan<float>(perKind + ((long)kindOf[r] * GateSize) + (d * width), width).CopyTo(
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
