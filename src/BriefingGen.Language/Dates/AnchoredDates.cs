namespace BriefingGen.Language.Dates;

/// <summary>
/// Dates that count from another one in the text: "the previous day", "two days later", "the following week". With none
/// near, what lies back counts from the article's date, and what follows is left out.
/// </summary>
internal static class AnchoredDates
{
    /// <summary>The expression at <paramref name="at"/>: the index behind it and what it means, or null.</summary>
    public static (int End, Period Period)? Match(DateContext words, int at) => NextTo(words, at) ?? Counted(words, at);

    private static (int, Period)? NextTo(DateContext words, int at)
    {
        if (!words.Is(at, "the"))
        {
            return null;
        }

        // "the day before", but not "the day before the vote"
        if (words.Is(at + 1, "day") && words.IsOneOf(at + 2, "before after"))
        {
            return IsEnd(words, at + 3)
                ? Moved(words, at + 3, TimeUnit.Day, words.Is(at + 2, "before") ? -1 : 1)
                : null;
        }

        var isBack = words.Is(at + 1, "previous");
        if (
            !(isBack || words.IsOneOf(at + 1, "following next"))
            || DateWords.Unit(words[at + 2]) is not { } unit
            || unit is TimeUnit.Hour or TimeUnit.Decade
            || words[at + 2][^1] == 's'
        )
        {
            return null;
        }

        // "the next week" without a date before it may be the one to come, or the seven days from now on.
        return words.Is(at + 1, "next") && words.Anchor is null ? null : Moved(words, at + 3, unit, isBack ? -1 : 1);
    }

    // "two days later", "a week earlier"
    private static (int, Period)? Counted(DateContext words, int at)
    {
        var (count, unitAt) = DateWords.Count(words, at);
        var isBack = words.Is(unitAt + 1, "earlier");
        return
            count > 0
            && DateWords.Unit(words[unitAt]) is { } unit
            && unit is not (TimeUnit.Hour or TimeUnit.Decade)
            && (isBack || words.Is(unitAt + 1, "later"))
            && !words.Is(unitAt + 2, "than")
            ? Moved(words, unitAt + 2, unit, isBack ? -count : count)
            : null;
    }

    private static (int, Period)? Moved(DateContext words, int end, TimeUnit unit, int count)
    {
        // A count of days from a month or a year would claim more than is known.
        var from =
            words.Anchor is { } anchor && IsFineEnough(anchor.Precision, unit) ? anchor.From
            : count < 0 ? words.Reference
            : null;
        return from is { } day && RelativeUnits.Counted(day, unit, count) is { } period ? (end, period) : null;
    }

    private static bool IsFineEnough(DatePrecision precision, TimeUnit unit) =>
        precision switch
        {
            DatePrecision.Day => true,
            DatePrecision.Week => unit is not TimeUnit.Day,
            DatePrecision.Month => unit is TimeUnit.Month or TimeUnit.Year,
            DatePrecision.Year => unit is TimeUnit.Year,
            _ => false,
        };

    private static bool IsEnd(DateContext words, int at) =>
        words.IsStop(at) || words.IsOneOf(at, "and but in when that at");
}
