using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Actors;

public sealed class ActorFinderTests
{
    [Theory]
    [InlineData("Norwegian Foreign Minister Solveig Hattlund arrived in Vienna.", "Foreign Minister", "NO")]
    [InlineData("Norway's foreign minister, Solveig Hattlund, arrived in Vienna.", "Foreign Minister", "NO")]
    [InlineData("Solveig Hattlund, Norway's foreign minister, arrived in Vienna.", "Foreign Minister", "NO")]
    [InlineData("Norwegian Ambassador to the US Solveig Hattlund arrived.", "Ambassador to the US", "NO")]
    [InlineData("State Department spokesperson Solveig Hattlund spoke.", "State Department Spokesperson", "US")]
    public void A_title_or_apposition_gives_role_and_country(string text, string role, string country)
    {
        var actor = NewsText.Facts(text).Actor("solveig-hattlund");

        Assert.Equal((role, country, true), (actor.Role, actor.Country, actor.Named));
    }

    [Fact]
    public void A_surname_is_known_from_a_full_name_that_comes_later()
    {
        var facts = NewsText.Facts(
            "Hattlund told reporters that the talks had failed.",
            "Norwegian Foreign Minister Solveig Hattlund left Vienna on Thursday."
        );

        Assert.Equal("solveig-hattlund", facts.Saying("the talks had failed").Actor);
    }

    [Fact]
    public void A_surname_of_two_people_stays_unresolved()
    {
        var facts = NewsText.Facts(
            "President Erik Sandvik met Defense Minister Maja Sandvik.",
            "Sandvik said that the border would stay closed."
        );

        Assert.Null(facts.Saying("border would stay closed").Actor);
    }

    [Fact]
    public void An_office_with_a_country_is_its_one_holder()
    {
        var facts = NewsText.Facts(
            "Norwegian Foreign Minister Solveig Hattlund and Finnish President Aino Korpela met in Vienna.",
            "The Finnish President said that the talks would go on."
        );

        Assert.Equal("aino-korpela", facts.Saying("the talks would go on").Actor);
    }

    [Fact]
    public void Officials_without_names_are_never_a_named_person()
    {
        var facts = NewsText.Facts(
            "Norwegian Foreign Minister Solveig Hattlund left Vienna.",
            "Two Norwegian officials said that the talks had failed.",
            "A senior official said that a new round was planned."
        );

        var group = facts.Actor(facts.Saying("the talks had failed").Actor!);
        var one = facts.Actor(facts.Saying("a new round was planned").Actor!);
        Assert.Equal((ActorType.Group, false, "NO"), (group.Type, group.Named, group.Country));
        Assert.Equal((ActorType.Person, false), (one.Type, one.Named));
    }

    [Theory]
    [InlineData("The Kremlin said that the talks had failed.", "russia")]
    [InlineData("Kyiv said that the talks had failed.", "ukraine")]
    public void A_capital_or_seat_of_power_speaks_for_its_state(string text, string slug)
    {
        var actor = NewsText.Facts(text).Actor(slug);

        Assert.Equal(ActorType.State, actor.Type);
    }

    [Fact]
    public void A_capital_as_a_place_is_no_actor() =>
        Assert.DoesNotContain(NewsText.Facts("The ministers met in Kyiv.").Actors, a => a.Type is ActorType.State);

    [Fact]
    public void What_belongs_to_somebody_is_not_that_person()
    {
        var facts = NewsText.Facts(
            "Norwegian Foreign Minister Solveig Hattlund left Vienna.",
            "Hattlund's deputy said that the talks had failed."
        );

        Assert.NotEqual("solveig-hattlund", facts.Saying("the talks had failed").Actor);
    }
}
