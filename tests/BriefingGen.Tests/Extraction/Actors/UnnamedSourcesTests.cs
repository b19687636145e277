using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Actors;

public sealed class UnnamedSourcesTests
{
    [Fact]
    public void One_of_the_officials_is_a_person_of_his_own()
    {
        var facts = NewsText.Facts(
            "Two Norwegian officials said that the talks had failed.",
            "One of the officials said that a new round was planned."
        );

        var actor = facts.Actor(facts.Saying("a new round was planned").Actor!);
        Assert.Equal((ActorType.Person, false), (actor.Type, actor.Named));
        Assert.NotEqual(facts.Saying("the talks had failed").Actor, actor.Actor);
    }

    [Fact]
    public void A_group_that_no_fact_needs_is_left_out()
    {
        var facts = NewsText.Facts(
            "Norwegian Foreign Minister Solveig Hattlund told reporters that the talks had failed."
        );

        Assert.Null(facts.Saying("the talks had failed").Addressee);
        Assert.DoesNotContain(facts.Actors, a => a.Name == "reporters");
    }

    [Fact]
    public void A_document_is_no_actor()
    {
        var facts = NewsText.Facts("A report said that the talks had failed.");

        Assert.Null(facts.Saying("the talks had failed").Actor);
    }

    [Fact]
    public void A_spokeswoman_without_a_name_has_an_office_and_the_country_of_her_embassy()
    {
        var facts = NewsText.Facts("A spokeswoman for the Norwegian embassy said that the talks had failed.");

        var actor = facts.Actor(facts.Saying("the talks had failed").Actor!);
        Assert.Equal(("Spokeswoman", "NO", false), (actor.Role, actor.Country, actor.Named));
    }
}
