using BriefingGen.Language.Entities;

namespace BriefingGen.Tests.Language.Entities;

public class CountryGazetteerTests
{
    private static readonly CountryGazetteer Countries = CountryGazetteer.Load();

    [Theory]
    [InlineData("Ukraine", "UA", CountryMatchKind.Name)]
    [InlineData("US", "US", CountryMatchKind.Name)]
    [InlineData("U.S.", "US", CountryMatchKind.Name)]
    [InlineData("United States of America", "US", CountryMatchKind.Name)]
    [InlineData("RUSSIA", "RU", CountryMatchKind.Name)]
    [InlineData("Ukrainians", "UA", CountryMatchKind.Demonym)]
    [InlineData("Danes", "DK", CountryMatchKind.Demonym)]
    [InlineData("Kyiv", "UA", CountryMatchKind.Capital)]
    [InlineData("Kremlin", "RU", CountryMatchKind.Metonym)]
    [InlineData("Downing Street", "GB", CountryMatchKind.Metonym)]
    [InlineData("Élysée Palace", "FR", CountryMatchKind.Metonym)]
    [InlineData("Elysee Palace", "FR", CountryMatchKind.Metonym)]
    [InlineData("lyse Palace", "FR", CountryMatchKind.Metonym)]
    [InlineData("State Department", "US", CountryMatchKind.Office)]
    [InlineData("Knesset", "IL", CountryMatchKind.Office)]
    [InlineData("Cote dIvoire", "CI", CountryMatchKind.Name)]
    [InlineData("Trkiye", "TR", CountryMatchKind.Name)]
    [InlineData("EU", "EU", CountryMatchKind.Name)]
    [InlineData("Kosovo", "XK", CountryMatchKind.Name)]
    public void A_country_is_known_by_its_names(string phrase, string code, CountryMatchKind kind)
    {
        var match = Assert.NotNull(Countries.Find(phrase));

        Assert.Equal((code, kind), (match.Code, match.Kind));
    }

    [Theory]
    [InlineData("us")]
    [InlineData("turkey")]
    [InlineData("Washington Post")]
    [InlineData("Latin America")]
    [InlineData("Atlantis")]
    [InlineData("")]
    public void Other_words_are_no_country(string phrase) => Assert.Null(Countries.Find(phrase));

    [Theory]
    [InlineData("Georgia")]
    [InlineData("Jordan")]
    [InlineData("Chad")]
    [InlineData("Turkey")]
    [InlineData("Brussels")]
    public void Names_that_mean_other_things_too_say_so(string phrase) =>
        Assert.True(Countries.Find(phrase)?.Ambiguous);

    [Fact]
    public void A_place_of_two_powers_names_both() => Assert.Equal("EU", Countries.Find("Brussels")?.AlternativeCode);

    [Fact]
    public void Every_state_has_one_row_and_a_name()
    {
        Assert.True(Countries.Countries.Length > 195);
        Assert.Equal(
            Countries.Countries.Length,
            Countries.Countries.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count()
        );
        Assert.All(Countries.Countries, c => Assert.NotEmpty(c.Name));
    }

    [Fact]
    public void A_users_own_states_come_first()
    {
        var rows = CountryTable.Parse(
            "code\tname\tnames\tcapitals\tdemonyms\tmetonyms\n"
                + "XA\tOstland\tRepublic of Ostland\tTorvik\tOstlander|Ostlanders\tGrey House=government|Paris=office\n"
        );

        var countries = CountryGazetteer.Load(rows);

        Assert.Equal("XA", countries.Find("Grey House")?.Code);
        Assert.Equal("XA", countries.Find("Ostlanders")?.Code);
        Assert.Equal("XA", countries.Find("Paris")?.Code);
        Assert.Equal("FR", countries.Find("Paris")?.AlternativeCode);
        Assert.Equal("Ostland", countries.NameOf("XA"));
    }

    [Theory]
    [InlineData("XA Ostland", "line 1: 3 to 6 columns")]
    [InlineData("# states\nxa\tOstland\t", "line 2: 'xa' is not a code")]
    [InlineData("XA\tOstland\t\t\t\tGrey House=palace", "'Grey House=palace' ends neither")]
    public void A_wrong_row_is_named_with_its_line(string table, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<FormatException>(() => CountryTable.Parse(table)).Message,
            StringComparison.Ordinal
        );
}
