namespace BriefingGen.Rendering.Excel;

/// <summary>How a column is formatted.</summary>
internal enum ColumnKind
{
    /// <summary>Text on one line.</summary>
    Text,

    /// <summary>An id: text whatever it looks like.</summary>
    Id,

    /// <summary>Text that wraps.</summary>
    Quote,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A number with two decimals.</summary>
    Score,
}

/// <summary>A column of a table.</summary>
/// <param name="Header">Unique in its table, ASCII, without spaces.</param>
/// <param name="Width">In characters of the standard font, the filter's arrow included.</param>
/// <param name="Kind">How it is formatted.</param>
/// <param name="Value">What stands in a row.</param>
/// <param name="List">Name of the range with the values to choose from; null for free input.</param>
internal sealed record Column<TRow>(
    string Header,
    double Width,
    ColumnKind Kind,
    Func<TRow, Cell> Value,
    string? List = null
);
