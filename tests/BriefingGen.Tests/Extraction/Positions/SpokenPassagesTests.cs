namespace BriefingGen.Tests.Extraction.Positions;

public sealed class SpokenPassagesTests
{
    [Theory]
    [InlineData("–")]
    [InlineData("—")]
    [InlineData("―")]
    [InlineData("--")]
    public void A_quotation_signed_behind_any_dash_is_the_signers(string dash)
    {
        var facts = NewsText.Facts(
            $"“The harbour said no to us. We shall ask again.” {dash} Solveig Hattlund",
            $"“Nobody believes that he fears “the voters” now.” {dash} Erik Sandvik, 41, a welder"
        );

        Assert.Equal("solveig-hattlund", facts.Saying("We shall ask again").Actor);
        Assert.Equal("erik-sandvik", facts.Saying("Nobody believes").Actor);
    }

    [Fact]
    public void A_name_behind_a_dash_on_a_line_of_its_own_signs_the_quotation_above()
    {
        var facts = NewsText.Facts("“We will not sell the island to anyone.”", "— Solveig Hattlund, mayor of Ulvik");

        Assert.Equal("solveig-hattlund", facts.Saying("not sell the island").Actor);
    }

    [Fact]
    public void Paragraphs_that_all_end_in_a_bare_name_are_signed_where_marks_were_lost()
    {
        var facts = NewsText.Facts(
            "The ferry is our road and they took it. Solveig Hattlund.",
            "I wait for two hours every morning. Erik Sandvik.",
            "He promises a bridge and builds nothing. Peter Lindqvist."
        );

        Assert.Equal("solveig-hattlund", facts.Saying("they took it").Actor);
        Assert.Equal("peter-lindqvist", facts.Saying("promises a bridge").Actor);
    }

    [Fact]
    public void A_dash_before_a_clause_signs_nothing()
    {
        var facts = NewsText.Facts("“The quay is safe,” the mayor said — Erik Sandvik laughed.");

        Assert.NotEqual("erik-sandvik", facts.Saying("The quay is safe").Actor);
    }

    [Fact]
    public void The_turns_of_a_transcript_belong_to_whom_their_labels_name()
    {
        var facts = NewsText.Facts(
            "Solveig Hattlund, the minister, spoke with Erik Sandvik on the radio.",
            "SANDVIK: Minister, the unions say that you lied about the port. Did you?",
            "HATTLUND: The unions know that the port was sold before my time.",
            "SANDVIK: So you deny it?",
            "HATTLUND: Of course I deny it."
        );

        var turn = facts.Saying("sold before my time");
        Assert.Equal("HATTLUND", turn.Source!.Text);
        Assert.Equal("solveig-hattlund", turn.Actor);
        Assert.Equal("SANDVIK", facts.Saying("lied about the port").Source!.Text);
    }

    [Fact]
    public void A_label_that_never_comes_again_makes_no_conversation()
    {
        var facts = NewsText.Facts(
            "ULVIK: The port reopened on Monday.",
            "UPDATE: The ferry was late.",
            "The mayor said the quay was safe."
        );

        Assert.DoesNotContain(facts.Positions, p => p.Source?.Text is "UPDATE" or "ULVIK");
    }
}
