using System.Collections.Immutable;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;
using BriefingGen.Language.Text;
using BriefingGen.Language.Tokenizing;

namespace BriefingGen.Training.Splitting;

/// <summary>
/// Trains <see cref="SplitterModel"/>: logistic regression by stochastic gradient descent with AdaGrad steps and a light
/// L2 penalty, weights averaged over the last rounds. The seed is fixed: the same data gives the same weights.
/// </summary>
internal sealed class SplitterTrainer(WordTable words, byte[] verbClasses)
{
    private const float Rate = 0.1f;
    private const float Penalty = 0.001f;

    // Rarer features tell of single texts.
    private const int LeastSeen = 3;

    private readonly SplitterReader _reader = new(words, verbClasses);
    private readonly List<int> _features = [];
    private readonly List<(int From, int To, bool IsEnd)> _gaps = [];

    /// <summary>Adds the gaps of a text.</summary>
    public void Add(SplitterText text)
    {
        var features = new int[SplitterFeatures.Most];
        foreach (var (region, tokens) in Regions(text))
        {
            for (var i = 1; i < region.Length; i++)
            {
                if (SplitterFeatures.IsCandidate(region, i))
                {
                    var count = SplitterFeatures.Extract(region, i, features);
                    var from = _features.Count;
                    _features.AddRange(features.AsSpan(0, count));
                    _gaps.Add((from, _features.Count, text.Starts.Contains(tokens[i].Reading.Start)));
                }
            }
        }
    }

    /// <summary>Number of gaps that were added.</summary>
    public int Count => _gaps.Count;

    /// <summary>Trains on what was added.</summary>
    public SplitterModel Train(int epochs, int seed)
    {
        var features = _features.ToArray();
        var counts = new int[SplitterFeatures.Size];
        foreach (var feature in features)
        {
            counts[feature]++;
        }

        var order = Enumerable.Range(0, _gaps.Count).ToArray();
        var random = new Random(seed);
        var weights = new float[SplitterFeatures.Size];
        var squares = new float[SplitterFeatures.Size];
        var sums = new float[SplitterFeatures.Size];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var gap in order)
            {
                var (from, to, isEnd) = _gaps[gap];
                Step(features.AsSpan(from, to - from), isEnd, weights, squares, counts);
            }

            for (var i = 0; epoch >= epochs / 2 && i < weights.Length; i++)
            {
                sums[i] += weights[i] / (epochs - (epochs / 2));
            }
        }

        return new SplitterModel(Array.ConvertAll(sums, Quantise), verbClasses);
    }

    /// <summary>The described words of each region of a text, with their tokens.</summary>
    private IEnumerable<(SplitterWord[] Words, ImmutableArray<Token> Tokens)> Regions(SplitterText text)
    {
        var reading = new RepairedText(new SourceText(text.Text), []);
        foreach (var region in text.Regions)
        {
            var tokens = ImmutableArray.CreateBuilder<Token>();
            EnglishTokenizer.Tokenize(reading, region.Start, region.End, tokens);
            if (tokens.Count > 0)
            {
                yield return (_reader.Read(text.Text, tokens, 0), tokens.DrainToImmutable());
            }
        }
    }

    private static void Step(ReadOnlySpan<int> features, bool isEnd, float[] weights, float[] squares, int[] counts)
    {
        var sum = 0f;
        foreach (var feature in features)
        {
            sum += weights[feature];
        }

        var gradient = (isEnd ? 1 : 0) - (1 / (1 + MathF.Exp(-sum)));
        if (MathF.Abs(gradient) < 1e-3f)
        {
            return;
        }

        foreach (var feature in features)
        {
            if (counts[feature] >= LeastSeen)
            {
                var step = gradient - (Penalty * weights[feature]);
                squares[feature] += step * step;
                weights[feature] += Rate * step / MathF.Sqrt(squares[feature] + 0.1f);
            }
        }
    }

    private static sbyte Quantise(float weight) =>
        (sbyte)Math.Clamp(MathF.Round(weight / SplitterModel.Step), -127, 127);
}
