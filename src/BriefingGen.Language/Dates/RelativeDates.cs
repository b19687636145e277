namespace BriefingGen.Language.Dates;

/// <summary>
/// Dates that count from the article's date: "Thursday", "yesterday", "a week ago", "earlier this week". A count keeps
/// the precision of its unit, as HeidelTime and TimeML do: "a week ago" is the ISO week before.
/// </summary>
internal static class RelativeDates
{
    private const string Modifiers = "last next this past coming previous";

    /// <summary>The expression at <paramref name="at"/>: the index behind it and what it means, or null.</summary>
    public static (int End, Period Period)? Match(DateContext words, int at)
    {
        if (words.Reference is not { } reference)
        {
            return null;
        }

        return NamedDay(words, at, reference)
            ?? Weekday(words, at, reference)
            ?? Ago(words, at, reference)
            ?? Stretch(words, at, reference)
            ?? Unit(words, at, reference)
            ?? EndOf(words, at, reference)
            ?? InSome(words, at, reference);
    }

    private static (int, Period)? NamedDay(DateContext words, int at, DateOnly reference)
    {
        if (words.Is(at, "the") && words.Is(at + 1, "day") && words.IsOneOf(at + 2, "before after"))
        {
            return words.Is(at + 2, "before") && words.Is(at + 3, "yesterday")
                    ? Found(at + 4, Period.Day(reference, -2))
                : words.Is(at + 2, "after") && words.Is(at + 3, "tomorrow") ? Found(at + 4, Period.Day(reference, 2))
                : null;
        }

        // "USA Today" is a paper.
        if (words.Is(at, "today") && at > words.First && char.IsUpper(words[at][0]) && char.IsUpper(words[at - 1][0]))
        {
            return null;
        }

        if (words.IsOneOf(at, "today tonight") || (words.Is(at, "this") && IsPartOfDay(words, at + 1)))
        {
            return Found(words.Is(at, "this") ? at + 2 : at + 1, Period.Day(reference));
        }

        if (words.Is(at, "yesterday") || (words.Is(at, "last") && words.IsOneOf(at + 1, "night evening")))
        {
            return Found(words.Is(at, "last") ? at + 2 : PastPartOfDay(words, at + 1), Period.Day(reference, -1));
        }

        return words.Is(at, "tomorrow") ? Found(PastPartOfDay(words, at + 1), Period.Day(reference, 1)) : null;
    }

    private static (int, Period)? Weekday(DateContext words, int at, DateOnly reference)
    {
        var modified = words.IsOneOf(at, Modifiers);
        var name = modified ? at + 1 : at;
        var weekday = DateWords.Weekday(words[name]);
        if (weekday == 0 || IsTitle(words, name))
        {
            return null;
        }

        var today = Period.IsoDay(reference);
        var since = (today - weekday + 7) % 7;
        var end = PastPartOfDay(words, name + 1);
        var offset = modified switch
        {
            true when words.IsOneOf(at, "last past previous") => since == 0 ? -7 : -since,
            true when words.IsOneOf(at, "next coming") => since == 0 ? 7 : 7 - since,
            true => weekday - today,
            _ => since == 0 ? 0
            : words.LooksAhead(at, end) ? 7 - since
            : -since,
        };
        return Found(end, Period.Day(reference, offset));
    }

    // Papers and feasts: "the Sunday Times", "Good Friday".
    private static bool IsTitle(DateContext words, int at) =>
        words.IsOneOf(at + 1, "times telegraph herald mirror express post mail tribune independent")
        || words.IsOneOf(at - 1, "black good bloody super ash palm easter holy maundy news");

    // "two days ago", "a week ago", "a few weeks ago", "several months ago"
    private static (int, Period)? Ago(DateContext words, int at, DateOnly reference)
    {
        var (count, unitAt) = Count(words, at);
        if (DateWords.Unit(words[unitAt]) is not { } unit)
        {
            return null;
        }

        var vague = count == 0;
        if (words.Is(unitAt + 1, "ago"))
        {
            return vague
                ? VagueAgo(words, unitAt, unit, reference)
                : Found(unitAt + 2, Counted(reference, unit, -count));
        }

        return !vague && words.Is(unitAt + 1, "from") && words.IsOneOf(unitAt + 2, "now today")
            ? Found(unitAt + 3, Counted(reference, unit, count))
            : null;
    }

    // "a few weeks ago": between two and about five units back. "Years ago" alone is no date.
    private static (int, Period)? VagueAgo(DateContext words, int unitAt, TimeUnit unit, DateOnly reference)
    {
        var days = Days(unit);
        return
            words.IsOneOf(unitAt - 1, "few several couple") && unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month
            ? Found(unitAt + 2, Period.Range(reference, -5 * days, -2 * days))
            : null;
    }

    private static Period? Counted(DateOnly reference, TimeUnit unit, int count) =>
        unit switch
        {
            TimeUnit.Hour => Math.Abs(count) <= 48
                ? Period.Range(reference, count < 0 ? -(-count + 23) / 24 : 0, count < 0 ? 0 : (count + 23) / 24)
                : null,
            TimeUnit.Day => Period.Day(reference, count),
            TimeUnit.Week => Period.Week(reference, count),
            TimeUnit.Fortnight => Period.Week(reference, 2 * count),
            TimeUnit.Month => Period.Month(reference, count),
            _ => Period.Year(reference.Year + count),
        };

    // "recent days", "the past two weeks", "the coming days", "the last 48 hours"
    private static (int, Period)? Stretch(DateContext words, int at, DateOnly reference)
    {
        if (words.Is(at, "recent") && DateWords.Unit(words[at + 1]) is { } recent && words[at + 1][^1] == 's')
        {
            var back =
                recent is TimeUnit.Week ? 28
                : recent is TimeUnit.Month ? 91
                : 7 * Days(recent);
            return recent is TimeUnit.Year or TimeUnit.Hour ? null : Found(at + 2, Period.Range(reference, -back, 0));
        }

        if (!words.IsOneOf(at, "past last next coming following") || words.Is(at, "following"))
        {
            return null;
        }

        var isAhead = words.IsOneOf(at, "next coming");
        var (count, unitAt) = Count(words, at + 1);
        if (DateWords.Unit(words[unitAt]) is not { } unit)
        {
            return null;
        }

        var plural = words[unitAt][^1] == 's';
        var single = unitAt == at + 1;
        if (single && !plural && !words.IsOneOf(at, "past coming") && !words.Is(at - 1, "the"))
        {
            return null;
        }

        var span = Span(
            unit,
            single && plural
                ? Vague(unit)
                : Math.Max(
                    count,
                    single ? 1
                        : count == 0 ? 3
                        : count
                )
        );
        return Found(unitAt + 1, isAhead ? Period.Range(reference, 0, span) : Period.Range(reference, -span, 0));
    }

    private static int Vague(TimeUnit unit) =>
        unit == TimeUnit.Day ? 7
        : unit == TimeUnit.Hour ? 24
        : 3;

    private static int Span(TimeUnit unit, int count) =>
        unit == TimeUnit.Hour ? Math.Max(1, (count + 23) / 24) : Days(unit) * Math.Min(count, 999);

    // "this week", "earlier this month", "last year", "the weekend"
    private static (int, Period)? Unit(DateContext words, int at, DateOnly reference)
    {
        var side = words.IsOneOf(at, "earlier later") ? words[at] : default;
        var first =
            side.IsEmpty ? at
            : words.Is(at + 1, "in") ? at + 2
            : at + 1;
        var (isThis, isLast, isNext) = (
            words.Is(first, "this"),
            words.IsOneOf(first, "last previous"),
            words.IsOneOf(first, "next coming")
        );
        if (words.IsOneOf(first + 1, "weekend weekends") && (isThis || isLast || isNext || words.Is(first, "the")))
        {
            return words.Is(first + 1, "weekend") ? Weekend(words, first, isLast, isNext, reference) : null;
        }

        var isTheWeek = words.Is(first, "the") && !side.IsEmpty;
        if (
            !(isThis || isLast || isNext || isTheWeek)
            || DateWords.Unit(words[first + 1]) is not { } unit
            || words[first + 1][^1] == 's'
        )
        {
            return null;
        }

        if (unit is TimeUnit.Hour or TimeUnit.Day or TimeUnit.Fortnight)
        {
            return null;
        }

        var period = Counted(
            reference,
            unit,
            isLast ? -1
                : isNext ? 1
                : 0
        );
        return isThis || isTheWeek
            ? Found(first + 2, Part(words, period, side, at, reference))
            : Found(first + 2, period);
    }

    // "this week" ends today where it tells of the past; "later this week" begins today.
    private static Period? Part(DateContext words, Period? whole, ReadOnlySpan<char> side, int at, DateOnly reference)
    {
        if (whole is not { } period)
        {
            return null;
        }

        if (side.Equals("later", StringComparison.OrdinalIgnoreCase))
        {
            return period with { From = reference };
        }

        var past = !side.IsEmpty || (period.Precision == DatePrecision.Week && !words.LooksAhead(at, at + 2));
        return past ? period with { To = reference } : period;
    }

    private static (int, Period)? Weekend(DateContext words, int at, bool isLast, bool isNext, DateOnly reference)
    {
        var today = Period.IsoDay(reference);
        var saturday = today >= 6 ? 6 - today : -1 - today;
        var ahead = isNext || (!isLast && words.LooksAhead(at, at + 2));
        if (isNext || (ahead && today < 6))
        {
            saturday += 7;
        }
        else if (isLast && today >= 6)
        {
            saturday -= 7;
        }

        return Found(at + 2, Period.Range(reference, saturday, saturday + 1));
    }

    // "the end of the week": its last days.
    private static (int, Period)? EndOf(DateContext words, int at, DateOnly reference)
    {
        if (!words.Is(at, "end") || !words.Is(at + 1, "of") || !words.IsOneOf(at + 2, "the this next last"))
        {
            return null;
        }

        var unit = DateWords.Unit(words[at + 3]);
        var whole = unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year
            ? Counted(
                reference,
                unit.Value,
                words.Is(at + 2, "next") ? 1
                    : words.Is(at + 2, "last") ? -1
                    : 0
            )
            : null;
        return whole is { } period
            ? Found(
                at + 4,
                Period.Range(
                    period.To,
                    unit == TimeUnit.Week ? -2
                        : unit == TimeUnit.Month ? -6
                        : -30,
                    0
                )
            )
            : null;
    }

    // "in two weeks", "within 48 hours", where the sentence looks ahead
    private static (int, Period)? InSome(DateContext words, int at, DateOnly reference)
    {
        if (!words.IsOneOf(at, "in within"))
        {
            return null;
        }

        var (count, unitAt) = Count(words, at + 1);
        if (
            count == 0
            || DateWords.Unit(words[unitAt]) is not { } unit
            || !words.LooksAhead(at, unitAt + 1)
            || words.IsOneOf(unitAt + 1, "ago of 's ’s")
        )
        {
            return null;
        }

        return Found(
            unitAt + 1,
            words.Is(at, "within") ? Period.Range(reference, 0, Span(unit, count)) : Counted(reference, unit, count)
        );
    }

    // A number and where the unit stands; 0 for "a few", "several" or none.
    private static (int Count, int UnitAt) Count(DateContext words, int at)
    {
        if (words.IsOneOf(at, "few several couple"))
        {
            return (0, at + 1);
        }

        if (words.Is(at, "a") && words.IsOneOf(at + 1, "few couple"))
        {
            var isPair = words.Is(at + 1, "couple");
            return (isPair ? 2 : 0, isPair && words.Is(at + 2, "of") ? at + 3 : at + 2);
        }

        return DateWords.Number(words[at]) is > 0 and var number ? (number, at + 1) : (0, at);
    }

    private static int Days(TimeUnit unit) =>
        unit switch
        {
            TimeUnit.Hour or TimeUnit.Day => 1,
            TimeUnit.Week => 7,
            TimeUnit.Fortnight => 14,
            TimeUnit.Month => 30,
            _ => 365,
        };

    private static bool IsPartOfDay(DateContext words, int at) => words.IsOneOf(at, "morning afternoon evening");

    private static int PastPartOfDay(DateContext words, int at) =>
        IsPartOfDay(words, at) || words.Is(at, "night") ? at + 1 : at;

    private static (int, Period)? Found(int end, Period? period) => period is { } found ? (end, found) : null;
}
