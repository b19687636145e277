using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;
using BriefingGen.Language.Tagging;

namespace BriefingGen.Training;

/// <summary>Trains the tagger.</summary>
internal static class TaggerTrainer
{
    private const int MinTagCount = 3;

    /// <summary>All pairs of tags that occur often enough, in a fixed order.</summary>
    public static TagSet TagsOf(IEnumerable<TrainSentence> sentences) =>
        new(
            sentences
                .SelectMany(static s => s.Upos.Zip(s.Xpos))
                .GroupBy(static t => t)
                .Where(static g => g.Count() >= MinTagCount)
                .OrderBy(static g => g.Key.First)
                .ThenBy(static g => g.Key.Second, StringComparer.Ordinal)
                .Select(static g => g.Key)
        );

    /// <summary>Trains on described sentences.</summary>
    public static Perceptron Train(IReadOnlyList<TrainSentence> sentences, TagSet tags, int epochs, int seed)
    {
        var random = new Random(seed);
        var model = new Perceptron(tags.Tags.Length);
        var order = sentences.ToList();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            Corpus.Shuffle(order, random);
            var (right, all) = (0, 0);
            foreach (var sentence in order)
            {
                right += Learn(sentence, model);
                all += sentence.Length;
            }

            Console.Error.WriteLine(
                $"tagger, epoch {epoch + 1} of {epochs}: {100.0 * right / all:F2} on training words"
            );
        }

        return model;
    }

    /// <summary>Share of words, in per cent, whose universal tag (and whose Penn tag) is right.</summary>
    public static (double Upos, double Xpos) Evaluate(
        IReadOnlyList<TrainSentence> sentences,
        TagSet tags,
        IScorer model
    )
    {
        var (upos, xpos, all) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            var found = new byte[sentence.Length];
            PerceptronTagger.Tag(sentence.Words, model, found);
            for (var i = 0; i < found.Length; i++)
            {
                upos += tags.Tags[found[i]].Upos == sentence.Upos[i] ? 1 : 0;
                xpos += tags.Tags[found[i]].Xpos == sentence.Xpos[i] ? 1 : 0;
                all++;
            }
        }

        return (100.0 * upos / all, 100.0 * xpos / all);
    }

    private static int Learn(TrainSentence sentence, Perceptron model)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Count];
        Span<int> scores = stackalloc int[model.Classes];
        var tags = new byte[sentence.Length];
        var isHeadline = TagFeatures.IsHeadline(sentence.Words);
        var right = 0;
        for (var i = 0; i < sentence.Length; i++)
        {
            TagFeatures.Extract(sentence.Words, i, tags, isHeadline, features);
            model.Score(features, scores);
            var best = PerceptronTagger.Best(scores);
            tags[i] = (byte)best;
            model.Tick();
            var gold = sentence.Gold[i];
            if (best == gold)
            {
                right++;
            }
            else if (gold >= 0)
            {
                model.Update(features, gold, best);
            }
        }

        return right;
    }
}
