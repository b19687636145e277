using BriefingGen.Fusion;

namespace BriefingGen.Tests.Fusion.Disagreements;

/// <summary>Sides that answer each other, and whether they still differ.</summary>
public sealed class RepliesTests
{
    private static Disagreement? Find(DisagreementType type, params string[] paragraphs) =>
        ToldNews.Fuse((0, paragraphs)).Disagreements.FirstOrDefault(d => d.Type == type);

    [Fact]
    public void Each_side_blames_the_other() =>
        Assert.NotNull(
            Find(
                DisagreementType.Blame,
                "The Danish Fisheries Ministry blamed Iceland for the collision. Iceland blamed Denmark."
            )
        );

    [Fact]
    public void Two_that_blame_a_third_do_not_blame_each_other() =>
        Assert.Null(
            Find(
                DisagreementType.Blame,
                "The Danish Fisheries Ministry blamed Iceland for the collision. Sweden blamed Iceland."
            )
        );

    [Theory]
    [InlineData(
        "Foreign Minister Solveig Brandal of Norway said tariffs would hurt only bakers.",
        "\"That is nonsense,\" Economy Minister Per Lund of Sweden told reporters.",
        DisagreementType.Denial
    )]
    [InlineData(
        "Foreign Minister Solveig Brandal of Norway demanded that the trawler be freed.",
        "Economy Minister Per Lund of Sweden ruled that out.",
        DisagreementType.Position
    )]
    [InlineData("Norway wants a court to look into the case.", "Sweden opposes that.", DisagreementType.Position)]
    public void A_flat_answer_is_bound_to_what_was_said_just_before(
        string said,
        string answer,
        DisagreementType type
    ) => Assert.NotNull(Find(type, said, answer));

    [Fact]
    public void Who_grants_what_he_denied_has_settled_it()
    {
        var fused = ToldNews.Fuse(
            (
                0,
                [
                    "Foreign Minister Solveig Brandal of Norway accused Iceland of firing on a trawler without warning.",
                    "Iceland denied that any shot had been fired.",
                ]
            ),
            (1, ["Iceland acknowledged on Saturday that shots had been fired at the trawler without warning."])
        );

        Assert.Equal(
            DisagreementStatus.Resolved,
            Assert.Single(fused.Disagreements, d => d.Type == DisagreementType.Denial).Status
        );
    }

    [Fact]
    public void Without_further_news_it_is_open() =>
        Assert.Equal(
            DisagreementStatus.Open,
            Find(
                DisagreementType.Denial,
                "Foreign Minister Solveig Brandal of Norway accused Iceland of firing on a trawler without warning.",
                "Iceland denied that any shot had been fired."
            )?.Status
        );
}
