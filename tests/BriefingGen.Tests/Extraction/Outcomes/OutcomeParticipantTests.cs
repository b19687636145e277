using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Outcomes;

/// <summary>Who takes part, where and when.</summary>
public class OutcomeParticipantTests
{
    private static OutcomeFact Only(string sentence, OutcomeType type) =>
        Assert.Single(NewsText.Facts(sentence).Outcomes, o => o.Type == type);

    private static string Parts(OutcomeFact outcome) =>
        string.Join(", ", outcome.Participants.Select(p => $"{p.Role}:{p.Actor ?? p.Text}"));

    [Theory]
    [InlineData("Norway accused Sweden of lying.", OutcomeType.Accuse, "Source:norway, Target:sweden")]
    [InlineData("Sweden was accused of lying by Norway.", OutcomeType.Accuse, "Target:sweden, Source:norway")]
    [InlineData("Norway and Sweden met in Geneva.", OutcomeType.Consult, "Both:norway, Both:sweden")]
    [InlineData("Norway held talks with Sweden.", OutcomeType.Consult, "Both:norway, Both:sweden")]
    [InlineData("Norway imposed sanctions on Sweden.", OutcomeType.Sanction, "Source:norway, Target:sweden")]
    [InlineData("Norway enacted crippling sanctions on Sweden.", OutcomeType.Sanction, "Source:norway, Target:sweden")]
    [InlineData("Norway urged Sweden to withdraw its troops.", OutcomeType.Request, "Source:norway, Target:sweden")]
    public void Participants_have_their_roles(string sentence, OutcomeType type, string expected)
    {
        Assert.Equal(expected, Parts(Only(sentence, type)));
    }

    [Fact]
    public void A_call_of_three_has_three_participants()
    {
        var outcome = Only(
            "On Thursday, Prime Minister Anna Lund and Chancellor Karl Berg held a three-way call with Viktor Orlen.",
            OutcomeType.Consult
        );

        Assert.Equal(["anna-lund", "karl-berg", "viktor-orlen"], outcome.Participants.Select(p => p.Actor));
        Assert.All(outcome.Participants, p => Assert.Equal(ParticipantRole.Both, p.Role));
    }

    [Fact]
    public void A_meeting_has_place_and_day()
    {
        var outcome = Only("Norway and Sweden met in Turkey on Thursday.", OutcomeType.Consult);

        Assert.Equal("Turkey", outcome.Place?.Text);
        Assert.Equal(new DateOnly(2025, 9, 11), outcome.Date);
    }

    [Fact]
    public void Who_travels_to_meet_somebody_meets_him_there()
    {
        var outcome = Only(
            "Prime Minister Anna Lund traveled to Moscow on Thursday to meet with Viktor Orlen.",
            OutcomeType.Consult
        );

        Assert.Equal(["anna-lund", "viktor-orlen"], outcome.Participants.Select(p => p.Actor));
        Assert.Equal("Moscow", outcome.Place?.Text);
        Assert.Equal(new DateOnly(2025, 9, 11), outcome.Date);
    }

    [Fact]
    public void The_day_of_saying_is_not_the_day_of_the_event()
    {
        var outcome = Only("Anna Lund said on Friday that Norway had attacked Sweden.", OutcomeType.Assault);

        Assert.Null(outcome.Date);
    }

    [Fact]
    public void The_agreement_that_talks_ended_without_is_that_of_those_who_talked()
    {
        var outcome = Only(
            "Norway and Sweden met in Turkey on Thursday, but those talks ended without an agreement.",
            OutcomeType.Agree
        );

        Assert.Equal("Both:norway, Both:sweden", Parts(outcome));
        Assert.Equal(new DateOnly(2025, 9, 11), outcome.Date);
    }

    [Fact]
    public void Who_is_killed_in_a_headline_did_not_kill()
    {
        var outcome = Only("Two Norwegian soldiers killed near the border", OutcomeType.Assault);

        Assert.All(outcome.Participants, p => Assert.Equal(ParticipantRole.Target, p.Role));
    }

    [Fact]
    public void The_place_of_writing_takes_no_part()
    {
        var outcome = Only("LAKEPORT (Wire) - Norway imposed sanctions on Sweden on Tuesday.", OutcomeType.Sanction);

        Assert.Equal("Source:norway, Target:sweden", Parts(outcome));
    }

    [Fact]
    public void Who_speaks_to_the_press_has_not_met_a_government_in_vain()
    {
        Assert.Empty(NewsText.Facts("The weather was fine and nobody spoke.").Outcomes);
    }

    [Fact]
    public void Spans_and_ids_are_stable()
    {
        const string text = "Norway and Sweden met in Geneva. Norway accused Sweden of lying.";
        var (first, second) = (NewsText.Facts(text), NewsText.Facts(text));

        Assert.Equal(first.Outcomes.Select(o => o.Id), second.Outcomes.Select(o => o.Id));
        Assert.Equal(first.Outcomes.Length, first.Outcomes.Select(o => o.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            first.Outcomes,
            o => Assert.Equal(o.Trigger.Text, first.Article.Text.Value[o.Trigger.Start..o.Trigger.End])
        );
    }
}
