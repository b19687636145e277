using System.Buffers.Binary;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Text.Repair;

/// <summary>
/// Two logistic models over <see cref="QuotationFeatures"/>: the first looks at each candidate alone, the second also at
/// what the first found around it. Immutable.
/// </summary>
internal sealed class QuotationModel
{
    /// <summary>Name of the model.</summary>
    public const string Component = "quotation";

    private readonly sbyte[] _alone;
    private readonly sbyte[] _among;
    private readonly float _scale;

    /// <summary>Makes a model of quantised weights.</summary>
    public QuotationModel(sbyte[] alone, sbyte[] among, float scale) =>
        (_alone, _among, _scale) = (alone, among, scale);

    /// <summary>Makes a model of the sections of a file.</summary>
    /// <exception cref="ModelFormatException">It is damaged.</exception>
    public QuotationModel(ModelFile file)
        : this((sbyte[])(Array)file.Section("alone"), (sbyte[])(Array)file.Section("among"), Scale(file))
    {
        if (_alone.Length != QuotationFeatures.Size || _among.Length != QuotationFeatures.Size)
        {
            throw new ModelFormatException("it has not the weights of its features.");
        }
    }

    /// <summary>Reads the embedded model.</summary>
    /// <exception cref="ModelFormatException">It is missing or damaged.</exception>
    public static QuotationModel Load() => new(ModelFile.Embedded(Component));

    /// <summary>The sections that a model is made of.</summary>
    public ModelFile ToFile()
    {
        var scale = new byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(scale, _scale);
        var file = new ModelFile();
        file.Add("alone", (byte[])(Array)_alone);
        file.Add("among", (byte[])(Array)_among);
        file.Add("scale", scale);
        return file;
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

    private static float Scale(ModelFile file) =>
        file.Section("scale") is { Length: sizeof(float) } bytes
            ? BinaryPrimitives.ReadSingleLittleEndian(bytes)
            : throw new ModelFormatException("it has no scale.");

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
