namespace BriefingGen.Language.Dates;

/// <summary>
/// Feasts with one date in every country that uses the name. Easter is none (two churches, two dates), nor is a national
/// day.
/// </summary>
internal static class Feasts
{
    /// <summary>The expression at <paramref name="at"/>: the index behind it and what it means, or null.</summary>
    public static (int End, Period Period)? Match(DateContext words, int at)
    {
        if (!words.IsCapital(at) || words.Is(at - 1, "orthodox") || Named(words, at) is not var (end, month, day))
        {
            return null;
        }

        if (CalendarUnits.YearBehind(words, end) is var (year, behind))
        {
            return Period.Day(year, month, day) is { } dated ? (behind, dated) : null;
        }

        return
            words.Reference is { } reference
            && Period.Day(NearestYear.Of(reference, month, day, words.LooksAhead(at, end)), month, day) is { } found
            ? (end, found)
            : null;
    }

    private static (int End, int Month, int Day)? Named(DateContext words, int at)
    {
        if (words.Is(at, "christmas"))
        {
            return words.Is(at + 1, "day") ? (at + 2, 12, 25)
                : words.Is(at + 1, "eve") ? (at + 2, 12, 24)
                // "before Christmas", but "a Christmas market" and "for Christmas presents"
                : words.IsOneOf(at - 1, "at by before since until till after")
                && (words.IsStop(at + 1) || DateWords.Year(words[at + 1]) > 0)
                    ? (at + 1, 12, 25)
                : null;
        }

        if (words.Is(at, "new") && words.IsOneOf(at + 1, "year years"))
        {
            var name = words.IsPossessive(at + 2) ? at + 3 : at + 2;
            return words.Is(name, "day") ? (name + 1, 1, 1)
                : words.Is(name, "eve") ? (name + 1, 12, 31)
                : null;
        }

        return words.Is(at, "boxing") && words.Is(at + 1, "day") ? (at + 2, 12, 26)
            : words.Is(at, "may") && words.Is(at + 1, "day") && words.IsCapital(at + 1) ? (at + 2, 5, 1)
            : words.Is(at, "halloween") && words.IsOneOf(at - 1, "on at by before since until after") ? (at + 1, 10, 31)
            : null;
    }
}
