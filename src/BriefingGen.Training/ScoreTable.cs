using System.Globalization;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;
using BriefingGen.Language.Neural;
using BriefingGen.Language.Tagging;

namespace BriefingGen.Training;

/// <summary>Scores of the trained components on the development sets, over their tokens and sentences.</summary>
internal static class ScoreTable
{
    /// <summary>Prints a line for each development set, as it is and in the degraded state.</summary>
    public static void Print(TrainingOptions options, TextWriter output)
    {
        var syntax = TrainingRun.ReadSyntax(options);
        var lemmatizer = new EnglishLemmatizer(
            LemmaTable.Read(options.ReadModel(LemmaTable.Component)),
            syntax.Tags,
            VectorTable.Read(options.ReadModel(VectorTable.Component))
        );
        output.WriteLine("set            words   UPOS   XPOS  lemma    UAS    LAS  words/s of tags and syntax");
        foreach (var bank in (string[])["ewt", "gum"])
        {
            var clean = Corpus.Read(options.Treebank(bank + "-dev"));
            var changed = Corpus.Degrade(clean).ToList();
            Row(bank, clean, [syntax, lemmatizer], output);
            Row(bank + " degraded", changed, [syntax, lemmatizer], output);
        }
    }

    private static void Row(
        string name,
        IReadOnlyList<TrainSentence> gold,
        ILanguageComponent[] components,
        TextWriter output
    )
    {
        var document = ConlluDocument.Create(gold.Select(ToConllu), null);
        var seconds = new double[components.Length];
        for (var i = 0; i < components.Length; i++)
        {
            // Processor time: the machine may have other work.
            var before = Environment.CpuUsage.TotalTime;
            components[i].Annotate(document, CancellationToken.None);
            seconds[i] = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }

        var right = new int[5];
        var at = 0;
        foreach (var sentence in gold)
        {
            var first = at;
            for (var i = 0; i < sentence.Length; i++, at++)
            {
                var head = document.Syntax.Head(at) is var h && h < 0 ? sentence.Length : h - first;
                var isHead = head == sentence.Heads[i];
                var isLabel = document.Syntax.Is(at, sentence.Relations[i].Split(':')[0]);
                right[0] += document.Morphology[at].Upos == sentence.Upos[i] ? 1 : 0;
                right[1] += document.Morphology[at].Xpos == sentence.Xpos[i] ? 1 : 0;
                right[2] += sentence.Lemmas[i] == "_" || document.Lemmas[at] == sentence.Lemmas[i] ? 1 : 0;
                right[3] += isHead ? 1 : 0;
                right[4] += isHead && isLabel ? 1 : 0;
            }
        }

        var scores = string.Join(
            "  ",
            right.Select(r => (100.0 * r / at).ToString("F2", CultureInfo.InvariantCulture))
        );
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{name, -13} {at, 6}  {scores}  {at / seconds[0], 8:F0}")
        );
    }

    private static ConlluSentence ToConllu(TrainSentence sentence) =>
        new([.. sentence.Forms.Select(static f => new ConlluWord(f, "_", "_", "_", "_", -1, "_", "_"))], [], [], 1);
}
