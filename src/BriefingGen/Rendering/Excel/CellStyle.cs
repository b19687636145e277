namespace BriefingGen.Rendering.Excel;

/// <summary>The lines around a cell.</summary>
internal enum CellLines
{
    /// <summary>None.</summary>
    None,

    /// <summary>One below it.</summary>
    Below,

    /// <summary>Hairlines to the right and below: cells side by side make a grid.</summary>
    Grid,
}

/// <summary>How a cell or a column looks. Equal styles are one style of the workbook.</summary>
/// <param name="Kind">Number format, wrapping, place in the cell.</param>
internal readonly record struct CellStyle(ColumnKind Kind)
{
    /// <summary>Bold letters.</summary>
    public bool IsBold { get; init; }

    /// <summary>Size of the letters in points; 0 for the usual size.</summary>
    public int Size { get; init; }

    /// <summary>Colour of the letters, hexadecimal; null for black.</summary>
    public string? Color { get; init; }

    /// <summary>Colour behind them, hexadecimal; null for none.</summary>
    public string? Fill { get; init; }

    /// <summary>The lines around it.</summary>
    public CellLines Lines { get; init; }

    /// <summary>True where even numbers and dates stand at the left.</summary>
    public bool IsLeft { get; init; }

    /// <summary>True for a cell that leads somewhere.</summary>
    public bool IsLink { get; init; }

    /// <summary>True for text that would be taken for a formula when somebody edits it.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>The header of a table: white on the accent's colour.</summary>
    public static CellStyle Header(string accent) =>
        new(ColumnKind.Id)
        {
            IsBold = true,
            Color = "FFFFFF",
            Fill = accent,
        };
}
