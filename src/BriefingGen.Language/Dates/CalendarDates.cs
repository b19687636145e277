namespace BriefingGen.Language.Dates;

/// <summary>Days of the calendar: "March 10", "Thursday, 10 March 2022", "3-5 May", "2022-03-10".</summary>
internal static class CalendarDates
{
    // Months whose names are also first names, surnames or words: they need more around them than a preposition.
    private const string NameMonths = "may april june august";

    /// <summary>The expression at <paramref name="at"/>: the index behind it and what it means, or null.</summary>
    public static (int End, Period Period)? Match(DateContext words, int at, bool isSecond)
    {
        var weekday = DateWords.Weekday(words[at]);
        if (weekday == 0)
        {
            return Numeric(words[at]) is { } numeric
                ? (at + 1, numeric)
                : MonthFirst(words, at, 0)
                    ?? DayFirst(words, at, 0)
                    ?? OrdinalDays.Match(words, at)
                    ?? CalendarUnits.Match(words, at, isSecond);
        }

        // "Thursday, March 10", "Thursday the 10th of March", "Thursday (March 10)"
        var start = words.Skip(words.Skip(at + 1, ","), "the");
        var isBracketed = words.Is(start, "(");
        start = isBracketed ? start + 1 : start;
        var found = Numeric(words[start]) is { } period
            ? (start + 1, period)
            : MonthFirst(words, start, weekday) ?? DayFirst(words, start, weekday);
        if (found is not { } day || (isBracketed && !words.Is(day.Item1, ")")))
        {
            return null;
        }

        return isBracketed ? (day.Item1 + 1, day.Item2) : day;
    }

    /// <summary>True where the month's name is also a name or a verb.</summary>
    public static bool IsNameMonth(DateContext words, int at) => words.IsOneOf(at, NameMonths);

    // "2022-03-10", "2022/03/10", "10.3.2022", "3/25/2022" where only one order is possible.
    private static Period? Numeric(ReadOnlySpan<char> word)
    {
        if (word.Length is < 8 or > 10 || !char.IsAsciiDigit(word[0]))
        {
            return null;
        }

        Span<Range> parts = stackalloc Range[4];
        var mark = word.IndexOfAny('-', '/', '.');
        if (mark < 0 || word.Split(parts, word[mark]) != 3)
        {
            return null;
        }

        var (a, b, c) = (
            DateWords.Integer(word[parts[0]]),
            DateWords.Integer(word[parts[1]]),
            DateWords.Integer(word[parts[2]])
        );
        if (parts[0].End.Value - parts[0].Start.Value == 4)
        {
            return Period.Day(a, b, c);
        }

        if (word.Length - parts[2].Start.Value != 4)
        {
            return null;
        }

        // Day or month first is a matter of country: only what can be read one way is read.
        var isDayFirst = a > 12 || word[mark] == '.';
        return isDayFirst ? Period.Day(c, b, a)
            : b > 12 || a == b ? Period.Day(c, a, b)
            : null;
    }

    // "March 10", "March 10-12, 2022", "March 28 to April 2" (its second date is joined later).
    private static (int, Period)? MonthFirst(DateContext words, int at, int weekday)
    {
        var month = DateWords.Month(words[at]);
        if (month == 0)
        {
            return null;
        }

        var next = words.Skip(at + 1, "the");
        var day = DateWords.DayOfMonth(words[next]);
        if (day == 0 || words.IsOneOf(next + 1, "% per percent million billion") || IsCount(words, at, next))
        {
            return null;
        }

        var end = next + 1;
        var last = LastDay(words, at, ref end, day);
        return WithYear(words, at, end, new Days(month, day, last, weekday));
    }

    // "In March 20 soldiers died": a day is "on March 20". "May first said so": Ms May did.
    private static bool IsCount(DateContext words, int month, int day) =>
        (words.Is(month - 1, "in") && words.IsCounted(day + 1))
        || (
            !char.IsAsciiDigit(words[day][0])
            && day == month + 1
            && IsNameMonth(words, month)
            && !words.IsOneOf(month - 1, "on since by until before from after")
        );

    // "10 March 2022", "the 10th of March", "3-5 May", "3 to 5 May", "10-Mar-2022".
    private static (int, Period)? DayFirst(DateContext words, int at, int weekday)
    {
        var day = DateWords.DayOfMonth(words[at]);
        if (day == 0 || (words.Is(at - 1, "-") && words[at - 2] is [.., var before] && char.IsLetter(before)))
        {
            return null;
        }

        var next = at + 1;
        var last = LastDay(words, at, ref next, day);
        var name = words.Skip(next, "of");
        if (name == next && !char.IsAsciiDigit(words[at][0]))
        {
            // "the third of March" has its "of"; "the third May government" has none.
            return null;
        }

        if (words.Is(next, "-") && DateWords.Month(words[next + 1]) > 0)
        {
            name = next + 1;
        }

        var month = DateWords.Month(words[name]);
        return month == 0 ? null : WithYear(words, at, name + 1, new Days(month, day, last, weekday));
    }

    // The second of two days of one month, and what stands behind it; else the first.
    private static int LastDay(DateContext words, int at, ref int end, int day)
    {
        var joined = words.IsOneOf(end, "- – — to through until till");
        var isPair = words.Is(end, "and");
        if (!(joined || isPair) || DateWords.DayOfMonth(words[end + 1]) is not (> 0 and var to) || to <= day)
        {
            return day;
        }

        // "on 10 and 11 March" is a stretch, "on 10 and 15 March" is not; a count may stand behind "March 10 and".
        var isStretch = joined || words.Is(at - 1, "between") || to == day + 1;
        if (
            !isStretch
            || DateWords.Month(words[end + 2]) > 0 && DateWords.Month(words[at]) > 0
            || words.IsCounted(end + 2)
        )
        {
            return day;
        }

        end += 2;
        return to;
    }

    private static (int, Period)? WithYear(DateContext words, int first, int end, Days days)
    {
        int year;
        if (CalendarUnits.YearBehind(words, end) is var (given, behind))
        {
            (year, end) = (given, behind);
        }
        else if (words.Reference is { } reference)
        {
            year = YearOf(reference, days, words.LooksAhead(first, end));
        }
        else
        {
            return null;
        }

        if (
            Period.Day(year, days.Month, days.First) is not { } from
            || Period.Day(year, days.Month, days.Last) is not { } to
        )
        {
            return null;
        }

        return days.First == days.Last ? (end, from)
            : Period.Range(from.From, to.To) is { } range ? (end, range)
            : null;
    }

    // A day of the week that is named with the date says which year is meant.
    private static int YearOf(DateOnly reference, Days days, bool ahead)
    {
        var nearest = NearestYear.Of(reference, days.Month, days.First, ahead);
        if (days.Weekday == 0)
        {
            return nearest;
        }

        foreach (var year in (ReadOnlySpan<int>)[nearest, reference.Year, reference.Year - 1, reference.Year + 1])
        {
            if (Period.Day(year, days.Month, days.First) is { } day && Period.IsoDay(day.From) == days.Weekday)
            {
                return year;
            }
        }

        return nearest;
    }

    private readonly record struct Days(int Month, int First, int Last, int Weekday);
}
