using BriefingGen.Sources.Duplicates;
using BriefingGen.Tests.Extraction;

namespace BriefingGen.Tests.Sources;

/// <summary>Words such as "Sunday" are told against the day of the dateline, where there is one.</summary>
public sealed class DatelineDayTests
{
    private static readonly DateOnly Friday = new(2025, 9, 12);

    [Theory]
    [InlineData("Title\n20250912\nSeptember 11 (Fjord Wire) — Bergen closed on Thursday.", 11)]
    [InlineData("Title\nBERGEN, Sept 10 (Fjord Wire) - Bergen closed on Wednesday.", 12)]
    [InlineData("Title\nBERGEN, Sep. 10 (Fjord Wire) - Bergen closed on Wednesday.", 10)]
    [InlineData("Title\nBERGEN (Fjord Wire) - Bergen closed on Thursday.", 12)]
    [InlineData("Title\nBERGEN, May 3 (Fjord Wire) - Bergen closed on Thursday.", 12)]
    [InlineData("Title\nThe port closed on September 10 (a Wednesday) again.", 12)]
    public void A_text_is_told_on_the_day_of_its_dateline_or_on_that_of_its_publication(string text, int day) =>
        Assert.Equal(new DateOnly(2025, 9, day), Dateline.ToldOn(text, Friday));

    [Fact]
    public void A_weekday_behind_a_dateline_is_that_of_the_dateline()
    {
        var facts = NewsText.Facts(
            "September 11 (Fjord Wire) - Norway and Chile signed a treaty in Bergen on Thursday."
        );

        Assert.Contains(facts.Outcomes, o => o.Date == new DateOnly(2025, 9, 11));
        Assert.DoesNotContain(facts.Outcomes, o => o.Date > Friday);
    }
}
