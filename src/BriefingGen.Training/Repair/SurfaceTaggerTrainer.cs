using BriefingGen.Language.Models;
using BriefingGen.Language.Tagging;
using BriefingGen.Language.Text.Repair;

namespace BriefingGen.Training.Repair;

/// <summary>
/// Trains <see cref="SurfaceTagger"/> on the tagged texts: an averaged perceptron over words as they stand without their
/// marks.
/// </summary>
internal static class SurfaceTaggerTrainer
{
    private const int Epochs = 5;
    private const int MinTagCount = 8;
    private const int MinUpdates = 4;

    /// <summary>All tags that occur often enough, in a fixed order.</summary>
    public static SurfaceTags TagsOf(IEnumerable<RepairText> texts) =>
        new(
            texts
                .SelectMany(static text => text.Regions)
                .SelectMany(static region => region.Tags)
                .GroupBy(static tag => tag, StringComparer.Ordinal)
                .Where(static g => g.Count() >= MinTagCount && g.Key.Length > 0)
                .Select(static g => g.Key)
                .Order(StringComparer.Ordinal)
        );

    /// <summary>Trains and freezes.</summary>
    public static byte[] Train(IEnumerable<RepairText> texts, SurfaceTags tags, int seed)
    {
        var order = texts.SelectMany(static text => text.Regions).Where(static r => r.Tags.Length > 0).ToList();
        var gold = order.ToDictionary(
            static region => region,
            region => Array.ConvertAll(region.Tags, tag => Index(tags, tag))
        );
        var random = new Random(seed);
        var model = new Perceptron(tags.Names.Length);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            Corpus.Shuffle(order, random);
            foreach (var region in order)
            {
                Learn(region.Views, gold[region], model);
            }
        }

        return model.Freeze(MinUpdates);
    }

    // A rare joint tag counts as its first part.
    private static int Index(SurfaceTags tags, string tag) =>
        tags.Names.IndexOf(tag) is >= 0 and var index ? index : tags.Names.IndexOf(tag.Split('+')[0]);

    private static void Learn(SurfaceView[] views, int[] gold, Perceptron model)
    {
        Span<uint> features = stackalloc uint[SurfaceTagger.Features];
        Span<int> scores = stackalloc int[model.Classes];
        for (var i = 0; i < views.Length; i++)
        {
            SurfaceTagger.Extract(views, i, features);
            model.Score(features, scores);
            var best = SurfaceTagger.Best(scores);
            views[i].Tag = (byte)best;
            model.Tick();
            if (gold[i] >= 0 && gold[i] != best)
            {
                model.Update(features, gold[i], best);
            }
        }
    }
}
