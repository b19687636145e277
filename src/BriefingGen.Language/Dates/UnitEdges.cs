namespace BriefingGen.Language.Dates;

/// <summary>Ends and beginnings: "the end of the week", "the start of March", "the beginning of 2023", "year's end".</summary>
internal static class UnitEdges
{
    /// <summary>The expression at <paramref name="at"/>: the index behind it and what it means, or null.</summary>
    public static (int End, Period Period)? Match(DateContext words, int at, DateOnly reference)
    {
        // "by year's end", "by the month's end"
        if (words.IsOneOf(at, "year month week"))
        {
            var name = words.IsPossessive(at + 1) || words.Is(at + 1, "-") ? at + 2 : at + 1;
            return name > at + 1 && words.Is(name, "end") && Whole(words, at, 0, reference) is { } unit
                ? Found(name + 1, Last(unit))
                : null;
        }

        if (!words.IsOneOf(at, "end start beginning middle") || !words.Is(at + 1, "of"))
        {
            return null;
        }

        if (Named(words, at + 2, reference) is not var (end, whole))
        {
            return null;
        }

        return words.Is(at, "end") ? Found(end, Last(whole))
            : words.Is(at, "middle") ? (end, whole)
            : Found(end, First(whole));
    }

    private static (int End, Period Whole)? Named(DateContext words, int at, DateOnly reference)
    {
        if (words.IsOneOf(at, "the this next last") && DateWords.Unit(words[at + 1]) is not null)
        {
            // "the end of the week" is of this one; "the end of the year of protests" of another.
            var count =
                words.Is(at, "next") ? 1
                : words.Is(at, "last") ? -1
                : 0;
            return !words.Is(at + 2, "of") && Whole(words, at + 1, count, reference) is { } unit
                ? (at + 2, unit)
                : null;
        }

        return
            CalendarUnits.Match(words, at, isSecond: DateWords.Month(words[at]) > 0 || DateWords.Year(words[at]) > 0)
                is var (end, whole)
            && whole.Precision is DatePrecision.Month or DatePrecision.Year
            ? (end, whole)
            : null;
    }

    private static Period? Whole(DateContext words, int unitAt, int count, DateOnly reference) =>
        DateWords.Unit(words[unitAt]) is { } unit and (TimeUnit.Week or TimeUnit.Month or TimeUnit.Year)
            ? RelativeUnits.Counted(reference, unit, count)
            : null;

    private static Period? Last(Period whole) => Period.Range(whole.To, -Length(whole), 0);

    private static Period? First(Period whole) => Period.Range(whole.From, 0, Length(whole));

    // The last three days of a week, seven of a month, and a year's last month, less one.
    private static int Length(Period whole) =>
        whole.Precision switch
        {
            DatePrecision.Week => 2,
            DatePrecision.Month => 6,
            _ => 30,
        };

    private static (int, Period)? Found(int end, Period? period) => period is { } found ? (end, found) : null;
}
