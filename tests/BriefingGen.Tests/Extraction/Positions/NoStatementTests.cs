namespace BriefingGen.Tests.Extraction.Positions;

public sealed class NoStatementTests
{
    [Theory]
    [InlineData("The ministry did not respond to a request for comment on the harbour.")]
    [InlineData("Minister Karin Holst has not said when the harbour will open.")]
    [InlineData("Minister Karin Holst declined to say whether the harbour will open.")]
    [InlineData("It is unclear whether the harbour will open.")]
    [InlineData("The ministry delivered the harbour plans on Monday.")]
    public void Silence_acts_and_what_is_unclear_to_nobody_in_particular_are_no_positions(string text)
    {
        Assert.Empty(NewsText.Facts(text).Positions);
    }

    [Theory]
    [InlineData("Minister Karin Holst did not say that the harbour will open.")]
    [InlineData("Minister Karin Holst said that the ministry had delivered the harbour plans.")]
    [InlineData("Minister Karin Holst refused to back the harbour plans.")]
    [InlineData("Minister Karin Holst criticised the harbour plans.")]
    public void What_somebody_says_or_stands_for_stays_a_position(string text)
    {
        Assert.Equal("karin-holst", Assert.Single(NewsText.Facts(text).Positions).Actor);
    }
}
