using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Language.Entities;

public class EnglishEntitiesTests
{
    private static readonly LanguagePipeline Pipeline = EnglishLanguage.Create(
        CountryGazetteer.Load(CountryTable.Parse("XA\tOstland\t\tTorvik\tOstlander|Ostlanders\tGrey House=government"))
    );

    [Theory]
    [InlineData("Foreign Minister Maria Hartmann met reporters in Geneva.", "Maria Hartmann:Person Geneva:Location")]
    [InlineData(
        "Harbin Futures, Inc. sued Torvald Metals, Ltd. in Geneva.",
        "Harbin Futures, Inc.:Organization Torvald Metals, Ltd.:Organization Geneva:Location"
    )]
    [InlineData("The Kremlin did not comment.", "Kremlin:Organization:RU")]
    [InlineData("Ukrainian officials left Moscow.", "Ukrainian:Norp:UA Moscow:Location:RU")]
    [InlineData("The State Department said so, CNN reported.", "State Department:Organization:US CNN:Organization")]
    [InlineData(
        "US President Thomas Berg called the Security Council.",
        "US:Location:US Thomas Berg:Person Security Council:Organization"
    )]
    [InlineData(
        "Ostland rejected the plan, and the Grey House stayed silent.",
        "Ostland:Location:XA Grey House:Organization:XA"
    )]
    [InlineData("They gave it to us on Monday.", "")]
    public void Names_are_found_with_type_and_country(string text, string expected) =>
        Assert.Equal(expected, Describe(text));

    [Fact]
    public void A_last_name_is_read_as_the_full_name_was() =>
        Assert.EndsWith(
            "Hartmann:Person",
            Describe("Maria Hartmann spoke first. The offer, Hartmann said, was final."),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_text_without_words_has_no_names() => Assert.Equal("", Describe("... !! --"));

    private static string Describe(string text)
    {
        var document = Pipeline.Analyze(
            new SourceText(text),
            [new TextRegion(new TextSpan(0, text.Length), RegionKind.Paragraph)],
            null
        );
        return string.Join(
            ' ',
            document.Entities.Select(e =>
                document.Read(e.First, e.End) + ":" + e.Type + (e.Country is null ? "" : ":" + e.Country)
            )
        );
    }
}
