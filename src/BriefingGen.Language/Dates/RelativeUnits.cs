namespace BriefingGen.Language.Dates;

/// <summary>
/// Stretches that count from the article's date: "a week ago", "earlier this week", "the past 48 hours". A count keeps
/// the precision of its unit, as HeidelTime and TimeML do: "a week ago" is the ISO week before.
/// </summary>
internal static class RelativeUnits
{
    /// <summary>The expression at <paramref name="at"/>: the index behind it and what it means, or null.</summary>
    public static (int End, Period Period)? Match(DateContext words, int at)
    {
        if (words.Reference is not { } reference)
        {
            return null;
        }

        return WeekOf(words, at)
            ?? Ago(words, at, reference)
            ?? Stretch(words, at, reference)
            ?? Unit(words, at, reference)
            ?? UnitEdges.Match(words, at, reference)
            ?? InSome(words, at, reference);
    }

    // "in the week of 3 June", "the week of May 27": the seven days from that one on; the week that holds any other day.
    private static (int, Period)? WeekOf(DateContext words, int at)
    {
        if (!words.IsOneOf(at, "the a this next last") && !words.Is(at, "week"))
        {
            return null;
        }

        var name = words.Is(at, "week") ? at : at + 1;
        return
            words.Is(name, "week")
            && words.IsOneOf(name + 1, "of beginning starting")
            && CalendarDates.Match(words, name + 2, false) is ({ } end, { Precision: DatePrecision.Day } day)
            && Period.Week(day.From) is { } week
            ? (end, week)
            : null;
    }

    // "two days ago", "a week ago", "a few weeks ago", "several months ago"
    private static (int, Period)? Ago(DateContext words, int at, DateOnly reference)
    {
        var (count, unitAt) = DateWords.Count(words, at);
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

    /// <summary>The unit that lies a count away from a day.</summary>
    public static Period? Counted(DateOnly reference, TimeUnit unit, int count) =>
        unit switch
        {
            TimeUnit.Hour => Math.Abs(count) <= 48
                ? Period.Range(reference, count < 0 ? -(-count + 23) / 24 : 0, count < 0 ? 0 : (count + 23) / 24)
                : null,
            TimeUnit.Day => Period.Day(reference, count),
            TimeUnit.Week => Period.Week(reference, count),
            TimeUnit.Fortnight => Period.Week(reference, 2 * count),
            TimeUnit.Month => Period.Month(reference, count),
            TimeUnit.Year => Period.Year(reference.Year + count),
            _ => null,
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
        var (count, unitAt) = DateWords.Count(words, at + 1);
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

        // "last weeks summit" lost its apostrophe.
        if (
            single
            && plural
            && !words.Is(at - 1, "the")
            && words.WithoutLostPossessive(unitAt).Length < words[unitAt].Length
        )
        {
            return null;
        }

        // "the last two weeks of March", "the last days of the war"
        if (words.Is(unitAt + 1, "of") && words.Is(at, "last"))
        {
            return null;
        }

        var length =
            single && plural ? Vague(unit)
            : single ? 1
            : count == 0 ? 3
            : count;
        return Found(unitAt + 1, From(reference, unit, isAhead ? length : -length));
    }

    // From the article's date on, or up to it; months and years by the calendar.
    private static Period? From(DateOnly reference, TimeUnit unit, int count)
    {
        var months =
            unit is TimeUnit.Month ? count
            : unit is TimeUnit.Year ? 12 * count
            : unit is TimeUnit.Decade ? 120 * count
            : 0;
        if (months == 0)
        {
            var days = count < 0 ? -Span(unit, -count) : Span(unit, count);
            return Period.Range(reference, Math.Min(days, 0), Math.Max(days, 0));
        }

        if (Period.Month(reference, months) is not { } month)
        {
            return null;
        }

        var other = month.From.AddDays(Math.Min(reference.Day, month.To.Day) - 1);
        return months < 0 ? Period.Range(other, reference) : Period.Range(reference, other);
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
        var name = words.WithoutLostPossessive(first + 1);
        if (name.Equals("weekend", StringComparison.OrdinalIgnoreCase))
        {
            // "the weekend of 5 March" is another one.
            return (isThis || isLast || isNext || words.Is(first, "the")) && !words.Is(first + 2, "of")
                ? Weekend(words, first, isLast, isNext, reference)
                : null;
        }

        var isTheWeek = words.Is(first, "the") && !side.IsEmpty;
        if (
            !(isThis || isLast || isNext || isTheWeek)
            || DateWords.Unit(name) is not { } unit
            || name[^1] == 's'
            || words.Is(first + 2, "of")
        )
        {
            return null;
        }

        if (unit is TimeUnit.Hour or TimeUnit.Day or TimeUnit.Fortnight or TimeUnit.Decade)
        {
            // "earlier in the day", of the day that was told of, else of the article's.
            return unit == TimeUnit.Day && isTheWeek
                ? Found(
                    first + 2,
                    Period.Day(words.Anchor is { Precision: DatePrecision.Day } day ? day.From : reference)
                )
                : null;
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
        if (isNext)
        {
            saturday = 13 - today;
        }
        else if (!isLast && today < 6 && words.LooksAhead(at, at + 2))
        {
            saturday += 7;
        }
        else if (isLast && today >= 6)
        {
            saturday -= 7;
        }

        return Found(at + 2, Period.Range(reference, saturday, saturday + 1));
    }

    // "in two weeks", "within 48 hours", where the sentence looks ahead
    private static (int, Period)? InSome(DateContext words, int at, DateOnly reference)
    {
        if (!words.IsOneOf(at, "in within"))
        {
            return null;
        }

        var (count, unitAt) = DateWords.Count(words, at + 1);
        if (count == 0 || DateWords.Unit(words[unitAt]) is not { } unit || IsComparison(words, at - 1))
        {
            return null;
        }

        // "in two years' time" needs no verb that looks ahead.
        var timeAt = words.IsPossessive(unitAt + 1) ? unitAt + 2 : unitAt + 1;
        var isTime = words.Is(at, "in") && words.Is(timeAt, "time");
        if (
            !isTime
            && (
                !words.LooksAhead(at, unitAt + 1)
                || words.IsPossessive(unitAt + 1)
                || words.IsOneOf(unitAt + 1, "ago of that when which")
            )
        )
        {
            return null;
        }

        return Found(
            isTime ? timeAt + 1 : unitAt + 1,
            words.Is(at, "within") ? From(reference, unit, count) : Counted(reference, unit, count)
        );
    }

    // "for the first time in two years", "the worst in a decade" look back.
    private static bool IsComparison(DateContext words, int at) =>
        words.IsOneOf(at, "time times once twice first most least worst best only day")
        || (words[at].Length > 4 && words[at].EndsWith("est"));

    private static int Days(TimeUnit unit) =>
        unit switch
        {
            TimeUnit.Hour or TimeUnit.Day => 1,
            TimeUnit.Week => 7,
            TimeUnit.Fortnight => 14,
            TimeUnit.Month => 30,
            TimeUnit.Decade => 3653,
            _ => 365,
        };

    private static (int, Period)? Found(int end, Period? period) => period is { } found ? (end, found) : null;
}
