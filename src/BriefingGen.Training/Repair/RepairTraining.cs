using System.Globalization;
using BriefingGen.Language.Text.Repair;

namespace BriefingGen.Training.Repair;

/// <summary>Trains and measures what text repair has learned.</summary>
public static class RepairTraining
{
    private const int Seed = 20220312;

    /// <summary>Trains the apostrophe model, writes <c>apostrophe.bin</c> and prints its figures on the dev sets.</summary>
    /// <param name="dataFolder">The folder with <c>treebanks</c> and <c>attributions</c>.</param>
    /// <param name="outFolder">The folder of the engine's models.</param>
    /// <exception cref="IOException">A file is missing or cannot be written.</exception>
    public static void Run(string dataFolder, string outFolder)
    {
        var treebanks = Path.Combine(dataFolder, "treebanks");
        var trainer = new ApostropheTrainer();
        var texts = RepairCorpus
            .Treebank(Path.Combine(treebanks, "gum-train.conllu"))
            .Concat(RepairCorpus.Treebank(Path.Combine(treebanks, "ewt-train.conllu")))
            .Concat(RepairCorpus.Folder(Path.Combine(dataFolder, "attributions", "train", "text")));
        foreach (var text in texts)
        {
            trainer.Add(RepairCorpus.Degrade(text));
        }

        var model = trainer.Train(Seed);
        Directory.CreateDirectory(outFolder);
        using (var file = File.Create(Path.Combine(outFolder, "apostrophe.bin")))
        {
            model.Save(file);
        }

        Report("gum-dev", RepairCorpus.Treebank(Path.Combine(treebanks, "gum-dev.conllu")), model);
        Report("ewt-dev", RepairCorpus.Treebank(Path.Combine(treebanks, "ewt-dev.conllu")), model);
        var news = Path.Combine(dataFolder, "attributions");
        Report("polnear-dev", RepairCorpus.Folder(Path.Combine(news, "dev", "text")), model);
        TrainQuotations(news, outFolder, model);
    }

    private static void TrainQuotations(string news, string outFolder, ApostropheModel apostrophes)
    {
        var trainer = new QuotationTrainer(apostrophes);
        foreach (var text in RepairCorpus.Folder(Path.Combine(news, "train", "text")))
        {
            trainer.Add(RepairCorpus.Degrade(text));
        }

        var model = trainer.Train(Seed);
        using (var file = File.Create(Path.Combine(outFolder, "quotation.bin")))
        {
            model.Save(file);
        }

        var dev = RepairCorpus.Folder(Path.Combine(news, "dev", "text")).Select(RepairCorpus.Degrade);
        Console.WriteLine(trainer.Report("polnear-dev", dev, model));
    }

    private static void Report(string name, IEnumerable<string> texts, ApostropheModel model)
    {
        var (hits, found, gold) = (0, 0, 0);
        var features = new int[ApostropheFeatures.Most];
        var probabilities = new float[ApostropheModel.Classes];
        foreach (var text in texts.Select(RepairCorpus.Degrade))
        {
            gold += text.Apostrophes.Count;
            ApostropheTrainer.ForEachCandidate(
                text,
                (words, i, lookup) =>
                {
                    var count = ApostropheFeatures.Extract(text.Degraded, words, i, lookup, features);
                    var word = text.Degraded.AsSpan(words[i].Start, words[i].Length);
                    model.Predict(word, features.AsSpan(0, count), probabilities);
                    var best = (LostApostrophe)Array.IndexOf(probabilities, probabilities.Max());
                    found += best == LostApostrophe.None ? 0 : 1;
                    hits += best != LostApostrophe.None && best == ApostropheTrainer.Gold(text, words[i]) ? 1 : 0;
                }
            );
        }

        var (precision, recall) = (100.0 * hits / Math.Max(1, found), 100.0 * hits / Math.Max(1, gold));
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {gold} apostrophes, precision {precision:F1}, recall {recall:F1}, F1 {200.0 * hits / Math.Max(1, found + gold):F1}"
        );
        Console.WriteLine(line);
    }
}
