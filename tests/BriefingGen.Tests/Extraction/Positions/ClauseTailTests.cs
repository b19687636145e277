namespace BriefingGen.Tests.Extraction.Positions;

/// <summary>What is said goes on behind its speaker, or is introduced by a line of its own.</summary>
public sealed class ClauseTailTests
{
    [Theory]
    [InlineData("The toll is final, Karl Berg said on Friday, and it will not be lowered.", 2)]
    [InlineData("The port is safe, Anna Lund said, but repairs will go on.", 2)]
    public void A_clause_in_the_speakers_tense_is_the_speakers(string sentence, int parts) =>
        Assert.Equal(parts, Assert.Single(NewsText.Facts(sentence).Positions).Content.Length);

    [Theory]
    [InlineData("And from the chairwoman, Anna Lund:")]
    [InlineData("Chairwoman Anna Lund:")]
    public void A_line_with_a_name_introduces_the_quotation_below(string line) =>
        Assert.Equal(
            "anna-lund",
            NewsText
                .Facts("The verdict was read at noon.", line, "\"This day closes a long quarrel for our town.\"")
                .Saying("long quarrel")
                .Actor
        );
}
