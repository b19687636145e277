namespace BriefingGen.Language.Dates;

/// <summary>Days around the article's: "yesterday", "Thursday evening", "Monday last week", "overnight".</summary>
internal static class RelativeDays
{
    private const int DaysOfWeek = 7;
    private const string Modifiers = "last next this past coming previous";

    /// <summary>The expression at <paramref name="at"/>: the index behind it and what it means, or null.</summary>
    public static (int End, Period Period)? Match(DateContext words, int at) =>
        words.Reference is { } reference
            ? NamedDay(words, at, reference) ?? Weekday(words, at, reference) ?? Overnight(words, at, reference)
            : null;

    private static (int, Period)? NamedDay(DateContext words, int at, DateOnly reference)
    {
        if (words.Is(at, "the") && words.Is(at + 1, "day") && words.IsOneOf(at + 2, "before after"))
        {
            return words.Is(at + 2, "before") && words.Is(at + 3, "yesterday")
                    ? Found(at + 4, Period.Day(reference, -2))
                : words.Is(at + 2, "after") && words.Is(at + 3, "tomorrow") ? Found(at + 4, Period.Day(reference, 2))
                : null;
        }

        if (words.Is(at, "this") && IsPartOfDay(words, at + 1))
        {
            return Found(at + 2, Period.Day(reference));
        }

        if (words.Is(at, "last") && words.IsOneOf(at + 1, "night evening"))
        {
            return Found(at + 2, Period.Day(reference, -1));
        }

        var day = words.WithoutLostPossessive(at);
        // "USA Today" is a paper, "Russia Today" a station.
        if (
            day.Equals("today", StringComparison.OrdinalIgnoreCase)
            && at > words.First
            && words.IsCapital(at)
            && words.IsCapital(at - 1)
        )
        {
            return null;
        }

        int? offset =
            day.Equals("today", StringComparison.OrdinalIgnoreCase) || words.Is(at, "tonight") ? 0
            : day.Equals("yesterday", StringComparison.OrdinalIgnoreCase) ? -1
            : day.Equals("tomorrow", StringComparison.OrdinalIgnoreCase) ? 1
            : null;
        return offset is { } days
            ? Found(days == 0 ? at + 1 : PastPartOfDay(words, at + 1), Period.Day(reference, days))
            : null;
    }

    private static (int, Period)? Weekday(DateContext words, int at, DateOnly reference)
    {
        // "this coming Sunday", "this past Sunday"
        var isDouble = words.Is(at, "this") && words.IsOneOf(at + 1, "coming past");
        var modifier = isDouble ? at + 1 : at;
        var modified = words.IsOneOf(modifier, Modifiers);
        var name = modified ? modifier + 1 : modifier;
        var weekday = DateWords.Weekday(words.WithoutLostPossessive(name));
        if (weekday == 0 || (!modified && (IsTitle(words, name) || IsAny(words, name))))
        {
            return null;
        }

        var end = PastPartOfDay(words, name + 1);
        if (!modified && OfWeek(words, end) is var (weeks, behind))
        {
            return Period.Week(reference, weeks) is { } week ? Found(behind, Period.Day(week.From, weekday - 1)) : null;
        }

        var today = Period.IsoDay(reference);
        var since = (today - weekday + 7) % 7;
        if (!modified && since == DaysOfWeek - 1 && !words.LooksAhead(at, end))
        {
            // "Met on Wednesday" in a text of Tuesday: rather a text that is dated too early than six days ago. Nobody knows.
            return null;
        }

        var offset = modified switch
        {
            true when words.IsOneOf(modifier, "last past previous") => since == 0 ? -7 : -since,
            // What still comes this week has no "next".
            true when words.Is(modifier, "next") => 7 + weekday - today,
            true when words.Is(modifier, "coming") => since == 0 ? 7 : 7 - since,
            true => weekday - today,
            _ => since == 0 ? 0
            : words.LooksAhead(at, end) ? 7 - since
            : -since,
        };
        return Found(end, Period.Day(reference, offset));
    }

    // "Thursday last week", "Monday of next week"
    private static (int Weeks, int End)? OfWeek(DateContext words, int at)
    {
        at = words.Skip(at, "of");
        return words.IsOneOf(at, "last this next") && words.Is(at + 1, "week")
            ? (
                words.Is(at, "last") ? -1
                : words.Is(at, "next") ? 1
                : 0,
                at + 2
            )
            : null;
    }

    // Papers, clubs and feasts: "the Sunday Times", "the Monday Club", "Good Friday", "The Sun."
    private static bool IsTitle(DateContext words, int at) =>
        words.IsOneOf(at + 1, "times telegraph herald mirror express post mail tribune independent club")
        || words.IsOneOf(at - 1, "black good bloody super ash palm easter holy maundy news cyber shrove giving")
        || (
            words.IsOneOf(at - 1, "the a an")
            && (words[at][^1] == '.' || (words.IsCapital(at + 1) && DateWords.Month(words[at + 1]) == 0))
        );

    // "every Thursday", "on a Monday" name no day.
    private static bool IsAny(DateContext words, int at) =>
        words.IsOneOf(at - 1, "every each any most some")
        || (words.IsOneOf(at - 1, "a one") && words.Is(at - 2, "on"))
        || (
            words.Is(at + 1, "the")
            && words.Is(at + 2, "13th")
            && DateWords.Month(words[at + 3]) == 0
            && !words.Is(at + 3, "of")
        );

    // The night to the article's date; "overnight on Thursday" has its day elsewhere, "an overnight curfew" has none.
    private static (int, Period)? Overnight(DateContext words, int at, DateOnly reference)
    {
        if (
            !words.Is(at, "overnight")
            || words.IsOneOf(at - 1, "a an any no its their his her every")
            || DateWords.Weekday(words[at - 1]) > 0
            || DateWords.Weekday(words[at + 1]) > 0
            || (words.IsOneOf(at + 1, "on from into to until between") && DateWords.Weekday(words[at + 2]) > 0)
            || words.IsOneOf(at + 1, "stay stays success curfew curfews accommodation")
        )
        {
            return null;
        }

        return Found(
            at + 1,
            words.LooksAhead(at, at + 1) ? Period.Range(reference, 0, 1) : Period.Range(reference, -1, 0)
        );
    }

    private static bool IsPartOfDay(DateContext words, int at) => words.IsOneOf(at, "morning afternoon evening");

    private static int PastPartOfDay(DateContext words, int at) =>
        IsPartOfDay(words, at) || words.Is(at, "night") ? at + 1 : at;

    private static (int, Period)? Found(int end, Period? period) => period is { } found ? (end, found) : null;
}
