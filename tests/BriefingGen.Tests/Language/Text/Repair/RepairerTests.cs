using BriefingGen.Language;
using BriefingGen.Language.Text;
using CsCheck;

namespace BriefingGen.Tests.Language.Text.Repair;

public class RepairerTests
{
    private static readonly LanguagePipeline Pipeline = TextPipeline.Create();

    // An article in the state in which some are kept: no apostrophes, no quotation marks, no dashes.
    private const string Lost = """
        Vesnias war in Kadria enters its third week
        Asked about Dorns claims of progress, Harl told the Kadrian Post, There was no progress at all, so its hard for me to see what he means.
        We dont believe that Vesnias losses will change Dorns thinking, and weve said so before, Price said.
        Were applying this pressure because it works, the official said. Thats our position, and we wont change it.
        The aid could  over time  force the countrys leader to the table.
        Asked by the senators aide, ONeill said that Orlos ministers had read both states proposals.
        Orlo flew to Port Essel for the ministers meeting, but the talks with Dorn ended without a truce.
        The minister met members of the United Nations, and the sanctions hit banks, ships and airlines.
        """;

    [Theory]
    [InlineData("Vesnia's war in Kadria enters its third week")]
    [InlineData("Dorn's claims")]
    [InlineData("“There was no progress at all, so it's hard for me to see what he means.”")]
    [InlineData(
        "“We don't believe that Vesnia's losses will change Dorn's thinking, and we've said so before,” Price said."
    )]
    [InlineData(
        "“We're applying this pressure because it works,” the official said. “That's our position, and we won't change it.”"
    )]
    [InlineData("O'Neill said that Orlo's ministers had")]
    [InlineData("could – over time – force the country's leader")]
    [InlineData("members of the United Nations, and the sanctions hit banks, ships and airlines.")]
    public void What_an_article_lost_is_restored(string expected) =>
        Assert.Contains(expected, Read(Lost), StringComparison.Ordinal);

    [Theory]
    [InlineData("The Kremlin's press office confirmed that it's true. \"We won't go,\" Harl said. Its economy shrank.")]
    [InlineData(
        "The United States, the Netherlands and the Balkans hold talks. Sanctions hit Hamas and the Davis family."
    )]
    [InlineData("He won't say whats next, as it's not his call, and the states' envoys didn't come.")]
    [InlineData("The ministers met at noon. They were ill.")]
    [InlineData("")]
    public void A_text_that_lost_nothing_is_read_as_it_stands(string text) => Assert.Equal(text, Read(text));

    [Theory]
    [InlineData("Vesniaâ€™s war", "Vesnia’s war")]
    [InlineData("Ã‰lysÃ©e and ZÃ¼rich", "Élysée and Zürich")]
    [InlineData("He said â€œnoâ€\u009d and left", "He said “no” and left")]
    [InlineData("war â€“ and peace", "war – and peace")]
    [InlineData("Ünlü, naïve, São, â, Ã alone", "Ünlü, naïve, São, â, Ã alone")]
    public void Broken_encoding_is_repaired(string text, string expected) => Assert.Equal(expected, Read(text));

    [Fact]
    public void Every_edit_names_its_place_and_how_sure_it_is()
    {
        var document = Analyze(Lost);

        Assert.NotEmpty(document.Reading.Edits);
        Assert.All(document.Reading.Edits, static edit => Assert.InRange(edit.Confidence, 0.5, 1));
        Assert.Equal(Lost, document.Source.Value);
    }

    [Fact]
    public void A_headline_gets_no_quotation_marks()
    {
        const string text = "We wont give in, Harl says\nIts hard, he said. Dorns men dont stop, and theyve said so.";
        var document = Pipeline.Analyze(
            new SourceText(text),
            [
                new TextRegion(new TextSpan(0, 26), RegionKind.Title),
                new TextRegion(new TextSpan(27, text.Length), RegionKind.Paragraph),
            ],
            null
        );

        Assert.StartsWith("We won't give in, Harl says\n", document.Reading.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_repaired_without_a_fault_and_maps_back()
    {
        var word = Gen.Const("dont");
        var piece = Gen.OneOf(
            word,
            Gen.Char["abs ,.:\n'\"â€™Ã©\u009d\uD800"].Select(static c => c.ToString()),
            Gen.String
        );
        piece
            .Array[0, 30]
            .Sample(
                static pieces =>
                {
                    var text = string.Join(' ', pieces);
                    var document = Analyze(text);
                    Tokenizing.TokenizerTests.Check(document);
                },
                iter: 1_000
            );
    }

    [Fact]
    public void The_same_text_is_read_the_same_on_many_threads()
    {
        var expected = Read(Lost);
        Parallel.For(0, 16, _ => Assert.Equal(expected, Read(Lost)));
    }

    private static string Read(string text) => Analyze(text).Reading.Value;

    private static BriefingGen.Language.Documents.Document Analyze(string text)
    {
        var source = new SourceText(text);
        return Pipeline.Analyze(source, TextRegions.FromPlainText(source), null);
    }
}
