using System.IO.Compression;
using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Text.Repair;

/// <summary>
/// Two logistic models over <see cref="QuotationFeatures"/>: the first looks at each candidate alone, the second also at
/// what the first found around it. Immutable.
/// </summary>
internal sealed class QuotationModel
{
    /// <summary>Name of the embedded weights.</summary>
    public const string ResourceName = "BriefingGen.Language.Models.quotation.bin";

    private readonly sbyte[] _alone;
    private readonly sbyte[] _among;
    private readonly float _scale;

    /// <summary>Makes a model of quantised weights.</summary>
    public QuotationModel(sbyte[] alone, sbyte[] among, float scale) =>
        (_alone, _among, _scale) = (alone, among, scale);

    /// <summary>Reads the embedded weights.</summary>
    /// <exception cref="InvalidDataException">The resource is missing or damaged.</exception>
    public static QuotationModel Load()
    {
        using var resource =
            typeof(QuotationModel).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidDataException($"The resource {ResourceName} is missing.");
        using var brotli = new BrotliStream(resource, CompressionMode.Decompress);
        using var reader = new BinaryReader(brotli);
        var scale = reader.ReadSingle();
        var bytes = reader.ReadBytes(2 * QuotationFeatures.Size);
        if (bytes.Length != 2 * QuotationFeatures.Size)
        {
            throw new InvalidDataException($"The resource {ResourceName} is damaged.");
        }

        var weights = (sbyte[])(Array)bytes;
        return new QuotationModel(weights[..QuotationFeatures.Size], weights[QuotationFeatures.Size..], scale);
    }

    /// <summary>Writes the weights as <see cref="Load"/> reads them.</summary>
    public void Save(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        writer.Write(_scale);
        writer.Write((byte[])(Array)_alone);
        writer.Write((byte[])(Array)_among);
    }

    /// <summary>The probability that each candidate is direct speech.</summary>
    public float[] Predict(Document document, IReadOnlyList<QuotationCandidate> candidates)
    {
        var features = new int[QuotationFeatures.Most];
        var first = new float[candidates.Count];
        for (var i = 0; i < first.Length; i++)
        {
            first[i] = Probability(
                _alone,
                features.AsSpan(0, QuotationFeatures.Extract(document, candidates[i], features))
            );
        }

        var second = new float[first.Length];
        for (var i = 0; i < first.Length; i++)
        {
            var count = QuotationFeatures.Extract(document, candidates[i], features);
            count = QuotationFeatures.Extend(document, candidates, first, i, features, count);
            second[i] = Probability(_among, features.AsSpan(0, count));
        }

        return second;
    }

    private float Probability(sbyte[] weights, ReadOnlySpan<int> features)
    {
        var sum = 0;
        foreach (var feature in features)
        {
            sum += weights[feature];
        }

        return 1 / (1 + MathF.Exp(-sum * _scale));
    }
}
