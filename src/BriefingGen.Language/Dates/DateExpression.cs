namespace BriefingGen.Language.Dates;

/// <summary>How much of a date is known.</summary>
public enum DatePrecision
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>An ISO week, Monday to Sunday, or the part of it up to the reference date ("this week").</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>A stretch with two known ends ("in recent days", "from 3 to 5 May").</summary>
    Range,
}

/// <summary>A date expression resolved against the article's date. Both ends are inclusive.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, not before <paramref name="From"/>.</param>
/// <param name="Precision">How much is known.</param>
public readonly record struct DateExpression(int First, int End, DateOnly From, DateOnly To, DatePrecision Precision);
