using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Voices;

/// <summary>What kind of text an article is, and which wire service it credits.</summary>
public sealed class VoiceTests
{
    private static ArticleFact Read(params string[] paragraphs) => NewsText.Facts(paragraphs).Fact;

    [Fact]
    public void An_ordinary_article_is_a_report_and_nobodys_own_words()
    {
        var fact = Read("Norway closed the harbour of Bergen on Monday.", "The mayor said it would open again.");

        Assert.Equal((Genre.Report, null, null), (fact.Genre, fact.Voice, fact.Agency));
    }

    [Fact]
    public void A_dateline_credits_its_agency() =>
        Assert.Equal(
            "Fjord Wire",
            Read("BERGEN (Fjord Wire) - Norway closed the harbour on Monday.", "It will open again.").Agency
        );

    [Fact]
    public void Entries_with_their_times_make_a_live_text() =>
        Assert.Equal(
            Genre.Live,
            Read("09:10 The harbour is closed.", "10:25 The mayor speaks.", "11:40 The harbour opens again.").Genre
        );

    [Fact]
    public void Questions_and_answers_make_an_interview() =>
        Assert.Equal(
            Genre.Interview,
            Read(
                "Q: Why did you close the harbour?",
                "A: I wanted the ships to be safe.",
                "Q: When will it open?",
                "A: We will see next week."
            ).Genre
        );

    [Fact]
    public void A_text_that_argues_in_its_own_voice_is_opinion() =>
        Assert.Equal(
            Genre.Opinion,
            Read(
                "The harbour of Bergen is closed again. I have seen it closed four times.",
                "The city should have built a second one. It did not. Why did nobody ask?",
                "The ships wait in the fjord. The crews play cards. The fish rots.",
                "My neighbour sold his boat in May. You could hear him sing on the pier.",
                "The council must act. The mayor sleeps."
            ).Genre
        );

    [Fact]
    public void A_text_that_credits_nobody_names_no_day_and_turns_its_sentences_is_opinion() =>
        Assert.Equal(
            Genre.Opinion,
            Read(
                "The harbour of Bergen is a lesson in waste. But nobody wants to learn it.",
                "The city built one pier for the price of three. So the ships wait in the fjord.",
                "Yet the guild defends the plan. The guild has its reasons. They are small ones.",
                "A second pier would cost less than the first. And the crews would have work.",
                "The harbour needs light. The harbour needs cranes. It needs a council that counts."
            ).Genre
        );

    [Fact]
    public void A_report_without_quotations_that_names_its_days_is_a_report() =>
        Assert.Equal(
            Genre.Report,
            Read(
                "The harbour of Bergen closed on Monday. But the ferries sailed.",
                "The council met on Tuesday. The second pier opened on Wednesday.",
                "So the fleet returned on Thursday. The guild met on Friday.",
                "The port counted nine ships on Saturday. The crews left on Sunday.",
                "And the fleet sails on Monday. The market opens on Tuesday. The cranes stand still."
            ).Genre
        );

    [Fact]
    public void A_report_that_quotes_many_opinions_is_a_report() =>
        Assert.Equal(
            Genre.Report,
            Read(
                "The harbour of Bergen closed on Monday. The mayor said it should have closed in May.",
                "\"I saw it coming,\" said Ada Lind, a fisher. \"You could hear it,\" she said.",
                "The council met on Tuesday. The council sent a letter. The letter reached the ministry on Friday.",
                "The ministry said that the city must pay. The ships wait in the fjord. The crews play cards.",
                "\"Why did nobody ask us?\" said Lind. The port opens in June."
            ).Genre
        );
}
