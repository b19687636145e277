using BriefingGen.Composition;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;

namespace BriefingGen.Tests.Composition;

public sealed class WordingTests
{
    [Fact]
    public void A_direct_quotation_stands_in_marks_beside_its_speaker()
    {
        var text = Claimed(
            "\"We will not sign,\" Ilse Marek told reporters.",
            article =>
                article.Claim(
                    "Ilse Marek",
                    "ilse-marek",
                    "told reporters",
                    "\"We will not sign,\"",
                    PositionForm.Direct
                )
        );
        Assert.Equal("Claimed by Ilse Marek, 8 May 2031: “We will not sign”.", text);
    }

    [Theory]
    [InlineData("Ilse Marek never said \"The bridge is ours\".", "never said", "\"The bridge is ours\"")]
    [InlineData("Ilse Marek may have said \"The bridge is ours\".", "may have said", "\"The bridge is ours\"")]
    [InlineData("Ilse Marek called the plan \"a farce\".", "called", "\"a farce\"")]
    public void A_quotation_that_its_sentence_turns_or_cuts_stays_in_its_sentence(
        string sentence,
        string cue,
        string content
    )
    {
        var text = Claimed(
            sentence,
            article => article.Claim("Ilse Marek", "ilse-marek", cue, content, PositionForm.Direct)
        );
        Assert.Equal($"Claimed: {sentence} (8 May 2031)", text);
    }

    [Fact]
    public void The_name_behind_a_pronoun_is_put_in()
    {
        var text = Claimed(
            "Ilse Marek left early.\nShe said the talks would go on.",
            article => article.Claim("She", "ilse-marek", "said", "the talks would go on")
        );
        Assert.Equal("Claimed: She [Ilse Marek] said the talks would go on. (8 May 2031)", text);
    }

    [Fact]
    public void The_name_behind_the_pronoun_of_a_participant_is_put_in()
    {
        var article = new InventedArticle("Title\nIlse Marek left early.\nShe met nobody.\n");
        var marek = article.Actor("ilse-marek", "Ilse Marek", null, null);
        var met = article.Event("met", OutcomeType.Consult, negated: true, who: [("She", "ilse-marek")]);
        var brief = InventedBriefing.Compose(new FusedFacts([article.Fused()], [marek], [], [met], []));
        Assert.Contains("She [Ilse Marek] met nobody.", Diplomacy(brief), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_the_sentence_names_is_not_said_again()
    {
        var text = Claimed(
            "On 8 May Ilse Marek said the talks would go on.",
            article => article.Claim("Ilse Marek", "ilse-marek", "said", "the talks would go on")
        );
        Assert.Equal("Claimed: On 8 May Ilse Marek said the talks would go on.", text);
    }

    [Fact]
    public void An_event_that_somebody_reports_prints_as_that_claim()
    {
        var article = new InventedArticle("Title\nIlse Marek said Tolmark shelled the dam.\n");
        var marek = article.Actor("ilse-marek", "Ilse Marek", null, null);
        var said = article.Claim("Ilse Marek", "ilse-marek", "said", "Tolmark shelled the dam");
        var shelled = article.Event("shelled", OutcomeType.Assault, OutcomeStatus.Reported);
        var brief = InventedBriefing.Compose(new FusedFacts([article.Fused()], [marek], [said], [shelled], []));
        Assert.Equal("Claimed: Ilse Marek said Tolmark shelled the dam. (8 May 2031)", Diplomacy(brief));
    }

    [Fact]
    public void A_headline_does_not_print_what_its_article_tells_in_full()
    {
        var article = new InventedArticle("Tolmark shells dam\nTolmark shelled the Oru dam at dawn.\n");
        var headline = article.Event("shelled", OutcomeType.Assault);
        var title = headline with
        {
            Lead = ((OutcomeFact)headline.Lead) with
            {
                Id = "o9",
                Sentence = article.Words("Tolmark shells dam"),
                Trigger = article.Words("shells"),
            },
            Score = 9,
        };
        var brief = InventedBriefing.Compose(new FusedFacts([article.Fused()], [], [], [title, headline], []));
        Assert.Equal("Reported: Tolmark shelled the Oru dam at dawn. (7 May 2031)", Diplomacy(brief));
    }

    private static string Claimed(string sentence, Func<InventedArticle, Claim> claim)
    {
        var article = new InventedArticle($"Title\n{sentence}\n");
        var marek = article.Actor("ilse-marek", "Ilse Marek", null, null);
        var made = claim(article);
        return Diplomacy(InventedBriefing.Compose(new FusedFacts([article.Fused()], [marek], [made], [], [])));
    }

    private static string Diplomacy(Brief brief) => Assert.Single(brief.Statements, s => s.Section == "diplomacy").Text;
}
