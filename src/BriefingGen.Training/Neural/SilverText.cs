using System.Collections.Immutable;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;
using BriefingGen.Language.Tokenizing;

namespace BriefingGen.Training.Neural;

/// <summary>
/// News sentences with the analysis of a first network, from which the second learns beside the treebanks (self-training,
/// as McClosky and others, 2006): it meets the words and turns of political news, of which treebanks have little.
/// </summary>
internal static class SilverText
{
    private const int MinLength = 4;
    private const int MaxLength = 60;

    /// <summary>Reads all texts of a folder, in order of their names.</summary>
    public static List<TrainSentence> Read(string folder, ILanguageComponent syntax)
    {
        var sentences = new List<TrainSentence>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var document = Prepare(File.ReadAllText(path));
            syntax.Annotate(document, CancellationToken.None);
            sentences.AddRange(
                document
                    .Sentences.Where(static s => s.Count is >= MinLength and <= MaxLength)
                    .Select(s => Convert(document, s))
            );
        }

        return sentences;
    }

    /// <summary>A document of a text's lines, with tokens and no other layer.</summary>
    public static Document Prepare(string text)
    {
        var source = new SourceText(text);
        var document = new Document(source, Paragraphs(text), null);
        document.SetReading(new RepairedText(source, []));
        new EnglishTokenizer().Annotate(document, CancellationToken.None);
        return document;
    }

    /// <summary>The lines of a text that hold anything.</summary>
    public static ImmutableArray<TextRegion> Paragraphs(string text)
    {
        var regions = ImmutableArray.CreateBuilder<TextRegion>();
        foreach (var line in text.AsSpan().Split('\n'))
        {
            var (start, end) = (line.Start.Value, line.End.Value);
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (end > start)
            {
                regions.Add(new TextRegion(new TextSpan(start, end), RegionKind.Paragraph));
            }
        }

        return regions.ToImmutable();
    }

    private static TrainSentence Convert(Document document, Sentence sentence)
    {
        var words = Enumerable.Range(sentence.First, sentence.Count).ToArray();
        var none = Enumerable.Repeat("_", words.Length).ToArray();
        return new TrainSentence
        {
            Forms = [.. words.Select(i => document.Form(i).ToString())],
            Lemmas = none,
            Upos = [.. words.Select(i => document.Morphology[i].Upos)],
            Xpos = [.. words.Select(i => document.Morphology[i].Xpos)],
            Feats = none,
            Heads =
            [
                .. words.Select(i => document.Syntax.Head(i) is var h && h < 0 ? words.Length : h - sentence.First),
            ],
            Relations = [.. words.Select(i => document.Syntax.Relation(i))],
            Misc = none,
        };
    }
}
