using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Sanctions;

/// <summary>Threats, terms and what is no sanction.</summary>
public sealed class SanctionTermTests
{
    [Fact]
    public void A_threat_is_proposed_never_in_force()
    {
        var sanction = Assert.Single(
            NewsText.Facts("Norway threatened Sweden with new sanctions on Friday.").Sanctions
        );

        Assert.Equal(SanctionStatus.Proposed, sanction.Status);
        Assert.Equal(("norway", "sweden"), (Assert.Single(sanction.Imposer), Assert.Single(sanction.Target)));
    }

    [Fact]
    public void Whom_it_lists_what_it_leaves_out_and_its_days_stand_with_it()
    {
        var facts = NewsText.Facts(
            "Norway imposed sanctions on Sweden on Monday, freezing the assets of 23 people and nine companies. The measures take effect on October 1 and expire on March 31, 2026. They do not cover medicine."
        );

        var sanction = facts.Sanctions[0];
        Assert.Equal(["23 people", "nine companies"], sanction.Listed.Select(s => s.Wording));
        Assert.Equal(["medicine"], sanction.Exempt.Select(s => s.Wording));
        Assert.Equal(new DateOnly(2025, 10, 1), sanction.InForceFrom);
        Assert.Equal(new DateOnly(2026, 3, 31), sanction.Expires);
    }

    [Theory]
    [InlineData("Parliament sanctioned the sale of the harbour to investors.")]
    [InlineData("The chess federation sanctioned another open event near Bergen.")]
    public void What_is_approved_is_no_sanction(string sentence) => Assert.Empty(NewsText.Facts(sentence).Sanctions);

    [Theory]
    [InlineData("Norway delays steel tariffs on Sweden for a month.", SanctionStatus.Eased)]
    [InlineData("Norway imposed steel tariffs on Sweden on Monday.", SanctionStatus.InForce)]
    [InlineData("Norway extended its sanctions on Sweden on Monday.", SanctionStatus.Extended)]
    [InlineData("Norway lifted its sanctions on Sweden on Monday.", SanctionStatus.Lifted)]
    public void How_far_it_has_come_is_told_by_its_verb(string sentence, SanctionStatus status) =>
        Assert.All(NewsText.Facts(sentence).Sanctions, sanction => Assert.Equal(status, sanction.Status));

    [Fact]
    public void A_delay_of_tariffs_between_states_is_eased_trade()
    {
        var sanction = Assert.Single(
            NewsText.Facts("Norway postponed the imposition of steel tariffs on Sweden on Monday.").Sanctions
        );

        Assert.Equal(("trade", SanctionStatus.Eased), (sanction.Measure, sanction.Status));
        Assert.Equal("sweden", Assert.Single(sanction.Target));
    }

    [Fact]
    public void Nobody_sanctions_himself() =>
        Assert.All(
            NewsText.Facts("Norway imposed new tariffs on Swedish steel and on its own exports.").Sanctions,
            s => Assert.Empty(s.Imposer.Intersect(s.Target, StringComparer.Ordinal))
        );
}
