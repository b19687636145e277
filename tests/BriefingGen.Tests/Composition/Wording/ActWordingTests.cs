using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;

namespace BriefingGen.Tests.Composition.Wording;

public sealed class ActWordingTests
{
    [Theory]
    [InlineData("denied", Stance.Denies, "denied")]
    [InlineData("warned against", Stance.Asserts, "warned against")]
    [InlineData("did not deny", Stance.Asserts, "did not deny")]
    [InlineData("said", Stance.Demands, "demands")]
    [InlineData("was welcomed", Stance.Supports, "supports")]
    [InlineData("said", Stance.Asserts, null)]
    [InlineData("did not say", Stance.Doubts, null)]
    [InlineData("does not intend", Stance.Opposes, null)]
    [InlineData("refused", Stance.Opposes, "refused")]
    public void A_cell_of_the_matrix_says_what_was_done_in_the_words_of_the_article_or_nothing(
        string cue,
        Stance stance,
        string? act
    )
    {
        var article = new InventedArticle($"Title\nIlse Marek {cue} the truce.\n");
        var marek = article.Actor("ilse-marek", "Ilse Marek", null, null);
        var claim = article.Claim("Ilse Marek", "ilse-marek", cue, "the truce", stance: stance);
        var index = new FactIndex(new FusedFacts([article.Fused()], [marek], [claim], [], []));
        Assert.Equal(act, new ActWording(index).Of(claim)?.Words);
    }

    [Theory]
    [InlineData("signed", "an agreement on radar data", "Reported")]
    [InlineData("has approved", "the guarantee", "Reported")]
    [InlineData("did not sign", "the treaty", "Reported")]
    [InlineData("would sign", "the treaty", "Claimed")]
    [InlineData("agreed", "that the talks had failed", "Claimed")]
    [InlineData("voted to", "leave the union", "Claimed")]
    [InlineData("said", "an agreement was signed", "Claimed")]
    public void What_the_article_tells_that_somebody_did_is_reported_and_what_he_says_is_claimed(
        string cue,
        string content,
        string register
    )
    {
        var article = new InventedArticle($"Title\nIlse Marek {cue} {content}.\n");
        Assert.Equal(register, DeedReading.Register(article.Claim("Ilse Marek", "ilse-marek", cue, content)));
    }
}
