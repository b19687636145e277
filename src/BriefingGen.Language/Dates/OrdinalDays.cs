namespace BriefingGen.Language.Dates;

/// <summary>Days without the name of their month: "on the 18th", "until the 30th", "the 20th of this month".</summary>
internal static class OrdinalDays
{
    private const string Before = "on by until till since from before after between and to";
    private const string Behind =
        "and but when as at in for that who which if because after before while with to until or";

    /// <summary>The expression at <paramref name="at"/>: the index behind it and what it means, or null.</summary>
    public static (int End, Period Period)? Match(DateContext words, int at)
    {
        if (words.Reference is not { } reference || !words.Is(at, "the") || Day(words[at + 1]) is not (> 0 and var day))
        {
            return null;
        }

        if (words.Is(at + 2, "of") && words.IsOneOf(at + 3, "this last next") && words.Is(at + 4, "month"))
        {
            var shift =
                words.Is(at + 3, "this") ? 0
                : words.Is(at + 3, "next") ? 1
                : -1;
            return InMonth(reference, shift, day) is { } named ? (at + 5, named) : null;
        }

        // "on the 2nd floor", "the 5th Circuit": a day has nothing behind it that it could count.
        return
            words.IsOneOf(at - 1, Before)
            && (words.IsStop(at + 2) || words.IsOneOf(at + 2, Behind))
            && Nearest(reference, day, words.LooksAhead(at, at + 2)) is { } found
            ? (at + 2, found)
            : null;
    }

    // The next such day where the verb looks ahead, else the last one; a month that lacks it is passed over.
    private static Period? Nearest(DateOnly reference, int day, bool ahead)
    {
        for (var shift = 0; shift <= 2; shift++)
        {
            if (
                InMonth(reference, ahead ? shift : -shift, day) is { } found
                && (ahead ? found.From >= reference : found.From <= reference)
            )
            {
                return found;
            }
        }

        return null;
    }

    private static Period? InMonth(DateOnly reference, int shift, int day)
    {
        var month = new DateOnly(reference.Year, reference.Month, 1).AddMonths(shift);
        return Period.Day(month.Year, month.Month, day);
    }

    private static int Day(ReadOnlySpan<char> word) =>
        word.Length is 3 or 4 && char.IsAsciiDigit(word[0]) && char.IsAsciiLetter(word[^1])
            ? DateWords.DayOfMonth(word)
            : 0;
}
