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
            trainer.Add(text);
        }

        var model = Environment.GetEnvironmentVariable("OLD") is null ? trainer.Train(Seed) : ApostropheModel.Load();
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
            trainer.Add(text);
        }

        var model = trainer.Train(Seed);
        using (var file = File.Create(Path.Combine(outFolder, "quotation.bin")))
        {
            model.Save(file);
        }

        var dev = RepairCorpus.Folder(Path.Combine(news, "dev", "text"));
        Console.WriteLine(trainer.Report("polnear-dev", dev, model));
    }

    private static void Report(string name, IEnumerable<LossyText> texts, ApostropheModel model)
    {
        var restorer = new ApostropheRestorer(model);
        var repairer = new Repairer();
        var alone = new RepairScores(name);
        var gated = new RepairScores(name + ", documents that show their loss");
        foreach (var text in texts)
        {
            alone.Add(text, restorer.Find(RepairScores.Raw(text.Degraded), CancellationToken.None));
            var document = RepairScores.Raw(text.Degraded);
            repairer.Annotate(document, CancellationToken.None);
            gated.Add(text, document.Reading.Edits);
        }

        Console.WriteLine(alone);
        Console.WriteLine(gated);
    }
}
