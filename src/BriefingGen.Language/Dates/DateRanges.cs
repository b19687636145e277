namespace BriefingGen.Language.Dates;

/// <summary>Two dates that bound one stretch: "from Monday to Thursday", "between 2014 and 2022", "March 28 – April 2".</summary>
internal static class DateRanges
{
    // A date that was moved from one day to another is no stretch of time.
    private const string Moves =
        "moved moves move moving postponed delayed rescheduled shifted brought pushed changed put";
    private const int MoveReach = 8;

    /// <summary>The stretch that the date from <paramref name="first"/> to <paramref name="end"/> opens, or that date.</summary>
    public static (int End, Period Period) Joined(DateContext words, int first, int end, Period period)
    {
        var isFramed = words.IsOneOf(first - 1, "from between since");
        var isJoint =
            words.IsOneOf(end, "to through until till - – —")
            || (words.Is(end, "and") && words.Is(first - 1, "between"));
        if (!isJoint || period.Precision == DatePrecision.Range || IsMove(words, first))
        {
            return (end, period);
        }

        var start = words.Is(end + 1, "the") ? end + 2 : end + 1;
        if (
            EnglishDates.Match(words, start, isSecond: true) is not { } second
            || (second.Period.Precision != period.Precision && !isFramed)
            || second.Period.Precision == DatePrecision.Range
        )
        {
            return (end, period);
        }

        var (from, to) = Aligned(words, first, end, period, second.End, second.Period);
        return Period.Range(from.From, to.To) is { } range ? (second.End, range) : (end, period);
    }

    private static bool IsMove(DateContext words, int first)
    {
        for (var i = first - 1; words.Is(first - 1, "from") && i >= first - MoveReach; i--)
        {
            if (words.IsOneOf(i, Moves))
            {
                return true;
            }
        }

        return false;
    }

    // "from May to July 2021" has one year for both; "from Thursday to Monday" goes forward.
    private static (Period From, Period To) Aligned(
        DateContext words,
        int first,
        int end,
        Period from,
        int secondEnd,
        Period to
    )
    {
        var isDated = DateWords.Year(words[end - 1]) > 0;
        if (
            from.Precision is DatePrecision.Day or DatePrecision.Month
            && !isDated
            && DateWords.Year(words[secondEnd - 1]) > 0
        )
        {
            from = from.InYear(to.From.Year) ?? from;
            return from.From > to.To ? (from.InYear(to.From.Year - 1) ?? from, to) : (from, to);
        }

        if (isDated || from.From <= to.To)
        {
            return (from, to);
        }

        var ahead = words.LooksAhead(first, secondEnd);
        if (DateWords.Weekday(words[first]) > 0 && DateWords.Month(words[end - 1]) == 0)
        {
            return ahead ? (from, Period.Day(to.From, 7) ?? to) : (Period.Day(from.From, -7) ?? from, to);
        }

        return ahead ? (from, to.InYear(to.From.Year + 1) ?? to) : (from.InYear(from.From.Year - 1) ?? from, to);
    }
}
