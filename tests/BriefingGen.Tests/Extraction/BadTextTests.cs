using System.Globalization;
using BriefingGen.Extraction;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction;

/// <summary>Text that is no report of anything: nothing is told to have happened, and the work stays bounded.</summary>
public sealed class BadTextTests
{
    [Fact]
    public void A_paragraph_of_three_hundred_clauses_is_read_to_its_end()
    {
        var clauses = Enumerable.Range(1, 300).Select(i => $"the clerk counted box {i}, which the porter had moved");
        var facts = NewsText.Facts("On Monday " + string.Join(", and ", clauses) + ", and Norway met Sweden.");

        Assert.All(facts.Outcomes, o => Assert.Equal(OutcomeType.Consult, o.Type));
        Assert.InRange(facts.Outcomes.Length, 0, 2);
    }

    [Fact]
    public void Twice_the_clauses_give_no_more_than_twice_the_facts()
    {
        var clause = "the clerk of Oslo met the porter of Bergen, ";
        var once = NewsText.Facts(string.Concat(Enumerable.Repeat(clause, 60)) + "and slept.").Outcomes.Length;
        var twice = NewsText.Facts(string.Concat(Enumerable.Repeat(clause, 120)) + "and slept.").Outcomes.Length;

        Assert.InRange(twice, 0, (2 * once) + 2);
    }

    [Theory]
    [InlineData("Anna Lund, Karl Berg, Erik Sandvik, Solveig Hattlund, Viktor Orlen, Marta Holm and Ivar Dahl.")]
    [InlineData("Norway Sweden Finland Denmark Iceland Estonia Latvia Lithuania Poland Germany")]
    [InlineData("Lund yes Berg no Sandvik yes Hattlund absent Orlen no Holm yes Dahl no Lie yes")]
    [InlineData("Yes: Lund, Berg, Sandvik. No: Hattlund, Orlen. Absent: Holm, Dahl. Not voting: Lie.")]
    public void Names_and_votes_alone_tell_of_no_event(string text) => Empty(NewsText.Facts(text));

    [Fact]
    public void A_table_as_text_tells_of_no_event() =>
        Empty(
            NewsText.Facts(
                "Country | Attack 2023 | Attack 2024 | Talks | Sanctions",
                "Norway | 12 | 14 | 3 | 0",
                "Sweden | 9 | 11 | 2 | 1",
                "Finland\t4\t5\t1\t0",
                "Total 25 30 6 1"
            )
        );

    [Fact]
    public void A_poem_tells_of_no_event() =>
        Empty(
            NewsText.Facts(
                "O winter, you attack my window,",
                "your white troops besiege the yard,",
                "and I surrender to the kettle,",
                "and sleep invades my last regard."
            )
        );

    [Fact]
    public void A_transcript_keeps_its_times_out_of_the_facts()
    {
        var facts = NewsText.Facts(
            "[00:00:04] LUND: Good evening.",
            "[00:00:09] BERG: Good evening, Anna. How are you?",
            "[00:01:12] LUND: Tired. (laughter)",
            "00:02:30 --> 00:02:34",
            "BERG: [crosstalk] Fine."
        );

        Empty(facts);
        Assert.DoesNotContain(facts.Actors, a => a.Name.Any(char.IsDigit));
    }

    [Fact]
    public void Capitals_throughout_are_read_without_false_names()
    {
        var facts = NewsText.Facts("THE CLERK SAID THAT THE DOORS WERE OPEN. THE PORTER SLEPT IN THE YARD ALL DAY.");

        Empty(facts);
    }

    [Fact]
    public void Headlines_only_tell_of_no_more_events_than_they_name()
    {
        var facts = NewsText.Facts(
            "Norway bans flights from Sweden",
            "Ten ways to cook a herring",
            "Stocks rally as oil retreats",
            "Hometown heroes crush rivals in cup clash",
            "Why your phone hates you"
        );

        Assert.All(facts.Outcomes, o => Assert.Equal(OutcomeType.Sanction, o.Type));
    }

    [Fact]
    public void A_sentence_of_a_thousand_names_ends()
    {
        var names = Enumerable
            .Range(0, 1000)
            .Select(i => "Name" + (char)('a' + (i % 26)) + i.ToString(CultureInfo.InvariantCulture));

        Empty(NewsText.Facts(string.Join(", ", names) + "."));
    }

    private static void Empty(ArticleFacts facts)
    {
        Assert.Empty(facts.Outcomes);
        Assert.Empty(facts.Sanctions);
    }
}
