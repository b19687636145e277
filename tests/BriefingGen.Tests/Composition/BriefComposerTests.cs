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
}
