using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Outcomes;

/// <summary>Words that name an event of one type in one sense only, and pronouns that a nearer name explains.</summary>
public sealed class WordSenseTests
{
    private static OutcomeType[] Types(params string[] text) => [.. NewsText.Facts(text).Outcomes.Select(o => o.Type)];

    [Theory]
    [InlineData("Karl Berg attacked the moderators at the debate.")]
    [InlineData("Anna Lund's attacks on voters cost her the seat.")]
    [InlineData("His attacks on big banks won applause.")]
    [InlineData("No one is eager to attack Karl Berg over the budget.")]
    public void A_politician_attacks_with_words(string sentence) =>
        Assert.DoesNotContain(OutcomeType.Assault, Types("Karl Berg and Anna Lund run for mayor.", sentence));

    [Theory]
    [InlineData("Gunmen attacked Karl Berg near his home.")]
    [InlineData("A man attacked Karl Berg with a knife.")]
    public void A_gunman_does_not(string sentence) => Assert.Contains(OutcomeType.Assault, Types(sentence));

    [Theory]
    [InlineData("Karl Berg called the governor a coward.")]
    [InlineData("\"I call it the deal of the year,\" Anna Lund said.")]
    public void Who_is_called_something_is_not_telephoned(string sentence) =>
        Assert.DoesNotContain(OutcomeType.Consult, Types(sentence));

    [Theory]
    [InlineData("Karl Berg executed the plan with care.")]
    [InlineData("The party has not rallied to her call.")]
    [InlineData("Officials hope Karl Berg will lift the economy.")]
    [InlineData("Outside groups spent $40 million on the race.")]
    [InlineData("Karl Berg vowed to stand firm against the tax.")]
    [InlineData("The institute released its analysis of the plan.")]
    [InlineData("Anna Lund made a big deal about the budget.")]
    [InlineData("Karl Berg will head to Ohio on Monday.")]
    [InlineData("The party deployed hundreds of volunteers in Bergen.")]
    [InlineData("The truck slammed into the wall near Bergen.")]
    [InlineData("No passenger recognized the driver.")]
    [InlineData("A Swedish doctor visiting Bergen on holiday was ill.")]
    public void Idioms_are_no_events(string sentence) => Assert.Empty(Types(sentence));

    [Theory]
    [InlineData("Karl Berg vowed to veto the bill.", OutcomeType.Threaten)]
    [InlineData("The plan received support from Norway.", OutcomeType.Support)]
    [InlineData("Anna Lund called for steep tariffs on steel.", OutcomeType.Request)]
    [InlineData("The court overturned the ruling on the ferry.", OutcomeType.Reject)]
    public void The_type_follows_from_what_the_verb_takes(string sentence, OutcomeType type) =>
        Assert.Equal([type], Types(sentence).Distinct());

    [Theory]
    [InlineData("Karl Berg said he would never support Sweden.")]
    [InlineData("Karl Berg, a former judge, said that he had refused to support Sweden.")]
    public void He_is_the_one_whom_the_sentence_names(string sentence)
    {
        var facts = NewsText.Facts("Erik Holm won the vote in Bergen. Holm thanked the town.", sentence);
        Assert.DoesNotContain(facts.Outcomes[^1].Participants, p => p.Actor == "erik-holm");
    }

    [Fact]
    public void Who_comes_with_an_aim_is_a_side_of_what_is_only_meant()
    {
        var outcome = NewsText
            .Facts("Norwegian envoys flew to Stockholm with the aim of forging a dialogue with Sweden.")
            .Outcomes.Last(o => o.Type == OutcomeType.Consult);
        Assert.NotEqual(OutcomeStatus.Actual, outcome.Status);
    }
}
