using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Sanctions;

public class SanctionTests
{
    [Theory]
    [InlineData("Norway imposed sanctions on Sweden.", "unspecified", SanctionStatus.InForce)]
    [InlineData("Norway will impose sanctions on Sweden.", "unspecified", SanctionStatus.Announced)]
    [InlineData("Norway could impose sanctions on Sweden.", "unspecified", SanctionStatus.Proposed)]
    [InlineData("Norway extended sanctions against Sweden.", "unspecified", SanctionStatus.Extended)]
    [InlineData("Norway lifted sanctions on Sweden.", "unspecified", SanctionStatus.Lifted)]
    [InlineData("Norway eased sanctions on Sweden.", "unspecified", SanctionStatus.Eased)]
    [InlineData("Norway announced sanctions against Sweden.", "unspecified", SanctionStatus.Announced)]
    [InlineData("Norway imposed an arms embargo on Sweden.", "arms-embargo", SanctionStatus.InForce)]
    [InlineData("Norway imposed sanctions on Sweden over oil and gas.", "energy", SanctionStatus.InForce)]
    [InlineData("Norway imposed a travel ban on Swedish ministers.", "travel-ban", SanctionStatus.InForce)]
    [InlineData("Norway is expected to approve sanctions on Sweden.", "unspecified", SanctionStatus.Proposed)]
    public void Measure_and_status_are_read_from_the_words(string sentence, string measure, SanctionStatus status)
    {
        var sanction = Assert.Single(NewsText.Facts(sentence).Sanctions);

        Assert.Equal(measure, sanction.Measure);
        Assert.Equal(status, sanction.Status);
        Assert.Equal(["norway"], sanction.Imposer.ToArray());
    }

    [Fact]
    public void What_was_not_imposed_is_no_sanction()
    {
        Assert.Empty(NewsText.Facts("Norway did not impose sanctions on Sweden.").Sanctions);
    }

    [Fact]
    public void What_is_said_of_the_effect_is_kept_in_the_words_of_the_article()
    {
        var facts = NewsText.Facts(
            "Norway imposed sanctions on Sweden. Officials in Oslo said that the sanctions had not changed Swedish policy. "
                + "The weather was fine."
        );

        var effect = Assert.Single(Assert.Single(facts.Sanctions).Effect);
        Assert.StartsWith("Officials in Oslo", effect.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sanction_belongs_to_an_outcome()
    {
        var facts = NewsText.Facts("Norway imposed sanctions on Sweden.");

        Assert.Contains(facts.Outcomes, o => o.Id == Assert.Single(facts.Sanctions).Outcome);
    }

    [Fact]
    public void Each_measure_of_a_decision_is_a_sanction()
    {
        var sanctions = NewsText.Facts("Norway imposed a travel ban and an arms embargo on Sweden.").Sanctions;

        Assert.Equal(["travel-ban", "arms-embargo"], sanctions.Select(s => s.Measure));
        Assert.All(sanctions, s => Assert.Equal("sweden", Assert.Single(s.Target)));
    }

    [Fact]
    public void A_part_of_a_decision_is_aimed_at_whom_the_decision_is()
    {
        var sanctions = NewsText
            .Facts("Norway imposed sanctions on Sweden on Tuesday, freezing the assets of 23 people.")
            .Sanctions;

        Assert.Equal(["unspecified", "asset-freeze"], sanctions.Select(s => s.Measure));
        Assert.All(sanctions, s => Assert.Equal("sweden", Assert.Single(s.Target)));
    }

    [Fact]
    public void A_sanction_that_somebody_asks_for_is_proposed_and_has_no_imposer()
    {
        var sanction = Assert.Single(NewsText.Facts("Norway called for sanctions against Sweden.").Sanctions);

        Assert.Equal(SanctionStatus.Proposed, sanction.Status);
        Assert.Empty(sanction.Imposer);
    }

    [Fact]
    public void Who_was_also_listed_was_listed_by_whom_the_article_named_before()
    {
        var sanctions = NewsText
            .Facts("Norway imposed an arms embargo on Sweden. Eleven Swedish companies were also blacklisted.")
            .Sanctions;

        Assert.Equal(2, sanctions.Length);
        Assert.All(sanctions, s => Assert.Equal("norway", Assert.Single(s.Imposer)));
    }

    [Fact]
    public void A_measure_in_a_participle_has_come_as_far_as_its_decision()
    {
        var sanctions = NewsText
            .Facts("Norway announced sanctions against Sweden, banning the export of oil.")
            .Sanctions;

        Assert.All(sanctions, s => Assert.Equal(SanctionStatus.Announced, s.Status));
    }

    [Fact]
    public void A_sanction_that_is_told_twice_is_one() =>
        Assert.Single(
            NewsText
                .Facts("Norway imposed sanctions on Sweden. On Monday, Norway imposed sanctions on Sweden.")
                .Sanctions
        );
}
