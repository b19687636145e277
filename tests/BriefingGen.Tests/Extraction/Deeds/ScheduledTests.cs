using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Deeds;

/// <summary>What has a day to come is a plan.</summary>
public sealed class ScheduledTests
{
    [Theory]
    [InlineData("The talks in Oslo are due to end on Tuesday.", "end", 16)]
    [InlineData("The permit of the ferry line, which expires on September 30, is disputed.", "expire", 30)]
    [InlineData("Norway extended a ban that runs out on September 30.", "expire", 30)]
    [InlineData("The rules, which take effect on Monday, were published in Oslo.", "take effect", 15)]
    [InlineData("The mayor of Bergen called an emergency session for Sunday.", "session", 14)]
    [InlineData("She hoped to raise it at the next meeting, on September 28.", "meeting", 28)]
    [InlineData("“We expect a vote on Thursday,” the minister Solveig Hattlund said.", "vote", 18)]
    [InlineData("A first group of ten could cross the bridge as early as Saturday.", "cross", 13)]
    public void It_stands_with_its_day_whatever_tells_it(string text, string lemma, int day)
    {
        var plan = NewsText.Facts(text).Deeds.FirstOrDefault(d => d.Lemma == lemma);

        Assert.NotNull(plan);
        Assert.Equal((OutcomeStatus.Planned, new DateOnly(2025, 9, day)), (plan.Status, plan.Date));
    }

    [Fact]
    public void The_end_of_the_month_is_its_last_day_for_what_expires()
    {
        var plan = Assert.Single(
            NewsText.Facts("The ministers discussed a ban that expires at the end of the month.").Deeds,
            d => d.Lemma == "expire"
        );

        Assert.Equal(new DateOnly(2025, 9, 30), plan.Date);
    }

    [Theory]
    [InlineData("The talks in Oslo ended on Tuesday.")]
    [InlineData("The mayor may resign if the vote on Tuesday fails.")]
    [InlineData("The envoys met on September 3.")]
    public void What_is_over_or_hangs_on_something_is_no_plan(string text) =>
        Assert.DoesNotContain(
            NewsText.Facts(text).Deeds,
            d => d.Status == OutcomeStatus.Planned && d.Lemma is "end" or "resign" or "meet"
        );

    [Fact]
    public void A_day_of_the_telling_is_no_day_of_what_is_still_to_be_done() =>
        Assert.All(
            NewsText.Facts("Norway and Sweden agreed in March to meet again.").Outcomes,
            o => Assert.False(o.Status == OutcomeStatus.Planned && o.DateRange is not null)
        );

    [Fact]
    public void A_day_at_the_end_of_two_joined_verbs_is_that_of_both()
    {
        var facts = NewsText.Facts("Norway imposed tariffs on Kenya and closed a consulate on Wednesday.");

        Assert.Contains(
            facts.Outcomes,
            o => o.Trigger.Wording.Contains("tariffs") && o.Date == new DateOnly(2025, 9, 10)
        );
    }

    [Theory]
    [InlineData("September 15, 2025, 1:12 PM")]
    [InlineData("Monday. The council meets on Monday.")]
    [InlineData("On 20 September the council of Bergen meets.")]
    public void A_text_that_begins_with_a_day_is_read(string text) => Assert.Null(NewsText.Facts(text).Failure);
}
