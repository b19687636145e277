using System.Collections.Immutable;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Language.Documents;

public class ConlluTests
{
    private const string Sample = """
        # newdoc id = a
        # sent_id = a-1
        # text = Harl's men can't go.
        1-2	Harl's	_	_	_	_	_	_	_	_
        1	Harl	Harl	PROPN	NNP	Number=Sing	3	nmod:poss	_	_
        2	's	's	PART	POS	_	1	case	_	_
        3	men	man	NOUN	NNS	_	6	nsubj	_	_
        4-5	can't	_	_	_	_	_	_	_	_
        4	ca	can	AUX	MD	_	6	aux	_	_
        5	n't	not	PART	RB	_	6	advmod	_	_
        6	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
        6.1	left	leave	VERB	_	_	_	_	_	_
        7	.	.	PUNCT	.	_	6	punct	_	_

        # newpar
        # sent_id = a-2
        1	Yes	yes	INTJ	UH	_	0	root	_	_

        """;

    [Fact]
    public void A_file_is_read_into_words_and_multiword_tokens()
    {
        var sentences = Read(Sample);

        Assert.Equal(2, sentences.Count);
        Assert.Equal(["Harl", "'s", "men", "ca", "n't", "go", "."], sentences[0].Words.Select(w => w.Form));
        Assert.Equal(
            [(0, 2, "Harl's"), (3, 5, "can't")],
            sentences[0].Multiwords.Select(m => (m.First, m.End, m.Form))
        );
        Assert.Equal("a-1", sentences[0].Comment("sent_id"));
        Assert.Equal(3, sentences[0].Words[0].Head);
        Assert.True(sentences[0].Words[5].HasNoSpaceAfter);
    }

    [Fact]
    public void Given_words_and_sentences_are_kept()
    {
        var document = ConlluDocument.Create(Read(Sample), new DateOnly(2022, 3, 12));
        TextPipeline.Create().Annotate(document);

        Assert.Equal("Harl's men can't go.\nYes ", document.Source.Value);
        Assert.Equal([7, 1], document.Sentences.Select(s => s.Count));
        Assert.Equal(2, document.Regions.Length);
        Assert.Equal(2, document.Tokens[3].WordsInToken);
        Assert.Equal(0, document.Tokens[4].WordsInToken);
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        var document = ConlluDocument.Create(Read(Sample), null);
        document.SetLemmas([.. Enumerable.Range(0, 8).Select(i => $"l{i}")]);
        document.SetMorphology([.. Enumerable.Repeat(new Morphology(Upos.Noun, "NN"), 8)]);
        document.SetSyntax(new DependencyTree([2, 0, 5, 5, 5, -1, 5, -1], [.. Enumerable.Repeat("dep", 8)]));
        document.SetEntities([new Entity(0, 2, EntityType.Person), new Entity(2, 3, EntityType.Norp)]);
        var written = Write(document);
        var again = Read(written);

        Assert.Equal(written, Write(Annotated(again)));
        Assert.Contains("# text = Harl's men can't go.\n", written, StringComparison.Ordinal);
        Assert.Contains("1-2\tHarl's\t_\t_\t_\t_\t_\t_\t_\t_\n", written, StringComparison.Ordinal);
        Assert.Contains("1\tHarl\tl0\tNOUN\tNN\t_\t3\tdep\t_\tNE=B-PER\n", written, StringComparison.Ordinal);
        Assert.Contains("2\t's\tl1\tNOUN\tNN\t_\t1\tdep\t_\tNE=I-PER\n", written, StringComparison.Ordinal);
        Assert.Contains("6\tgo\tl5\tNOUN\tNN\t_\t0\tdep\t_\tSpaceAfter=No\n", written, StringComparison.Ordinal);

        Document Annotated(IReadOnlyList<ConlluSentence> sentences)
        {
            var copy = ConlluDocument.Create(sentences, null);
            copy.SetLemmas(document.Lemmas);
            copy.SetMorphology(document.Morphology);
            copy.SetSyntax(document.Syntax);
            copy.SetEntities(document.Entities);
            return copy;
        }
    }

    [Fact]
    public void Missing_layers_are_underscores()
    {
        var source = new SourceText("Talks failed.");
        var document = new Document(source, [new TextRegion(new TextSpan(0, 13), RegionKind.Paragraph)], null);
        document.SetReading(new RepairedText(source, []));
        document.SetTokens(
            [new Token(new TextSpan(0, 5), new TextSpan(0, 5), 1, true)],
            [new Sentence(0, 1, new TextSpan(0, 5), 0)]
        );

        Assert.Contains("1\tTalks\t_\t_\t_\t_\t_\t_\t_\t_\n", Write(document), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1\ta\n", 1, "ten columns|has 10 columns")]
    [InlineData("# c\n1\ta\t_\t_\t_\t_\t0\troot\t_\t_\n3\tb\t_\t_\t_\t_\t1\tdep\t_\t_\n", 3, "should be 2")]
    [InlineData("1\ta\t_\t_\t_\t_\tx\troot\t_\t_\n", 1, "is no number")]
    [InlineData("1\ta\t_\t_\t_\t_\t7\troot\t_\t_\n", 1, "outside the sentence")]
    [InlineData("1\t\t_\t_\t_\t_\t0\troot\t_\t_\n", 1, "empty")]
    [InlineData("2-1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", 1, "range")]
    [InlineData("1-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\t_\t_\t_\t0\troot\t_\t_\n\n", 3, "past its sentence")]
    [InlineData("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n\n", 2, "no words")]
    public void A_bad_line_is_named(string text, int line, string reason)
    {
        var error = Assert.Throws<ConlluFormatException>(() => Read(text));

        Assert.Equal(line, error.Line);
        Assert.Contains(reason.Split('|')[^1], error.Message, StringComparison.Ordinal);
    }

    private static ImmutableList<ConlluSentence> Read(string text)
    {
        using var reader = new StringReader(text);
        return [.. ConlluReader.Read(reader)];
    }

    private static string Write(Document document)
    {
        using var writer = new StringWriter();
        ConlluWriter.Write(document, writer, "a");
        return writer.ToString();
    }
}
