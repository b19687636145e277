namespace BriefingGen.Language.Dates;

/// <summary>Dates that name a day, month or year of the calendar: "March 10", "3-5 May", "in 2014", "2022-03-10".</summary>
internal static class CalendarDates
{
    // A date without a year that lies farther back than this is more likely to come.
    private const int LongestLookBack = 270;

    /// <summary>The expression at <paramref name="at"/>: the index behind it and what it means, or null.</summary>
    public static (int End, Period Period)? Match(DateContext words, int at)
    {
        var start = DateWords.Weekday(words[at]) > 0 ? Skip(words, at + 1, ",") : at;
        var day = Numeric(words[start]) is { } period
            ? (start + 1, period)
            : MonthFirst(words, start) ?? DayFirst(words, start);
        if (day is not null || start != at)
        {
            return day;
        }

        return MonthAlone(words, at) ?? YearAlone(words, at) ?? Decade(words, at);
    }

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
    private static (int, Period)? MonthFirst(DateContext words, int at)
    {
        var month = DateWords.Month(words[at]);
        if (month == 0)
        {
            return null;
        }

        var next = Skip(words, at + 1, "the");
        var day = DateWords.DayOfMonth(words[next]);
        if (day == 0 || words.IsOneOf(next + 1, "% per percent million billion"))
        {
            return null;
        }

        var end = next + 1;
        var last = day;
        if (
            IsThrough(words, end)
            && DateWords.DayOfMonth(words[end + 1]) is > 0 and var to
            && to > day
            && DateWords.Month(words[end + 2]) == 0
        )
        {
            (last, end) = (to, end + 2);
        }

        return WithYear(words, at, end, month, day, last);
    }

    // "10 March 2022", "the 10th of March", "3-5 May", "3 to 5 May".
    private static (int, Period)? DayFirst(DateContext words, int at)
    {
        var day = DateWords.DayOfMonth(words[at]);
        if (day == 0)
        {
            return null;
        }

        var next = at + 1;
        var last = day;
        var joined = IsThrough(words, next) || (words.Is(next, "and") && words.Is(at - 1, "between"));
        if (joined && DateWords.DayOfMonth(words[next + 1]) is > 0 and var to && to > day)
        {
            (last, next) = (to, next + 2);
        }

        var name = Skip(words, next, "of");
        var month = DateWords.Month(words[name]);
        return month == 0 ? null : WithYear(words, at, name + 1, month, day, last);
    }

    private static (int, Period)? WithYear(DateContext words, int first, int end, int month, int day, int last)
    {
        var at = Skip(words, end, ",");
        at = Skip(words, at, "of");
        var year = DateWords.Year(words[at]);
        if (year > 0)
        {
            end = at + 1;
        }
        else if (words.Reference is { } reference)
        {
            year = NearestYear(reference, month, day, words.LooksAhead(first, end));
        }

        if (Period.Day(year, month, day) is not { } from || Period.Day(year, month, last) is not { } to)
        {
            return null;
        }

        return day == last ? (end, from)
            : Period.Range(from.From, to.To) is { } range ? (end, range)
            : null;
    }

    // The year in which a date without one most likely lies: just past, or the next to come.
    private static int NearestYear(DateOnly reference, int month, int day, bool ahead)
    {
        var here = (month * 31) + day;
        var today = (reference.Month * 31) + reference.Day;
        if (ahead)
        {
            return here >= today ? reference.Year : reference.Year + 1;
        }

        var past = here <= today ? reference.Year : reference.Year - 1;
        var distance = ((reference.Year - past) * 372) + today - here;
        return distance <= LongestLookBack ? past : past + 1;
    }

    private static (int, Period)? MonthAlone(DateContext words, int at)
    {
        var word = words[at];
        var month = word.StartsWith("mid-", StringComparison.OrdinalIgnoreCase)
            ? DateWords.Month(word[4..])
            : DateWords.Month(word);
        if (month == 0)
        {
            return null;
        }

        var next = Skip(words, Skip(words, at + 1, ","), "of");
        if (DateWords.Year(words[next]) is > 0 and var year)
        {
            return Period.Month(year, month) is { } dated ? (next + 1, dated) : null;
        }

        // "May" and "March" are words of their own, and months are first names and titles of papers.
        var isLed = words.IsOneOf(
            at - 1,
            "in since by until till from during of early late last next this before after through mid between to"
        );
        if ((!isLed && word is not ['m', ..] and not ['M', 'i', 'd', ..]) || words.Reference is not { } reference)
        {
            return null;
        }

        var ahead = words.Is(at - 1, "next") || (!words.Is(at - 1, "last") && words.LooksAhead(at, at + 1));
        var found = words.Is(at - 1, "this")
            ? reference.Year
            : MonthYear(reference, month, ahead, words.Is(at - 1, "last"));
        return Period.Month(found, month) is { } period ? (at + 1, period) : null;
    }

    private static int MonthYear(DateOnly reference, int month, bool ahead, bool isLast)
    {
        if (isLast)
        {
            return month < reference.Month ? reference.Year : reference.Year - 1;
        }

        if (ahead)
        {
            return month >= reference.Month ? reference.Year : reference.Year + 1;
        }

        var past = month <= reference.Month ? reference.Year : reference.Year - 1;
        return ((reference.Year - past) * 12) + reference.Month - month <= 9 ? past : past + 1;
    }

    private static (int, Period)? YearAlone(DateContext words, int at)
    {
        var year = DateWords.Year(words[at]);
        if (year == 0)
        {
            return null;
        }

        var next = words[at + 1];
        var counts = !next.IsEmpty && char.IsLower(next[0]) && next[^1] == 's' && next.Length > 2;
        var isLed =
            words.IsOneOf(at - 1, "in since until till during early late before mid") || IsDatedThing(words, at);
        var isWeaklyLed = words.IsOneOf(at - 1, "of by from after to and through between");
        return (isLed || isWeaklyLed) && !(counts && !words.Is(at - 1, "in")) && Period.Year(year) is { } period
            ? (at + 1, period)
            : null;
    }

    // "the 2014 invasion"
    private static bool IsDatedThing(DateContext words, int at) =>
        words.IsOneOf(at - 1, "the its their his her a") && !words[at + 1].IsEmpty && char.IsLower(words[at + 1][0]);

    // "the 1990s"
    private static (int, Period)? Decade(DateContext words, int at)
    {
        var word = words[at];
        if (word.Length != 5 || word[4] != 's' || word[3] != '0' || DateWords.Year(word[..4]) is not (> 0 and var year))
        {
            return null;
        }

        return Period.Range(new DateOnly(year, 1, 1), new DateOnly(year + 9, 12, 31)) is { } decade
            ? (at + 1, decade)
            : null;
    }

    private static bool IsThrough(DateContext words, int at) => words.IsOneOf(at, "- – — to through until till");

    private static int Skip(DateContext words, int at, string word) => words.Is(at, word) ? at + 1 : at;
}
