using BriefingGen.Language.Models;
using BriefingGen.Language.Tokenizing;

namespace BriefingGen.Training.Splitting;

/// <summary>Trains the sentence splitter on the two treebanks, in several layouts, clean and with lost marks.</summary>
internal static class SplitterTraining
{
    private const int Epochs = 10;

    // From this share on, the words of a class are finite verbs.
    private const double MostlyVerbs = 0.5;

    /// <summary>Trains, prints figures of the development sets, and returns the model.</summary>
    public static SplitterModel Run(TrainingOptions options, TextWriter output)
    {
        var words = WordTable.Read(options.ReadModel(WordTable.Component));
        string[] files = [options.Treebank("ewt-train"), options.Treebank("gum-train")];
        var trainer = new SplitterTrainer(words, VerbClasses(files.SelectMany(Corpus.Read), words));
        foreach (var file in files)
        {
            var parted = SplitterCorpus.Read(file, keepsTight: false);
            var asWritten = SplitterCorpus.Read(file, keepsTight: true);
            trainer.Add(SplitterText.LayOut(parted, TextLayout.Paragraphs));
            trainer.Add(SplitterText.LayOut(asWritten, TextLayout.Paragraphs).Degrade());
            trainer.Add(SplitterText.LayOut(parted, TextLayout.Documents));
            trainer.Add(SplitterText.LayOut(asWritten, TextLayout.Wrapped));
            trainer.Add(SplitterText.LayOut(parted, TextLayout.WrappedParagraphs).Degrade());
        }

        output.WriteLine($"{trainer.Count} gaps");
        var model = trainer.Train(options.Epochs(Epochs), options.Seed);
        var splitter = new SentenceSplitter(model, words);
        SplitterScores.Report(options.Treebank("ewt-dev"), splitter, output);
        SplitterScores.Report(options.Treebank("gum-dev"), splitter, output);
        return model;
    }

    private static byte[] VerbClasses(IEnumerable<TrainSentence> sentences, WordTable words)
    {
        var (verbs, all) = (new int[256], new int[256]);
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Length; i++)
            {
                var of = words.Describe(sentence.Forms[i]).Class;
                all[of]++;
                verbs[of] += sentence.Xpos[i] is "VBD" or "VBP" or "VBZ" or "MD" ? 1 : 0;
            }
        }

        return [.. all.Select((count, i) => (byte)(i > 0 && verbs[i] > count * MostlyVerbs ? 1 : 0))];
    }
}
