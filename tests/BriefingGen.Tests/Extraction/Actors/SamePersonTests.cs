namespace BriefingGen.Tests.Extraction.Actors;

public sealed class SamePersonTests
{
    [Fact]
    public void A_rank_written_short_is_a_role_and_no_part_of_the_name()
    {
        var facts = NewsText.Facts("Norwegian Army Capt. Erik Sandvik said that the road was closed.");

        Assert.Equal("Army Captain", facts.Actor("erik-sandvik").Role);
        Assert.Equal("erik-sandvik", Assert.Single(facts.Positions).Actor);
    }

    [Fact]
    public void A_region_may_stand_between_former_and_the_office()
    {
        var facts = NewsText.Facts("Former Lower Tarvik Gov. Karin Holst said that the port would open.");

        Assert.Equal("Former Governor", facts.Actor("karin-holst").Role);
    }

    [Fact]
    public void The_senator_is_who_was_called_so_for_short()
    {
        var facts = NewsText.Facts("Sen. Petra Lunde met the fishermen. The senator said that the price was fair.");

        Assert.Equal("petra-lunde", Assert.Single(facts.Positions).Actor);
    }

    [Theory]
    [InlineData("Mayor Bill de Hollis opened the pier. De Hollis said that the work was done.", "bill-de-hollis")]
    [InlineData("Commissioner James O\u2019Mara inspected it. O'Mara said that the steel was sound.", "james-omara")]
    [InlineData("Mayor Tan Suu Mira was there too. Suu Mira said that the harbour was full.", "tan-suu-mira")]
    public void A_surname_of_two_words_or_with_another_apostrophe_is_the_same_person(string text, string speaker)
    {
        var facts = NewsText.Facts(text);

        Assert.Equal(speaker, Assert.Single(facts.Positions).Actor);
        Assert.Single(facts.Actors);
    }

    [Fact]
    public void Of_namesakes_the_office_tells_who_is_meant()
    {
        var facts = NewsText.Facts(
            "Sen. Ted Lunde spoke first. His sister, Heidi Lunde, and his father, Olaf Lunde, listened.",
            "Senator Lunde said that the quota was too small."
        );

        Assert.Equal("ted-lunde", Assert.Single(facts.Positions).Actor);
    }

    [Fact]
    public void A_paper_goes_by_its_last_word()
    {
        var facts = NewsText.Facts(
            "The Bergen Times praised the plan in March.",
            "The Times reported that the harbour was sold."
        );

        Assert.Equal("bergen-times", facts.Positions[^1].Actor);
    }

    [Fact]
    public void Experts_in_a_state_are_not_the_state()
    {
        var facts = NewsText.Facts("Policy experts in Norway said that the plan would fail.");

        Assert.Equal("policy-experts", Assert.Single(facts.Positions).Actor);
    }

    [Fact]
    public void The_campaign_is_the_one_that_was_named()
    {
        var facts = NewsText.Facts(
            "Ann Holt's campaign said that the vote was fair. The campaign promised that it would pay."
        );

        Assert.Equal(2, facts.Positions.Length);
        Assert.All(facts.Positions, p => Assert.Equal("ann-holt-campaign", p.Actor));
    }

    [Fact]
    public void A_word_that_praises_her_is_no_part_of_her_name()
    {
        var facts = NewsText.Facts(
            "Minister Ann Holt opened the pier. Fishermen carried signs for Brave Ann Holt. Holt said that she was glad."
        );

        Assert.Equal("ann-holt", facts.Positions[^1].Actor);
    }
}
