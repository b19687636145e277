using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Claims;
using BriefingGen.Fusion.Events;

namespace BriefingGen.Training.Fusion;

/// <summary>
/// Trains the weights by which tellings of one event, and sayings of one claim, are joined on ECB+ dev, and prints how well topics
/// are joined by weights that were trained on the others. Claims are compared by the events that the tables before give.
/// </summary>
internal static class FusionTraining
{
    private const int Folds = 5;

    /// <summary>Trains, writes the tables and prints the scores.</summary>
    public static void Run(TrainingOptions options)
    {
        var topics = Topics(options).ToList();
        var folder = Path.Combine(options.Models, "..", "..", "BriefingGen", "Fusion");
        Train(
            "events",
            [.. topics.Select(t => t.Events)],
            EventFeatures.Names,
            Path.Combine(folder, "Events", EventScorer.Table),
            "tellings, trained on ECB+ dev: how likely two are one event."
        );
        Train(
            "claims",
            [.. topics.Select(t => t.Claims)],
            ClaimFeatures.Names,
            Path.Combine(folder, "Claims", ClaimScorer.Table),
            "positions, trained on ECB+ dev: how likely two are one claim.",
            ClaimFeatures.Signs
        );
    }

    private static void Train(
        string what,
        List<ILinkTopic> topics,
        string[] names,
        string path,
        string header,
        int[]? signs = null
    )
    {
        var links = default(LinkScore);
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Fit(topics.Where((_, i) => i % Folds != fold), names, signs);
            foreach (var topic in topics.Where((_, i) => i % Folds == fold))
            {
                links += topic.Score(weights);
            }
        }

        var all = Fit(topics, names, signs);
        Console.WriteLine($"{what} of ECB+ dev, {Folds} folds: {links}");
        var own = topics.Aggregate(default(LinkScore), (s, t) => s + t.Score(all));
        Console.WriteLine($"{what} of ECB+ dev, trained on it: {own}");
        File.WriteAllText(
            path,
            $"# Weights of a logistic regression over pairs of {header}\n" + string.Concat(names.Zip(all, Line))
        );
    }

    private static string Line(string name, double weight) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}\t{weight:0.00}\n");

    private static double[] Fit(IEnumerable<ILinkTopic> topics, string[] names, int[]? signs) =>
        LogisticRegression.Fit([.. topics.SelectMany(t => t.Pairs)], names.Length, signs);

    private static IEnumerable<(ILinkTopic Events, ILinkTopic Claims)> Topics(TrainingOptions options)
    {
        var pipeline = BriefingPipeline.Create(TimeProvider.System);
        var desk = Desk.Load(Path.Combine("templates", "daily"), []);
        foreach (
            var folder in Directory
                .GetDirectories(Path.Combine(options.Data, "fusion", "dev"))
                .Order(StringComparer.Ordinal)
        )
        {
            var reading = pipeline
                .ReadAsync([Path.Combine(folder, "articles")], () => Stream.Null, null, null, CancellationToken.None)
                .GetAwaiter()
                .GetResult();
            ImmutableArray<ArticleFacts> facts = [.. pipeline.Extract(reading, desk, null, CancellationToken.None)];
            var work = FactFuser.Join(facts, reading.Origins, FusionOptions.Default, CancellationToken.None);
            var gold = GoldTopic.Read(folder);
            yield return (new EventTopic(work, gold), new ClaimTopic(work, gold));
        }
    }
}
