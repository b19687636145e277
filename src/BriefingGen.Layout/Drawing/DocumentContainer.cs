using BriefingGen.Layout.Elements;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Drawing;

/// <summary>The pages of a document.</summary>
internal sealed class DocumentContainer : IDocumentContainer
{
    internal List<Page> Pages { get; } = [];
}
