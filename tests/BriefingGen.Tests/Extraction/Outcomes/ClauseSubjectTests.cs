using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Outcomes;

/// <summary>Who does what a clause without a subject tells.</summary>
public sealed class ClauseSubjectTests
{
    private static IEnumerable<string> Of(OutcomeType type, ParticipantRole role, params string[] text) =>
        NewsText
            .Facts(text)
            .Outcomes.Last(o => o.Type == type)
            .Participants.Where(p => p.Role == role)
            .Select(p => p.Actor ?? p.Text);

    [Theory]
    [InlineData("Karl Berg told the envoys to stay and refrain from attacking Sweden.", "the envoys")]
    [InlineData("Anna Lund urged the army to leave without attacking Sweden.", "the army")]
    public void Who_is_asked_does_it(string sentence, string source) =>
        Assert.Equal([source], Of(OutcomeType.Assault, ParticipantRole.Source, sentence));

    [Fact]
    public void Who_is_urged_to_talk_is_a_side_and_who_urges_is_none() =>
        Assert.Equal(
            ["norway", "sweden"],
            Of(OutcomeType.Consult, ParticipantRole.Both, "Karl Berg urged Norway to resume talks with Sweden.")
        );

    [Theory]
    [InlineData("Karl Berg thanked Sweden for sending medicine.", OutcomeType.Aid, "sweden")]
    [InlineData("A panel voted to punish Anna Lund for refusing to sign the treaty.", OutcomeType.Reject, "anna-lund")]
    public void Who_is_judged_for_it_did_it(string sentence, OutcomeType type, string source) =>
        Assert.Equal([source], Of(type, ParticipantRole.Source, sentence));

    [Theory]
    [InlineData("Karl Berg pushed for Sweden to attack Finland.", "sweden")]
    [InlineData("The treaty is a licence for Norway to attack Finland.", "norway")]
    public void For_names_the_subject_of_an_infinitive(string sentence, string source) =>
        Assert.Equal([source], Of(OutcomeType.Assault, ParticipantRole.Source, sentence));

    [Fact]
    public void Who_meets_somebody_to_do_something_does_it() =>
        Assert.Equal(
            ["karl-berg"],
            Of(OutcomeType.Support, ParticipantRole.Source, "Karl Berg met the mayor to praise the ferry.")
        );

    [Fact]
    public void An_opening_participle_is_done_to_the_subject() =>
        Assert.DoesNotContain(
            NewsText.Facts("Pressed again about the ferry, Karl Berg spoke of the harvest.").Outcomes,
            o => o.Participants.Any(p => p.Role == ParticipantRole.Source && p.Actor == "karl-berg")
        );

    [Fact]
    public void Who_questions_a_decision_does_not_take_it() =>
        Assert.Empty(
            Of(OutcomeType.Coerce, ParticipantRole.Source, "Anna Lund questioned the decision to arrest the sailors.")
        );

    [Fact]
    public void Who_takes_a_decision_does() =>
        Assert.Equal(
            ["norway"],
            Of(OutcomeType.Sanction, ParticipantRole.Source, "Norway took the decision to expel the Swedish envoy.")
        );

    [Theory]
    [InlineData("The bridge was blown up by fleeing soldiers.", "fleeing soldiers")]
    [InlineData("The mill was shelled by advancing troops.", "advancing troops")]
    public void A_participle_before_the_agent_is_part_of_it(string sentence, string source) =>
        Assert.Equal([source], Of(OutcomeType.Assault, ParticipantRole.Source, sentence));

    [Fact]
    public void Both_are_the_two_named_before() =>
        Assert.Equal(
            ["norway", "sweden"],
            Of(
                OutcomeType.Request,
                ParticipantRole.Source,
                "Norway and Sweden said in a joint statement that the cable was cut. Both called on Finland to send ships."
            )
        );

    [Theory]
    [InlineData("Tribesmen attacked the village of Vik on Sunday.")]
    [InlineData("Herdsmen attacked a convoy near Oslo.")]
    [InlineData("Pirates attacked two ferries off Sweden.")]
    public void An_attack_by_force_is_no_position(string sentence)
    {
        var facts = NewsText.Facts(sentence);
        Assert.Empty(facts.Positions);
        Assert.Contains(facts.Outcomes, o => o.Type == OutcomeType.Assault);
    }

    [Theory]
    [InlineData("The mayor, Karl Berg, attacked the council's budget.")]
    [InlineData("Senator Anna Lund slammed the government's plan on Friday.")]
    public void Words_against_a_plan_are_neither_an_assault_nor_a_deed(string sentence)
    {
        var facts = NewsText.Facts(sentence);
        Assert.DoesNotContain(facts.Outcomes, o => o.Type == OutcomeType.Assault);
        Assert.Empty(facts.Deeds);
        Assert.Single(facts.Positions);
    }

    [Theory]
    [InlineData("Miners are continuing a hunger strike in protest of the refusal of the government.")]
    [InlineData("Dockers began a hunger strike against the owners.")]
    public void A_hunger_strike_is_a_protest(string sentence) =>
        Assert.Equal([OutcomeType.Protest], NewsText.Facts(sentence).Outcomes.Select(o => o.Type).Distinct());
}
