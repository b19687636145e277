namespace BriefingGen.Tests.Extraction.Actors;

public sealed class CountryInferenceTests
{
    [Fact]
    public void A_holder_of_an_office_is_of_the_state_that_acts_in_the_sentence_before()
    {
        var facts = NewsText.Facts(
            "Norway rejected the offer on Thursday. Foreign Minister Solveig Hattlund said that it came too late."
        );

        var actor = facts.Actor("solveig-hattlund");
        Assert.Equal(("NO", "context"), (actor.Country, actor.CountryBy));
    }

    [Fact]
    public void Who_is_quoted_behind_the_answer_of_a_state_answers_for_it()
    {
        var facts = NewsText.Facts(
            "Sweden and Finland signed the pact on Monday, and Sweden thanked Finland for it.",
            "Norway rejected the charge. \"Our boats were in port,\" said Defence Minister Solveig Hattlund."
        );

        Assert.Equal("NO", facts.Actor("solveig-hattlund").Country);
    }

    [Fact]
    public void Who_is_not_quoted_or_follows_another_state_does_not()
    {
        var facts = NewsText.Facts(
            "Sweden and Finland signed the pact on Monday, and Sweden thanked Finland for it.",
            "Norway rejected the charge. Sweden repeated it. Defence Minister Solveig Hattlund slept."
        );

        Assert.NotEqual("NO", facts.Actor("solveig-hattlund").Country);
    }

    [Fact]
    public void A_country_that_a_title_says_is_not_marked_as_inferred() =>
        Assert.Null(
            NewsText
                .Facts("Norwegian Foreign Minister Solveig Hattlund left Vienna.")
                .Actor("solveig-hattlund")
                .CountryBy
        );

    [Fact]
    public void Its_ambassador_is_of_the_state_that_the_sentence_before_is_about()
    {
        var facts = NewsText.Facts(
            "Norway voted for the draft. Its ambassador, Solveig Hattlund, said that the vote was a beginning."
        );

        var actor = facts.Actor("solveig-hattlund");
        Assert.Equal(("Ambassador", "NO", "owner"), (actor.Role, actor.Country, actor.CountryBy));
    }

    [Fact]
    public void The_spokesman_of_a_president_is_of_his_country()
    {
        var facts = NewsText.Facts(
            "Finnish President Aino Korpela flew home.",
            "Erik Sandvik, the spokesman of President Aino Korpela, said that the talks would go on."
        );

        Assert.Equal("FI", facts.Actor("erik-sandvik").Country);
        Assert.Equal("erik-sandvik", facts.Saying("the talks would go on").Actor);
    }

    [Fact]
    public void Two_holders_of_one_office_are_never_of_one_state()
    {
        var facts = NewsText.Facts(
            "Norwegian Foreign Minister Solveig Hattlund left Vienna. Foreign Minister Aino Korpela stayed."
        );

        Assert.Null(facts.Actor("aino-korpela").Country);
    }

    [Fact]
    public void Without_a_state_in_the_article_no_country_is_given() =>
        Assert.Null(NewsText.Facts("Foreign Minister Aino Korpela stayed.").Actor("aino-korpela").Country);

    [Fact]
    public void A_mayor_is_of_the_country_that_the_article_gives_his_town()
    {
        var facts = NewsText.Facts(
            "Shells fell on the Norwegian town of Storvik on Sunday.",
            "The mayor of Storvik, Erik Sandvik, said that nobody was hurt."
        );

        var actor = facts.Actor("erik-sandvik");
        Assert.Equal(("Mayor", "NO"), (actor.Role, actor.Country));
        Assert.DoesNotContain(facts.Actors, a => a.Name == "Storvik");
    }

    [Fact]
    public void A_counterpart_holds_the_office_of_whom_he_is_the_counterpart()
    {
        var facts = NewsText.Facts(
            "Norwegian Foreign Minister Erik Sandvik and his Finnish counterpart, Aino Korpela, met in Vienna."
        );

        var actor = facts.Actor("aino-korpela");
        Assert.Equal(("Foreign Minister", "FI"), (actor.Role, actor.Country));
    }

    [Fact]
    public void A_state_that_stands_only_in_a_possessive_is_an_actor() =>
        Assert.Equal(
            "NO",
            NewsText.Facts("Norway's ambassador, Solveig Hattlund, left the hall.").Actor("norway").Country
        );
}
