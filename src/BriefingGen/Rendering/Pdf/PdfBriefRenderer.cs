namespace BriefingGen.Rendering.Pdf;

using BriefingGen.Composition;
using PdfLayout.Fluent;

/// <summary>
/// Writes a brief as PDF/A-2b: embedded fonts, bookmarks, links from each citation to the source list and from there to
/// the article. Reads nothing from the machine.
/// </summary>
public sealed class PdfBriefRenderer : IBriefRenderer
{
    // More pages than this are not laid out twice for the sake of one.
    private const int MostFitted = 12;

    /// <inheritdoc/>
    public string Format => "pdf";

    /// <inheritdoc/>
    public void Render(Brief brief, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(output);
        cancellationToken.ThrowIfCancellationRequested();
        PdfEngine.Prepare();
        Fitting(brief).GeneratePdf(output);
    }

    // The lines stand a little closer where that spares a last page with little on it.
    private static BriefPages Fitting(Brief brief)
    {
        var pages = new BriefPages(brief, isTight: false);
        var count = PdfEngine.CountPages(pages);
        if (count is not (> 1 and <= MostFitted))
        {
            return pages;
        }

        var tight = new BriefPages(brief, isTight: true);
        return PdfEngine.CountPages(tight) < count ? tight : pages;
    }
}
