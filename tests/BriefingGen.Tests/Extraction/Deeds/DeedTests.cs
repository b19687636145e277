using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Deeds;

/// <summary>What happened outside PLOVER's types.</summary>
public sealed class DeedTests
{
    private static DeedFact? Find(string sentence, string lemma) =>
        NewsText.Facts(sentence).Deeds.FirstOrDefault(d => d.Lemma == lemma);

    [Theory]
    [InlineData("Norway's parliament voted on Monday to close the harbour.", "vote")]
    [InlineData("The central bank of Norway raised its key rate on Monday.", "raise")]
    [InlineData("The Swedish government appointed Solveig Hattlund on Monday.", "appoint")]
    [InlineData("The ministry in Oslo published the timetable of the ferry line.", "publish")]
    [InlineData("The ferry sank off Bergen on Monday.", "sink")]
    public void What_an_article_asserts_is_an_actual_deed(string sentence, string lemma)
    {
        var deed = Find(sentence, lemma);

        Assert.NotNull(deed);
        Assert.Equal((OutcomeStatus.Actual, false), (deed.Status, deed.Negated));
        Assert.NotEmpty(deed.Participants);
    }

    [Fact]
    public void A_plan_stands_with_its_day_and_its_modal()
    {
        var deed = Find("The central bank of Norway will raise its key rate on Friday, September 19.", "raise");

        Assert.NotNull(deed);
        Assert.Equal(OutcomeStatus.Planned, deed.Status);
        Assert.Equal(new DateOnly(2025, 9, 19), deed.Date);
        Assert.Equal("will", deed.Modal?.Wording);
    }

    [Fact]
    public void A_passive_gives_its_agent_and_its_patient()
    {
        var deed = Find("The timetable was published by Norway on Monday.", "publish");

        Assert.NotNull(deed);
        Assert.Contains(deed.Participants, p => p is { Role: ParticipantRole.Agent, Actor: "norway" });
        Assert.Contains(deed.Participants, p => p is { Role: ParticipantRole.Patient, Head: "timetable" });
    }

    [Theory]
    [InlineData("Norway has a long coast.")]
    [InlineData("The harbour of Bergen is deep.")]
    [InlineData("Norway could close the harbour.")]
    [InlineData("Did Norway close the harbour?")]
    [InlineData("“We closed the harbour,” the minister Solveig Hattlund said.")]
    public void A_state_a_possibility_a_question_and_quoted_words_are_none(string sentence) =>
        Assert.Empty(NewsText.Facts(sentence).Deeds);

    [Fact]
    public void What_did_not_happen_is_negated() =>
        Assert.True(Find("The ministry in Oslo did not publish the timetable of the ferry line.", "publish")?.Negated);

    [Fact]
    public void Three_hundred_clauses_give_few_deeds_and_no_fault() =>
        Assert.InRange(
            NewsText
                .Facts(string.Join(" and ", Enumerable.Repeat("Norway closed the harbour", 300)) + ".")
                .Deeds.Length,
            0,
            300
        );
}
