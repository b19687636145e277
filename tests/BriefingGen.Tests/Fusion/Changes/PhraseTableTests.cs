using System.Collections.Immutable;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Changes;
using BriefingGen.Fusion.Sentences;

namespace BriefingGen.Tests.Fusion.Changes;

public class PhraseTableTests
{
    private static readonly PhraseTable Changes = new("changes.tsv");

    private static ImmutableArray<string> Words(string sentence) => [.. ContentWords.Split(sentence)];

    [Theory]
    [InlineData("postponed", "The guild put off its congress until May.")]
    [InlineData("reversed", "Vesta dropped its long objections to the canal.")]
    [InlineData("weakened", "Holt did not repeat his claim that the ferry was sold.")]
    [InlineData("strengthened", "The mint raised its forecast for the harvest.")]
    [InlineData("old", "The coast guard had put the number of boats at 14.")]
    [InlineData("new", "That was two fewer than the port had first reported.")]
    public void A_text_that_tells_a_change_is_found_by_its_words(string kind, string sentence)
    {
        Assert.NotNull(Changes.Find(kind, Words(sentence)));
    }

    [Theory]
    [InlineData("postponed", "Holt put the lamp on the table.")]
    [InlineData("weakened", "The choir did not repeat the second verse.")]
    [InlineData("reversed", "The crane dropped its load on the quay.")]
    [InlineData("old", "He was not 14 years old.")]
    public void What_only_looks_like_a_change_is_not(string kind, string sentence)
    {
        Assert.Null(Changes.Find(kind, Words(sentence)));
    }

    [Fact]
    public void A_sentence_without_facts_corrects_nothing()
    {
        var told = new ToldSentence(0, 0, 0, "Correction: x.", Words("Correction: the ferry was late."), [], [], []);

        Assert.Empty(new Corrections(Changes).Find([told], _ => 20));
    }
}
