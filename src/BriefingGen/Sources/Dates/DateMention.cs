namespace BriefingGen.Sources.Dates;

/// <summary>A day that a text states.</summary>
/// <param name="Start">Where its words begin.</param>
/// <param name="End">Where they end, exclusive.</param>
/// <param name="Day">The day; read with the day before the month where the words leave that open.</param>
/// <param name="MonthFirst">The other reading of such words (05/11/2026); null where they have one only.</param>
/// <param name="IsNumeric">True where day and month are both figures and the year stands behind them.</param>
internal readonly record struct DateMention(int Start, int End, DateOnly Day, DateOnly? MonthFirst, bool IsNumeric)
{
    /// <summary>True where the words name two days, and nothing says which.</summary>
    public bool IsAmbiguous => MonthFirst is not null;
}
