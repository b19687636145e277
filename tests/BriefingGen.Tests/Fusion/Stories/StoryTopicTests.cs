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

    [Fact]
    public void A_blow_far_down_in_a_text_about_something_else_makes_no_battle() =>
        Assert.NotEqual(
            "military",
            TopicOf(
                "The club of Bergen opened its stadium on Friday.",
                "The mayor praised the roof. The coach thanked the crews. The band played until dark.",
                "The stadium stands where the army of Chile shelled the docks in the war.",
                "The club expects nine thousand guests on Sunday."
            )
        );

    [Fact]
    public void A_story_of_no_topic_ranks_below_one_that_has_one()
    {
        var none = Parts("The gulls of the pier moved to the roof on Friday.", "The baker fed the gulls.");
        var some = Parts("The club opened its stadium on Friday.", "The club thanked the city for the stadium.");

        Assert.Equal((-2.0, 0.0), (none["matter"], some["matter"]));
    }

    [Fact]
    public void What_stands_at_the_head_of_a_text_weighs_more_than_the_same_further_down()
    {
        const string Deed = "The court of Bergen arrested nine men in the stadium on Friday.";
        string[] others =
        [
            "The club painted its stadium on Friday.",
            "The coach sang. The band slept.",
            "The mayor thanked the crews of the club.",
            "The stadium looks good. The roof is red.",
        ];

        Assert.True(Parts([Deed, .. others])["deed"] > Parts([.. others, Deed])["deed"]);
    }

    private static Dictionary<string, double> Parts(params string[] paragraphs) =>
        Assert
            .Single(
                new FactFuser()
                    .Fuse([Extractor.Value.Extract(NewsText.Article(paragraphs))], FusionOptions.For(Topics))
                    .Stories
            )
            .Parts.ToDictionary(part => part.Name, part => part.Value, StringComparer.Ordinal);

    [Theory]
    [InlineData("The Trial Of The Year Will LEAVE Them Speechless", true)]
    [InlineData("What the new port law means for you", true)]
    [InlineData("Port closed for a week!", true)]
    [InlineData("7 Things The Harbour Master Has Said About Gulls", true)]
    [InlineData("The Mayor Just Opened A Second Pier", true)]
    [InlineData("Port is closed, and here's why", true)]
    [InlineData("Just two ships leave Bergen", false)]
    [InlineData("Minister is just about ready for talks just west of Bergen", false)]
    [InlineData("7 ships with things for the port leave Bergen", false)]
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
