using System.IO.Compression;

namespace BriefingGen.Language.Text.Repair;

/// <summary>
/// A multinomial logistic model over <see cref="ApostropheFeatures"/>: the probability of each
/// <see cref="LostApostrophe"/> at a word. Weights are bytes times a common scale. Immutable.
/// </summary>
internal sealed class ApostropheModel
{
    /// <summary>Number of classes.</summary>
    public const int Classes = 4;

    /// <summary>Name of the embedded weights.</summary>
    public const string ResourceName = "BriefingGen.Language.Models.apostrophe.bin";

    private readonly sbyte[] _weights;
    private readonly float _scale;

    /// <summary>Makes a model.</summary>
    /// <param name="weights">Feature by feature, the weights of its classes.</param>
    /// <param name="scale">What one step of a weight is worth.</param>
    public ApostropheModel(sbyte[] weights, float scale) => (_weights, _scale) = (weights, scale);

    /// <summary>Reads the embedded weights.</summary>
    /// <exception cref="InvalidDataException">The resource is missing or damaged.</exception>
    public static ApostropheModel Load()
    {
        using var resource =
            typeof(ApostropheModel).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidDataException($"The resource {ResourceName} is missing.");
        using var brotli = new BrotliStream(resource, CompressionMode.Decompress);
        using var reader = new BinaryReader(brotli);
        var scale = reader.ReadSingle();
        var bytes = reader.ReadBytes(ApostropheFeatures.Size * Classes);
        if (bytes.Length != ApostropheFeatures.Size * Classes)
        {
            throw new InvalidDataException($"The resource {ResourceName} is damaged.");
        }

        return new ApostropheModel((sbyte[])(Array)bytes, scale);
    }

    /// <summary>Writes the weights as <see cref="Load"/> reads them.</summary>
    public void Save(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        writer.Write(_scale);
        writer.Write((byte[])(Array)_weights);
    }

    /// <summary>Writes the probability of each class into <paramref name="probabilities"/>; classes that the word's form excludes get 0.</summary>
    public void Predict(ReadOnlySpan<char> word, ReadOnlySpan<int> features, Span<float> probabilities)
    {
        Span<float> scores = stackalloc float[Classes];
        foreach (var feature in features)
        {
            var at = feature * Classes;
            for (var c = 0; c < Classes; c++)
            {
                scores[c] += _weights[at + c];
            }
        }

        for (var c = 0; c < Classes; c++)
        {
            scores[c] *= _scale;
        }

        Normalize(word, scores, probabilities);
    }

    /// <summary>Softmax over the classes that the word's form allows.</summary>
    public static void Normalize(ReadOnlySpan<char> word, ReadOnlySpan<float> scores, Span<float> probabilities)
    {
        var isContraction = Contractions.Place(word) > 0;
        var endsInS = word[^1] is 's' or 'S';
        var (sum, top) = (0f, float.NegativeInfinity);
        for (var c = 0; c < Classes; c++)
        {
            top = Allows(c, isContraction, endsInS) ? Math.Max(top, scores[c]) : top;
        }

        for (var c = 0; c < Classes; c++)
        {
            probabilities[c] = Allows(c, isContraction, endsInS) ? MathF.Exp(scores[c] - top) : 0;
            sum += probabilities[c];
        }

        for (var c = 0; c < Classes; c++)
        {
            probabilities[c] /= sum;
        }
    }

    private static bool Allows(int type, bool isContraction, bool endsInS) =>
        (LostApostrophe)type switch
        {
            LostApostrophe.None => true,
            LostApostrophe.Contraction => isContraction,
            _ => endsInS && !isContraction,
        };
}
