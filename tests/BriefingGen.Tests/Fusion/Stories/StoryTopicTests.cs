using BriefingGen.Extraction;
using BriefingGen.Extraction.Topics;
using BriefingGen.Fusion;
using BriefingGen.Language;
using BriefingGen.Tests.Extraction;

namespace BriefingGen.Tests.Fusion.Stories;

/// <summary>A story is of a topic when it holds what the taxonomy asks for, not when a stray word says so.</summary>
public sealed class StoryTopicTests
{
    private static readonly Taxonomy Topics = new([
        new Topic("diplomacy", "Diplomacy", ["talks", "summit", "ambassador"], [], 1, TopicEvidence.Parties),
        new Topic("military", "Military", ["war", "army", "troops"], [], 1, TopicEvidence.Force),
        new Topic("intelligence", "Intelligence", ["spy"], [], 1, TopicEvidence.Assessment),
        new Topic("sport", "Sport", ["club", "stadium"], []),
    ]);

    private static readonly Lazy<ArticleExtractor> Extractor = new(() =>
        new ArticleExtractor(EnglishLanguage.Create(), Topics)
    );

    private static string? TopicOf(params string[] paragraphs) =>
        Assert
            .Single(
                new FactFuser()
                    .Fuse([Extractor.Value.Extract(NewsText.Article(paragraphs))], FusionOptions.For(Topics))
                    .Stories
            )
            .Topic;

    [Fact]
    public void Talks_of_two_states_are_diplomacy() =>
        Assert.Equal(
            "diplomacy",
            TopicOf(
                "Norway and Chile opened talks on fish in Bergen on Friday.",
                "Norway said the talks would last a week. Chile said that it was ready to sign.",
                "Chile wants a summit in May. Norway offered to hold it."
            )
        );

    [Fact]
    public void Talks_between_a_club_and_its_coach_are_none() =>
        Assert.NotEqual(
            "diplomacy",
            TopicOf(
                "The club opened talks with its coach in Bergen on Friday.",
                "The coach said the talks would last a week.",
                "The club wants a summit of its members in the stadium in May."
            )
        );

    [Fact]
    public void A_war_of_words_is_no_war() =>
        Assert.NotEqual(
            "military",
            TopicOf(
                "The club and the city are in a war of words over the stadium.",
                "The mayor said the war of words had to end on Friday.",
                "The club said that it would pay for the stadium."
            )
        );

    [Fact]
    public void A_story_of_judgements_is_one_of_intelligence_whatever_they_judge() =>
        Assert.Equal(
            "intelligence",
            TopicOf(
                "Analysts said the army of Chile was very unlikely to cross the border before May.",
                "The service said that a blockade was likely. Analysts judged a truce almost certain.",
                "Analysts said the talks would probably fail."
            )
        );

    [Theory]
    [InlineData("The Trial Of The Year Will LEAVE Them Speechless", true)]
    [InlineData("What the new port law means for you", true)]
    [InlineData("Port closed for a week!", true)]
    [InlineData("NATO ministers leave Bergen without a word", false)]
    [InlineData("PORT OF BERGEN CLOSED FOR A WEEK", false)]
    [InlineData("“You will hear from us,” minister tells Chile", false)]
    public void A_title_that_shouts_or_speaks_to_the_reader_ranks_low(string title, bool isLoud)
    {
        var article = NewsText.Article("NATO ministers want to leave Bergen on Friday.", "The port is closed.") with
        {
            Title = title,
        };
        var story = Assert.Single(
            new FactFuser().Fuse([Extractor.Value.Extract(article)], FusionOptions.For(Topics)).Stories
        );

        Assert.Equal(isLoud ? -3 : 0, story.Parts.Single(part => part.Name == "loud").Value);
    }
}
