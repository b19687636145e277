using BriefingGen.Composition.Reviewing;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Reviews;

namespace BriefingGen.Tests.Composition.Reviewing;

/// <summary>What decisions do to facts, whoever extracted them.</summary>
public sealed class ReviewedFactsTests
{
    private static readonly DateTimeOffset s_noon = new(2031, 5, 9, 12, 0, 0, TimeSpan.Zero);

    private readonly InventedArticle _article = new(
        "Envoys quarrel\nLena Faro said that the envoys had met in Brask on Wednesday.\nThe envoys signed a treaty.\n"
    );

    [Fact]
    public void A_rejected_fact_goes_with_what_only_its_speaker_tells()
    {
        var claim = _article.Claim("Lena Faro", "lena-faro", "said", "that the envoys had met in Brask on Wednesday");
        _article.Event("met", OutcomeType.Consult);
        _article.Event("signed", OutcomeType.Agree);
        var facts = _article.Fused().Facts;
        facts = facts with { Outcomes = [facts.Outcomes[0] with { ReportedBy = claim.Lead.Id }, facts.Outcomes[1]] };

        var left = Assert.Single(
            ReviewedFacts.Of([facts], Log(Decide(FactPlaces.Of(claim.Lead), ReviewVerdict.Reject)))
        );

        Assert.Empty(left.Positions);
        Assert.Equal("signed", Assert.Single(left.Outcomes).Trigger.Text);
    }

    [Fact]
    public void A_decision_holds_for_what_a_newer_extractor_finds_at_the_same_place_under_another_id()
    {
        var told = (OutcomeFact)_article.Event("signed", OutcomeType.Agree).Lead;
        var place = FactPlaces.Of(told);
        var facts = _article.Fused().Facts;
        var newer = facts with { Outcomes = [told with { Id = "o-new", Trigger = _article.Words("signed a treaty") }] };

        var edit = Decide(place, ReviewVerdict.EditDate) with { Value = "2031-05-06" };
        Assert.Equal(new DateOnly(2031, 5, 6), ReviewedFacts.Of([newer], Log(edit))[0].Outcomes[0].Date);
        Assert.Empty(ReviewedFacts.Of([newer], Log(Decide(place, ReviewVerdict.Reject)))[0].Outcomes);
        var elsewhere = place with { Article = "another" };
        Assert.Single(ReviewedFacts.Of([newer], Log(Decide(elsewhere, ReviewVerdict.Reject)))[0].Outcomes);
    }

    [Fact]
    public void Of_two_decisions_on_a_place_the_later_counts()
    {
        var place = FactPlaces.Of(_article.Event("signed", OutcomeType.Agree).Lead);
        var log = Log(Decide(place, ReviewVerdict.Reject), Decide(place, ReviewVerdict.Accept));

        Assert.Equal(ReviewVerdict.Accept, log.At(place)!.Verdict);
        Assert.Single(ReviewedFacts.Of([_article.Fused().Facts], log)[0].Outcomes);
    }

    [Fact]
    public void An_edited_actor_is_who_says_it()
    {
        var claim = _article.Claim("Lena Faro", "lena-faro", "said", "that the envoys had met in Brask on Wednesday");
        var edit = Decide(FactPlaces.Of(claim.Lead), ReviewVerdict.EditActor) with { Value = "ugo-brandt" };

        Assert.Equal("ugo-brandt", ReviewedFacts.Of([_article.Fused().Facts], Log(edit))[0].Positions[0].Actor);
    }

    [Fact]
    public void What_a_reviewer_splits_stands_alone_and_what_he_merges_counts_its_origins()
    {
        var second = new InventedArticle("A treaty\nThe envoys signed a treaty in Brask.\n", "articles/two.txt");
        var (one, two) = (_article.Event("signed", OutcomeType.Agree), second.Event("signed", OutcomeType.Agree));
        one = one with { Tellings = [Telling(one)] };
        two = two with { Tellings = [Telling(two)] };
        var facts = new FusedFacts([_article.Fused(), second.Fused(2, 2)], [], [], [one, two], []);

        var merge = Decide(FactPlaces.Of(two.Lead), ReviewVerdict.Merge) with { Value = one.Lead.Id };
        var merged = ReviewedGroups.Of(facts, Log(merge));
        Assert.Equal(2, Assert.Single(merged.Events).Outcomes.Length);

        var split = ReviewedGroups.Of(merged, Log(Decide(FactPlaces.Of(two.Lead), ReviewVerdict.Split)));
        Assert.Equal([one.Lead.Id, two.Lead.Id], split.Events.Select(item => item.Lead.Id));
        Assert.All(split.Events, item => Assert.Equal(1, item.Origins));
    }

    [Fact]
    public void A_brief_is_approved_only_by_people_who_reviewed_none_of_it()
    {
        var first = new FactPlace("a", FactPlaces.Event, 1, 5);
        var second = new FactPlace("a", FactPlaces.Event, 9, 12);
        ReviewItem[] items =
        [
            new("f1", ReviewItem.Printed, first, null, null, null, null, "one"),
            new("f2", ReviewItem.Printed, second, null, null, null, null, "two"),
            new(
                "f3",
                ReviewItem.Disputed,
                new FactPlace("a", FactPlaces.Claim, 20, 22),
                null,
                null,
                null,
                null,
                "three"
            ),
        ];
        string? Status(params ReviewDecision[] decisions) => ReviewStatus.Of([.. items], Log(decisions));

        Assert.Null(Status(By(first, "A", "B")));
        Assert.Equal("reviewed by A, approved by B", Status(By(first, "A", "B"), By(second, "A", "B")));
        Assert.Equal("reviewed by A, not approved", Status(By(first, "A", "B"), By(second, "A", null)));
        Assert.Equal("reviewed by A, B, not approved", Status(By(first, "A", "B"), By(second, "B", "A")));
    }

    private static global::BriefingGen.Fusion.Events.Telling Telling(Event item) =>
        new(item.Lead.Id, item.Lead.Article, global::BriefingGen.Fusion.Events.TellingForm.Tells, true, "test");

    private static ReviewDecision By(FactPlace place, string reviewer, string? approver) =>
        Decide(place, ReviewVerdict.Accept) with
        {
            Reviewer = reviewer,
            Approver = approver,
        };

    private static ReviewDecision Decide(FactPlace place, ReviewVerdict verdict) =>
        new("f", verdict, null, null, "Ada Krol", s_noon) { Place = place, Statement = "as printed" };

    private static ReviewLog Log(params ReviewDecision[] decisions) => new(decisions);
}
