using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Outcomes;

/// <summary>What happened, what is planned, what may be, what is wanted, and what did not happen.</summary>
public class OutcomeStatusTests
{
    private static OutcomeFact? Find(string sentence, OutcomeType type) =>
        NewsText.Facts(sentence).Outcomes.FirstOrDefault(o => o.Type == type);

    [Theory]
    [InlineData("Norway has imposed sanctions on Sweden since 3 September.")]
    [InlineData("Norway imposed sanctions on Sweden until 3 December.")]
    public void Where_a_time_begins_or_ends_is_no_day_of_the_event(string sentence) =>
        Assert.Null(Find(sentence, OutcomeType.Sanction)!.Date);

    [Theory]
    [InlineData("Norway and Sweden held talks in Geneva.", OutcomeType.Consult)]
    [InlineData("Norway met Sweden in Geneva on Monday.", OutcomeType.Consult)]
    [InlineData("Norwegian forces attacked Sweden on Monday.", OutcomeType.Assault)]
    [InlineData("Norway imposed sanctions on Sweden.", OutcomeType.Sanction)]
    [InlineData("Sanctions were imposed on Sweden by Norway.", OutcomeType.Sanction)]
    [InlineData("Norway rejected the proposal.", OutcomeType.Reject)]
    [InlineData("Norway accused Sweden of lying.", OutcomeType.Accuse)]
    [InlineData("Norway and Sweden reached an agreement.", OutcomeType.Agree)]
    [InlineData("Norway released two Swedish prisoners.", OutcomeType.Concede)]
    [InlineData("Norway withdrew its troops from Sweden.", OutcomeType.Retreat)]
    [InlineData("Norway deployed troops to the border.", OutcomeType.Mobilize)]
    [InlineData("Thousands of people protested against the government in Oslo.", OutcomeType.Protest)]
    [InlineData("Norway threatened to close the border.", OutcomeType.Threaten)]
    [InlineData("Norway sent medical aid to Sweden.", OutcomeType.Aid)]
    [InlineData("Norwegian police arrested two journalists.", OutcomeType.Coerce)]
    [InlineData("Norway urged Sweden to withdraw its troops.", OutcomeType.Request)]
    [InlineData("Norway praised Sweden.", OutcomeType.Support)]
    [InlineData("Norway cooperated with Sweden.", OutcomeType.Cooperate)]
    [InlineData("Norway managed to meet Sweden in Geneva.", OutcomeType.Consult)]
    public void What_is_told_as_a_fact_is_actual(string sentence, OutcomeType type)
    {
        var outcome = Find(sentence, type);

        Assert.NotNull(outcome);
        Assert.Equal(OutcomeStatus.Actual, outcome.Status);
        Assert.False(outcome.Negated);
    }

    [Theory]
    [InlineData("Norway will meet Sweden in Geneva on Friday.", OutcomeType.Consult)]
    [InlineData("Norway plans to meet Sweden in Geneva.", OutcomeType.Consult)]
    [InlineData("Norway intends to attack Sweden.", OutcomeType.Assault)]
    [InlineData("Norway agreed to meet Sweden in Geneva.", OutcomeType.Consult)]
    [InlineData("Norway will impose sanctions on Sweden.", OutcomeType.Sanction)]
    [InlineData("Norway will send aid to Sweden.", OutcomeType.Agree)]
    public void What_is_intended_is_planned(string sentence, OutcomeType type)
    {
        Assert.Equal(OutcomeStatus.Planned, Find(sentence, type)?.Status);
    }

    [Theory]
    [InlineData("Norway could attack Sweden.", OutcomeType.Assault)]
    [InlineData("Norway may meet Sweden in Geneva.", OutcomeType.Consult)]
    [InlineData("Norway would support talks with Sweden.", OutcomeType.Support)]
    [InlineData("If Norway attacked Sweden, the markets would fall.", OutcomeType.Assault)]
    [InlineData("Norway wants to meet Sweden in Geneva.", OutcomeType.Consult)]
    [InlineData("Norway tried to attack Sweden.", OutcomeType.Assault)]
    [InlineData("Norway is considering whether to impose sanctions on Sweden.", OutcomeType.Sanction)]
    [InlineData("Norway is weighing new sanctions on Sweden.", OutcomeType.Sanction)]
    [InlineData("The odds of an attack on Sweden by Norway are rising.", OutcomeType.Assault)]
    [InlineData("There is a threat of an attack on Sweden by Norway.", OutcomeType.Assault)]
    [InlineData("A Norwegian attack on Sweden is likely.", OutcomeType.Assault)]
    public void What_might_be_is_possible(string sentence, OutcomeType type)
    {
        Assert.Equal(OutcomeStatus.Possible, Find(sentence, type)?.Status);
    }

    [Theory]
    [InlineData("Norway did not attack Sweden.", OutcomeType.Assault)]
    [InlineData("Norway has never attacked Sweden.", OutcomeType.Assault)]
    [InlineData("Norway did not meet Sweden in Geneva.", OutcomeType.Consult)]
    [InlineData("Norway failed to attack Sweden.", OutcomeType.Assault)]
    [InlineData("Norway and Sweden reached no agreement.", OutcomeType.Agree)]
    [InlineData("Norway didn't meet Sweden.", OutcomeType.Consult)]
    [InlineData("Norway imposed no sanctions on Sweden.", OutcomeType.Sanction)]
    [InlineData("Norway has no plans to attack Sweden.", OutcomeType.Assault)]
    [InlineData("Norway and Sweden met in Geneva, but the talks ended without an agreement.", OutcomeType.Agree)]
    [InlineData(
        "Norway and Sweden met in Geneva, but those talks ended without an agreement reached on fish.",
        OutcomeType.Agree
    )]
    public void What_did_not_happen_is_negated(string sentence, OutcomeType type)
    {
        Assert.True(Find(sentence, type)?.Negated);
    }

    [Fact]
    public void A_refusal_is_a_rejection_and_not_what_was_refused()
    {
        var outcomes = NewsText.Facts("Norway refused to withdraw its troops from Sweden.").Outcomes;

        Assert.Equal(OutcomeType.Reject, Assert.Single(outcomes).Type);
    }

    [Fact]
    public void What_somebody_will_not_do_is_a_refusal()
    {
        var outcome = Assert.Single(NewsText.Facts("Norway will not release the Swedish prisoners.").Outcomes);

        Assert.Equal(OutcomeType.Reject, outcome.Type);
        Assert.Equal("will not release", outcome.Trigger.Text);
    }

    [Fact]
    public void A_request_is_not_also_what_was_requested()
    {
        var outcomes = NewsText.Facts("Norway urged Sweden to release the prisoners.").Outcomes;

        Assert.Equal(OutcomeType.Request, Assert.Single(outcomes).Type);
    }

    [Fact]
    public void What_a_source_says_happened_is_reported_by_that_position()
    {
        var facts = NewsText.Facts("Foreign Minister Anna Lund said that Norway had attacked Sweden on Monday.");
        var outcome = Assert.Single(facts.Outcomes, o => o.Type == OutcomeType.Assault);

        Assert.Equal(OutcomeStatus.Reported, outcome.Status);
        Assert.Contains(facts.Positions, p => p.Id == outcome.ReportedBy);
    }

    [Fact]
    public void What_a_source_denies_is_negated()
    {
        var facts = NewsText.Facts("Foreign Minister Anna Lund denied that Norway had attacked Sweden.");

        Assert.True(Assert.Single(facts.Outcomes, o => o.Type == OutcomeType.Assault).Negated);
    }

    [Theory]
    [InlineData("The attack was heavy.")]
    [InlineData("The talks were long.")]
    [InlineData("Prices met the target in May.")]
    [InlineData("The armed forces of Norway are small.")]
    [InlineData("The storm killed the harvest.")]
    [InlineData("Norway is a country in the north.")]
    [InlineData("The question was asked about the budget.")]
    public void What_names_no_event_between_actors_is_none(string sentence)
    {
        Assert.Empty(NewsText.Facts(sentence).Outcomes);
    }

    [Theory]
    [InlineData("Norway said on Monday that it would ban flights from Sweden.", OutcomeStatus.Planned)]
    [InlineData(
        "Norway said on Monday that it would ban flights from Sweden if the talks failed.",
        OutcomeStatus.Possible
    )]
    public void The_future_of_a_past_telling_is_a_plan_unless_it_has_a_condition(string sentence, OutcomeStatus status)
    {
        var outcome = NewsText
            .Facts(sentence)
            .Outcomes.First(o => o.Type is OutcomeType.Sanction or OutcomeType.Coerce);

        Assert.Equal(status, outcome.Status);
    }
}
