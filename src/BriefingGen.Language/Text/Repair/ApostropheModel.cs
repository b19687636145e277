using System.Buffers.Binary;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Text.Repair;

/// <summary>
/// A tagger of words that lost their marks, and a multinomial logistic model over <see cref="ApostropheFeatures"/>: the
/// probability of each <see cref="LostApostrophe"/> at a word. Immutable.
/// </summary>
internal sealed class ApostropheModel
{
    /// <summary>Name of the model.</summary>
    public const string Component = "apostrophe";

    /// <summary>Number of classes.</summary>
    public const int Classes = 4;

    private readonly IScorer _weights;
    private readonly float _scale;

    /// <summary>Makes a model of the sections of a file.</summary>
    /// <param name="words">What is known of words.</param>
    /// <param name="file">The trained model.</param>
    /// <exception cref="ModelFormatException">It is damaged.</exception>
    public ApostropheModel(WordTable words, ModelFile file)
    {
        Tags = new SurfaceTags(file.Lines("tags"));
        var tagger = LinearModel.Read(file.Section("tagger"));
        var weights = LinearModel.Read(file.Section("weights"));
        var scale = file.Section("scale");
        if (tagger.Classes != Tags.Names.Length || weights.Classes != Classes || scale.Length != sizeof(float))
        {
            throw new ModelFormatException("its parts do not fit together.");
        }

        Tagger = new SurfaceTagger(words, tagger);
        _weights = weights;
        _scale = BinaryPrimitives.ReadSingleLittleEndian(scale);
    }

    /// <summary>Names of the tags.</summary>
    public SurfaceTags Tags { get; }

    /// <summary>Tags the words around a candidate.</summary>
    public SurfaceTagger Tagger { get; }

    /// <summary>Reads the embedded model and the table of words.</summary>
    /// <exception cref="ModelFormatException">One is missing or damaged.</exception>
    public static ApostropheModel Load() =>
        new(WordTable.Read(ModelFile.Embedded(WordTable.Component)), ModelFile.Embedded(Component));

    /// <summary>Writes the probability of each class into <paramref name="probabilities"/>; classes that the word's form excludes get 0.</summary>
    public void Predict(ReadOnlySpan<char> word, ReadOnlySpan<uint> features, Span<float> probabilities)
    {
        Span<int> sums = stackalloc int[Classes];
        Span<float> scores = stackalloc float[Classes];
        _weights.Score(features, sums);
        for (var c = 0; c < Classes; c++)
        {
            scores[c] = sums[c] * _scale;
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
