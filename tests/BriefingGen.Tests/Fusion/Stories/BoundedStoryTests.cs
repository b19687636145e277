using System.Globalization;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;

namespace BriefingGen.Tests.Fusion.Stories;

public class BoundedStoryTests
{
    private static readonly DateOnly Monday = new(2031, 5, 12);

    private static InventedArticle Landslide(int i, DateOnly? day = null, string? copyOf = null) =>
        new InventedArticle(
            string.Create(CultureInfo.InvariantCulture, $"a{i:0000}"),
            day ?? Monday,
            duplicateOf: copyOf,
            text: $"A landslide buried the quarry of Tolm on Monday. Rescuer number{i} spoke of mud and of silence at the quarry."
        )
            .State("norland", "Norland", "NO")
            .Happens(
                OutcomeType.Aid,
                "Norland sent rescuers to the quarry of Tolm.",
                "sent",
                ["norland"],
                Monday,
                place: "Tolm"
            )
            .Says("norland", "the rescuers will stay at the quarry until everybody is found");

    [Fact]
    public void Two_thousand_articles_of_one_story_are_one_story_and_nothing_is_lost()
    {
        var fused = InventedArticle.Fuse([.. Enumerable.Range(0, 2_000).Select(i => Landslide(i))]);

        var story = Assert.Single(fused.Stories);
        Assert.Equal(2_000, story.Articles.Length);
        Assert.Equal(4_000, story.Facts.Length);
        Assert.Equal(2_000, fused.Events.Sum(e => e.Outcomes.Length));
        Assert.Equal(2_000, fused.Claims.Sum(c => c.Positions.Length));
    }

    [Fact]
    public void Two_thousand_copies_of_one_text_are_one_origin()
    {
        var fused = InventedArticle.Fuse([
            Landslide(0),
            .. Enumerable.Range(1, 1_999).Select(i => Landslide(i, copyOf: "a0000")),
        ]);

        Assert.Single(fused.Stories);
        Assert.All(fused.Events, e => Assert.Equal(1, e.Origins));
        Assert.All(fused.Claims, c => Assert.Equal(1, c.Origins));
    }

    [Fact]
    public void Articles_of_the_future_lose_nothing()
    {
        var fused = InventedArticle.Fuse(Landslide(1), Landslide(2, Monday.AddYears(40)));

        Assert.Equal(2, fused.Stories.Length);
        Assert.Equal(2, fused.Stories.Sum(s => s.Articles.Length));
    }

    [Fact]
    public void One_outlet_counts_once_however_often_it_tells_a_thing()
    {
        InventedArticle Told(string id, string outlet) =>
            new InventedArticle(id, publisher: outlet)
                .Person("mira-holt", "Mira Holt", "NO")
                .Says("mira-holt", "the bridge over the Sild will open to food convoys at dawn");

        var claim = Assert.Single(
            InventedArticle.Fuse(Told("a", "Beacon"), Told("b", "Beacon"), Told("c", "Courier")).Claims
        );

        Assert.Equal(3, claim.Positions.Length);
        Assert.Equal(2, claim.Origins);
    }
}
