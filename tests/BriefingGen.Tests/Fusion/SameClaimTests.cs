using BriefingGen.Fusion;

namespace BriefingGen.Tests.Fusion;

public class SameClaimTests
{
    [Fact]
    public void A_speech_that_is_one_event_is_one_claim_however_its_words_are_put()
    {
        var fused = ToldNews.Fuse(
            (0, ["President Ada Lind demanded on Friday that Sweden withdraw its ships from the harbour."]),
            (0, ["President Ada Lind demanded of Sweden on Friday that the harbour be rid of ships by noon."])
        );

        var speech = Assert.Single(
            fused.Claims,
            claim => claim.Lead.Cue?.Wording.Contains("demanded", StringComparison.Ordinal) is true
        );
        Assert.Equal(2, speech.Positions.Length);
    }

    [Fact]
    public void Two_accusations_of_one_rival_are_two_claims()
    {
        var fused = ToldNews.Fuse(
            (0, ["Senator Ada Lind accused Ivo Roth of hiding the harbour's accounts from the auditors on Friday."]),
            (0, ["Senator Ada Lind accused Ivo Roth of ducking a second debate before the vote on Friday."])
        );

        Assert.NotEmpty(fused.Claims);
        Assert.All(fused.Claims, claim => Assert.Equal(1, claim.Origins));
    }

    [Fact]
    public void Names_alone_are_no_common_matter()
    {
        var fused = ToldNews.Fuse(
            (0, ["Senator Ada Lind said Ivo Roth knew of the debts.", "Ivo Roth is the mayor of Tolm."]),
            (0, ["Senator Ada Lind said Ivo Roth will stay until the last ballot.", "Ivo Roth is the mayor of Tolm."])
        );

        Assert.NotEmpty(fused.Claims);
        Assert.All(fused.Claims, claim => Assert.Equal(1, claim.Origins));
    }

    [Fact]
    public void Who_tells_it_without_its_figure_is_no_origin_of_the_figure()
    {
        var fused = InventedArticle.Fuse(
            Lind("a", "the storm at Tolm destroyed 40 houses along the old harbour wall"),
            Lind("b", "the storm at Tolm destroyed houses along the old harbour wall")
        );

        Assert.NotEmpty(fused.Claims);
        Assert.All(fused.Claims, claim => Assert.Equal(1, claim.Origins));
    }

    private static InventedArticle Lind(string id, string content) =>
        new InventedArticle(id).Person("ada-lind", "Ada Lind", "NO").Says("ada-lind", content);
}
