using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;

namespace BriefingGen.Tests.Fusion;

public class DisagreementTests
{
    // Two ministers of two invented states, each speaking of the other's state, in one article or in two.
    private static FusedFacts Fuse(
        string first,
        string second,
        Stance firstStance = Stance.Asserts,
        Stance secondStance = Stance.Asserts,
        int daysLater = 0,
        bool sameSpeaker = false,
        bool oneArticle = false
    )
    {
        var day = new DateOnly(2031, 5, 12);
        var a = With(new InventedArticle("a", day)).Says("mira-holt", first, firstStance, ["suderia"]);
        var b = oneArticle ? a : With(new InventedArticle("b", day.AddDays(daysLater)));
        _ = b.Says(sameSpeaker ? "mira-holt" : "ivo-lund", second, secondStance, [sameSpeaker ? "suderia" : "norland"]);
        return oneArticle ? InventedArticle.Fuse(a) : InventedArticle.Fuse(a, b);
    }

    private static InventedArticle With(InventedArticle article) =>
        article
            .Person("mira-holt", "Mira Holt", "NO", "Foreign Minister")
            .Person("ivo-lund", "Ivo Lund", "SE", "Foreign Minister")
            .State("norland", "Norland", "NO")
            .State("suderia", "Suderia", "SE");

    [Theory]
    [InlineData(
        "there had been some good progress in negotiations with Suderia",
        "there was no progress at all in the talks with Norland"
    )]
    [InlineData("the talks in Lakeport were constructive", "the negotiations had collapsed")]
    [InlineData(
        "negotiators made headway in the talks on Monday",
        "the talks yielded zero progress, so it is hard to see what progress Holt means"
    )]
    [InlineData("the dialogue with Suderia has seen a breakthrough", "talks are stalled")]
    public void Talks_that_went_well_for_one_and_badly_for_the_other_are_a_disagreement(string well, string badly)
    {
        var found = Assert.Single(Fuse(well, badly).Disagreements);

        Assert.Equal(DisagreementType.Position, found.Type);
        Assert.NotEmpty(found.Why);
        Assert.Equal(
            ["ivo-lund", "mira-holt"],
            new[] { found.First.Actor, found.Second.Actor }.Order(StringComparer.Ordinal)
        );
        Assert.Single(Fuse(well, badly, oneArticle: true).Disagreements);
    }

    [Theory]
    [InlineData(
        "progress in the talks with Suderia would be welcome",
        "there was no progress in the talks with Norland"
    )]
    [InlineData("the talks could still make progress", "the talks failed")]
    [InlineData("we hope for progress in the negotiations", "there was zero progress in negotiations")]
    [InlineData("if the talks succeeded there would be progress", "the talks stalled")]
    [InlineData("there was no progress in the talks", "the talks failed on Monday")]
    [InlineData("talks have made good progress", "talks were productive")]
    [InlineData("the talks were held in a good hotel", "there was no progress in talks")]
    [InlineData("the economy made progress this year", "there was no progress in talks")]
    [InlineData("last year the talks made progress", "the talks are stalled")]
    [InlineData("the talks have not failed", "there was no progress in the talks")]
    [InlineData("did the talks make progress?", "there was no progress in the talks")]
    [InlineData("what kind of progress in talks Lund means is hard to say", "the talks failed")]
    [InlineData(
        "talks made progress on grain, but the talks on prisoners failed",
        "there was no progress in the talks"
    )]
    [InlineData("Suderia shelled the town of Hemmel", "the harvest in Norland was good this year")]
    [InlineData("Suderia would shell the town of Hemmel", "Suderia has not shelled the town of Hemmel")]
    [InlineData("23 people were killed in Hemmel", "at least 20 people were killed in Hemmel")]
    [InlineData("23 people were killed in Hemmel", "31 people were wounded in Hemmel")]
    [InlineData("23 people were killed in Hemmel", "31 people were killed in Port Sild")]
    [InlineData("23 civilians were killed in Hemmel", "31 soldiers were killed in Hemmel")]
    [InlineData("23 people were killed in Hemmel", "it was built in 1931 by people in Hemmel")]
    [InlineData("the road to Hemmel was open", "the road to Hemmel may not be open")]
    public void What_can_both_be_true_is_no_disagreement(string first, string second)
    {
        Assert.Empty(Fuse(first, second).Disagreements);
    }

    [Fact]
    public void A_hope_or_a_demand_is_no_judgement_of_talks()
    {
        Assert.Empty(Fuse("progress in talks", "there was no progress in talks", Stance.Demands).Disagreements);
        Assert.Empty(Fuse("progress in talks", "there was no progress in talks", Stance.Hopes).Disagreements);
    }

    [Fact]
    public void Judgements_weeks_apart_are_no_disagreement()
    {
        Assert.Empty(Fuse("the talks made progress", "the talks were fruitless", daysLater: 20).Disagreements);
    }

    [Fact]
    public void One_who_changes_his_mind_does_not_disagree_with_another()
    {
        Assert.Empty(Fuse("the talks made progress", "the talks were fruitless", sameSpeaker: true).Disagreements);
    }

    [Fact]
    public void Talks_of_others_are_other_talks()
    {
        var fused = InventedArticle.Fuse(
            With(new InventedArticle("a")).Says("mira-holt", "the talks made progress", about: ["suderia"]),
            new InventedArticle("b")
                .Person("ana-reyes", "Ana Reyes", "PT")
                .State("vesta", "Vesta", "ES")
                .Says("ana-reyes", "the talks failed", about: ["vesta"])
        );

        Assert.Empty(fused.Disagreements);
    }

    [Fact]
    public void A_charge_and_the_denial_of_the_one_charged_are_a_disagreement()
    {
        var fused = Fuse(
            "Suderian gunners shelled the grain store in Hemmel",
            "that its gunners shelled the grain store",
            Stance.Accuses,
            Stance.Denies
        );

        Assert.Contains("denial", Assert.Single(fused.Disagreements).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void The_denial_of_something_else_is_no_disagreement()
    {
        var fused = Fuse(
            "Suderian gunners shelled the grain store in Hemmel",
            "that its ministers had taken bribes in Hemmel",
            Stance.Accuses,
            Stance.Denies
        );

        Assert.Empty(fused.Disagreements);
    }

    [Fact]
    public void The_same_words_with_and_without_a_negation_are_a_disagreement()
    {
        Assert.Single(
            Fuse(
                "the road from Lakeport to Hemmel was open to convoys",
                "the road from Lakeport to Hemmel was not open to convoys"
            ).Disagreements
        );
    }

    [Fact]
    public void Support_and_opposition_for_one_thing_are_a_disagreement()
    {
        Assert.Single(
            Fuse(
                "a neutral mission on the Sild border",
                "any neutral mission on the Sild border",
                Stance.Supports,
                Stance.Opposes
            ).Disagreements
        );
        Assert.Empty(
            Fuse(
                "a neutral mission on the Sild border",
                "a toll on lorries",
                Stance.Supports,
                Stance.Opposes
            ).Disagreements
        );
    }

    [Fact]
    public void Two_figures_for_one_quantity_and_place_are_a_disagreement()
    {
        var found = Assert.Single(
            Fuse(
                "23 people were killed in the shelling of Hemmel",
                "7 people were killed in the shelling of Hemmel"
            ).Disagreements
        );

        Assert.Equal(DisagreementType.Figure, found.Type);
        Assert.Equal("23 against 7 killed", found.Why);
    }

    [Fact]
    public void A_later_figure_of_the_same_source_is_no_disagreement()
    {
        Assert.Empty(
            Fuse(
                "23 people were killed in the shelling of Hemmel",
                "26 people were killed in the shelling of Hemmel",
                daysLater: 1,
                sameSpeaker: true
            ).Disagreements
        );
    }
}
