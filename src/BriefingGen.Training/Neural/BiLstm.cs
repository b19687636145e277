using System.Runtime.Intrinsics;
using BriefingGen.Language.Neural;

namespace BriefingGen.Training.Neural;

/// <summary>A layer that reads sequences in both directions.</summary>
internal sealed unsafe class BiLstm
{
    private readonly Direction[] _directions;

    public BiLstm(string name, int inputs, int units, List<Param> all, ref Noise noise)
    {
        (Inputs, Units) = (inputs, units);
        _directions =
        [
            new Direction(name + ".forward", inputs, units, false, all, ref noise),
            new Direction(name + ".backward", inputs, units, true, all, ref noise),
        ];
    }

    public int Inputs { get; }
    public int Units { get; }
    public int Outputs => 2 * Units;

    /// <summary>Writes rows x <see cref="Outputs"/> numbers.</summary>
    public void Forward(int worker, SequenceBatch batch, float* x, int stride, float* output)
    {
        for (var d = 0; d < 2; d++)
        {
            _directions[d].Forward(worker, batch, x, stride, output + (d * Units), Outputs);
        }
    }

    /// <summary>Adds to gradients; the gradient of the output is used up.</summary>
    public void Backward(
        int worker,
        SequenceBatch batch,
        float* x,
        int stride,
        float* output,
        float* dOutput,
        float* dx,
        int dxStride
    )
    {
        for (var d = 0; d < 2; d++)
        {
            _directions[d]
                .Backward(worker, batch, x, stride, output + (d * Units), dOutput + (d * Units), Outputs, dx, dxStride);
        }
    }

    private sealed class Direction
    {
        private readonly bool _isReverse;
        private readonly int _units;
        private readonly Linear _input;
        private readonly Param _recurrent;
        private readonly FloatBuffer[] _gates = [new(), new()];
        private readonly FloatBuffer[] _cells = [new(), new()];
        private readonly FloatBuffer[] _dGates = [new(), new()];
        private readonly FloatBuffer[] _dCell = [new(), new()];
        private readonly FloatBuffer[] _prior = [new(), new()];
        private readonly PackedMatrix[] _scratch = [new(), new()];

        public Direction(string name, int inputs, int units, bool isReverse, List<Param> all, ref Noise noise)
        {
            (_units, _isReverse) = (units, isReverse);
            _input = new Linear(name + ".input", inputs, 4 * units, all, ref noise);
            _recurrent = new Param(name + ".recurrent", units, 4 * units).Uniform(MathF.Sqrt(3f / units), ref noise);
            all.Add(_recurrent);
            // Cells remember at first (Jozefowicz and others, 2015).
            _input.Bias.Value.Span.Slice(units, units).Fill(1);
        }

        public void Forward(int worker, SequenceBatch batch, float* x, int stride, float* output, int outStride)
        {
            var gates = _gates[worker].Reserve(batch.Rows * 4 * _units).Pointer;
            var cells = _cells[worker].Reserve(batch.Rows * _units).Pointer;
            _input.Forward(batch.Rows, x, stride, gates, 4 * _units);
            LstmCell.Run(batch, _isReverse, _recurrent.Packed, gates, cells, output, outStride);
        }

        public void Backward(
            int worker,
            SequenceBatch batch,
            float* x,
            int stride,
            float* output,
            float* dOutput,
            int outStride,
            float* dx,
            int dxStride
        )
        {
            var dGates = _dGates[worker].Reserve(batch.Rows * 4 * _units).Pointer;
            var dCell = _dCell[worker].ReserveClear(batch.Rows * _units).Pointer;
            var prior = _prior[worker].ReserveClear(batch.Rows * _units).Pointer;
            for (var i = batch.Steps - 1; i >= 0; i--)
            {
                var t = _isReverse ? batch.Steps - 1 - i : i;
                var before = _isReverse ? t + 1 : t - 1;
                var (first, active) = (batch.Start(t), batch.Active(t));
                var running = Math.Min(active, batch.Active(before));
                var from = running > 0 ? batch.Start(before) : 0;
                for (var s = 0; s < active; s++)
                {
                    var hasPrior = s < running;
                    var c = _cells[worker].Pointer;
                    StepBackward(
                        _gates[worker].Pointer + ((long)(first + s) * 4 * _units),
                        c + ((long)(first + s) * _units),
                        hasPrior ? c + ((long)(from + s) * _units) : null,
                        dOutput + ((long)(first + s) * outStride),
                        dCell + ((long)(first + s) * _units),
                        hasPrior ? dCell + ((long)(from + s) * _units) : null,
                        dGates + ((long)(first + s) * 4 * _units)
                    );
                    if (hasPrior)
                    {
                        new ReadOnlySpan<float>(output + ((long)(from + s) * outStride), _units).CopyTo(
                            new Span<float>(prior + ((long)(first + s) * _units), _units)
                        );
                    }
                }

                if (running > 0)
                {
                    MatrixKernel.MultiplyAdd(
                        running,
                        dGates + ((long)first * 4 * _units),
                        4 * _units,
                        1,
                        _recurrent.Transposed,
                        dOutput + ((long)from * outStride),
                        outStride
                    );
                }
            }

            Linear.Accumulate(
                _recurrent,
                null,
                _scratch[worker],
                worker,
                batch.Rows,
                prior,
                _units,
                dGates,
                4 * _units
            );
            _input.Backward(worker, batch.Rows, x, stride, dGates, 4 * _units, dx, dxStride);
        }

        private void StepBackward(
            float* gates,
            float* cell,
            float* before,
            float* dOutput,
            float* dCell,
            float* dBefore,
            float* dGates
        )
        {
            var one = Vector512<float>.One;
            for (var j = 0; j < _units; j += 16)
            {
                var input = Vector512.Load(gates + j);
                var forget = Vector512.Load(gates + _units + j);
                var candidate = Vector512.Load(gates + (2 * _units) + j);
                var outward = Vector512.Load(gates + (3 * _units) + j);
                var tanh = Activation.Tanh(Vector512.Load(cell + j));
                var dh = Vector512.Load(dOutput + j);
                var dc = Vector512.Load(dCell + j) + (dh * outward * (one - (tanh * tanh)));
                (dc * candidate * input * (one - input)).Store(dGates + j);
                (dc * input * (one - (candidate * candidate))).Store(dGates + (2 * _units) + j);
                (dh * tanh * outward * (one - outward)).Store(dGates + (3 * _units) + j);
                if (before != null)
                {
                    (dc * Vector512.Load(before + j) * forget * (one - forget)).Store(dGates + _units + j);
                    (dc * forget).Store(dBefore + j);
                }
                else
                {
                    Vector512<float>.Zero.Store(dGates + _units + j);
                }
            }
        }
    }
}
