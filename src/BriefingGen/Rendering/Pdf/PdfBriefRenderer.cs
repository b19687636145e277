namespace BriefingGen.Rendering.Pdf;

using BriefingGen.Composition;
using PdfLayout.Fluent;

/// <summary>
/// Writes a brief as PDF/A-2b: embedded fonts, bookmarks, links from each citation to the source list and from there to
/// the article. Reads nothing from the machine.
/// </summary>
public sealed class PdfBriefRenderer : IBriefRenderer
{
    /// <inheritdoc/>
    public string Format => "pdf";

    /// <inheritdoc/>
    public void Render(Brief brief, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(output);
        cancellationToken.ThrowIfCancellationRequested();
        PdfEngine.Prepare();
        new BriefPages(brief).GeneratePdf(output);
    }
}
