using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;
using BriefingGen.Language.Text.Repair;

namespace BriefingGen.Training.Repair;

/// <summary>
/// Trains <see cref="QuotationModel"/> on news whose quotation marks were taken away: binary logistic regression with
/// AdaGrad steps. The second model learns from the first one's answers on articles that it has not seen (two halves).
/// </summary>
internal sealed class QuotationTrainer(ApostropheModel apostrophes)
{
    private const int Epochs = 6;
    private const float Rate = 0.1f;
    private const float Scale = 2.5f / 127;

    // Rarer features tell of single articles.
    private const int LeastSeen = 5;

    // From this share of its characters in quotation marks on, a candidate is direct speech.
    private const double Whole = 0.85;

    private readonly ApostropheRestorer _restorer = new(apostrophes);
    private readonly List<(Document Document, ImmutableArray<QuotationCandidate> Candidates, bool[] Gold)> _texts = [];

    /// <summary>Adds an article.</summary>
    public void Add(LossyText text) => _texts.Add(Read(text));

    /// <summary>Trains on what was added.</summary>
    public QuotationModel Train(int seed)
    {
        var halves = new[]
        {
            Fit(_texts.Where(static (_, i) => i % 2 == 0).SelectMany(Alone), seed),
            Fit(_texts.Where(static (_, i) => i % 2 == 1).SelectMany(Alone), seed),
        };
        var among = Fit(_texts.SelectMany((text, i) => Among(text, halves[1 - (i % 2)])), seed);
        return new QuotationModel(Quantise(Fit(_texts.SelectMany(Alone), seed)), Quantise(among), Scale);
    }

    /// <summary>Precision and recall over candidates and over characters.</summary>
    public string Report(string name, IEnumerable<LossyText> texts, QuotationModel model)
    {
        var (hits, found, gold) = (0, 0, 0);
        var (rightCharacters, characters, quoted) = (0, 0, 0);
        foreach (var text in texts)
        {
            var (document, candidates, labels) = Read(text);
            var probabilities = model.Predict(document, candidates);
            var isSpeech = QuotationRestorer.Decide(document, candidates, probabilities);
            quoted += text.Quoted.Count(static q => q);
            for (var i = 0; i < candidates.Length; i++)
            {
                var isFound = isSpeech[i];
                gold += labels[i] ? 1 : 0;
                found += isFound ? 1 : 0;
                hits += isFound && labels[i] ? 1 : 0;
                if (isFound)
                {
                    var span = document.SpanOf(candidates[i].First, candidates[i].End);
                    characters += span.Length;
                    rightCharacters += text.Quoted.AsSpan(span.Start, span.Length).Count(true);
                }
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {gold} stretches of speech, precision {100.0 * hits / found:F1}, recall {100.0 * hits / gold:F1}; of the characters put in marks {100.0 * rightCharacters / characters:F1} % stood there, and {100.0 * rightCharacters / quoted:F1} % of all in marks were found"
        );
    }

    private (Document Document, ImmutableArray<QuotationCandidate> Candidates, bool[] Gold) Read(LossyText text)
    {
        var source = new SourceText(text.Degraded);
        var raw = new Document(source, TextRegions.FromPlainText(source), null);
        var edits = _restorer.Find(raw, CancellationToken.None).ToImmutableArray();
        var document = QuotationRestorer.Draft(raw, edits, CancellationToken.None);
        var candidates = QuotationCandidates.Find(document);
        var gold = candidates
            .Select(candidate =>
            {
                var span = document.SpanOf(candidate.First, candidate.End);
                return text.Quoted.AsSpan(span.Start, span.Length).Count(true) >= Whole * span.Length;
            })
            .ToArray();
        return (document, candidates, gold);
    }

    private static IEnumerable<(int[] Features, bool Gold)> Alone(
        (Document Document, ImmutableArray<QuotationCandidate> Candidates, bool[] Gold) text
    )
    {
        var features = new int[QuotationFeatures.Most];
        for (var i = 0; i < text.Gold.Length; i++)
        {
            var count = QuotationFeatures.Extract(text.Document, text.Candidates[i], features);
            yield return (features[..count], text.Gold[i]);
        }
    }

    private static IEnumerable<(int[] Features, bool Gold)> Among(
        (Document Document, ImmutableArray<QuotationCandidate> Candidates, bool[] Gold) text,
        float[] first
    )
    {
        var features = new int[QuotationFeatures.Most];
        var answers = new float[text.Gold.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            var count = QuotationFeatures.Extract(text.Document, text.Candidates[i], features);
            answers[i] = Probability(first, features.AsSpan(0, count));
        }

        for (var i = 0; i < answers.Length; i++)
        {
            var count = QuotationFeatures.Extract(text.Document, text.Candidates[i], features);
            count = QuotationFeatures.Extend(text.Document, text.Candidates, answers, i, features, count);
            yield return (features[..count], text.Gold[i]);
        }
    }

    private static float[] Fit(IEnumerable<(int[] Features, bool Gold)> examples, int seed)
    {
        var all = examples.ToArray();
        var counts = new int[QuotationFeatures.Size];
        foreach (var feature in all.SelectMany(static example => example.Features))
        {
            counts[feature]++;
        }

        var random = new Random(seed);
        var weights = new float[QuotationFeatures.Size];
        var squares = new float[weights.Length];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(all);
            foreach (var (features, gold) in all)
            {
                var gradient = (gold ? 1 : 0) - Probability(weights, features);
                foreach (var feature in features)
                {
                    if (counts[feature] < LeastSeen)
                    {
                        continue;
                    }

                    // A little decay keeps rare words from deciding alone.
                    var step = gradient - (0.002f * weights[feature]);
                    squares[feature] += step * step;
                    weights[feature] += Rate * step / MathF.Sqrt(squares[feature] + 0.1f);
                }
            }
        }

        return weights;
    }

    private static float Probability(float[] weights, ReadOnlySpan<int> features)
    {
        var sum = 0f;
        foreach (var feature in features)
        {
            sum += weights[feature];
        }

        return 1 / (1 + MathF.Exp(-sum));
    }

    private static sbyte[] Quantise(float[] weights) =>
        Array.ConvertAll(weights, static weight => (sbyte)Math.Clamp(MathF.Round(weight / Scale), -127, 127));
}
