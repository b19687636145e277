namespace BriefingGen.Language.Dates;

/// <summary>Days from one to another, both inclusive, and how much is known.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, not before <paramref name="From"/>.</param>
/// <param name="Precision">How much is known.</param>
internal readonly record struct Period(DateOnly From, DateOnly To, DatePrecision Precision)
{
    /// <summary>One day, counted from another; null beyond the calendar's ends.</summary>
    public static Period? Day(DateOnly day, int offset = 0) =>
        Shift(day, offset) is { } at ? new Period(at, at, DatePrecision.Day) : null;

    /// <summary>One day of a month; null where there is no such day.</summary>
    public static Period? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Day(new DateOnly(year, month, day))
            : null;

    /// <summary>The ISO week that lies <paramref name="weeks"/> after the one of <paramref name="day"/>.</summary>
    public static Period? Week(DateOnly day, int weeks = 0) =>
        Shift(day, (7 * weeks) - IsoDay(day) + 1) is { } monday && Shift(monday, 6) is { } sunday
            ? new Period(monday, sunday, DatePrecision.Week)
            : null;

    /// <summary>The month that lies <paramref name="months"/> after the one of <paramref name="day"/>.</summary>
    public static Period? Month(DateOnly day, int months = 0)
    {
        var index = (day.Year * 12L) + day.Month - 1 + months;
        return Month((int)Math.Clamp(index / 12, 0, 10_000), (int)(index % 12) + 1);
    }

    /// <summary>A month; null where there is no such one.</summary>
    public static Period? Month(int year, int month) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12
            ? new Period(
                new DateOnly(year, month, 1),
                new DateOnly(year, month, DateTime.DaysInMonth(year, month)),
                DatePrecision.Month
            )
            : null;

    /// <summary>A year; null beyond the calendar.</summary>
    public static Period? Year(int year) =>
        year is >= 1 and <= 9999
            ? new Period(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year)
            : null;

    /// <summary>Whole months of a year, both inclusive; the second may lie in the year after.</summary>
    public static Period? Months(int year, int first, int last) =>
        Month(year, first) is { } from && Month(last < first ? year + 1 : year, last) is { } to
            ? Range(from.From, to.To)
            : null;

    /// <summary>The same day or month of another year; null where that has no such day.</summary>
    public Period? InYear(int year) =>
        Precision == DatePrecision.Month ? Month(year, From.Month) : Day(year, From.Month, From.Day);

    /// <summary>A stretch between two offsets in days from a day.</summary>
    public static Period? Range(DateOnly day, int from, int to) =>
        Shift(day, from) is { } first && Shift(day, to) is { } last ? Range(first, last) : null;

    /// <summary>A stretch between two days; null where the second lies before the first.</summary>
    public static Period? Range(DateOnly from, DateOnly to) =>
        to >= from ? new Period(from, to, DatePrecision.Range) : null;

    /// <summary>Monday is 1, Sunday 7.</summary>
    public static int IsoDay(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private static DateOnly? Shift(DateOnly day, int days)
    {
        var number = (long)day.DayNumber + days;
        return number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
    }
}
