using BriefingGen.Language.Neural;
using BriefingGen.Language.Parsing;

namespace BriefingGen.Training.Neural;

/// <summary>Hits over words.</summary>
internal record struct SyntaxHits(int Words, int Tags, int Heads, int Labels, double Loss)
{
    public static SyntaxHits operator +(SyntaxHits a, SyntaxHits b) =>
        new(a.Words + b.Words, a.Tags + b.Tags, a.Heads + b.Heads, a.Labels + b.Labels, a.Loss + b.Loss);
}

/// <summary>One worker's forward and backward pass through <see cref="SyntaxNet"/>, with all the room that it needs.</summary>
internal sealed unsafe partial class SyntaxWorker(SyntaxNet net, int worker)
{
    private const float FirstTagWeight = 0.5f;
    private const float NameWeight = 0.5f;

    private readonly SequenceBatch _batch = new();
    private readonly FloatBuffer _x = new();
    private readonly FloatBuffer _xMask = new();
    private readonly FloatBuffer _h1 = new();
    private readonly FloatBuffer _tag1 = new();
    private readonly FloatBuffer _in2 = new();
    private readonly FloatBuffer _in2Mask = new();
    private readonly FloatBuffer _h2 = new();
    private readonly FloatBuffer _top = new();
    private readonly FloatBuffer _topMask = new();
    private readonly FloatBuffer _tags = new();
    private readonly FloatBuffer _names = new();
    private readonly FloatBuffer _arc = new();
    private readonly FloatBuffer _arcMask = new();
    private readonly FloatBuffer _form = new();
    private readonly FloatBuffer _label = new();
    private readonly FloatBuffer _labelMask = new();
    private readonly FloatBuffer _scores = new();
    private readonly FloatBuffer _heads = new();
    private readonly FloatBuffer _pair = new();
    private readonly FloatBuffer _labels = new();
    private readonly FloatBuffer _dTop = new();
    private readonly FloatBuffer _dArc = new();
    private readonly FloatBuffer _dForm = new();
    private readonly FloatBuffer _dHeads = new();
    private readonly FloatBuffer _dPair = new();
    private readonly FloatBuffer _dLabel = new();
    private readonly FloatBuffer _dH2 = new();
    private readonly FloatBuffer _dIn2 = new();
    private readonly FloatBuffer _dTag1 = new();
    private readonly FloatBuffer _dH1 = new();
    private readonly FloatBuffer _dX = new();
    private readonly PackedMatrix _small = new();
    private IReadOnlyList<NeuralSentence> _sentences = [];
    private bool[] _wordDropped = [];
    private int[] _firstRow = [];
    private Noise _noise;

    private SyntaxShape Shape => net.Shape;
    private int Both => 2 * Shape.Units;

    /// <summary>Reads sentences, and learns from them.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="isTraining">False to read only, without noise.</param>
    /// <param name="scale">Factor of the loss, one over the words of all workers.</param>
    /// <param name="rates">Rates of noise.</param>
    /// <param name="noise">The worker's random numbers.</param>
    public SyntaxHits Run(
        IReadOnlyList<NeuralSentence> sentences,
        bool isTraining,
        float scale,
        DropRates rates,
        Noise noise
    )
    {
        if (sentences.Count == 0)
        {
            return default;
        }

        (_sentences, _noise) = (sentences, noise);
        _batch.Reset([.. sentences.Select(static s => s.Length)]);
        Encode(isTraining, rates);
        var hits = Predict(isTraining, scale, rates);
        if (isTraining)
        {
            Backward(scale);
        }

        return hits;
    }

    private NeuralSentence Sentence(int place) => _sentences[_batch.Order[place]];

    private void Encode(bool isTraining, DropRates rates)
    {
        var rows = _batch.Rows;
        Input(isTraining, rates);
        Noisy(_x, _xMask, rates.Input, isTraining);
        _ = _h1.Reserve(rows * Both);
        net.First.Forward(worker, _batch, _x.Pointer, Shape.InputSize, _h1.Pointer);
        _ = _tag1.Reserve(rows * Shape.Tags);
        var width = Both + Shape.TagSize;
        _ = _in2.Reserve(rows * width);
        net.FirstTags.Forward(rows, _h1.Pointer, Both, _tag1.Pointer, Shape.Tags);
        for (var r = 0; r < rows; r++)
        {
            _ = Activation.Softmax(_tag1.Span.Slice(r * Shape.Tags, Shape.Tags));
            _h1.Span.Slice(r * Both, Both).CopyTo(_in2.Span.Slice(r * width, Both));
        }

        net.TagEmbedding.Forward(rows, _tag1.Pointer, Shape.Tags, _in2.Pointer + Both, width);
        Noisy(_in2, _in2Mask, rates.Hidden, isTraining);
        _ = _h2.Reserve(rows * Both);
        net.Second.Forward(worker, _batch, _in2.Pointer, width, _h2.Pointer);
        Gather(rows);
        Noisy(_top, _topMask, rates.Hidden, isTraining);
    }

    // From steps to sentences: the words of a sentence one after another.
    private void Gather(int rows)
    {
        _firstRow = new int[_batch.Count + 1];
        _ = _top.Reserve(rows * Both);
        var at = 0;
        for (var s = 0; s < _batch.Count; s++)
        {
            _firstRow[s] = at;
            for (var t = 0; t < _batch.Lengths[s]; t++, at++)
            {
                _h2.Span.Slice(_batch.Row(s, t) * Both, Both).CopyTo(_top.Span.Slice(at * Both, Both));
            }
        }

        _firstRow[_batch.Count] = at;
    }

    private void Input(bool isTraining, DropRates rates)
    {
        var rows = _batch.Rows;
        var width = Shape.InputSize;
        _ = _x.ReserveClear(rows * width);
        _wordDropped = new bool[rows];
        for (var s = 0; s < _batch.Count; s++)
        {
            var sentence = Sentence(s);
            for (var t = 0; t < sentence.Length; t++)
            {
                var row = _batch.Row(s, t);
                var x = _x.Span.Slice(row * width, width);
                var type = sentence.Words[t];
                if (!isTraining || _noise.Next() >= rates.Vector)
                {
                    type.Vector.CopyTo(x);
                }

                // A word that was seen seldom is often read as one that was never seen.
                _wordDropped[row] = isTraining && _noise.Next() < Math.Max(rates.Word, 0.8f / (0.8f + type.Count));
                var word = _wordDropped[row] ? 0 : type.Word;
                new ReadOnlySpan<float>(net.Words.Row(word), Shape.WordSize).CopyTo(x[Shape.VectorSize..]);
                var parts = x[(Shape.VectorSize + Shape.WordSize)..];
                foreach (var part in type.Parts)
                {
                    Blocks.Add(new ReadOnlySpan<float>(net.Parts.Row(part), Shape.PartSize), parts);
                }
            }
        }
    }

    private void Noisy(FloatBuffer values, FloatBuffer mask, float rate, bool isTraining)
    {
        if (isTraining && rate > 0)
        {
            Blocks.Drop(mask.Reserve(values.Length).Span, values.Span, rate, ref _noise);
        }
    }
}

/// <summary>Rates of noise in training.</summary>
internal sealed record DropRates(
    float Input = 0.2f,
    float Hidden = 0.33f,
    float Mlp = 0.33f,
    float Word = 0.1f,
    float Vector = 0.05f
);
