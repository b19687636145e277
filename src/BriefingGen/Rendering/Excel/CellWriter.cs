using ClosedXML.Excel;

namespace BriefingGen.Rendering.Excel;

/// <summary>Writes typed values; no text is ever taken for a formula, a number or a date.</summary>
internal static class CellWriter
{
    private const string DayFormat = "yyyy-mm-dd";

    /// <summary>Formats a column.</summary>
    public static void Format(IXLColumn column, double width, ColumnKind kind)
    {
        column.Width = width;
        var style = column.Style;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        switch (kind)
        {
            case ColumnKind.Quote:
                style.Alignment.WrapText = true;
                break;
            case ColumnKind.Id:
                style.NumberFormat.Format = "@";
                break;
            case ColumnKind.Day:
                style.NumberFormat.Format = DayFormat;
                style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
                break;
            case ColumnKind.Count:
                style.NumberFormat.Format = "0";
                break;
            case ColumnKind.Score:
                style.NumberFormat.Format = "0.00";
                break;
            default:
                break;
        }
    }

    /// <summary>Writes a cell.</summary>
    public static void Write(IXLCell cell, Cell value)
    {
        if (value.Day is { } day)
        {
            cell.SetValue(day.ToDateTime(TimeOnly.MinValue));
        }
        else if (value.Number is { } number)
        {
            cell.SetValue(number);
        }
        else if (value.Text is { Length: > 0 } text)
        {
            WriteText(cell, text);
        }

        if (value.Address is { } address)
        {
            cell.Hyperlink = new XLHyperlink(new Uri(address.AbsoluteUri));
        }
        else if (value.Place is { } place)
        {
            cell.Hyperlink = new XLHyperlink(place);
        }
    }

    /// <summary>Writes text as text.</summary>
    public static void WriteText(IXLCell cell, string text)
    {
        var wraps = cell.Style.Alignment.WrapText;
        cell.SetValue<string>(text);
        if (cell.Style.Alignment.WrapText != wraps)
        {
            cell.Style.Alignment.WrapText = wraps;
        }

        if (text[0] is '=' or '+' or '-' or '@')
        {
            // The value is text already; the mark keeps it so when somebody edits the cell.
            cell.Style.IncludeQuotePrefix = true;
        }
    }
}
