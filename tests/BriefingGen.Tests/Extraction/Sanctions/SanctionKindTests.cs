using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Sanctions;

/// <summary>Sanctions by what their verbs and nouns do: who is hit by what, and how far it has come.</summary>
public sealed class SanctionKindTests
{
    private static SanctionFact First(string text) => Assert.Single(NewsText.Facts(text).Sanctions);

    [Theory]
    [InlineData("Canada imposed an entry ban on 14 Peruvian judges.", "canada", "peru", "travel-ban")]
    [InlineData("Norway froze the assets of two Chilean banks.", "norway", "chile", "asset-freeze")]
    [InlineData("Britain blacklisted five Kenyan firms.", "united-kingdom", "kenya", "unspecified")]
    [InlineData("Chile retaliated with tariffs of 15 percent on Peruvian copper.", "chile", "peru", "trade")]
    [InlineData("Norway banned imports of Kenyan tea.", "norway", "kenya", "trade")]
    [InlineData("Norway imposed tariffs on steel from Chile.", "norway", "chile", "trade")]
    public void What_is_in_force_names_imposer_target_and_measure(
        string text,
        string imposer,
        string target,
        string measure
    )
    {
        var sanction = First(text);

        Assert.Equal(
            (imposer, target, measure, SanctionStatus.InForce),
            (Assert.Single(sanction.Imposer), Assert.Single(sanction.Target), sanction.Measure, sanction.Status)
        );
    }

    [Theory]
    [InlineData("Norway delisted five Kenyan firms.", SanctionStatus.Lifted)]
    [InlineData("Norway removed 12 Kenyan companies from its sanctions list.", SanctionStatus.Lifted)]
    [InlineData("Norway added nine Kenyan tankers to its sanctions list.", SanctionStatus.InForce)]
    [InlineData("Norway threatened to impose tariffs on Kenyan tea.", SanctionStatus.Proposed)]
    [InlineData("Norway suspended tariffs on Kenyan tea for 90 days.", SanctionStatus.Eased)]
    [InlineData("Kenya's exports were exempted from the tariffs.", SanctionStatus.Eased)]
    [InlineData("Norway granted Kenya an exemption from its tariffs.", SanctionStatus.Eased)]
    [InlineData("The embargo on Kenya remains in place.", SanctionStatus.InForce)]
    [InlineData("Norway delayed a decision to impose tariffs on Kenya.", SanctionStatus.Eased)]
    public void How_far_it_has_come_is_told_by_what_is_done(string text, SanctionStatus status)
    {
        var sanction = First(text);

        Assert.Equal(status, sanction.Status);
        Assert.Equal("kenya", Assert.Single(sanction.Target));
    }

    [Fact]
    public void What_somebody_wants_lifted_is_in_force()
    {
        var sanction = First("Kenya called on Norway to lift sanctions.");

        Assert.Equal(SanctionStatus.InForce, sanction.Status);
        Assert.Equal("norway", Assert.Single(sanction.Imposer));
    }

    [Fact]
    public void Every_state_of_a_list_is_a_target()
    {
        var sanction = First("Norway granted temporary exemptions from the tariffs to Kenya, Chile and Peru.");

        Assert.Equal(["kenya", "chile", "peru"], sanction.Target.ToArray());
    }

    [Fact]
    public void A_vow_to_impose_is_one_proposal_and_nothing_in_force() =>
        Assert.All(
            NewsText.Facts("Norway vowed to impose tariffs on Kenyan tea unless Kenya cuts its prices.").Sanctions,
            sanction => Assert.Equal(SanctionStatus.Proposed, sanction.Status)
        );

    [Fact]
    public void The_package_that_goes_on_is_part_of_its_decision()
    {
        var facts = NewsText.Facts(
            "Norway is expected to approve a second round of sanctions against Kenya on Monday. The package would freeze the assets of nine companies and ban the export of pumps."
        );

        Assert.Contains(facts.Sanctions, s => s.Measure == "asset-freeze");
        Assert.Contains(facts.Sanctions, s => s.Measure == "export-control");
        Assert.Single(facts.Sanctions.Select(s => s.Outcome).Distinct());
        Assert.Contains(facts.Sanctions, s => s.Target.Contains("kenya"));
    }

    [Fact]
    public void What_is_put_off_until_a_day_begins_then()
    {
        var sanction = First("Norway postponed tariffs on Kenya until October 1.");

        Assert.Equal((new DateOnly(2025, 10, 1), null), (sanction.InForceFrom, sanction.Expires));
    }

    [Theory]
    [InlineData("The judge imposed sanctions on the lawyers for late filings.")]
    [InlineData("The mayor of Bergen sanctioned the use of the square for a concert.")]
    [InlineData("The accord requires Kenya to limit exports to Norway.")]
    [InlineData("The hackers were sanctioned by it.")]
    public void Courts_approvals_and_trade_that_is_trimmed_are_none(string text) =>
        Assert.Empty(NewsText.Facts(text).Sanctions);
}
