using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Facts;

/// <summary>What the parse knows of a fact's words stands on the fact.</summary>
public sealed class RichFactTests
{
    private static OutcomeFact Outcome(string sentence, OutcomeType type) =>
        NewsText.Facts(sentence).Outcomes.First(o => o.Type == type);

    [Fact]
    public void An_outcome_names_the_lemma_of_its_trigger_and_its_arguments()
    {
        var outcome = Outcome("Norway rejected the Swedish proposal on Monday.", OutcomeType.Reject);

        Assert.Equal("reject", outcome.Lemma);
        Assert.Contains(outcome.Proposition!.Arguments, a => a is { Role: ArgumentRole.Subject, Actor: "norway" });
        Assert.Contains(outcome.Proposition.Arguments, a => a is { Role: ArgumentRole.Object, Head: "proposal" });
    }

    [Fact]
    public void A_passive_is_turned()
    {
        var outcome = Outcome("Sanctions were imposed on Sweden by Norway.", OutcomeType.Sanction);

        Assert.Contains(outcome.Proposition!.Arguments, a => a is { Role: ArgumentRole.Subject, Actor: "norway" });
        Assert.Contains(outcome.Proposition.Arguments, a => a is { Role: ArgumentRole.Object, Head: "sanction" });
    }

    [Theory]
    [InlineData("Norway will meet Sweden in Geneva on Friday.", "will")]
    [InlineData("Norway plans to meet Sweden in Geneva.", "plans")]
    public void A_plan_names_how_sure_the_text_is_of_it(string sentence, string modal) =>
        Assert.Equal(modal, Outcome(sentence, OutcomeType.Consult).Modal?.Wording);

    [Fact]
    public void A_condition_stands_with_its_words() =>
        Assert.Equal(
            "if Sweden leaves",
            Outcome("Norway will meet Denmark in Geneva if Sweden leaves.", OutcomeType.Consult).Condition?.Wording
        );

    [Theory]
    [InlineData("The minister Solveig Hattlund said the ferry had sunk.", "say", CueKind.Plain, Polarity.Positive)]
    [InlineData("The minister Solveig Hattlund said the ferry had not sunk.", "say", CueKind.Plain, Polarity.Negative)]
    [InlineData(
        "The minister Solveig Hattlund denied that the ferry had sunk.",
        "deny",
        CueKind.Denial,
        Polarity.Negative
    )]
    public void A_position_says_whether_its_source_holds_it_to_be_so(
        string sentence,
        string lemma,
        CueKind kind,
        Polarity polarity
    )
    {
        var position = NewsText.Facts(sentence).Saying("ferry");

        Assert.Equal((lemma, kind, polarity), (position.CueLemma, position.CueKind, position.Polarity));
        Assert.Equal("sink", position.Propositions[0].Lemma);
    }

    [Fact]
    public void Terms_count_content_lemmas_over_the_whole_article()
    {
        var terms = NewsText.Facts("Two ferries sank. The ferry of Norway sank too.").Terms;

        Assert.Contains(new Term("ferry", 2, 0, false), terms);
        Assert.Contains(terms, t => t is { Lemma: "norway", IsName: true });
        Assert.Equal(terms.Select(t => t.Lemma).Order(StringComparer.Ordinal), terms.Select(t => t.Lemma));
    }

    [Fact]
    public void Every_kind_of_fact_survives_being_written_and_read()
    {
        var span = new SourceSpan(1, 3, "ab");
        var deed = new DeedFact(
            "d",
            "a",
            span,
            span,
            "resign",
            OutcomeStatus.Planned,
            false,
            [],
            null,
            null,
            null,
            [],
            null,
            0.5,
            "r"
        )
        {
            Modal = span,
            Proposition = new Proposition(1, 3, "resign", true, "will", []),
        };
        var quantity = new QuantityFact(
            "q",
            "a",
            span,
            span,
            14,
            null,
            null,
            span,
            [span],
            null,
            span,
            null,
            null,
            new ReplacedFigure(null, 9.5, 9.5)
        )
        {
            Head = "soldier",
        };

        foreach (var fact in new Fact[] { deed, quantity })
        {
            var line = FactJson.Write(fact);
            Assert.Equal(line, FactJson.Write(FactJson.Read(fact.Kind, line)));
        }

        Assert.Contains(
            "\"replaces\":{\"quantity\":null,\"low\":9.5,\"high\":9.5}",
            FactJson.Write(quantity),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("condition", FactJson.Write(deed), StringComparison.Ordinal);
    }
}
