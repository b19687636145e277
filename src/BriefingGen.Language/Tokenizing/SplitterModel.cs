using BriefingGen.Language.Models;

namespace BriefingGen.Language.Tokenizing;

/// <summary>Logistic model of sentence ends over <see cref="SplitterFeatures"/>. Immutable.</summary>
internal sealed class SplitterModel
{
    /// <summary>Name of the component's model file.</summary>
    public const string Component = "splitter";

    /// <summary>What one step of a stored weight is worth.</summary>
    public const float Step = 1f / 32;

    private readonly sbyte[] _weights;
    private readonly byte[] _verbClasses;

    /// <summary>Makes a model.</summary>
    /// <param name="weights">One weight a feature, in steps.</param>
    /// <param name="verbClasses">For each class of the words' table 1 where such words are mostly finite verbs.</param>
    public SplitterModel(sbyte[] weights, byte[] verbClasses) => (_weights, _verbClasses) = (weights, verbClasses);

    /// <summary>For each class of the words' table 1 where such words are mostly finite verbs.</summary>
    public ReadOnlyMemory<byte> VerbClasses => _verbClasses;

    /// <summary>Reads a model file.</summary>
    /// <exception cref="ModelFormatException">It is damaged.</exception>
    public static SplitterModel Read(ModelFile file)
    {
        var weights = file.Section("weights");
        var verbs = file.Section("verbs");
        if (weights.Length != SplitterFeatures.Size || verbs.Length != 256)
        {
            throw new ModelFormatException("the splitter's weights are cut off.");
        }

        return new SplitterModel((sbyte[])(Array)weights, verbs);
    }

    /// <summary>Writes the model into a file.</summary>
    public void Write(ModelFile file)
    {
        file.Add("weights", (byte[])(Array)_weights);
        file.Add("verbs", _verbClasses);
    }

    /// <summary>Log odds, in steps, that a sentence ends before word <paramref name="i"/>.</summary>
    public int Score(ReadOnlySpan<SplitterWord> words, int i)
    {
        Span<int> features = stackalloc int[SplitterFeatures.Most];
        var count = SplitterFeatures.Extract(words, i, features);
        var sum = 0;
        foreach (var feature in features[..count])
        {
            sum += _weights[feature];
        }

        return sum;
    }
}
