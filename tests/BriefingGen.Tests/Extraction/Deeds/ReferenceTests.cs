using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Deeds;

/// <summary>Nouns and clauses that only refer to an event.</summary>
public sealed class ReferenceTests
{
    private static DeedFact? Find(string sentence, string trigger) =>
        NewsText.Facts(sentence).Deeds.FirstOrDefault(d => d.Trigger.Wording == trigger);

    [Theory]
    [InlineData("Norway sent divers after the explosion at the Torvik terminal.", "explosion")]
    [InlineData("The minister spoke of the resignation of the harbour master.", "resignation")]
    [InlineData("The ferry returned to Bergen after a collision.", "collision")]
    [InlineData("Norway published the accord, which was drafted in Lund on Monday.", "drafted")]
    public void It_is_taken_down_as_a_reference(string sentence, string trigger) =>
        Assert.True(Find(sentence, trigger)?.IsReference);

    [Theory]
    [InlineData("Norway has seen no explosion at the terminal.", "explosion")]
    [InlineData("Norway fears another explosion at the terminal.", "explosion")]
    [InlineData("Norway fears an explosion at the terminal.", "explosion")]
    [InlineData("Was the explosion at the terminal heard in Bergen?", "explosion")]
    public void What_did_not_happen_or_may_come_is_none(string sentence, string trigger) =>
        Assert.Null(Find(sentence, trigger));

    [Theory]
    [InlineData("The statue, which was admired in Lund, will go to Bergen.", "admired")]
    [InlineData("The plan, favored by the guild, will be read on Friday.", "favored")]
    [InlineData("Anna Lund spoke after Karl Berg raised the possibility of a tax.", "raised")]
    [InlineData("Karl Berg's fight against the levy was told at length.", "fight")]
    public void States_opinions_and_words_told_besides_are_none(string sentence, string trigger) =>
        Assert.Null(Find(sentence, trigger));

    [Fact]
    public void What_the_sentence_tells_itself_is_no_reference() =>
        Assert.False(Find("The central bank of Norway raised its key rate on Monday.", "raised")?.IsReference);

    [Fact]
    public void A_clause_that_tells_when_is_a_deed() =>
        Assert.False(
            Find("Traffic stopped in Bergen on Friday when a crane hit the bridge.", "hit")?.IsReference ?? false
        );

    [Fact]
    public void A_title_that_stands_again_over_the_text_has_the_grammar_of_a_headline()
    {
        var article = NewsText.Article("Norway raises key rate", "The bank met on Friday.") with
        {
            Title = "Norway raises key rate",
        };

        Assert.Contains(NewsText.Facts(article).Deeds, d => d is { Lemma: "raise", IsReference: false });
        Assert.DoesNotContain(
            NewsText.Facts(article with { Title = "Another title" }).Deeds,
            d => d is { Lemma: "raise", IsReference: false }
        );
    }
}
