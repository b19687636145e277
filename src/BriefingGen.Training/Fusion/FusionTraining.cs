using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Events;

namespace BriefingGen.Training.Fusion;

/// <summary>
/// Trains the weights by which tellings of one event are joined on ECB+ dev, and prints how well topics are joined by weights
/// that were trained on the others.
/// </summary>
internal static class FusionTraining
{
    private const int Folds = 5;

    private const string Header =
        "# Weights of a logistic regression over pairs of tellings, trained on ECB+ dev: how likely two are one event.\n";

    /// <summary>Trains, writes the table and prints the scores.</summary>
    public static void Run(TrainingOptions options)
    {
        var topics = Topics(options).ToList();
        var links = default(LinkScore);
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Train(topics.Where((_, i) => i % Folds != fold));
            foreach (var topic in topics.Where((_, i) => i % Folds == fold))
            {
                links += topic.Score(weights);
            }
        }

        Console.WriteLine($"events of ECB+ dev, {Folds} folds: {links}");
        var all = Train(topics);
        Console.WriteLine(
            $"events of ECB+ dev, trained on it: {topics.Aggregate(default(LinkScore), (s, t) => s + t.Score(all))}"
        );
        var path = Path.Combine(options.Models, "..", "..", "BriefingGen", "Fusion", "Events", EventScorer.Table);
        File.WriteAllText(path, Header + string.Concat(EventFeatures.Names.Zip(all, Line)));
    }

    private static string Line(string name, double weight) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}\t{weight:0.00}\n");

    private static double[] Train(IEnumerable<EventTopic> topics) =>
        LogisticRegression.Fit([.. topics.SelectMany(t => t.Pairs)], EventFeatures.Names.Length);

    private static IEnumerable<EventTopic> Topics(TrainingOptions options)
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
            yield return new EventTopic(work, GoldTopic.Read(folder));
        }
    }
}
