using BriefingGen.Composition;
using BriefingGen.Rendering.Excel.Sheets;

namespace BriefingGen.Rendering.Excel;

/// <summary>
/// Writes a brief's facts as an Excel workbook: a cover, one sheet a kind of fact with a real table, links between facts
/// and sources, lists for review. Text from articles is always text, never a formula. Without state; safe to share
/// between threads.
/// </summary>
public sealed class ExcelBriefRenderer : IBriefRenderer
{
    /// <inheritdoc/>
    public string Format => "xlsx";

    /// <inheritdoc/>
    public void Render(Brief brief, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(output);
        var facts = new WorkbookFacts(brief);
        var book = new Workbook(brief);
        foreach (var add in Sheets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            add(book, facts);
        }

        Choices.Add(book);
        book.Write(output, cancellationToken);
    }

    private static Action<Workbook, WorkbookFacts>[] Sheets =>
        [
            CoverSheet.Add,
            ClaimSheets.AddClaims,
            ClaimSheets.AddPositions,
            MatrixSheet.Add,
            ClaimSheets.AddDisagreements,
            EventSheets.AddOutcomes,
            EventSheets.AddTimeline,
            EventSheets.AddSanctions,
            ClaimSheets.AddAssessments,
            RegisterSheets.AddActors,
            RegisterSheets.AddSources,
            RegisterSheets.AddCoverage,
            RegisterSheets.AddFeeds,
            ReviewSheet.Add,
            RegisterSheets.AddRun,
        ];
}
