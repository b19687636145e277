using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Positions;

public sealed class PositionFinderTests
{
    private const string Opening = "Norwegian Foreign Minister Solveig Hattlund left Vienna.";

    [Theory]
    [InlineData("Hattlund said that the talks had failed.")]
    [InlineData("Hattlund said the talks had failed.")]
    [InlineData("The talks had failed, Hattlund said.")]
    [InlineData("The talks had failed, said Hattlund.")]
    [InlineData("“The talks had failed,” Hattlund said.")]
    [InlineData("\"The talks had failed,\" said Hattlund.")]
    [InlineData("Hattlund said: “The talks had failed.”")]
    [InlineData("Hattlund told reporters on Thursday that the talks had failed.")]
    [InlineData("The talks had failed, according to Hattlund.")]
    public void Every_common_way_of_reporting_credits_its_source(string sentence)
    {
        var position = NewsText.Facts(Opening, sentence).Saying("talks had failed");

        Assert.Equal("solveig-hattlund", position.Actor);
        Assert.Equal("Hattlund", position.Source!.Text);
    }

    [Fact]
    public void A_quotation_goes_on_in_the_next_sentence()
    {
        var position = NewsText
            .Facts(Opening, "“We came here to agree,” Hattlund said. “We leave without a paper.”")
            .Saying("came here to agree");

        Assert.Equal(2, position.Content.Length);
        Assert.Contains("without a paper", position.Content[1].Text, StringComparison.Ordinal);
        Assert.Equal(PositionForm.Direct, position.Form);
    }

    [Fact]
    public void A_quotation_that_another_is_said_to_have_spoken_is_not_the_first_speakers()
    {
        var facts = NewsText.Facts(
            "Norwegian Foreign Minister Solveig Hattlund met Finnish President Aino Korpela.",
            "“We came here to agree,” Hattlund said. “Nobody agreed to anything,” Korpela said."
        );

        Assert.Equal("solveig-hattlund", facts.Saying("came here to agree").Actor);
        Assert.Equal("aino-korpela", facts.Saying("Nobody agreed").Actor);
    }

    [Fact]
    public void Only_the_outermost_of_nested_reports_is_taken()
    {
        var facts = NewsText.Facts(
            "Norwegian Foreign Minister Solveig Hattlund met Finnish President Aino Korpela.",
            "Hattlund said that Korpela had denied that any offer was made."
        );

        var position = facts.Saying("any offer was made");
        Assert.Equal("solveig-hattlund", position.Actor);
    }

    [Fact]
    public void A_report_put_into_the_middle_of_a_sentence_credits_who_stands_beside_the_verb()
    {
        var position = NewsText
            .Facts(
                "Norwegian Foreign Minister Solveig Hattlund met Finnish President Aino Korpela.",
                "Korpela, Hattlund said, is ready to sign the paper."
            )
            .Saying("ready to sign");

        Assert.Equal("solveig-hattlund", position.Actor);
    }

    [Fact]
    public void A_clause_before_the_main_clause_ends_what_is_said_in_it()
    {
        var position = NewsText
            .Facts(Opening, "While Hattlund said on Friday that there had been progress, the delegates left the city.")
            .Saying("there had been progress");

        Assert.DoesNotContain("delegates", position.Content[0].Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2025, 9, 12), position.Date);
    }

    [Fact]
    public void A_day_in_an_opening_clause_of_its_own_does_not_date_the_telling()
    {
        var position = NewsText
            .Facts(
                Opening,
                "Asked about the attack that was reported on Friday, Hattlund told Fjord News that the talks had failed."
            )
            .Saying("the talks had failed");

        Assert.Null(position.Date);
    }

    [Theory]
    [InlineData("Hattlund denied that the talks had failed.", Stance.Denies)]
    [InlineData("Hattlund accused the delegates of delaying the talks.", Stance.Accuses)]
    [InlineData("Hattlund demanded that the delegates return to the talks.", Stance.Demands)]
    [InlineData("Hattlund hopes that the delegates will return to the talks.", Stance.Hopes)]
    [InlineData("Hattlund believes that the delegates will return to the talks.", Stance.Assesses)]
    [InlineData("Hattlund does not believe that the delegates will return to the talks.", Stance.Doubts)]
    [InlineData("Hattlund promised to return to the talks.", Stance.Promises)]
    public void The_verb_and_its_negation_say_what_the_source_does(string sentence, Stance stance) =>
        Assert.Equal(stance, NewsText.Facts(Opening, sentence).Saying("talks").Stance);

    [Fact]
    public void Whom_it_was_told_to_is_the_addressee()
    {
        var facts = NewsText.Facts(Opening, "Hattlund told Fjord News on Thursday that the talks had failed.");

        var position = facts.Saying("the talks had failed");
        Assert.Equal("fjord-news", position.Addressee);
        Assert.Equal(new DateOnly(2025, 9, 11), position.Date);
    }

    [Fact]
    public void A_quotation_whose_marks_were_lost_is_read_in_the_first_person()
    {
        var position = NewsText
            .Facts(
                Opening,
                "We came here to sign a paper that respects both sides. Thats all, Hattlund said. Were going home with nothing, but we will be back."
            )
            .Saying("came here to sign");

        Assert.Equal("solveig-hattlund", position.Actor);
        Assert.Contains(position.Content, c => c.Text.Contains("nothing", StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_are_the_same_in_every_run()
    {
        var first = NewsText.Facts(Opening, "Hattlund said that the talks had failed.");
        var second = NewsText.Facts(Opening, "Hattlund said that the talks had failed.");

        Assert.Equal(first.Positions.Select(p => p.Id), second.Positions.Select(p => p.Id));
        Assert.NotEmpty(first.Positions);
    }
}
