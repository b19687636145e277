using System.Text;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

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

    [SkippableTheory]
    [InlineData("ewt-dev.conllu")]
    [InlineData("gum-dev.conllu")]
    public void Clean_text_is_read_as_it_stands_save_one_word_in_a_thousand(string file)
    {
        var (edits, tokens) = (0, 0);
        foreach (var document in Documents(file))
        {
            var given = ConlluDocument.Create(document, null);
            var read = Pipeline.Analyze(given.Source, given.Regions, null);
            edits += read.Reading.Edits.Length;
            tokens += read.Tokens.Length;
        }

        Assert.InRange(edits, 0, tokens / 1_000);
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
        var path = Path.Combine(Shared(), "treebanks", file);
        Skip.IfNot(File.Exists(path), $"{file} does not lie in ../shared/treebanks.");
        using var reader = new StreamReader(path, Encoding.UTF8);
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
