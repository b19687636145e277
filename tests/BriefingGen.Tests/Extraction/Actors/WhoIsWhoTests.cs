namespace BriefingGen.Tests.Extraction.Actors;

public sealed class WhoIsWhoTests
{
    [Fact]
    public void A_place_near_by_gives_nobody_a_country()
    {
        var facts = NewsText.Facts(
            "Defence Minister Erik Sandvik arrived in Tokyo on Sunday. Interior Minister Solveig Hattlund of Norway met him in Tokyo."
        );

        Assert.Null(facts.Actor("erik-sandvik").Country);
        Assert.Equal("NO", facts.Actor("solveig-hattlund").Country);
    }

    [Fact]
    public void A_state_that_has_no_such_office_is_not_its_holders()
    {
        var facts = NewsText.Facts("Norway rejected the offer. President Erik Sandvik said that it came too late.");

        Assert.Null(facts.Actor("erik-sandvik").Country);
    }

    [Theory]
    [InlineData("Chancellor-designate Solveig Hattlund of Austria spoke.", "Chancellor-designate")]
    [InlineData("President-elect Solveig Hattlund spoke.", "President-elect")]
    public void An_office_that_is_not_held_yet_says_so(string text, string role) =>
        Assert.Equal(role, NewsText.Facts(text).Actor("solveig-hattlund").Role);

    [Fact]
    public void A_subject_of_study_is_no_country_of_office() =>
        Assert.Null(
            NewsText
                .Facts("Erik Sandvik, head of Polish history at a college near Graz, spoke.")
                .Actor("erik-sandvik")
                .Country
        );

    [Fact]
    public void Whose_a_treasury_is_goes_before_whose_the_bare_name_is() =>
        Assert.Equal("GB", NewsText.Facts("Britain's Treasury said that it would pay.").Actor("treasury").Country);

    [Fact]
    public void A_given_name_of_two_syllables_is_kept_whole() =>
        Assert.Contains(
            NewsText.Facts("South Korean President Han Jae-in flew home.").Actors,
            a => a.Name == "Han Jae-in"
        );
}
