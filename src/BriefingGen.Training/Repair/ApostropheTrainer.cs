using BriefingGen.Language.Text.Repair;

namespace BriefingGen.Training.Repair;

/// <summary>
/// Trains <see cref="ApostropheModel"/>: multinomial logistic regression with AdaGrad steps (Duchi et al. 2011) and
/// truncation of small weights, over words that may have lost an apostrophe. The same seed gives the same weights.
/// </summary>
internal sealed class ApostropheTrainer
{
    private const int Epochs = 8;
    private const float Rate = 0.15f;
    private readonly List<(int[] Features, string Word, int Class)> _examples = [];

    /// <summary>Adds the words of a text.</summary>
    public void Add(LossyText text)
    {
        var features = new int[ApostropheFeatures.Most];
        ForEachCandidate(
            text,
            (words, i, lookup) =>
            {
                var word = text.Degraded[words[i].Start..words[i].End];
                var count = ApostropheFeatures.Extract(text.Degraded, words, i, lookup, features);
                _examples.Add((features[..count], word, (int)Gold(text, words[i])));
            }
        );
    }

    /// <summary>The class of a word in the clean text.</summary>
    public static LostApostrophe Gold(LossyText text, SurfaceWord word)
    {
        var form = text.Degraded.AsSpan(word.Start, word.Length);
        var place = Contractions.Place(form);
        if (place > 0)
        {
            return text.Apostrophes.Contains(word.Start + place) ? LostApostrophe.Contraction : LostApostrophe.None;
        }

        if (text.Apostrophes.Contains(word.End - 1))
        {
            return LostApostrophe.BeforeS;
        }

        return text.Apostrophes.Contains(word.End) && word.End < text.Degraded.Length && text.Degraded[word.End] == ' '
            ? LostApostrophe.AfterS
            : LostApostrophe.None;
    }

    /// <summary>Calls <paramref name="visit"/> with the words of each paragraph at every candidate.</summary>
    public static void ForEachCandidate(
        LossyText text,
        Action<List<SurfaceWord>, int, HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> visit
    )
    {
        var paragraphs = new List<List<SurfaceWord>>();
        var vocabulary = new HashSet<string>(StringComparer.Ordinal);
        var start = 0;
        foreach (var line in text.Degraded.Split('\n'))
        {
            var words = SurfaceWord.Scan(text.Degraded, start, start + line.Length);
            paragraphs.Add(words);
            vocabulary.UnionWith(words.Select(word => text.Degraded[word.Start..word.End]));
            start += line.Length + 1;
        }

        var lookup = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var words in paragraphs)
        {
            for (var i = 0; i < words.Count; i++)
            {
                if (
                    words[i].IsWord
                    && ApostropheFeatures.IsCandidate(text.Degraded.AsSpan(words[i].Start, words[i].Length))
                )
                {
                    visit(words, i, lookup);
                }
            }
        }
    }

    /// <summary>Trains on what was added.</summary>
    public ApostropheModel Train(int seed)
    {
        const int classes = ApostropheModel.Classes;
        var weights = new float[ApostropheFeatures.Size * classes];
        var squares = new float[weights.Length];
        var order = Enumerable.Range(0, _examples.Count).ToArray();
        var random = new Random(seed);
        Span<float> scores = stackalloc float[classes];
        Span<float> probabilities = stackalloc float[classes];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                var (features, word, gold) = _examples[index];
                scores.Clear();
                foreach (var feature in features)
                {
                    for (var c = 0; c < classes; c++)
                    {
                        scores[c] += weights[feature * classes + c];
                    }
                }

                ApostropheModel.Normalize(word, scores, probabilities);
                for (var c = 0; c < classes; c++)
                {
                    var gradient = (c == gold ? 1 : 0) - probabilities[c];
                    if (MathF.Abs(gradient) < 0.001f || (probabilities[c] == 0 && c != gold))
                    {
                        continue;
                    }

                    foreach (var feature in features)
                    {
                        var at = feature * classes + c;
                        squares[at] += gradient * gradient;
                        weights[at] += Rate * gradient / MathF.Sqrt(squares[at] + 0.01f);
                    }
                }
            }
        }

        return Quantise(weights);
    }

    // One byte a weight; the few beyond the range are clipped.
    private static ApostropheModel Quantise(float[] weights)
    {
        const float scale = 2.5f / 127;
        var bytes = new sbyte[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            bytes[i] = (sbyte)Math.Clamp(MathF.Round(weights[i] / scale), -127, 127);
        }

        return new ApostropheModel(bytes, scale);
    }
}
