using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Language.Tagging;

public class EnglishTaggerTests
{
    private static readonly LanguagePipeline Pipeline = EnglishLanguage.Create();

    [Theory]
    [InlineData("The minister rejected the offer.", "DET/DT NOUN/NN VERB/VBD DET/DT NOUN/NN PUNCT/.")]
    [InlineData(
        "Envoys will meet in Torvik on Monday.",
        "NOUN/NNS AUX/MD VERB/VB ADP/IN PROPN/NNP ADP/IN PROPN/NNP PUNCT/."
    )]
    [InlineData("She has not signed it.", "PRON/PRP AUX/VBZ PART/RB VERB/VBN PRON/PRP PUNCT/.")]
    public void Words_get_their_universal_and_Penn_tags(string text, string expected)
    {
        var document = Analyze(text);

        var tags = document.Morphology.Select(m => $"{m.Upos.ToString().ToUpperInvariant()}/{m.Xpos}");
        Assert.Equal(expected, string.Join(' ', tags));
    }

    [Theory]
    [InlineData("The ministers were meeting.", "the minister be meet .")]
    [InlineData("Their armies went home.", "their army go home .")]
    [InlineData("Talks are better than wars.", "talk be good than war .")]
    [InlineData("Harland denied the claims.", "Harland deny the claim .")]
    [InlineData("The court upheld the ban.", "the court uphold the ban .")]
    [InlineData("Harland froze the accounts.", "Harland freeze the account .")]
    [InlineData("The senate overrode the veto.", "the senate override the veto .")]
    [InlineData("He misled the inquiry.", "he mislead the inquiry .")]
    public void Words_get_their_lemmas(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Analyze(text).Lemmas));

    [Fact]
    public void Features_follow_the_word()
    {
        var document = Analyze("They were talking.");

        Assert.Contains("Number=Plur", document.Morphology[0].Features, StringComparison.Ordinal);
        Assert.Contains("Tense=Past", document.Morphology[1].Features, StringComparison.Ordinal);
        Assert.Null(document.Morphology[3].Features);
    }

    [Fact]
    public void The_same_text_gets_the_same_analysis_from_many_threads()
    {
        const string text = "Mara Venn told the council that Ostland would not withdraw its troops before Friday.";
        var expected = Describe(Analyze(text));

        var found = new string[16];
        Parallel.For(0, found.Length, i => found[i] = Describe(Analyze(text)));

        Assert.All(found, f => Assert.Equal(expected, f));
    }

    private static string Describe(Document document) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, document.Tokens.Length)
                .Select(i => $"{document.Morphology[i].Xpos}/{document.Lemmas[i]}/{document.Syntax.Head(i)}")
        );

    private static Document Analyze(string text) =>
        Pipeline.Analyze(
            new SourceText(text),
            [new TextRegion(new TextSpan(0, text.Length), RegionKind.Paragraph)],
            null
        );
}
