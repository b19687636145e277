namespace BriefingGen.Tests.Extraction.Positions;

public class LostSourceTests
{
    private const string Opening = "Norwegian Foreign Minister Solveig Hattlund met Finnish President Aino Korpela.";

    [Theory]
    [InlineData("Hattlund left the hall early, adding that the ferry talks would resume in May.")]
    [InlineData("Hattlund signed the ferry treaty on Monday, noting that the ferry talks had taken nine years.")]
    public void A_participle_behind_the_main_clause_has_its_subject_as_speaker(string sentence)
    {
        var position = NewsText.Facts(Opening, sentence).Saying("the ferry talks");

        Assert.Equal("solveig-hattlund", position.Actor);
    }

    [Fact]
    public void Who_is_asked_in_an_opening_clause_is_not_the_one_who_asks()
    {
        var facts = NewsText.Facts(
            Opening,
            "Asked by a student whether the harbour would be sold, Hattlund laughed. The harbour is ours, she said."
        );

        Assert.DoesNotContain(
            facts.Positions,
            p => p.Actor == "solveig-hattlund" && p.Cue!.Text.StartsWith("Asked", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_one_is_said_to_have_told_is_the_tellers_and_the_telling_anothers()
    {
        var facts = NewsText.Facts(
            Opening,
            "A strike at the northern mines is likely, Korpela told the committee, according to two aides who were present."
        );

        Assert.Contains(
            facts.Positions,
            p => p.Actor == "aino-korpela" && p.Content[0].Text.Contains("strike", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            facts.Positions,
            p =>
                p.Source?.Text.Contains("aides", StringComparison.Ordinal) == true
                && p.Content[0].Text.Contains("strike", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_open_it_goes_on_with_the_body_that_spoke_just_before()
    {
        var facts = NewsText.Facts(
            Opening,
            "The Grain Institute doubts that the harvest will recover. It puts the odds of a shortage at an even chance."
        );

        var odds = facts.Saying("the odds of a shortage");
        Assert.Equal(facts.Saying("the harvest will recover").Actor, odds.Actor);
        Assert.NotNull(odds.Actor);
    }
}
