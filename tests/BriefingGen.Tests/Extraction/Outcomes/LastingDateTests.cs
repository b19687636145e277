using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Outcomes;

/// <summary>Dates that bound a time, and dates of what an event is only about.</summary>
public sealed class LastingDateTests
{
    private static OutcomeFact Only(string sentence) => Assert.Single(NewsText.Facts(sentence).Outcomes);

    [Theory]
    [InlineData("Norway has supported Sweden since 2019.", 2019)]
    [InlineData("Finland has not met Norway since the war of 2021.", 2021)]
    public void Since_with_a_perfect_lasts_to_the_day_of_the_article(string sentence, int year) =>
        Assert.Equal(
            (new DateOnly(year, 1, 1), new DateOnly(2025, 9, 12)),
            (Only(sentence).DateRange!.Start, Only(sentence).DateRange!.End)
        );

    [Theory]
    [InlineData("Sweden closed its border with Norway until October 3.")]
    [InlineData("Norway cancelled a visit to Sweden planned for Tuesday.")]
    [InlineData("Sweden cancelled a meeting with Norway scheduled for Monday.")]
    public void An_end_and_the_day_of_what_is_called_off_are_not_the_day_of_the_act(string sentence) =>
        Assert.Null(Only(sentence).DateRange);

    [Fact]
    public void Assets_frozen_until_a_day_have_that_as_their_end()
    {
        var facts = NewsText.Facts("Sweden froze the assets of three Norwegian firms until March 1, 2026.");
        Assert.Equal(new DateOnly(2026, 3, 1), Assert.Single(facts.Sanctions).Expires);
        Assert.All(facts.Quantities, q => Assert.Null(q.AsOf));
    }
}
