using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;
using CsCheck;

namespace BriefingGen.Tests.Language.Parsing;

public class EnglishParserTests
{
    private static readonly LanguagePipeline Pipeline = EnglishLanguage.Create();

    private static readonly string[] Words =
    [
        "the",
        "minister",
        "said",
        "that",
        "Ostland",
        "rejected",
        ",",
        ".",
        "of",
        "and",
        "talks",
        "\"",
        "12",
        "not",
        "(",
        "?!",
        "été",
        "XXVII",
        "-",
        "🕊",
    ];

    [Theory]
    [InlineData("The minister rejected the offer.", "det:2 nsubj:3 root:0 det:5 obj:3 punct:3")]
    [InlineData(
        "Harland said that Ostland would not sign the treaty.",
        "nsubj:2 root:0 mark:7 nsubj:7 aux:7 advmod:7 ccomp:2 det:9 obj:7 punct:2"
    )]
    [InlineData("The town was shelled by rebels.", "det:2 nsubj:pass:4 aux:pass:4 root:0 case:6 obl:agent:4 punct:4")]
    public void Words_get_their_heads_and_relations(string text, string expected)
    {
        var document = Pipeline.Analyze(
            new SourceText(text),
            [new TextRegion(new TextSpan(0, text.Length), RegionKind.Paragraph)],
            null
        );

        var arcs = Enumerable
            .Range(0, document.Tokens.Length)
            .Select(i => $"{document.Syntax.Relation(i)}:{document.Syntax.Head(i) + 1}");
        Assert.Equal(expected, string.Join(' ', arcs));
    }

    [Fact]
    public void Any_words_become_one_tree_a_sentence() =>
        Gen.Int[0, Words.Length - 1]
            .Select(static i => Words[i])
            .Array[1, 60]
            .Array[1, 4]
            .Sample(
                sentences =>
                {
                    var document = Parsed(sentences);
                    foreach (var sentence in document.Sentences)
                    {
                        AssertTree(document, sentence);
                    }
                },
                iter: 200,
                seed: "0000000000000",
                threads: 1
            );

    [Fact]
    public void A_sentence_of_ten_thousand_words_is_parsed()
    {
        var document = Parsed([
            [.. Enumerable.Range(0, 10_000).Select(i => Words[i * 7 % Words.Length])],
        ]);

        AssertTree(document, document.Sentences[0]);
    }

    private static Document Parsed(string[][] sentences)
    {
        var document = ConlluDocument.Create(
            sentences.Select(static s => new ConlluSentence(
                [.. s.Select(static w => new ConlluWord(w, "_", "_", "_", "_", -1, "_", "_"))],
                [],
                [],
                1
            )),
            null
        );
        Pipeline.Annotate(document);
        return document;
    }

    private static void AssertTree(Document document, Sentence sentence)
    {
        var root = Assert.Single(
            Enumerable.Range(sentence.First, sentence.End - sentence.First),
            i => document.Syntax.Head(i) < 0
        );
        Assert.Equal("root", document.Syntax.Relation(root));
        for (var i = sentence.First; i < sentence.End; i++)
        {
            Assert.True(document.Syntax.IsWithin(i, root), $"word {i} does not hang below the root");
            Assert.Equal(i == root, document.Syntax.Relation(i) == "root");
        }
    }
}
