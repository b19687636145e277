using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;
using BriefingGen.Language.Tokenizing;

namespace BriefingGen.Training.Splitting;

/// <summary>Measures a splitter on texts of which the sentences are known.</summary>
internal static class SplitterScores
{
    /// <summary>F1 of whole sentences, in per cent.</summary>
    public static double F1(SplitterText text, SentenceSplitter splitter)
    {
        var reading = new RepairedText(new SourceText(text.Text), []);
        var gold = new HashSet<(int Start, int End)>();
        var found = new HashSet<(int Start, int End)>();
        var ends = new List<int>();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        foreach (var region in text.Regions)
        {
            tokens.Clear();
            ends.Clear();
            EnglishTokenizer.Tokenize(reading, region.Start, region.End, tokens);
            if (tokens.Count == 0)
            {
                continue;
            }

            splitter.Split(text.Text, tokens, 0, ends);
            var first = tokens[0].Reading.Start;
            var starts = text.Starts.Where(s => s > first && s < region.End).Order();
            Collect(first, starts.Append(region.End), gold);
            Collect(first, ends.Select(e => e < tokens.Count ? tokens[e].Reading.Start : region.End), found);
        }

        return 200.0 * gold.Count(found.Contains) / (gold.Count + found.Count);
    }

    /// <summary>One line of figures for each layout of a development set.</summary>
    public static void Report(string path, SentenceSplitter splitter, TextWriter output)
    {
        var documents = SplitterCorpus.Read(path, keepsTight: false);
        foreach (var layout in Enum.GetValues<TextLayout>())
        {
            var text = SplitterText.LayOut(documents, layout);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Path.GetFileNameWithoutExtension(path)} {layout}: sentences {F1(text, splitter):F2}, degraded {F1(text.Degrade(), splitter):F2}"
                )
            );
        }
    }

    private static void Collect(int start, IEnumerable<int> ends, HashSet<(int Start, int End)> sentences)
    {
        foreach (var end in ends)
        {
            sentences.Add((start, end));
            start = end;
        }
    }
}
