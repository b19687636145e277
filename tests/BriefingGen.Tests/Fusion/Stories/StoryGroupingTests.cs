using BriefingGen.Fusion;

namespace BriefingGen.Tests.Fusion.Stories;

public class StoryGroupingTests
{
    private const string Ferry =
        "The ferry Aurelia ran aground off Skarn Island in thick fog. Rescuers took ninety passengers off the ferry before dawn.";

    private const string FerryAgain =
        "Passengers of the stranded Aurelia described hours of fog and fear on Skarn Island, where the ferry still lies aground.";

    private const string Strike =
        "Tram drivers in Belmar walked out over wages. The union of drivers said that the walkout would last until the city pays.";

    private static readonly DateOnly Monday = new(2031, 5, 12);

    private static InventedArticle Article(string id, string text, int day = 0, string? copyOf = null) =>
        new(id, Monday.AddDays(day), duplicateOf: copyOf, text: text);

    [Fact]
    public void Articles_that_tell_of_one_thing_are_one_story_and_others_are_not()
    {
        var fused = InventedArticle.Fuse(Article("a", Ferry), Article("b", Strike), Article("c", FerryAgain));

        Assert.Equal(2, fused.Stories.Length);
        Assert.Equal(["a", "c"], fused.Stories.Single(s => s.Articles.Length == 2).Articles.AsEnumerable());
    }

    [Fact]
    public void What_lies_weeks_apart_is_another_story()
    {
        Assert.Equal(2, InventedArticle.Fuse(Article("a", Ferry), Article("b", FerryAgain, 20)).Stories.Length);
    }

    [Fact]
    public void A_copy_stands_in_the_story_of_its_original_whatever_was_added_to_it()
    {
        var copy = Article("b", Strike + " " + Strike, copyOf: "a");

        var story = Assert.Single(InventedArticle.Fuse(Article("a", Ferry), copy).Stories);

        Assert.Contains(story.Joints, j => j.Why.Contains("one text", StringComparison.Ordinal));
    }

    [Fact]
    public void A_story_keeps_its_id_when_the_next_day_adds_to_it()
    {
        var first = InventedArticle.Fuse(Article("a", Ferry), Article("b", Strike));
        var second = InventedArticle.Fuse(Article("a", Ferry), Article("b", Strike), Article("c", FerryAgain, 1));

        Assert.Equal(
            first.Stories.Select(s => s.Id).Order(StringComparer.Ordinal),
            second.Stories.Select(s => s.Id).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_score_of_a_story_is_the_sum_of_its_named_parts()
    {
        var story = Assert.Single(InventedArticle.Fuse(Article("a", Ferry)).Stories);

        Assert.Equal(story.Score, story.Parts.Sum(p => p.Value), 6);
        Assert.Contains(story.Parts, p => p.Name == "origins");
    }
}
