using BriefingGen.Language.Models;
using BriefingGen.Language.Parsing;

namespace BriefingGen.Language.Neural;

/// <summary>
/// The trained network for tags and syntax, and the encoder that other components share: two bidirectional layers (Dozat
/// and Manning, 2017, whose form of arcs it has). Immutable and thread-safe; a thread brings its own
/// <see cref="SyntaxRoom"/>.
/// </summary>
internal sealed unsafe class SyntaxModel
{
    public const string Component = "encoder";

    private readonly WordInputs _inputs;
    private readonly LstmLayer _first;
    private readonly LstmLayer _second;
    private readonly DenseLayer _firstTags;
    private readonly DenseLayer _tagEmbedding;
    private readonly DenseLayer _tags;
    private readonly DenseLayer _arc;
    private readonly DenseLayer _arcForm;
    private readonly DenseLayer _label;
    private readonly DenseLayer _labels;
    private readonly Weights _arcRoot;
    private readonly Weights _labelRoot;

    /// <summary>Reads the network.</summary>
    /// <exception cref="ModelFormatException">The file is damaged or of another form.</exception>
    public SyntaxModel(ModelFile file, VectorTable vectors)
    {
        Shape = SyntaxShape.Parse(file.Lines("shape")[0]);
        if (Shape.VectorSize != vectors.Dimensions)
        {
            throw new ModelFormatException($"it reads vectors of {Shape.VectorSize}, not of {vectors.Dimensions}.");
        }

        var layer = Shape.LayerSize;
        _inputs = new WordInputs(vectors, file, Shape.WordSize, Shape.PartSize);
        _first = new LstmLayer(file, "first", Shape.InputSize, Shape.Units);
        _firstTags = new DenseLayer(file, "first.tags", layer, Shape.Tags);
        _tagEmbedding = new DenseLayer(file, "tags.embedding", Shape.Tags, Shape.TagSize);
        _second = new LstmLayer(file, "second", layer + Shape.TagSize, Shape.Units);
        _tags = new DenseLayer(file, "tags", layer, Shape.Tags);
        _arc = new DenseLayer(file, "arc", layer, 2 * Shape.ArcSize);
        _arcForm = new DenseLayer(file, "arc.form", Shape.ArcSize, Shape.ArcSize);
        _arcRoot = WeightFile.Read(file, "arc.root", 1, Shape.ArcSize);
        _label = new DenseLayer(file, "label", layer, 2 * Shape.LabelSize);
        _labelRoot = WeightFile.Read(file, "label.root", 1, Shape.LabelSize);
        _labels = new DenseLayer(file, "labels", 3 * Shape.LabelSize, Shape.Labels);
    }

    public SyntaxShape Shape { get; }

    /// <summary>Numbers that the encoder leaves for a word: its input, the first layer, the second layer.</summary>
    public int EncodingSize => Shape.InputSize + (2 * Shape.LayerSize);

    private int SecondAt => Shape.InputSize + Shape.LayerSize;

    /// <summary>Writes the input of a form into the room, as the kind with the given number.</summary>
    public void Describe(ReadOnlySpan<char> form, int kind, SyntaxRoom room) =>
        _inputs.Describe(form, room.Kinds.Span.Slice(kind * Shape.InputSize, Shape.InputSize));

    /// <summary>Makes room for what the first layer's gates get from each kind, and computes it for the first kinds.</summary>
    /// <param name="described">Number of kinds that are described.</param>
    /// <param name="kinds">Number of kinds in all.</param>
    /// <param name="room">The room.</param>
    public void Project(int described, int kinds, SyntaxRoom room) =>
        _first.Inputs(described, room.Kinds.Pointer, room.PerKind.Reserve(kinds * _first.GateSize).Pointer);

    /// <summary>Takes over what was kept of a form.</summary>
    public void Recall(ReadOnlySpan<float> form, int kind, SyntaxRoom room)
    {
        form[..Shape.InputSize].CopyTo(room.Kinds.Span[(kind * Shape.InputSize)..]);
        form[Shape.InputSize..].CopyTo(room.PerKind.Span[(kind * _first.GateSize)..]);
    }

    /// <summary>What is worth keeping of a form that was described and projected.</summary>
    public float[] Kept(int kind, SyntaxRoom room) =>
        [
            .. room.Kinds.Span.Slice(kind * Shape.InputSize, Shape.InputSize),
            .. room.PerKind.Span.Slice(kind * _first.GateSize, _first.GateSize),
        ];

    /// <summary>
    /// Reads the sequences of the room's batch, whose words' kinds are described and projected; afterwards the room holds,
    /// word after word of sequence after sequence, both layers and scores of tags.
    /// </summary>
    public void Encode(SyntaxRoom room)
    {
        var (batch, rows, layer) = (room.Batch, room.Batch.Rows, Shape.LayerSize);
        _ = room.First.Reserve(rows * layer);
        _first.Apply(
            batch,
            room.PerKind.Pointer,
            room.KindOf.AsSpan(0, rows),
            room.First.Pointer,
            room.Gates,
            room.Cells
        );
        var width = layer + Shape.TagSize;
        var scores = room.Scores.Reserve(rows * Shape.Tags);
        var between = room.Between.Reserve(rows * width);
        _firstTags.Apply(rows, room.First.Pointer, layer, scores.Pointer, Shape.Tags);
        for (var r = 0; r < rows; r++)
        {
            _ = Activation.Softmax(scores.Span.Slice(r * Shape.Tags, Shape.Tags));
            room.First.Span.Slice(r * layer, layer).CopyTo(between.Span.Slice(r * width, layer));
        }

        _tagEmbedding.Apply(rows, scores.Pointer, Shape.Tags, between.Pointer + layer, width);
        _ = room.Second.Reserve(rows * layer);
        _second.Apply(batch, between.Pointer, width, room.Second.Pointer, room.Gates, room.Cells);
        Arrange(room);
        _ = room.Tags.Reserve(rows * Shape.Tags);
        _tags.Apply(rows, room.Top.Pointer + SecondAt, EncodingSize, room.Tags.Pointer, Shape.Tags);
        for (var r = 0; r < rows; r++)
        {
            _ = Activation.Softmax(room.Tags.Span.Slice(r * Shape.Tags, Shape.Tags));
        }
    }

    /// <summary>
    /// Finds heads and relations of the sequences that were encoded, as the room's <see cref="SyntaxRoom.Heads"/> (0 the
    /// root, j + 1 the sequence's word j) and <see cref="SyntaxRoom.Relations"/>.
    /// </summary>
    public void Parse(SyntaxRoom room)
    {
        var (batch, rows, a, b) = (room.Batch, room.Batch.Rows, Shape.ArcSize, Shape.LabelSize);
        var top = room.Top.Pointer + SecondAt;
        var arc = room.Arc.Reserve(rows * 2 * a);
        _arc.Apply(rows, top, EncodingSize, arc.Pointer, 2 * a);
        Activation.LeakyRelu(arc.Span);
        var form = room.Form.Reserve(rows * a);
        _arcForm.Apply(rows, arc.Pointer, 2 * a, form.Pointer, a);
        for (var s = 0; s < batch.Count; s++)
        {
            Heads(room, room.FirstWord(s), room.LengthOf(s));
        }

        var ends = room.Label.Reserve(rows * 2 * b);
        _label.Apply(rows, top, EncodingSize, ends.Pointer, 2 * b);
        Activation.LeakyRelu(ends.Span);
        var pairs = room.Pairs.Reserve(rows * 3 * b);
        for (var s = 0; s < batch.Count; s++)
        {
            var first = room.FirstWord(s);
            for (var row = first; row < first + room.LengthOf(s); row++)
            {
                var pair = pairs.Span.Slice(row * 3 * b, 3 * b);
                var own = ends.Span.Slice(row * 2 * b, b);
                var head = room.Heads[row];
                var other = head == 0 ? _labelRoot.Span : ends.Span.Slice(((first + head - 1) * 2 * b) + b, b);
                own.CopyTo(pair[b..]);
                other.CopyTo(pair[(2 * b)..]);
                for (var k = 0; k < b; k++)
                {
                    pair[k] = own[k] * other[k];
                }
            }
        }

        var labels = room.Scores.Reserve(rows * Shape.Labels);
        _labels.Apply(rows, pairs.Pointer, 3 * b, labels.Pointer, Shape.Labels);
        for (var r = 0; r < rows; r++)
        {
            // The first relation is the root's, and only the root's.
            room.Relations[r] =
                room.Heads[r] == 0 ? 0 : 1 + Best(labels.Span.Slice((r * Shape.Labels) + 1, Shape.Labels - 1));
        }
    }

    private void Heads(SyntaxRoom room, int first, int n)
    {
        var a = Shape.ArcSize;
        var candidates = room.Candidates.Reserve((n + 1) * a);
        _arcRoot.Span.CopyTo(candidates.Span);
        for (var i = 0; i < n; i++)
        {
            room.Arc.Span.Slice(((first + i) * 2 * a) + a, a).CopyTo(candidates.Span.Slice((i + 1) * a, a));
        }

        var scores = room.Scores.ReserveClear(n * (n + 1));
        _ = room.Small.PackTransposed(candidates.Pointer, n + 1, a, a);
        MatrixKernel.MultiplyAdd(n, room.Form.Pointer + ((long)first * a), a, 1, room.Small, scores.Pointer, n + 1);
        for (var i = 0; i < n; i++)
        {
            // Scores of one word's heads are compared with another's only as probabilities.
            var row = scores.Span.Slice(i * (n + 1), n + 1);
            row[i + 1] = -1e4f;
            var max = float.NegativeInfinity;
            foreach (var s in row)
            {
                max = MathF.Max(max, s);
            }

            foreach (ref var s in row)
            {
                s -= max;
            }
        }

        SpanningTree.Decode(n, scores.Span, room.Heads.AsSpan(first, n));
    }

    // From steps to sequences, all that is known of a word side by side.
    private void Arrange(SyntaxRoom room)
    {
        var (batch, input, layer, width) = (room.Batch, Shape.InputSize, Shape.LayerSize, EncodingSize);
        _ = room.Top.Reserve(batch.Rows * width);
        for (var place = 0; place < batch.Count; place++)
        {
            var first = room.FirstWord(batch.Order[place]);
            for (var t = 0; t < batch.Lengths[place]; t++)
            {
                var to = room.Top.Span.Slice((first + t) * width, width);
                var row = batch.Row(place, t);
                room.Kinds.Span.Slice(room.KindOf[row] * input, input).CopyTo(to);
                room.First.Span.Slice(row * layer, layer).CopyTo(to[input..]);
                room.Second.Span.Slice(row * layer, layer).CopyTo(to[(input + layer)..]);
            }
        }
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
}
