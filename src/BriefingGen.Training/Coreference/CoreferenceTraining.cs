using System.Diagnostics;
using System.Globalization;
using BriefingGen.Language;
using BriefingGen.Language.Coreference;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;
using BriefingGen.Language.Models;

namespace BriefingGen.Training.Coreference;

/// <summary>
/// Trains the ranking of pronouns' antecedents on GAP's development part and GUM's training part, parsed with the models
/// of the folder that is trained in, and prints the scores on GAP's validation part and GUM's development part, which are
/// never trained on.
/// </summary>
internal sealed class CoreferenceTraining
{
    private static readonly RankingSettings Settings = new(
        Rounds: 9,
        Networks: 3,
        Rate: 0.015f,
        Penalty: 1e-4f,
        FeatureDrop: 0.4,
        UnitDrop: 0.3
    );

    private readonly TrainingOptions _options;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly LanguagePipeline _pipeline;
    private readonly WordTable _words;
    private readonly PersonWords _persons = PersonWords.Load();

    private CoreferenceTraining(TrainingOptions options)
    {
        _options = options;
        _pipeline = EnglishLanguage.Create(CountryGazetteer.Load(), options.ReadModel);
        _words = WordTable.Read(options.ReadModel(WordTable.Component));
    }

    /// <summary>Trains, writes the model and prints its scores.</summary>
    public static void Run(TrainingOptions options)
    {
        var training = new CoreferenceTraining(options);
        var gap = training.Gap("development");
        var gum = GumDocument.Read(options.Treebank("gum-train"), training._pipeline).ToList();
        var file = training.Train(gap, gum, Settings);
        var path = options.ModelPath(EnglishCoreference.Component);
        using (var stream = File.Create(path + ".part"))
        {
            file.Write(stream, EnglishCoreference.Component);
        }

        File.Move(path + ".part", path, overwrite: true);
        training.Report($"coreference: {new FileInfo(path).Length / 1024:N0} KB");
        training.Print(file);
    }

    /// <summary>
    /// Prints the GAP score on parts of the development file, each by a model that was trained on the others: what choices
    /// of features and settings are made by.
    /// </summary>
    public static void RunFolds(TrainingOptions options)
    {
        const int Folds = 4;
        var training = new CoreferenceTraining(options);
        var gap = training.Gap("development");
        var gum = GumDocument.Read(options.Treebank("gum-train"), training._pipeline).ToList();
        var all = default(GapScore);
        for (var fold = 0; fold < Folds; fold++)
        {
            var file = training.Train([.. gap.Where((_, i) => i % Folds != fold)], gum, Settings with { Networks = 1 });
            var held = gap.Where((_, i) => i % Folds == fold);
            all += CoreferenceScores.Gap(
                new EnglishCoreference(training._words, file),
                held,
                EnglishCoreference.Threshold
            );
        }

        Console.WriteLine($"GAP development, {Folds} folds: {all}");
    }

    private List<GapExample> Gap(string part)
    {
        var path = Path.Combine(_options.Data, "pronouns", $"gap-{part}.tsv");
        var examples = GapExample.Read(path, _pipeline);
        Report($"{examples.Count} examples of GAP {part}");
        return examples;
    }

    private ModelFile Train(List<GapExample> gap, List<GumDocument> gum, RankingSettings settings)
    {
        var numbers = new FeatureNumbers();
        var source = new RankingExamples(_words, _persons, numbers);
        List<RankingExample> examples = [.. gap.Select(source.Of).OfType<RankingExample>()];
        var usable = examples.Count;
        examples.AddRange(gum.SelectMany(source.Of));
        Report($"{usable} of GAP and {examples.Count - usable} of GUM; {numbers.Count} features");
        var kept = Enumerable.Range(0, numbers.Count).Where(numbers.IsKept).OrderBy(numbers.Feature).ToArray();
        var width = settings.Networks * RankingTrainer.Hidden;
        var (rows, bias, output) = (new float[kept.Length * width], new float[width], new float[width]);
        for (var n = 0; n < settings.Networks; n++)
        {
            var trainer = new RankingTrainer(numbers, _options.Seed + n, settings);
            var loss = 0.0;
            for (var round = 0; round < _options.Epochs(settings.Rounds); round++)
            {
                loss = trainer.Round(examples);
            }

            Report(string.Create(CultureInfo.InvariantCulture, $"network {n}: loss {loss:F4}; {kept.Length} features"));
            var at = n * RankingTrainer.Hidden;
            trainer.Bias.CopyTo(bias, at);
            for (var i = 0; i < RankingTrainer.Hidden; i++)
            {
                output[at + i] = trainer.Output[i] / settings.Networks;
            }

            for (var k = 0; k < kept.Length; k++)
            {
                Array.Copy(
                    trainer.Rows,
                    kept[k] * RankingTrainer.Hidden,
                    rows,
                    (k * width) + at,
                    RankingTrainer.Hidden
                );
            }
        }

        var file = new ModelFile();
        RankingModel.Write(file, [.. kept.Select(numbers.Feature)], rows, bias, output);
        return file;
    }

    private void Print(ModelFile file)
    {
        var component = new EnglishCoreference(_words, file);
        var validation = Gap("validation");
        foreach (var threshold in (double[])[0, EnglishCoreference.Threshold, 0.6])
        {
            var score = CoreferenceScores.Gap(component, validation, threshold);
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"GAP validation, threshold {threshold:F1}: {score}")
            );
        }

        PrintGum(component, GumDocument.Read(_options.Treebank("gum-dev"), _pipeline).ToList());
    }

    private void PrintGum(EnglishCoreference component, List<GumDocument> documents)
    {
        foreach (
            var (name, words) in new (string, string[])[]
            {
                ("he, she", ["he", "him", "his", "himself", "she", "her", "hers", "herself"]),
                ("it", ["it", "its", "itself"]),
                ("they", ["they", "them", "their", "theirs", "themselves"]),
            }
        )
        {
            var (pronouns, resolved, right, _) = CoreferenceScores.GumPronouns(
                component,
                documents,
                EnglishCoreference.Threshold,
                (d, i) => words.Contains(d.Form(i).ToString().ToLowerInvariant(), StringComparer.Ordinal)
            );
            Console.WriteLine($"GUM dev {name}: {new Counts(right, resolved, pronouns)}");
        }

        foreach (var kind in (MentionKind[])[MentionKind.Name, MentionKind.Nominal])
        {
            var (hits, found, gold) = CoreferenceScores.GumLinks(component, documents, kind);
            Console.WriteLine($"GUM dev links of a {kind}: {new Counts(hits, found, gold)}");
        }

        PrintSpeed(component, documents);
    }

    private static void PrintSpeed(EnglishCoreference component, List<GumDocument> documents)
    {
        // Processor time: the machine may have other work.
        var before = Environment.CpuUsage.TotalTime;
        foreach (var gum in documents)
        {
            _ = component.Resolve(gum.Document, EnglishCoreference.Threshold, CancellationToken.None);
        }

        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        var words = documents.Sum(static d => d.Document.Tokens.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"coreference: {words / seconds:F0} words/s"));
    }

    private void Report(string what) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{_clock.Elapsed:mm\\:ss}] {what}"));
}
