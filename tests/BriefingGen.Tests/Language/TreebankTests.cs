using System.Text;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;
using BriefingGen.Language.Text.Repair;
using BriefingGen.Training.Repair;

namespace BriefingGen.Tests.Language;

/// <summary>Measures on the treebanks, which lie beside the repository and not in it.</summary>
public class TreebankTests
{
    private static readonly LanguagePipeline Pipeline = TextPipeline.Create();

    [SkippableTheory]
    [InlineData("ewt-dev.conllu", 99.0, 80.0)]
    [InlineData("gum-dev.conllu", 99.4, 92.0)]
    public void Tokens_and_sentences_are_found_in_raw_text(string file, double tokens, double sentences)
    {
        var (goldTokens, goldSentences) = (new HashSet<TextSpan>(), new HashSet<TextSpan>());
        var (foundTokens, foundSentences) = (new HashSet<TextSpan>(), new HashSet<TextSpan>());
        var offset = 0;
        foreach (var document in Documents(file))
        {
            var given = ConlluDocument.Create(document, null);
            Collect(given, goldTokens, goldSentences, offset);
            Collect(Pipeline.Analyze(given.Source, given.Regions, null), foundTokens, foundSentences, offset);
            offset += given.Source.Length;
        }

        Assert.InRange(F1(goldTokens, foundTokens), tokens, 100);
        Assert.InRange(F1(goldSentences, foundSentences), sentences, 100);
    }

    // A text whose author left marks out lost nothing, yet where the annotation has the mark, it is no false repair.
    [SkippableTheory]
    [InlineData("ewt-dev.conllu", 2.0)]
    [InlineData("gum-dev.conllu", 0.5)]
    public void Clean_text_is_read_as_it_stands_save_where_its_author_left_out_a_mark(string file, double inThousand)
    {
        var (edits, unfounded, tokens) = (0, 0, 0);
        foreach (var text in TreebankText.Read(FileOf(file)))
        {
            var source = new SourceText(text.Text);
            var read = Pipeline.Analyze(source, TextRegions.FromPlainText(source), null);
            edits += read.Reading.Edits.Length;
            unfounded += read.Reading.Edits.Count(edit =>
                edit.Kind != EditKind.Apostrophe || !text.Missing.Contains(edit.Span.Start)
            );
            tokens += read.Tokens.Length;
        }

        Assert.InRange(unfounded, 0, tokens / 5_000);
        Assert.InRange(edits, 0, tokens * inThousand / 1_000);
    }

    // The targets are higher; these are what was reached, so that nobody falls back unseen.
    [SkippableTheory]
    [InlineData("ewt-dev.conllu", 93.0)]
    [InlineData("gum-dev.conllu", 97.0)]
    public void Apostrophes_that_were_lost_are_restored(string file, double least)
    {
        var restorer = new ApostropheRestorer(ApostropheModel.Load());
        var (hits, found, gold) = (0, 0, 0);
        foreach (var text in RepairCorpus.Treebank(FileOf(file)))
        {
            var edits = restorer.Find(RepairScores.Raw(text.Degraded), CancellationToken.None);
            hits += edits.Count(edit => text.Standard.Contains(edit.Span.Start));
            found += edits.Count;
            gold += text.Standard.Count;
        }

        Assert.InRange(200.0 * hits / (found + gold), least, 100);
    }

    private static void Collect(Document document, HashSet<TextSpan> tokens, HashSet<TextSpan> sentences, int offset)
    {
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            var words = document.Tokens[i].WordsInToken;
            if (words > 0)
            {
                var span = document.SpanOf(i, i + words);
                tokens.Add(new TextSpan(span.Start + offset, span.End + offset));
            }
        }

        sentences.UnionWith(document.Sentences.Select(s => new TextSpan(s.Span.Start + offset, s.Span.End + offset)));
    }

    private static double F1(HashSet<TextSpan> gold, HashSet<TextSpan> found) =>
        200.0 * gold.Count(found.Contains) / (gold.Count + found.Count);

    private static IEnumerable<List<ConlluSentence>> Documents(string file)
    {
        using var reader = new StreamReader(FileOf(file), Encoding.UTF8);
        var document = new List<ConlluSentence>();
        foreach (var sentence in ConlluReader.Read(reader))
        {
            if (document.Count > 0 && sentence.Comments.Any(c => c.StartsWith("newdoc", StringComparison.Ordinal)))
            {
                yield return document;
                document = [];
            }

            document.Add(sentence);
        }

        yield return document;
    }

    private static string FileOf(string file)
    {
        var path = Path.Combine(Shared(), "treebanks", file);
        Skip.IfNot(File.Exists(path), $"{file} does not lie in ../shared/treebanks.");
        return path;
    }

    // The folder beside the repository, found from the test's own place.
    private static string Shared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BriefingGen.sln")))
            {
                return Path.Combine(folder.Parent?.FullName ?? "", "shared");
            }
        }

        return "shared";
    }
}
