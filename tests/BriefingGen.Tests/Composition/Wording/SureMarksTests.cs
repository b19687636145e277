using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Composition.Wording;

public sealed class SureMarksTests
{
    private const string Content = "The pact would hold through the winter";

    [Theory]
    [InlineData(0.97, true)]
    [InlineData(0.84, false)]
    public void Quotation_marks_that_were_put_back_are_printed_only_where_they_are_nearly_sure(
        double confidence,
        bool isQuoted
    )
    {
        var brief = InventedBriefing.Compose(Facts(confidence));

        var claim = Assert.Single(brief.Facts.Claims);
        Assert.Equal(isQuoted ? PositionForm.Direct : PositionForm.Indirect, claim.Lead.Form);
        var lines = brief
            .Statements.Where(statement => statement.Text.Contains("through the winter", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(isQuoted, line.Text.Contains('“', StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.Contains("Ilse Marek", line.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_kept_its_marks_is_left_as_it_is()
    {
        var article = new InventedArticle($"Title\n“{Content},” Ilse Marek said.\n");
        var facts = new FusedFacts([article.Fused()], [], [], [], []);

        Assert.Same(facts, SureMarks.Keep(facts));
    }

    private static FusedFacts Facts(double confidence)
    {
        var article = new InventedArticle($"Title\n{Content}, Ilse Marek said.\n");
        var marek = article.Actor("ilse-marek", "Ilse Marek", null, null);
        var claim = article.Claim("Ilse Marek", "ilse-marek", "said", Content, PositionForm.Direct);
        var start = article.Text.IndexOf(Content, StringComparison.Ordinal);
        var end = start + Content.Length;
        var reading = new RepairedText(
            article.Reading.Source,
            [
                new TextEdit(new TextSpan(start, start), "“", EditKind.Quotation, confidence),
                new TextEdit(new TextSpan(end, end), "”", EditKind.Quotation, confidence),
            ]
        );
        var fused = article.Fused();
        return new FusedFacts(
            [fused with { Facts = fused.Facts with { Reading = reading } }],
            [marek],
            [claim],
            [],
            []
        );
    }
}
