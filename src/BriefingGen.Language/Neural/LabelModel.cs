using BriefingGen.Language.Models;

namespace BriefingGen.Language.Neural;

/// <summary>
/// A network that labels words: what the encoder saw and features of the word, one bidirectional layer, scores. Immutable
/// and thread-safe; a thread brings its own <see cref="LabelRoom"/>.
/// </summary>
internal sealed unsafe class LabelModel
{
    private readonly DenseLayer _project;
    private readonly EmbeddingTable _features;
    private readonly LstmLayer _layer;
    private readonly DenseLayer _scores;

    /// <summary>Reads the network.</summary>
    /// <param name="file">The model file.</param>
    /// <param name="prefix">What its matrices' names begin with.</param>
    /// <exception cref="ModelFormatException">The file is damaged or of another form.</exception>
    public LabelModel(ModelFile file, string prefix = "")
    {
        Shape = LabelShape.Parse(file.Lines(prefix + "shape")[0]);
        _project = new DenseLayer(file, prefix + "project", Shape.DenseSize, Shape.ProjectedSize);
        _features = WeightFile.ReadTable(file, prefix + "features", Shape.FeatureSize);
        _layer = new LstmLayer(file, prefix + "layer", Shape.InputSize, Shape.Units);
        _scores = new DenseLayer(file, prefix + "scores", 2 * Shape.Units, Shape.Outputs);
        if (_features.Rows != Shape.Features)
        {
            throw new ModelFormatException($"it has {_features.Rows} features, not {Shape.Features}.");
        }
    }

    public LabelShape Shape { get; }

    /// <summary>Name of the weights of neighbours in a group of scores.</summary>
    public static string PairsName(int group) =>
        "pairs." + group.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Reads the decoder of a group of scores.</summary>
    /// <exception cref="ModelFormatException">Its weights are missing or of other sizes.</exception>
    public static ChainDecoder Decoder(
        ModelFile file,
        int group,
        int classes,
        Func<int, int, bool>? mayFollow = null,
        string prefix = ""
    ) => new(classes, WeightFile.Read(file, prefix + PairsName(group), classes + 1, classes).Span, mayFollow);

    /// <summary>
    /// Reads sequences whose words' features the room holds, word after word of sequence after sequence, and leaves their
    /// scores in <see cref="LabelRoom.Scores"/> in the same order.
    /// </summary>
    /// <param name="room">The room.</param>
    /// <param name="dense">The encoder's rows of the same words.</param>
    public void Run(LabelRoom room, ReadOnlySpan<float> dense)
    {
        var (batch, rows) = (room.Batch, room.Batch.Rows);
        if (dense.Length != rows * Shape.DenseSize)
        {
            throw new ArgumentException($"{dense.Length} numbers are not the rows of {rows} words.", nameof(dense));
        }

        var projected = room.Projected.Reserve(rows * Shape.ProjectedSize);
        fixed (float* words = dense)
        {
            _project.Apply(rows, words, Shape.DenseSize, projected.Pointer, Shape.ProjectedSize);
        }

        Activation.LeakyRelu(projected.Span);
        var input = room.Input.ReserveClear(rows * Shape.InputSize);
        for (var place = 0; place < batch.Count; place++)
        {
            for (var t = 0; t < batch.Lengths[place]; t++)
            {
                var word = room.FirstWord(batch.Order[place]) + t;
                var to = input.Span.Slice(batch.Row(place, t) * Shape.InputSize, Shape.InputSize);
                projected.Span.Slice(word * Shape.ProjectedSize, Shape.ProjectedSize).CopyTo(to);
                foreach (var feature in room.FeaturesOf(word))
                {
                    _features.Add(feature, to[Shape.ProjectedSize..]);
                }
            }
        }

        var layer = 2 * Shape.Units;
        var hidden = room.Hidden.Reserve(rows * layer);
        _layer.Apply(batch, input.Pointer, Shape.InputSize, hidden.Pointer, room.Gates, room.Cells);
        var byStep = room.ByStep.Reserve(rows * Shape.Outputs);
        _scores.Apply(rows, hidden.Pointer, layer, byStep.Pointer, Shape.Outputs);
        _ = room.Scores.Reserve(rows * Shape.Outputs);
        for (var place = 0; place < batch.Count; place++)
        {
            for (var t = 0; t < batch.Lengths[place]; t++)
            {
                var word = room.FirstWord(batch.Order[place]) + t;
                byStep
                    .Span.Slice(batch.Row(place, t) * Shape.Outputs, Shape.Outputs)
                    .CopyTo(room.Scores.Span.Slice(word * Shape.Outputs, Shape.Outputs));
            }
        }
    }
}

/// <summary>The room that one thread needs to run a <see cref="LabelModel"/>.</summary>
internal sealed class LabelRoom
{
    private readonly List<int> _features = [];
    private readonly List<int> _featureEnd = [];
    private int[] _firstWord = [];

    public SequenceBatch Batch { get; } = new();
    public FloatBuffer Projected { get; } = new();
    public FloatBuffer Input { get; } = new();
    public FloatBuffer Hidden { get; } = new();
    public FloatBuffer Gates { get; } = new();
    public FloatBuffer Cells { get; } = new();
    public FloatBuffer ByStep { get; } = new();
    public FloatBuffer Scores { get; } = new();

    /// <summary>Index of a sequence's first word.</summary>
    public int FirstWord(int sequence) => _firstWord[sequence];

    /// <summary>Lays out sequences; their words are then added one by one.</summary>
    /// <param name="lengths">Lengths of the sequences.</param>
    public void Reset(ReadOnlySpan<int> lengths)
    {
        Batch.Reset(lengths);
        _firstWord = _firstWord.Length > lengths.Length ? _firstWord : new int[lengths.Length + 1];
        for (var i = 0; i < lengths.Length; i++)
        {
            _firstWord[i + 1] = _firstWord[i] + lengths[i];
        }

        _features.Clear();
        _featureEnd.Clear();
    }

    /// <summary>Adds the next word.</summary>
    public void Add(ReadOnlySpan<int> features)
    {
        _features.AddRange(features);
        _featureEnd.Add(_features.Count);
    }

    /// <summary>The features of a word.</summary>
    public ReadOnlySpan<int> FeaturesOf(int word)
    {
        var start = word == 0 ? 0 : _featureEnd[word - 1];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_features)[start.._featureEnd[word]];
    }
}
