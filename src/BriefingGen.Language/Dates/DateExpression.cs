using System.Globalization;

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
public readonly record struct DateExpression(int First, int End, DateOnly From, DateOnly To, DatePrecision Precision)
{
    /// <summary>
    /// The value in ISO 8601, as coarse as it is known: <c>2022-03-10</c>, <c>2022-W10</c>, <c>2022-03</c>, <c>2022</c>;
    /// an interval <c>2022-03-07/2022-03-12</c> for a range, and where only a part of the unit is meant.
    /// </summary>
    public string ToIso8601()
    {
        var culture = CultureInfo.InvariantCulture;
        var whole = Precision switch
        {
            DatePrecision.Day => Period.Day(From),
            DatePrecision.Week => Period.Week(From),
            DatePrecision.Month => Period.Month(From),
            DatePrecision.Year => Period.Year(From.Year),
            _ => null,
        };
        if (whole is not { } unit || unit.From != From || unit.To != To)
        {
            return string.Create(culture, $"{From:yyyy-MM-dd}/{To:yyyy-MM-dd}");
        }

        return Precision switch
        {
            DatePrecision.Day => From.ToString("yyyy-MM-dd", culture),
            DatePrecision.Week => string.Create(
                culture,
                $"{ISOWeek.GetYear(From.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(From.ToDateTime(default)):00}"
            ),
            DatePrecision.Month => From.ToString("yyyy-MM", culture),
            _ => From.ToString("yyyy", culture),
        };
    }
}
