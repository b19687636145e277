using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Actors;

public sealed class RoleHistoryTests
{
    [Fact]
    public void A_former_office_is_told_as_former()
    {
        var actor = NewsText
            .Facts("Former Norwegian Prime Minister Erik Sandvik criticised the deal.")
            .Actor("erik-sandvik");

        Assert.Equal("Former Prime Minister", actor.Role);
        Assert.Equal(new HeldRole("Prime Minister", "NO", null, null, true), Assert.Single(actor.Roles));
    }

    [Theory]
    [InlineData("Ex-President Tal Orin met the envoy.", "tal-orin", "Former President")]
    [InlineData("Then-Foreign Minister Ute Krone had accepted the offer.", "ute-krone", "Former Foreign Minister")]
    [InlineData("A book blamed then-president Ola Berg for the loss.", "ola-berg", "Former President")]
    [InlineData("She advised ex-governor Ian Dahl on the harbour.", "ian-dahl", "Former Governor")]
    [InlineData("Voters liked the mood under President Bo Carter.", "bo-carter", "President")]
    public void What_stands_before_the_office_is_part_of_it(string sentence, string actor, string role) =>
        Assert.Equal(role, NewsText.Facts(sentence).Actor(actor).Role);

    [Fact]
    public void An_office_held_now_stands_before_a_former_one()
    {
        var actor = NewsText
            .Facts(
                "Former Norwegian Prime Minister Erik Sandvik criticised the deal.",
                "Norwegian Foreign Minister Erik Sandvik said that he would resign."
            )
            .Actor("erik-sandvik");

        Assert.Equal("Foreign Minister", actor.Role);
        Assert.Equal(["Prime Minister", "Foreign Minister"], actor.Roles.Select(r => r.Role));
        Assert.Equal([true, false], actor.Roles.Select(r => r.Former));
    }

    [Fact]
    public void Who_became_something_holds_it_from_that_day()
    {
        var actor = NewsText
            .Facts(
                "Solveig Hattlund, who became foreign minister in March 2024, said that Norway would sign.",
                "Norwegian officials welcomed it."
            )
            .Actor("solveig-hattlund");

        var role = Assert.Single(actor.Roles);
        Assert.Equal(("Foreign Minister", new DateOnly(2024, 3, 1), false), (role.Role, role.From, role.Former));
    }

    [Fact]
    public void Who_resigned_holds_the_office_no_more()
    {
        var actor = NewsText
            .Facts(
                "Norwegian Defence Minister Erik Sandvik was criticised for weeks.",
                "Sandvik resigned as defence minister on 8 September 2025."
            )
            .Actor("erik-sandvik");

        Assert.Equal("Former Defence Minister", actor.Role);
        Assert.Equal(new DateOnly(2025, 9, 8), Assert.Single(actor.Roles).Until);
    }

    [Fact]
    public void One_office_without_dates_needs_no_history() =>
        Assert.Empty(NewsText.Facts("Norwegian Prime Minister Erik Sandvik left.").Actor("erik-sandvik").Roles);

    [Theory]
    [InlineData("Horrified at the prospect of Ada Lind becoming president, Per Holm spoke in Bergen.")]
    [InlineData("Per Holm said that Ada Lind would become president in May.")]
    [InlineData("Per Holm said that Ada Lind hoped to become president.")]
    [InlineData("Per Holm said that Ada Lind was not appointed president.")]
    public void An_office_that_nobody_has_given_yet_is_no_role(string text) =>
        Assert.Null(NewsText.Facts(text).Actor("ada-lind").Role);
}
