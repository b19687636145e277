using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Events;
using BriefingGen.Fusion.Stories;

namespace BriefingGen.Tests.Fusion.Stories;

public class SupersessionTests
{
    private const string Text =
        "The envoys of Norland and Suderia meet in Lakeport to settle the dispute over the Sild fishery and its quotas.";

    private static readonly DateOnly Monday = new(2031, 5, 12);
    private static readonly string[] Two = ["norland", "suderia"];

    private static InventedArticle Signed(string id, int day, OutcomeStatus status, bool negated = false) =>
        new InventedArticle(id, Monday.AddDays(day), text: Text)
            .State("norland", "Norland", "NO")
            .State("suderia", "Suderia", "SE")
            .Happens(
                OutcomeType.Agree,
                "Norland and Suderia sign the fishery treaty in Lakeport.",
                "sign",
                Two,
                Monday.AddDays(1),
                negated,
                status,
                place: "Lakeport"
            );

    [Fact]
    public void A_deed_overtakes_its_plan_and_a_plan_no_deed()
    {
        var fused = InventedArticle.Fuse(Signed("a", 0, OutcomeStatus.Planned), Signed("b", 1, OutcomeStatus.Actual));

        var story = Assert.Single(fused.Stories);
        var overtaken = Assert.Single(story.Superseded);
        Assert.Equal(("o-a-0", "o-b-0", "plan"), (overtaken.Before, overtaken.After, overtaken.Slot));
        Assert.Equal("o-b-0", story.State!.Fact);
        Assert.Equal(StateStage.Done, story.State.Stage);
        Assert.Empty(fused.Scheduled);
    }

    [Fact]
    public void A_plan_that_nothing_overtook_is_scheduled_for_its_day()
    {
        var fused = InventedArticle.Fuse(Signed("a", 0, OutcomeStatus.Planned));

        var ahead = Assert.Single(fused.Scheduled);
        Assert.Equal(Monday.AddDays(1), ahead.From);
        Assert.Equal(fused.Stories[0].Id, ahead.Story);
        Assert.Equal(StateStage.Planned, fused.Stories[0].State!.Stage);
    }

    [Fact]
    public void A_plan_for_an_event_is_no_telling_of_it_and_no_origin()
    {
        var fused = InventedArticle.Fuse(
            Signed("a", 0, OutcomeStatus.Planned),
            Signed("b", 1, OutcomeStatus.Actual),
            Signed("c", 1, OutcomeStatus.Actual)
        );

        var happened = fused.Events.Single(e => e.Lead.Status == OutcomeStatus.Actual);
        Assert.Equal(2, happened.Origins);
        Assert.All(happened.Tellings, t => Assert.Equal(TellingForm.Tells, t.Form));
    }
}
