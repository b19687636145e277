using System.Collections.Immutable;

namespace BriefingGen.Rendering.Excel;

/// <summary>A sheet: what is known of it before its rows are written.</summary>
/// <param name="Name">At most 31 characters, letters and digits, so that it needs no quotation in a formula.</param>
/// <param name="Columns">Width in characters of the standard font, and style, of each column.</param>
/// <param name="Rows">Writes its rows, top down.</param>
internal sealed record Sheet(
    string Name,
    ImmutableArray<(double Width, CellStyle Style)> Columns,
    Action<SheetWriter> Rows
)
{
    /// <summary>Its table; null where it holds none.</summary>
    public SheetTable? Table { get; init; }

    /// <summary>True where first row and first column stay in sight.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>False where the lines between cells are not shown.</summary>
    public bool ShowsLines { get; init; } = true;

    /// <summary>True where the sheet is there for programs only.</summary>
    public bool IsHidden { get; init; }

    /// <summary>How it prints; null where nobody prints it.</summary>
    public PrintSetup? Print { get; init; }

    /// <summary>Columns of its table that are filled from a list, with the list's name.</summary>
    public ImmutableArray<(int Column, string List)> Lists { get; init; } = [];
}

/// <summary>A table that fills a sheet from its first cell on.</summary>
/// <param name="Name">Unique in the workbook.</param>
/// <param name="Headers">Its headers, unique in it.</param>
/// <param name="LastRow">Row of its last record.</param>
internal sealed record SheetTable(string Name, ImmutableArray<string> Headers, int LastRow)
{
    /// <summary>The cells that it fills.</summary>
    public string Range => $"A1:{Names.Address(Headers.Length, LastRow)}";
}
