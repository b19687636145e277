using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction;

/// <summary>The day of a saying and of what it tells: each has its own.</summary>
public class SayingDateTests
{
    [Fact]
    public void The_day_of_an_event_that_a_noun_names_is_not_the_day_of_the_saying()
    {
        var position = NewsText
            .Facts(
                "The two states will sign a truce, three diplomats said, after Sunday's shelling of the town of Oberau."
            )
            .Saying("sign a truce");

        Assert.Null(position.Date);
    }

    [Fact]
    public void The_day_of_an_announcement_is_not_the_day_of_what_it_announces()
    {
        var travel = Assert.Single(
            NewsText
                .Facts(
                    "Norwegian Secretary of State Anna Lund plans to travel to Sweden on Saturday, her department announced"
                        + " on Thursday, in the most senior visit since the fighting began."
                )
                .Outcomes,
            o => o.Trigger.Text == "travel"
        );

        Assert.Equal(new DateOnly(2025, 9, 13), travel.Date);
    }
}
