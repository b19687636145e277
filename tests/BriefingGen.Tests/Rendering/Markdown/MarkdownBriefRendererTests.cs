using BriefingGen.Rendering.Markdown;
using BriefingGen.Tests.Composition;
using Snapshooter.Xunit;

namespace BriefingGen.Tests.Rendering.Markdown;

public sealed class MarkdownBriefRendererTests
{
    [Fact]
    public void The_file_reads_so()
    {
        var brief = InventedBriefing.Compose();
        var text = RenderedText.Of(new MarkdownBriefRenderer(), brief);
        Snapshot.Match(text.Replace(brief.Manifest.Hash, "HASH", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_cited_source_has_its_footnote()
    {
        var brief = InventedBriefing.Compose();
        var text = RenderedText.Of(new MarkdownBriefRenderer(), brief);
        Assert.All(
            brief.Citations.Select(citation => citation.Source).Distinct(),
            number => Assert.Contains($"\n[^{number}]: ", text, StringComparison.Ordinal)
        );
    }
}
