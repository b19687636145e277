using BriefingGen.Composition;
using Snapshooter.Xunit;

namespace BriefingGen.Tests.Composition;

public sealed class BriefComposerTests
{
    [Fact]
    public void The_default_templates_make_this_Markdown()
    {
        var brief = InventedBriefing.Compose();
        Snapshot.Match(brief.Markdown.Replace(brief.Manifest.Hash, "HASH", StringComparison.Ordinal));
    }

    [Fact]
    public void The_coverage_section_tells_the_state_of_each_feed_and_why_one_failed()
    {
        var markdown = InventedBriefing.Compose(coverage: InventedBriefing.FedCoverage()).Markdown;

        var start = markdown.IndexOf("## Coverage", StringComparison.Ordinal);
        Snapshot.Match(markdown[start..markdown.IndexOf("\n## ", start, StringComparison.Ordinal)]);
    }

    [Fact]
    public void A_brief_that_is_not_made_from_feeds_says_nothing_of_feeds()
    {
        var plain = InventedBriefing.Compose();
        var fed = InventedBriefing.Compose(coverage: InventedBriefing.FedCoverage());

        Assert.DoesNotContain("| Feed |", plain.Markdown, StringComparison.Ordinal);
        Assert.Equal(fed.Blocks.OfType<TableBlock>().Count(), plain.Blocks.OfType<TableBlock>().Count() + 1);
    }

    [Fact]
    public void A_disagreement_over_nothing_that_has_a_name_is_left_to_the_workbook()
    {
        var facts = InventedBriefing.Facts();
        var nameless = facts with { Disagreements = [.. facts.Disagreements.Select(two => two with { Matter = "" })] };

        Assert.Contains(InventedBriefing.Compose(facts).Statements, statement => statement.Section == "disagreement");
        Assert.DoesNotContain(
            InventedBriefing.Compose(nameless).Statements,
            statement => statement.Section == "disagreement"
        );
    }
}
