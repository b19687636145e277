using System.Globalization;
using BriefingGen.Composition;
using BriefingGen.Composition.Planning;
using ClosedXML.Excel;

namespace BriefingGen.Rendering.Excel.Sheets;

/// <summary>The first sheet: what this is, what it covers, where to go, how to read it.</summary>
internal static class CoverSheet
{
    private const int LabelColumn = 1;
    private const int ValueColumn = 2;
    private const int NoteColumn = 3;
    private const string Feeds = "Feeds";

    private static readonly (string Sheet, string Says)[] Contents =
    [
        ("Claims", "who said what, one row a claim"),
        ("Positions", "each actor on each topic"),
        ("Matrix", "actors by topics at a glance"),
        ("Disagreements", "two actors opposed on one matter"),
        ("Outcomes", "what happened, is planned or is said to have happened"),
        ("Timeline", "dated outcomes by the day of the event"),
        ("Sanctions", "who imposes what on whom, and what is said of the effect"),
        ("Assessments", "judgements of others in their own words"),
        ("Actors", "people, states, organisations and groups"),
        ("Sources", "the articles, with links out"),
        ("Coverage", "what was set aside, not extracted, or read with a note"),
        (Feeds, "the feeds: when each was read, what it held, why it failed"),
        ("Review", "for a reviewer's decisions"),
        ("Run", "what the brief was made with"),
    ];

    private static readonly (string Term, string Means)[] Legend =
    [
        ("Reported", "an article tells it in its own voice"),
        ("Claimed by", "somebody said it; the brief does not say that it is so"),
        ("Assessed by", "somebody judged it; the judgement is theirs"),
        ("Hedge, Band", "the source's own estimative term, and the band that ICD 203 gives it, in per cent"),
        ("StatedConfidence", "how sure an assessor said to be of the basis; never a likelihood"),
        ("Origins", "independent texts that tell it; copies of one wire story count once"),
        ("Grade", "reliability of a source, A to F; F: nobody has judged it"),
        ("Statement", "the whole source sentence; […] marks what was left out between two"),
    ];

    /// <summary>Adds the sheet.</summary>
    public static void Add(XLWorkbook book, WorkbookFacts facts)
    {
        var brief = facts.Brief;
        var sheet = book.Worksheets.Add("Cover");
        CellWriter.Format(sheet.Column(LabelColumn), 24, ColumnKind.Text);
        CellWriter.Format(sheet.Column(ValueColumn), 44, ColumnKind.Text);
        CellWriter.Format(sheet.Column(NoteColumn), 60, ColumnKind.Text);
        sheet.ShowGridLines = false;

        var row = WriteTitle(sheet, brief);
        row = WritePairs(sheet, row, Masthead(brief.Masthead));
        row = WriteHeading(sheet, row, "Counts", brief.Theme);
        row = WriteCounts(sheet, row, facts);
        row = WriteHeading(sheet, row, "Sheets", brief.Theme);
        row = WriteContents(sheet, row, hasFeeds: !brief.Coverage.Feeds.IsEmpty);
        row = WriteHeading(sheet, row, "How to read it", brief.Theme);
        row = WriteLegend(sheet, row);
        row = WriteHeading(sheet, row, "ICD 203 bands", brief.Theme);
        row = WriteYardstick(sheet, row);
        PrintSetup.Apply(sheet, brief, row - 1, NoteColumn, isTable: false);
    }

    private static int WriteTitle(IXLWorksheet sheet, Brief brief)
    {
        var masthead = brief.Masthead;
        Write(sheet, 1, LabelColumn, ExcelText.Line(masthead.Marking));
        sheet.Cell(1, LabelColumn).Style.Font.Bold = true;
        sheet.Cell(1, LabelColumn).Style.Font.FontColor = Palette.Of(brief.Theme.MarkingColor);
        Write(sheet, 2, LabelColumn, ExcelText.Line(masthead.Title));
        sheet.Cell(2, LabelColumn).Style.Font.Bold = true;
        sheet.Cell(2, LabelColumn).Style.Font.FontSize = 18;
        sheet.Cell(2, LabelColumn).Style.Font.FontColor = Palette.Of(brief.Theme.Accent);
        sheet.Row(2).Height = 28;
        Write(sheet, 3, LabelColumn, ExcelText.Line(masthead.Review));
        sheet.Cell(3, LabelColumn).Style.Font.Bold = true;
        return 5;
    }

    private static IEnumerable<(string Label, Cell Value)> Masthead(Masthead masthead) =>
        [
            ("Edition", Cell.Of(masthead.Edition)),
            ("Period from", Cell.Of(masthead.PeriodFrom)),
            ("Period to", Cell.Of(masthead.PeriodTo)),
            ("Information cut-off", Cell.Of(masthead.Cutoff)),
            (
                "Produced",
                Cell.Of(masthead.Produced.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture))
            ),
            ("Producer", Cell.Of(masthead.Producer)),
            ("Distribution", Cell.Of(masthead.Distribution)),
        ];

    private static int WritePairs(IXLWorksheet sheet, int row, IEnumerable<(string Label, Cell Value)> pairs)
    {
        foreach (var (label, value) in pairs)
        {
            Write(sheet, row, LabelColumn, label);
            var cell = sheet.Cell(row, ValueColumn);
            if (value.Day is not null)
            {
                cell.Style.NumberFormat.Format = "yyyy-mm-dd";
            }

            cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
            CellWriter.Write(cell, value);
            row++;
        }

        return row;
    }

    private static int WriteCounts(IXLWorksheet sheet, int row, WorkbookFacts facts)
    {
        var (all, coverage) = (facts.Facts, facts.Brief.Coverage);
        return WritePairs(
            sheet,
            row,
            [
                ("Articles read", Cell.Of(coverage.Read)),
                ("Copies among them", Cell.Of(coverage.Copies)),
                ("Independent origins", Cell.Of(coverage.Origins)),
                ("Not extracted", Cell.Of(coverage.NotExtracted.Length)),
                ("Inputs set aside", Cell.Of(coverage.SetAside.Length)),
                ("Claims", Cell.Of(all.Claims.Length)),
                ("Claims of one origin", Cell.Of(all.Claims.Count(static c => c.Origins == 1))),
                ("Outcomes", Cell.Of(all.Events.Length)),
                ("Outcomes without a date", Cell.Of(all.Events.Count(static e => e.Lead.DateRange is null))),
                ("Disagreements", Cell.Of(all.Disagreements.Length)),
                ("Actors", Cell.Of(all.Actors.Length)),
            ]
        );
    }

    private static int WriteContents(IXLWorksheet sheet, int row, bool hasFeeds)
    {
        foreach (var (name, says) in Contents.Where(entry => hasFeeds || entry.Sheet != Feeds))
        {
            CellWriter.Write(sheet.Cell(row, LabelColumn), Cell.Of(name).To(name, 1));
            Write(sheet, row++, ValueColumn, says);
        }

        return row;
    }

    private static int WriteLegend(IXLWorksheet sheet, int row)
    {
        foreach (var (term, means) in Legend)
        {
            Write(sheet, row, LabelColumn, term);
            Write(sheet, row++, ValueColumn, means);
        }

        return row;
    }

    private static int WriteYardstick(IXLWorksheet sheet, int row)
    {
        foreach (var (term, other, low, high) in Yardstick.Rows)
        {
            Write(sheet, row, LabelColumn, Yardstick.Band(low, high));
            Write(sheet, row, ValueColumn, term);
            Write(sheet, row++, NoteColumn, other);
        }

        return row;
    }

    private static int WriteHeading(IXLWorksheet sheet, int row, string text, Theme theme)
    {
        var cell = sheet.Cell(row + 1, LabelColumn);
        cell.SetValue(text);
        cell.Style.Font.Bold = true;
        cell.Style.Font.FontColor = Palette.Of(theme.Accent);
        sheet.Range(row + 1, LabelColumn, row + 1, NoteColumn).Style.Border.BottomBorder = XLBorderStyleValues.Thin;
        return row + 2;
    }

    private static void Write(IXLWorksheet sheet, int row, int column, string text)
    {
        if (text.Length > 0)
        {
            CellWriter.WriteText(sheet.Cell(row, column), text);
        }
    }
}
