using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Actors;

/// <summary>Which words belong to a name, and who is called by part of one.</summary>
public sealed class ActorNamesTests
{
    private static string[] Names(params string[] text) => [.. NewsText.Facts(text).Actors.Select(a => a.Name)];

    [Fact]
    public void Two_offices_before_one_name_are_one_person()
    {
        var facts = NewsText.Facts("Intelligence director and defence minister Erik Sandvik met Anna Lund in Oslo.");

        Assert.Equal(2, facts.Actors.Count(a => a.Type == ActorType.Person));
        Assert.Contains("erik-sandvik", facts.Outcomes.Single().Participants.Select(p => p.Actor));
    }

    [Fact]
    public void A_family_name_that_comes_first_stands_for_the_whole()
    {
        var names = Names(
            "President Moon Tae-il flew to Oslo on Monday.",
            "Moon will meet Anna Lund, and Mr. Moon likes ships."
        );

        Assert.Contains("Moon Tae-il", names);
        Assert.DoesNotContain("Moon", names);
    }

    [Fact]
    public void A_direction_alone_is_half_of_a_name()
    {
        var facts = NewsText.Facts("Anna Lund supports talks between North and South Korea.");

        Assert.Contains(facts.Actors, a => a.Country == "KP");
        Assert.Contains(facts.Actors, a => a.Country == "KR");
    }

    [Fact]
    public void A_bare_surname_is_whom_the_paper_had_named_when_it_first_used_it()
    {
        var facts = NewsText.Facts(
            "Erika Sandvik opened her campaign in Bergen.",
            "Sandvik promised a new harbour. Her rivals laughed.",
            "Olav Sandvik, who was mayor before, said nothing. Sandvik will speak again on Friday."
        );

        Assert.DoesNotContain(facts.Actors, a => a.Name == "Sandvik");
        Assert.Contains("Sandvik", facts.Actor("erika-sandvik").Aliases);
    }

    [Fact]
    public void A_son_of_the_same_name_is_another_person()
    {
        var facts = NewsText.Facts(
            "Karl Rees opened the yard in Bergen. Karl Rees Jr. said that his father was ill.",
            "Rees will not speak, but Rees Jr. said that he would."
        );

        Assert.Equal(2, facts.Actors.Count(a => a.Name.Contains("Rees", StringComparison.Ordinal)));
        Assert.NotEqual("karl-rees", facts.Saying("he would").Actor);
    }

    [Fact]
    public void A_party_before_a_name_is_no_part_of_it()
    {
        var names = Names("Republican Marta Holm lost in Ohio. Pastor Ivar Dahl of Ohio prayed.");

        Assert.Contains("Marta Holm", names);
        Assert.DoesNotContain(names, n => n.StartsWith("Republican", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "Anna Lund told the Roads and Bridges Committee that the money was gone.",
        "Roads and Bridges Committee"
    )]
    [InlineData("Anna Lund wrote in the New York Standard Review that the money was gone.", "New York Standard Review")]
    [InlineData(
        "Anna Lund leads the Centre for Polar & Maritime Studies in Oslo.",
        "Centre for Polar & Maritime Studies"
    )]
    [InlineData("Anna Lund sold her shares in Norway Merchant Bank.", "Norway Merchant Bank")]
    public void A_body_keeps_its_whole_name(string text, string name) => Assert.Contains(name, Names(text));

    [Theory]
    [InlineData("Some said that the vote was bought.")]
    [InlineData("Voters said that the vote was bought.")]
    [InlineData("No one said that the vote was bought.")]
    [InlineData("The person said that the vote was bought.")]
    [InlineData("Several critics said that the vote was bought.")]
    public void Nobody_in_particular_is_no_actor(string text) => Assert.Empty(Names(text));

    [Fact]
    public void Officials_may_be_quoted_but_are_no_side_of_an_event()
    {
        var facts = NewsText.Facts("Norway accused officials of lying.", "Officials said that the talks had failed.");

        Assert.NotNull(facts.Saying("the talks had failed").Actor);
        Assert.All(facts.Outcomes.SelectMany(o => o.Participants), p => Assert.NotEqual("officials", p.Actor));
    }
}
