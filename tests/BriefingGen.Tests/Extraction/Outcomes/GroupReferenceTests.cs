using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Outcomes;

/// <summary>Sides that are named by a noun that points back, and those that a clause above or beside names.</summary>
public sealed class GroupReferenceTests
{
    private static string Sides(OutcomeType type, params string[] text) =>
        string.Join(
            ", ",
            NewsText
                .Facts(text)
                .Outcomes.Last(o => o.Type == type)
                .Participants.Select(p => p.Actor ?? p.Text)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("The two countries signed a treaty.")]
    [InlineData("Both nations signed a treaty.")]
    public void The_two_are_those_named_last(string sentence) =>
        Assert.Equal("norway, sweden", Sides(OutcomeType.Support, "Norway and Sweden share a river.", sentence));

    [Fact]
    public void Of_three_the_two_are_nobody() =>
        Assert.DoesNotContain(
            "norway",
            Sides(OutcomeType.Support, "Norway, Sweden and Finland share a sea.", "The two countries signed a treaty.")
        );

    [Fact]
    public void Who_pursues_talks_is_a_side_of_them() =>
        Assert.Equal(
            "norway, sweden",
            Sides(OutcomeType.Consult, "Norway is extending negotiations with Sweden until May.")
        );

    [Fact]
    public void Who_is_accused_of_a_deed_does_it() =>
        Assert.Contains(
            NewsText.Facts("Anna Lund accused Sweden of upsetting the region by arming Finland.").Outcomes,
            o =>
                o.Type == OutcomeType.Aid
                && o.Participants.Any(p => p.Role == ParticipantRole.Source && p.Actor == "sweden")
        );

    [Fact]
    public void A_ban_on_what_is_a_countrys_hits_the_country() =>
        Assert.Equal(
            "norway, sweden",
            Sides(OutcomeType.Sanction, "Sweden is angry.", "Norway imposed tariffs on Swedish steel.")
        );

    [Fact]
    public void The_leader_of_a_country_is_the_one_who_is_named() =>
        Assert.Equal(
            "anna-lund, karl-berg",
            Sides(
                OutcomeType.Consult,
                "Norwegian Prime Minister Karl Berg flew to Helsinki.",
                "Finnish President Anna Lund met the leader of Norway on Monday."
            )
        );
}
