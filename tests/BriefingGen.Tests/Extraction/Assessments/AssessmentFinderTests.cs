using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Extraction.Assessments;

public sealed class AssessmentFinderTests
{
    [Theory]
    [InlineData("Analysts said that the truce was unlikely to hold.", "unlikely", 20, 45)]
    [InlineData("Analysts said that the truce was very likely to hold.", "very likely", 80, 95)]
    [InlineData("Analysts said that the truce would almost certainly hold.", "almost certainly", 95, 99)]
    [InlineData("Analysts said that there was a roughly even chance of a truce.", "roughly even chance", 45, 55)]
    public void The_band_is_that_of_the_sources_own_term(string text, string term, int low, int high) =>
        Assert.Equal(new Estimate(term, low, high), Assert.Single(NewsText.Facts(text).Assessments).Estimate);

    [Fact]
    public void A_negated_term_has_no_band() =>
        Assert.Equal(
            new Estimate("not likely", null, null),
            Assert.Single(NewsText.Facts("Analysts said that the truce was not likely to hold.").Assessments).Estimate
        );

    [Fact]
    public void A_judgement_without_a_term_has_no_estimate() =>
        Assert.Null(
            Assert
                .Single(NewsText.Facts("Analysts concluded that the truce had been broken twice.").Assessments)
                .Estimate
        );

    [Fact]
    public void A_stated_confidence_is_kept_apart_from_the_likelihood()
    {
        var assessment = Assert.Single(
            NewsText.Facts("The agency assessed with high confidence that the convoy had left the port.").Assessments
        );

        Assert.Equal(ConfidenceLevel.High, assessment.ConfidenceLevel);
        Assert.Null(assessment.Estimate);
    }

    [Fact]
    public void A_plain_statement_is_no_assessment() =>
        Assert.Empty(NewsText.Facts("The minister said that the border was closed on Monday.").Assessments);

    [Fact]
    public void Likely_before_a_noun_is_no_estimate() =>
        Assert.Empty(NewsText.Facts("The minister said that likely voters were asked on Monday.").Assessments);

    [Fact]
    public void Likely_before_an_adjective_and_its_noun_is_no_estimate() =>
        Assert.Empty(
            NewsText
                .Facts("The minister said that the senator had the support of half of likely Liberal voters.")
                .Assessments
        );

    [Fact]
    public void What_analysts_merely_tell_is_no_assessment() =>
        Assert.Empty(NewsText.Facts("Analysts said that the truce had been broken twice.").Assessments);

    [Fact]
    public void Little_optimism_is_the_sources_hedge_without_a_band()
    {
        var facts = NewsText.Facts(
            "US and European officials have little optimism that the diplomatic channels can deliver a way out of the war."
        );

        Assert.Equal(new Estimate("little optimism", null, null), Assert.Single(facts.Assessments).Estimate);
        Assert.Equal(Stance.Doubts, Assert.Single(facts.Positions).Stance);
    }

    [Fact]
    public void Odds_are_an_assessment_without_a_verb_in_what_is_judged() =>
        Assert.Equal(
            new Estimate("roughly even chance", 45, 55),
            Assert
                .Single(NewsText.Facts("The analysts put the odds of an attack at a roughly even chance.").Assessments)
                .Estimate
        );
}
