using BriefingGen.Language;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Language.Tokenizing;

public class SentenceSplitterTests
{
    private static readonly LanguagePipeline Pipeline = TextPipeline.Create();

    [Theory]
    [InlineData("The envoy left. Nobody followed.", "The envoy left.|Nobody followed.")]
    [InlineData("Talks ended.The minister flew home.", "Talks ended.|The minister flew home.")]
    [InlineData("Gen. Orlo met Dr. Vash at noon. They spoke.", "Gen. Orlo met Dr. Vash at noon.|They spoke.")]
    [InlineData("J. R. Harl and K. Dorn signed. It holds.", "J. R. Harl and K. Dorn signed.|It holds.")]
    [InlineData("U.S. President Harl spoke first. Others waited.", "U.S. President Harl spoke first.|Others waited.")]
    [InlineData("He lives in the U.S. The talks moved there.", "He lives in the U.S.|The talks moved there.")]
    [InlineData("It opened at 9 a.m. Delegates were late.", "It opened at 9 a.m.|Delegates were late.")]
    [InlineData("It opened at 9 a.m. Thursday in Port Essel.", "It opened at 9 a.m. Thursday in Port Essel.")]
    [InlineData("See No. 5 of the list. It is short.", "See No. 5 of the list.|It is short.")]
    [InlineData("Is there a deal? No. Work goes on.", "Is there a deal?|No.|Work goes on.")]
    [InlineData("The firm, Orlo Inc., paid. Vash Ltd. did not.", "The firm, Orlo Inc., paid.|Vash Ltd. did not.")]
    [InlineData("\"We will stay.\" He did not say why.", "\"We will stay.\"|He did not say why.")]
    [InlineData("“We will stay.” He did not say why.", "“We will stay.”|He did not say why.")]
    [InlineData("\"Why now?\" Harl asked.", "\"Why now?\" Harl asked.")]
    [InlineData("\"Stop!\" he said. They did.", "\"Stop!\" he said.|They did.")]
    [InlineData("He was late (as ever.) Nobody cared.", "He was late (as ever.)|Nobody cared.")]
    [InlineData("It cost $1,000.50. That is much.", "It cost $1,000.50.|That is much.")]
    [InlineData("Growth was 3.5. The rest fell.", "Growth was 3.5.|The rest fell.")]
    [InlineData("He paused... Then he went on.", "He paused...|Then he went on.")]
    [InlineData("He paused... and went on.", "He paused... and went on.")]
    [InlineData("Read more at www.example.org. It helps.", "Read more at www.example.org.|It helps.")]
    [InlineData("Really?! Yes!! It is so.", "Really?!|Yes!!|It is so.")]
    [InlineData(
        "They spoke of food, fuel, etc. The rest was left.",
        "They spoke of food, fuel, etc.|The rest was left."
    )]
    [InlineData("Lt. Col. Vash vs. the state. It goes on.", "Lt. Col. Vash vs. the state.|It goes on.")]
    [InlineData("No stop at the end", "No stop at the end")]
    [InlineData("In Sept. 2021 it began. In Oct. it ended.", "In Sept. 2021 it began.|In Oct. it ended.")]
    [InlineData("Ellen Ross of St. Orlo won. She smiled.", "Ellen Ross of St. Orlo won.|She smiled.")]
    [InlineData("A line\nbreak is no end. It\ngoes on.", "A line\nbreak is no end.|It\ngoes on.")]
    [InlineData("Brown v. Board of Schools was read. It holds.", "Brown v. Board of Schools was read.|It holds.")]
    [InlineData(
        "The minister told reporters on Monday, We will not leave. He left.",
        "The minister told reporters on Monday, We will not leave.|He left."
    )]
    [InlineData("\"We will stay,\" Harl said. He left.", "\"We will stay,\" Harl said.|He left.")]
    [InlineData("He said it was \"late,\" \"dark\" and \"cold.\"", "He said it was \"late,\" \"dark\" and \"cold.\"")]
    public void Sentences_end_where_a_reader_ends_them(string text, string expected)
    {
        var document = Pipeline.Analyze(
            new SourceText(text),
            [new TextRegion(new TextSpan(0, text.Length), RegionKind.Paragraph)],
            null
        );

        Assert.Equal(expected, string.Join('|', document.Sentences.Select(s => document.Source.ToString(s.Span))));
    }

    [Fact]
    public void A_headline_without_a_stop_is_a_sentence_of_its_own()
    {
        const string text = "Talks fail again\nThe envoys went home.";
        var document = Pipeline.Analyze(
            new SourceText(text),
            [
                new TextRegion(new TextSpan(0, 16), RegionKind.Title),
                new TextRegion(new TextSpan(17, text.Length), RegionKind.Paragraph),
            ],
            null
        );

        Assert.Equal([0, 1], document.Sentences.Select(s => s.Region));
    }

    [Fact]
    public void A_salutation_ends_without_a_stop()
    {
        const string text = "Dear Kate, Thank you for your letter. I will call you on Monday. Thanks, Ellen";
        var document = Pipeline.Analyze(
            new SourceText(text),
            [new TextRegion(new TextSpan(0, text.Length), RegionKind.Paragraph)],
            null
        );

        Assert.Equal("Dear Kate,", document.Source.ToString(document.Sentences[0].Span));
    }

    [Fact]
    public void Endless_sentences_are_cut()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 5_000));
        var document = Pipeline.Analyze(
            new SourceText(text),
            [new TextRegion(new TextSpan(0, text.Length), RegionKind.Paragraph)],
            null
        );

        Assert.Equal(10, document.Sentences.Length);
    }
}
