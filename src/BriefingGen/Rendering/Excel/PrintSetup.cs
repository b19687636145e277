using BriefingGen.Composition;
using ClosedXML.Excel;

namespace BriefingGen.Rendering.Excel;

/// <summary>
/// How a sheet prints: tables landscape, as wide as one page, header row repeated; the cover on one upright page; marking
/// above, page numbers below.
/// </summary>
internal static class PrintSetup
{
    /// <summary>Sets a sheet up for printing.</summary>
    public static void Apply(IXLWorksheet sheet, Brief brief, int rows, int columns, bool isTable = true)
    {
        var page = sheet.PageSetup;
        page.PageOrientation = isTable ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        page.PaperSize = brief.Theme.PageSize.Equals("Letter", StringComparison.OrdinalIgnoreCase)
            ? XLPaperSize.LetterPaper
            : XLPaperSize.A4Paper;
        page.FitToPages(1, isTable ? 0 : 1);
        page.Margins.Top = 0.75;
        page.Margins.Bottom = 0.75;
        page.Margins.Left = 0.5;
        page.Margins.Right = 0.5;
        if (isTable)
        {
            page.SetRowsToRepeatAtTop(1, 1);
        }

        page.PrintAreas.Add(1, 1, rows, columns);
        var masthead = brief.Masthead;
        page.Header.Left.AddText(ExcelText.PageHeader($"{masthead.Title}, {masthead.Edition:yyyy-MM-dd}"));
        page.Header.Center.AddText(ExcelText.PageHeader(masthead.Marking));
        page.Header.Right.AddText(ExcelText.PageHeader(masthead.Review));
        page.Footer.Left.AddText(ExcelText.PageHeader(sheet.Name));
        page.Footer.Center.AddText(ExcelText.PageHeader(masthead.Marking));
        page.Footer.Right.AddText("Page ");
        page.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Right.AddText(" of ");
        page.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }
}
