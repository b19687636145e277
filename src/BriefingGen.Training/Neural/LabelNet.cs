using BriefingGen.Language.Models;
using BriefingGen.Language.Neural;

namespace BriefingGen.Training.Neural;

/// <summary>A sequence of words with what is known of them and the gold class of each group of scores.</summary>
/// <param name="Dense">For each word the encoder's row; shared, not copied.</param>
/// <param name="Features">For each word rows in the table of features.</param>
/// <param name="Gold">For each word and each group of scores its class.</param>
internal sealed record LabelSequence(ReadOnlyMemory<float>[] Dense, int[][] Features, int[] Gold)
{
    public int Length => Dense.Length;
}

/// <summary>The network of <see cref="LabelModel"/>, as it is trained. Its scores may fall into groups, each with a chain of its own.</summary>
internal sealed class LabelNet
{
    public LabelNet(LabelShape shape, int[] groups, ulong seed)
    {
        (Shape, Groups) = (shape, groups);
        var noise = new Noise(seed, 77);
        Features = new Param("features", shape.Features, shape.FeatureSize, isSparse: true).Uniform(0.1f, ref noise);
        All.Add(Features);
        Project = new Linear("project", shape.DenseSize, shape.ProjectedSize, All, ref noise);
        Layer = new BiLstm("layer", shape.InputSize, shape.Units, All, ref noise);
        Scores = new Linear("scores", 2 * shape.Units, shape.Outputs, All, ref noise);
        Chains = [.. groups.Select((classes, g) => new ChainLoss(LabelModel.PairsName(g), classes, All))];
    }

    public LabelShape Shape { get; }

    /// <summary>Sizes of the groups of scores; together <see cref="LabelShape.Outputs"/>.</summary>
    public int[] Groups { get; }
    public List<Param> All { get; } = [];
    public Param Features { get; }
    public Linear Project { get; }
    public BiLstm Layer { get; }
    public Linear Scores { get; }
    public ChainLoss[] Chains { get; }

    /// <summary>Writes the network into a model file.</summary>
    public void Write(ModelFile file)
    {
        file.Add("shape", [Shape.ToLine()]);
        foreach (var param in All)
        {
            if (param.IsSparse)
            {
                WeightFile.AddTable(file, param.Name, param.Value.Span, param.Rows, param.Columns);
            }
            else
            {
                WeightFile.Add(file, param.Name, param.Value.Span, param.Rows, param.Columns);
            }
        }
    }
}

/// <summary>One worker's pass through <see cref="LabelNet"/>.</summary>
internal sealed unsafe class LabelWorker(LabelNet net, int worker, float drop)
{
    private readonly SequenceBatch _batch = new();
    private readonly FloatBuffer _dense = new();
    private readonly FloatBuffer _projected = new();
    private readonly FloatBuffer _input = new();
    private readonly FloatBuffer _inputMask = new();
    private readonly FloatBuffer _denseMask = new();
    private readonly FloatBuffer _hidden = new();
    private readonly FloatBuffer _hiddenMask = new();
    private readonly FloatBuffer _scores = new();
    private readonly FloatBuffer _dHidden = new();
    private readonly FloatBuffer _dInput = new();
    private readonly FloatBuffer _dProjected = new();

    /// <summary>Reads sequences and learns from them.</summary>
    /// <returns>Words whose classes are all right, and the loss.</returns>
    public (int Right, double Loss) Learn(IReadOnlyList<LabelSequence> sequences, float scale, Noise noise)
    {
        if (sequences.Count == 0)
        {
            return default;
        }

        var shape = net.Shape;
        _batch.Reset([.. sequences.Select(static s => s.Length)]);
        var rows = _batch.Rows;
        Fill(sequences);
        Blocks.Drop(_denseMask.Reserve(_dense.Length).Span, _dense.Span, drop / 2, ref noise);
        _ = _projected.Reserve(rows * shape.ProjectedSize);
        net.Project.Forward(rows, _dense.Pointer, shape.DenseSize, _projected.Pointer, shape.ProjectedSize);
        Activation.LeakyRelu(_projected.Span);
        for (var r = 0; r < rows; r++)
        {
            _projected
                .Span.Slice(r * shape.ProjectedSize, shape.ProjectedSize)
                .CopyTo(_input.Span[(r * shape.InputSize)..]);
        }

        Blocks.Drop(_inputMask.Reserve(_input.Length).Span, _input.Span, drop, ref noise);
        var layer = 2 * shape.Units;
        _ = _hidden.Reserve(rows * layer);
        net.Layer.Forward(worker, _batch, _input.Pointer, shape.InputSize, _hidden.Pointer);
        // The layer needs its own output on the way back: what is thinned out is a copy.
        var thin = _dHidden.Reserve(rows * layer);
        _hidden.Span.CopyTo(thin.Span);
        Blocks.Drop(_hiddenMask.Reserve(rows * layer).Span, thin.Span, drop, ref noise);
        _ = _scores.Reserve(rows * shape.Outputs);
        net.Scores.Forward(rows, thin.Pointer, layer, _scores.Pointer, shape.Outputs);
        var result = Loss(sequences, scale);
        Backward(sequences, rows, layer);
        return result;
    }

    private void Fill(IReadOnlyList<LabelSequence> sequences)
    {
        var shape = net.Shape;
        _ = _dense.Reserve(_batch.Rows * shape.DenseSize);
        _ = _input.ReserveClear(_batch.Rows * shape.InputSize);
        for (var s = 0; s < _batch.Count; s++)
        {
            var sequence = sequences[_batch.Order[s]];
            for (var t = 0; t < sequence.Length; t++)
            {
                var row = _batch.Row(s, t);
                sequence.Dense[t].Span.CopyTo(_dense.Span[(row * shape.DenseSize)..]);
                var to = _input.Span.Slice((row * shape.InputSize) + shape.ProjectedSize, shape.FeatureSize);
                foreach (var feature in sequence.Features[t])
                {
                    Blocks.Add(new ReadOnlySpan<float>(net.Features.Row(feature), shape.FeatureSize), to);
                }
            }
        }
    }

    private (int Right, double Loss) Loss(IReadOnlyList<LabelSequence> sequences, float scale)
    {
        var (right, loss) = (0, 0.0);
        for (var s = 0; s < _batch.Count; s++)
        {
            var sequence = sequences[_batch.Order[s]];
            var isRight = new bool[sequence.Length];
            Array.Fill(isRight, true);
            for (var (g, at) = (0, 0); g < net.Groups.Length; at += net.Groups[g++])
            {
                loss += Chain(s, sequence, g, at, scale, isRight);
            }

            right += isRight.Count(static r => r);
        }

        return (right, loss);
    }

    private double Chain(int s, LabelSequence sequence, int g, int at, float scale, bool[] isRight)
    {
        var n = net.Groups[g];
        var scores = new float[sequence.Length * n];
        var gold = new int[sequence.Length];
        for (var t = 0; t < sequence.Length; t++)
        {
            gold[t] = sequence.Gold[(t * net.Groups.Length) + g];
            var of = _scores.Span.Slice((_batch.Row(s, t) * net.Shape.Outputs) + at, n);
            isRight[t] &= Best(of) == gold[t];
            of.CopyTo(scores.AsSpan(t * n));
        }

        var loss = net.Chains[g].Gradient(worker, sequence.Length, scores, gold, scale);
        for (var t = 0; t < sequence.Length; t++)
        {
            scores.AsSpan(t * n, n).CopyTo(_scores.Span.Slice((_batch.Row(s, t) * net.Shape.Outputs) + at, n));
        }

        return loss;
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var j = 1; j < scores.Length; j++)
        {
            best = scores[j] > scores[best] ? j : best;
        }

        return best;
    }

    private void Backward(IReadOnlyList<LabelSequence> sequences, int rows, int layer)
    {
        var shape = net.Shape;
        var d = _dProjected.ReserveClear(rows * layer);
        net.Scores.Backward(worker, rows, _dHidden.Pointer, layer, _scores.Pointer, shape.Outputs, d.Pointer, layer);
        Blocks.Multiply(_hiddenMask.Span, d.Span);
        d.Span.CopyTo(_dHidden.Span);
        var width = shape.InputSize;
        _ = _dInput.ReserveClear(rows * width);
        net.Layer.Backward(
            worker,
            _batch,
            _input.Pointer,
            width,
            _hidden.Pointer,
            _dHidden.Pointer,
            _dInput.Pointer,
            width
        );
        Blocks.Multiply(_inputMask.Span, _dInput.Span);
        for (var s = 0; s < _batch.Count; s++)
        {
            var sequence = sequences[_batch.Order[s]];
            for (var t = 0; t < sequence.Length; t++)
            {
                var from = _dInput.Span.Slice((_batch.Row(s, t) * width) + shape.ProjectedSize, shape.FeatureSize);
                foreach (var feature in sequence.Features[t])
                {
                    Blocks.Add(from, new Span<float>(net.Features.GradRow(worker, feature), shape.FeatureSize));
                }
            }
        }

        _ = _dProjected.Reserve(rows * shape.ProjectedSize);
        for (var r = 0; r < rows; r++)
        {
            _dInput.Span.Slice(r * width, shape.ProjectedSize).CopyTo(_dProjected.Span[(r * shape.ProjectedSize)..]);
        }

        Blocks.LeakyBackward(_projected.Span, _dProjected.Span);
        net.Project.Backward(
            worker,
            rows,
            _dense.Pointer,
            shape.DenseSize,
            _dProjected.Pointer,
            shape.ProjectedSize,
            null,
            0
        );
    }
}
