using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Factuality;

/// <summary>What is declined, kept from, only possible or asked about is not told as done.</summary>
public sealed class DeclinedTests
{
    private static OutcomeFact Only(string sentence, OutcomeType type) =>
        Assert.Single(NewsText.Facts(sentence).Outcomes, o => o.Type == type);

    [Theory]
    [InlineData("The premier declined to condemn Norway.", OutcomeType.Accuse)]
    [InlineData("Anna Lund refused to threaten Sweden.", OutcomeType.Threaten)]
    [InlineData("Sweden declined to sanction Norway.", OutcomeType.Sanction)]
    [InlineData("Finland refused to attack Norway.", OutcomeType.Assault)]
    public void Who_declines_a_hostile_act_did_not_do_it(string sentence, OutcomeType type)
    {
        Assert.True(Only(sentence, type).Negated);
        Assert.DoesNotContain(NewsText.Facts(sentence).Outcomes, o => o.Type == OutcomeType.Reject);
    }

    [Theory]
    [InlineData("Finland declined to join the pact with Norway.")]
    [InlineData("Norway refused to sign the treaty with Sweden.")]
    [InlineData("Sweden declined to extend the truce with Norway.")]
    public void Who_declines_to_yield_rejects(string sentence) =>
        Assert.False(Only(sentence, OutcomeType.Reject).Negated);

    [Theory]
    [InlineData("The bishop declined to comment on the sale.")]
    [InlineData("A spokeswoman for Sweden refused to take questions.")]
    [InlineData("Karl Berg declined to elaborate.")]
    [InlineData("The bank refused to answer questions about the leak.")]
    [InlineData("Anna Lund declined to give an interview.")]
    public void Who_declines_to_speak_rejects_nothing_and_holds_no_position(string sentence)
    {
        var facts = NewsText.Facts(sentence);
        Assert.DoesNotContain(facts.Outcomes, o => o.Type == OutcomeType.Reject);
        Assert.Empty(facts.Positions);
    }

    [Theory]
    [InlineData("There is no chance Norway will attack Sweden.")]
    [InlineData("Officials see no possibility Norway will attack Sweden.")]
    public void What_has_no_chance_is_denied(string sentence) =>
        Assert.True(Only(sentence, OutcomeType.Assault).Negated);

    [Theory]
    [InlineData("Should Norway attack Sweden, Finland would send troops.")]
    [InlineData("Had Norway attacked Sweden, the pact would be void.")]
    [InlineData("Norway may punish Sweden by attacking Finland.")]
    public void An_inverted_condition_and_a_possible_means_are_possible(string sentence) =>
        Assert.Equal(OutcomeStatus.Possible, Only(sentence, OutcomeType.Assault).Status);

    [Theory]
    [InlineData("Why did Norway attack Sweden?", OutcomeStatus.Actual)]
    [InlineData("Did Norway attack Sweden?", OutcomeStatus.Possible)]
    public void A_why_takes_it_as_done(string sentence, OutcomeStatus status) =>
        Assert.Equal(status, Only(sentence, OutcomeType.Assault).Status);

    [Theory]
    [InlineData("A storm kept the two premiers from meeting.")]
    [InlineData("The snow prevented the envoys from meeting Karl Berg.")]
    [InlineData("The fog stopped the ministers from meeting.")]
    public void Who_is_kept_from_meeting_does_not_meet(string sentence) =>
        Assert.True(Only(sentence, OutcomeType.Consult).Negated);

    [Fact]
    public void A_text_that_was_changed_to_reflect_something_tells_it() =>
        Assert.Equal(
            OutcomeStatus.Actual,
            Only("The letter was changed to reflect that Norway is urging Sweden to talk.", OutcomeType.Request).Status
        );

    [Fact]
    public void An_agreement_that_is_announced_is_made() =>
        Assert.Equal(
            OutcomeStatus.Actual,
            Only("Norway announced an agreement with Sweden on fish.", OutcomeType.Agree).Status
        );
}
