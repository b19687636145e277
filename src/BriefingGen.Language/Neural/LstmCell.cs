using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BriefingGen.Language.Neural;

/// <summary>
/// The recurrence of a long short-term memory (Hochreiter and Schmidhuber, 1997; with forget gates) over a batch, in one
/// direction. Gates stand in the order input, forget, candidate, output.
/// </summary>
internal static unsafe class LstmCell
{
    private const int Lanes = 16;

    /// <summary>Runs one direction.</summary>
    /// <param name="batch">The layout of the rows.</param>
    /// <param name="isReverse">True to read from the last step to the first.</param>
    /// <param name="recurrent">Weights from the state to the gates, units x 4 units.</param>
    /// <param name="gates">Rows x 4 units: what the input gives to each gate, bias included; becomes the gates' values.</param>
    /// <param name="cells">Rows x units: room for the cells' values.</param>
    /// <param name="output">Rows x units, written.</param>
    /// <param name="stride">Numbers from one row of <paramref name="output"/> to the next.</param>
    public static void Run(
        SequenceBatch batch,
        bool isReverse,
        PackedMatrix recurrent,
        float* gates,
        float* cells,
        float* output,
        int stride
    )
    {
        var units = recurrent.Rows;
        for (var i = 0; i < batch.Steps; i++)
        {
            var t = isReverse ? batch.Steps - 1 - i : i;
            var before = isReverse ? t + 1 : t - 1;
            var (first, active) = (batch.Start(t), batch.Active(t));
            // Sequences that begin at this step, read from their end, have no state yet.
            var running = Math.Min(active, batch.Active(before));
            var prior = running > 0 ? batch.Start(before) : 0;
            if (running > 0)
            {
                MatrixKernel.MultiplyAdd(
                    running,
                    output + ((long)prior * stride),
                    stride,
                    1,
                    recurrent,
                    gates + ((long)first * 4 * units),
                    4 * units
                );
            }

            for (var s = 0; s < active; s++)
            {
                Step(
                    units,
                    gates + ((long)(first + s) * 4 * units),
                    s < running ? cells + ((long)(prior + s) * units) : null,
                    cells + ((long)(first + s) * units),
                    output + ((long)(first + s) * stride)
                );
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(int units, float* gates, float* before, float* cell, float* output)
    {
        for (var j = 0; j < units; j += Lanes)
        {
            var input = Activation.Sigmoid(Vector512.Load(gates + j));
            var forget = Activation.Sigmoid(Vector512.Load(gates + units + j));
            var candidate = Activation.Tanh(Vector512.Load(gates + (2 * units) + j));
            var outward = Activation.Sigmoid(Vector512.Load(gates + (3 * units) + j));
            var c = input * candidate;
            if (before != null)
            {
                c = Vector512.FusedMultiplyAdd(forget, Vector512.Load(before + j), c);
            }

            input.Store(gates + j);
            forget.Store(gates + units + j);
            candidate.Store(gates + (2 * units) + j);
            outward.Store(gates + (3 * units) + j);
            c.Store(cell + j);
            (outward * Activation.Tanh(c)).Store(output + j);
        }
    }
}
