using System.Globalization;
using BriefingGen.Language.Models;
using BriefingGen.Language.Text;
using BriefingGen.Language.Text.Repair;

namespace BriefingGen.Training.Repair;

/// <summary>Trains and measures what text repair has learned.</summary>
public static class RepairTraining
{
    private const int Seed = 20220312;

    /// <summary>Trains both models on the table of words that lies in the folder, and prints their figures on the dev sets.</summary>
    /// <param name="dataFolder">The folder with <c>treebanks</c> and <c>attributions</c>.</param>
    /// <param name="outFolder">The folder of the engine's models.</param>
    /// <exception cref="IOException">A file is missing or cannot be written.</exception>
    public static void Run(string dataFolder, string outFolder)
    {
        var words = WordTable.Read(ReadModel(outFolder, WordTable.Component));
        var news = Path.Combine(dataFolder, "attributions");
        var apostrophes = new ApostropheModel(words, TrainApostrophes(dataFolder, outFolder, words));
        var quotations = TrainQuotations(news, outFolder, apostrophes);
        var treebanks = Path.Combine(dataFolder, "treebanks");
        var repairer = new Repairer(apostrophes, quotations);
        Report("gum-dev", RepairCorpus.Treebank(Path.Combine(treebanks, "gum-dev.conllu")), apostrophes, repairer);
        Report("ewt-dev", RepairCorpus.Treebank(Path.Combine(treebanks, "ewt-dev.conllu")), apostrophes, repairer);
        Report("polnear-dev", RepairCorpus.Folder(Path.Combine(news, "dev", "text")), apostrophes, repairer);
    }

    private static ModelFile TrainApostrophes(string dataFolder, string outFolder, WordTable words)
    {
        var treebanks = Path.Combine(dataFolder, "treebanks");
        var trainer = new ApostropheTrainer(words);
        var texts = RepairCorpus
            .Treebank(Path.Combine(treebanks, "gum-train.conllu"))
            .Concat(RepairCorpus.Treebank(Path.Combine(treebanks, "ewt-train.conllu")))
            .Concat(RepairCorpus.Folder(Path.Combine(dataFolder, "attributions", "train", "text")));
        foreach (var text in texts)
        {
            trainer.Add(text);
        }

        var file = trainer.Train(Seed);
        Write(outFolder, ApostropheModel.Component, file);
        return file;
    }

    private static QuotationModel TrainQuotations(string news, string outFolder, ApostropheModel apostrophes)
    {
        var trainer = new QuotationTrainer(apostrophes);
        foreach (var text in RepairCorpus.Folder(Path.Combine(news, "train", "text")))
        {
            trainer.Add(text);
        }

        var model = trainer.Train(Seed);
        Write(outFolder, QuotationModel.Component, model.ToFile());
        Console.WriteLine(trainer.Report("polnear-dev", RepairCorpus.Folder(Path.Combine(news, "dev", "text")), model));
        return model;
    }

    private static void Report(string name, IEnumerable<LossyText> texts, ApostropheModel model, Repairer repairer)
    {
        var restorer = new ApostropheRestorer(model);
        var everywhere = new RepairScores(name);
        var applied = new RepairScores(name + ", only in documents that show their loss");
        var (clean, marks, leftOut) = (0, 0, 0);
        var (words, time) = (0, TimeSpan.Zero);
        foreach (var text in texts)
        {
            everywhere.Add(text, restorer.Find(RepairScores.Raw(text.Degraded), CancellationToken.None));
            var document = RepairScores.Raw(text.Degraded);
            var start = Environment.CpuUsage.TotalTime;
            repairer.Annotate(document, CancellationToken.None);
            time += Environment.CpuUsage.TotalTime - start;
            words += text.Degraded.Count(static c => c is ' ' or '\n') + 1;
            applied.Add(text, document.Reading.Edits);
            var whole = RepairScores.Raw(text.Clean);
            repairer.Annotate(whole, CancellationToken.None);
            clean += whole.Reading.Edits.Length;
            var restored = whole.Reading.Edits.Where(static edit => edit.Kind == EditKind.Apostrophe).ToList();
            marks += restored.Count;
            leftOut += restored.Count(edit => text.LeftOut.Contains(edit.Span.Start));
        }

        Console.WriteLine(everywhere);
        Console.WriteLine(applied);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {clean} edits in {words:N0} words of clean text, {marks} of them apostrophes, {leftOut} of which the author had left out; {words / time.TotalSeconds:N0} words a second of degraded text, quotations included"
            )
        );
    }

    private static ModelFile ReadModel(string folder, string component)
    {
        using var stream = File.OpenRead(Path.Combine(folder, component + ".bin"));
        return ModelFile.Read(stream, component);
    }

    private static void Write(string folder, string component, ModelFile file)
    {
        var path = Path.Combine(folder, component + ".bin");
        using (var stream = File.Create(path + ".part"))
        {
            file.Write(stream, component);
        }

        File.Move(path + ".part", path, overwrite: true);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{component}: {new FileInfo(path).Length / 1024:N0} KB")
        );
    }
}
