using System.Globalization;

namespace BriefingGen.Rendering.Excel;

/// <summary>
/// Writes the rows of a sheet straight into its part: nothing of a row is kept but where its links lead. Texts go to the
/// workbook's shared strings, so that nothing here needs an escape.
/// </summary>
internal sealed class SheetWriter(string name, TextWriter xml, StyleSheet styles, SharedStrings strings)
{
    /// <summary>Rows that a sheet can hold.</summary>
    public const int MaxRows = 1_048_576;

    /// <summary>Links that a sheet can hold; Excel mends a file with more by taking all of them out.</summary>
    public const int MaxLinks = 65_530;

    // Excel counts days as if 1900 had had a 29 February: before March its days are not the calendar's.
    private static readonly DateOnly s_firstDay = new(1900, 3, 1);
    private static readonly DateOnly s_zero = new(1899, 12, 30);

    private readonly List<(string Cell, Cell Target)> _links = [];
    private readonly List<string> _columns = [];
    private bool _isOpen;

    /// <summary>The sheet's name.</summary>
    public string Name => name;

    /// <summary>The row that is written; 0 before the first.</summary>
    public int Row { get; private set; }

    /// <summary>Cells that lead somewhere.</summary>
    public IReadOnlyList<(string Cell, Cell Target)> Links => _links;

    /// <summary>How many cells would have led somewhere, had the sheet held more links.</summary>
    public int LinksLeftOut { get; private set; }

    /// <summary>Begins the next row.</summary>
    /// <param name="height">In points; null for the usual height.</param>
    public void Next(double? height = null)
    {
        End();
        Row++;
        xml.Write("<row r=\"");
        xml.Write(Row);
        if (height is { } points)
        {
            xml.Write("\" ht=\"");
            xml.Write(Number(points));
            xml.Write("\" customHeight=\"1");
        }

        xml.Write("\">");
        _isOpen = true;
    }

    /// <summary>Writes a cell of the row; columns go from left to right. What the format cannot hold is written as text.</summary>
    /// <param name="column">From 1.</param>
    /// <param name="value">What stands in it.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="isFilled">True to write a cell without content, for its look.</param>
    public void Write(int column, Cell value, CellStyle style, bool isFilled = false)
    {
        var text = TextOf(value);
        if (text is null && value.Day is null && value.Number is null && !isFilled)
        {
            return;
        }

        var isLink = IsLink(column, value);
        // The value is text already; the mark keeps it so when somebody edits the cell.
        var isQuoted = text is ['=' or '+' or '-' or '@', ..];
        xml.Write("<c r=\"");
        xml.Write(Letters(column));
        xml.Write(Row);
        xml.Write("\" s=\"");
        xml.Write(styles.Of(isLink || isQuoted ? style with { IsLink = isLink, IsQuoted = isQuoted } : style));
        if (text is not null)
        {
            xml.Write("\" t=\"s\"><v>");
            xml.Write(strings.Of(text));
            xml.Write("</v></c>");
        }
        else if (Numeric(value) is { } number)
        {
            xml.Write("\"><v>");
            xml.Write(Number(number));
            xml.Write("</v></c>");
        }
        else
        {
            xml.Write("\"/>");
        }
    }

    /// <summary>Ends the last row.</summary>
    public void End()
    {
        if (_isOpen)
        {
            xml.Write("</row>");
            _isOpen = false;
        }
    }

    private static string? TextOf(Cell value) =>
        value.Day is { } day
            ? day < s_firstDay
                ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : null
            : value.Number is { } number
                ? double.IsFinite(number)
                    ? null
                    : Number(number)
                : value.Text is { Length: > 0 } text
                    ? text
                    : null;

    private static double? Numeric(Cell value) =>
        value.Day is { } day ? day.DayNumber - s_zero.DayNumber : value.Number;

    private bool IsLink(int column, Cell value)
    {
        if (value.Place is null && value.Address is null)
        {
            return false;
        }

        if (_links.Count == MaxLinks)
        {
            LinksLeftOut++;
            return false;
        }

        _links.Add((Names.Address(column, Row), value));
        return true;
    }

    private string Letters(int column)
    {
        while (_columns.Count < column)
        {
            _columns.Add(Names.Column(_columns.Count + 1));
        }

        return _columns[column - 1];
    }

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
