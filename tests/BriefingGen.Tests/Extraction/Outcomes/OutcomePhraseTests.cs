using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Outcomes;

/// <summary>Which words name who takes part, and who takes part without being the object of a verb.</summary>
public class OutcomePhraseTests
{
    private static OutcomeFact Only(string sentence, OutcomeType type) =>
        Assert.Single(NewsText.Facts(sentence).Outcomes, o => o.Type == type);

    private static string Texts(OutcomeFact outcome) => string.Join("; ", outcome.Participants.Select(p => p.Text));

    [Theory]
    [InlineData(
        "Norway criticized the leaders of the Swedish opposition.",
        OutcomeType.Accuse,
        "Norway; the leaders of the Swedish opposition"
    )]
    public void A_participant_is_shown_as_the_whole_phrase(string sentence, OutcomeType type, string expected)
    {
        Assert.Equal(expected, Texts(Only(sentence, type)));
    }

    [Theory]
    [InlineData("Norway agreed to lift its ban on Swedish fish.", OutcomeType.Agree, "Norway; Swedish fish")]
    [InlineData("Norway demanded a truce with Sweden.", OutcomeType.Request, "Norway; Sweden")]
    [InlineData("Norway threatened to close its border with Sweden.", OutcomeType.Threaten, "Norway; Sweden")]
    public void Whom_the_matter_concerns_is_the_target(string sentence, OutcomeType type, string expected)
    {
        Assert.Equal(expected, Texts(Only(sentence, type)));
    }

    [Fact]
    public void A_bare_matter_takes_no_part()
    {
        Assert.Equal("Norway", Texts(Only("Norway rejected the idea.", OutcomeType.Reject)));
    }

    [Fact]
    public void Who_did_the_deed_that_killed_is_its_source()
    {
        var outcome = Only("A bombing by Norway killed two Swedish soldiers.", OutcomeType.Assault);

        Assert.Contains(outcome.Participants, p => p is { Role: ParticipantRole.Source, Actor: "norway" });
    }

    [Fact]
    public void At_least_belongs_to_the_number()
    {
        var outcome = Only("Norwegian soldiers killed at least 15 Swedish fishermen.", OutcomeType.Assault);

        Assert.Contains(outcome.Participants, p => p.Role == ParticipantRole.Target && p.Text.Contains("Swedish"));
    }

    [Fact]
    public void A_pronoun_takes_part_as_whom_it_means()
    {
        var outcome = Only("Norway said it had expelled two Swedish diplomats.", OutcomeType.Sanction);

        Assert.Contains(outcome.Participants, p => p is { Role: ParticipantRole.Source, Actor: "norway" });
    }

    [Theory]
    [InlineData("Norway said that Sweden must withdraw its troops.", OutcomeType.Request)]
    [InlineData("Norway said it would boycott talks with Sweden.", OutcomeType.Threaten)]
    [InlineData("Norway launched a mediation effort between Sweden and Turkey.", OutcomeType.Consult)]
    [InlineData("A Norwegian court convicted two Swedish journalists.", OutcomeType.Accuse)]
    [InlineData("Norwegian troops remained on alert near Sweden.", OutcomeType.Mobilize)]
    [InlineData("Norway shared evidence with Sweden.", OutcomeType.Cooperate)]
    [InlineData("Norwegian farmers blocked roads in Oslo.", OutcomeType.Protest)]
    [InlineData("Norway reneged on its promise to Sweden.", OutcomeType.Reject)]
    public void What_is_done_has_its_type(string sentence, OutcomeType type)
    {
        _ = Only(sentence, type);
    }
}
