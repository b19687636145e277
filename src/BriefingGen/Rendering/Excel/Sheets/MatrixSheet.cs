using BriefingGen.Composition;
using ClosedXML.Excel;

namespace BriefingGen.Rendering.Excel.Sheets;

/// <summary>Actors by topics: the stances taken, each cell leading to the foremost claim behind it.</summary>
internal static class MatrixSheet
{
    private const int MaxActors = 500;
    private const double TopicWidth = 24;

    /// <summary>Adds the sheet.</summary>
    public static void Add(XLWorkbook book, WorkbookFacts facts)
    {
        var groups = PositionGroup.Of(facts);
        var topics = Topics(groups);
        var sheet = book.Worksheets.Add("Matrix");
        CellWriter.Format(sheet.Column(1), 32, ColumnKind.Text);
        sheet.Cell(1, 1).SetValue("Actor");
        for (var t = 0; t < topics.Count; t++)
        {
            CellWriter.Format(sheet.Column(t + 2), TopicWidth, ColumnKind.Quote);
            CellWriter.WriteText(sheet.Cell(1, t + 2), ExcelText.Line(topics[t]));
        }

        var row = 1;
        foreach (var actor in groups.GroupBy(static g => g.Speaker, StringComparer.Ordinal).Take(MaxActors))
        {
            row++;
            CellWriter.Write(sheet.Cell(row, 1), Cell.Of(actor.Key));
            var lines = 1;
            foreach (var group in actor)
            {
                lines = Math.Max(lines, RowHeight.Lines(group.Stances, TopicWidth));
                CellWriter.Write(
                    sheet.Cell(row, topics.IndexOf(group.Topic) + 2),
                    Cell.Of(group.Stances).To("Claims", facts.ClaimRow(group.Claims[0].Lead.Id))
                );
            }

            sheet.Row(row).Height = RowHeight.Of(lines);
        }

        var columns = topics.Count + 1;
        FormatHeader(sheet.Range(1, 1, 1, columns), facts.Brief.Theme);
        sheet.Range(1, 1, row, columns).Style.Border.InsideBorder = XLBorderStyleValues.Hair;
        sheet.SheetView.Freeze(1, 1);
        PrintSetup.Apply(sheet, facts.Brief, row, columns);
    }

    // Most claims first.
    private static List<string> Topics(IEnumerable<PositionGroup> groups) =>
        [
            .. groups
                .GroupBy(static g => g.Topic, StringComparer.Ordinal)
                .OrderByDescending(static g => g.Sum(static p => p.Claims.Length))
                .ThenBy(static g => g.Key, StringComparer.Ordinal)
                .Select(static g => g.Key)
                .DefaultIfEmpty("none reported"),
        ];

    private static void FormatHeader(IXLRange header, Theme theme)
    {
        header.Style.Fill.BackgroundColor = Palette.Of(theme.Accent);
        header.Style.Font.FontColor = XLColor.White;
        header.Style.Font.Bold = true;
    }
}
