using ClosedXML.Excel;

namespace BriefingGen.Rendering.Excel;

/// <summary>The lists to choose from: a hidden sheet with a named range each.</summary>
internal static class Choices
{
    /// <summary>Name of the review states' range.</summary>
    public const string Status = "ListStatus";

    /// <summary>Name of the review decisions' range.</summary>
    public const string Decision = "ListDecision";

    /// <summary>Name of the source grades' range.</summary>
    public const string Grade = "ListGrade";

    /// <summary>What every record starts with.</summary>
    public const string Unreviewed = "unreviewed";

    /// <summary>The Admiralty letter for a source whose reliability nobody has judged.</summary>
    public const string Ungraded = "F";

    private static readonly (string Name, string[] Values)[] Lists =
    [
        (Status, [Unreviewed, "accepted", "rejected", "in question"]),
        (Decision, ["accept", "reject", "edit actor", "edit wording", "merge"]),
        (Grade, ["A", "B", "C", "D", "E", Ungraded]),
    ];

    /// <summary>Adds the hidden sheet.</summary>
    public static void Add(XLWorkbook book)
    {
        var sheet = book.Worksheets.Add("Lists");
        for (var c = 0; c < Lists.Length; c++)
        {
            var (name, values) = Lists[c];
            CellWriter.Format(sheet.Column(c + 1), 18, ColumnKind.Text);
            sheet.Cell(1, c + 1).SetValue(name);
            for (var r = 0; r < values.Length; r++)
            {
                sheet.Cell(r + 2, c + 1).SetValue(values[r]);
            }

            book.NamedRanges.Add(name, sheet.Range(2, c + 1, values.Length + 1, c + 1));
        }

        sheet.Visibility = XLWorksheetVisibility.Hidden;
    }

    /// <summary>Lets cells be filled from a list only, and shows their state by colour besides the word.</summary>
    public static void Offer(IXLRange range, string list)
    {
        var validation = range.SetDataValidation();
        validation.List("=" + list, inCellDropdown: true);
        validation.IgnoreBlanks = true;
        validation.ErrorStyle = XLErrorStyle.Stop;
        validation.ErrorTitle = "Not in the list";
        validation.ErrorMessage = "Choose one of the values of the list.";
        if (list != Status)
        {
            return;
        }

        // Blue and orange are told apart by colour-blind eyes, and the word stands in the cell.
        range.AddConditionalFormat().WhenEquals("accepted").Fill.SetBackgroundColor(XLColor.FromHtml("#CFE2F3"));
        range.AddConditionalFormat().WhenEquals("rejected").Fill.SetBackgroundColor(XLColor.FromHtml("#FCE0C4"));
        range.AddConditionalFormat().WhenEquals("in question").Fill.SetBackgroundColor(XLColor.FromHtml("#FFF4CC"));
    }
}
