using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Actors;

public sealed class BodyReaderTests
{
    [Fact]
    public void A_body_and_its_initials_are_one()
    {
        var facts = NewsText.Facts(
            "The International Monetary Fund (IMF) warned of a crisis.",
            "Officials of the IMF said that the loan was safe."
        );

        Assert.Contains("IMF", facts.Actor("international-monetary-fund").Aliases);
        Assert.DoesNotContain(facts.Actors, a => a.Name == "IMF");
    }

    [Fact]
    public void What_stands_behind_the_word_for_a_body_belongs_to_its_name()
    {
        var actor = NewsText
            .Facts("Norway's Office for Missing Persons took 4,000 calls.")
            .Actor("office-for-missing-persons");

        Assert.Equal((ActorType.Organization, "NO"), (actor.Type, actor.Country));
    }

    [Fact]
    public void The_ministry_is_the_one_ministry_named_before()
    {
        var facts = NewsText.Facts(
            "Norway's Energy Ministry raised the price.",
            "The ministry said that gas was scarce."
        );

        Assert.Equal("energy-ministry", facts.Saying("gas was scarce").Actor);
    }

    [Fact]
    public void A_union_of_states_is_an_organisation() =>
        Assert.Equal(
            ActorType.Organization,
            NewsText.Facts("The European Union said that it would wait.").Actor("european-union").Type
        );
}
