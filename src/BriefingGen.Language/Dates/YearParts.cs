namespace BriefingGen.Language.Dates;

/// <summary>
/// Seasons, quarters and halves of a year: "the spring of 2020", "last summer", "Q3 2023", "the first half of 2021".
/// Seasons are those of the north, in whole months.
/// </summary>
internal static class YearParts
{
    private const int Spring = 1;
    private const int Winter = 4;

    private const string Sport =
        "goal goals game games match points touchdown touchdowns scored half-time halftime quarterback";

    /// <summary>The expression at <paramref name="at"/>: the index behind it and what it means, or null.</summary>
    public static (int End, Period Period)? Match(DateContext words, int at) =>
        RelativeSeason(words, at)
        ?? RelativeQuarter(words, at)
        ?? Season(words, at)
        ?? ShortPart(words, at)
        ?? Part(words, at);

    // "last quarter", "this quarter", "the previous quarter"
    private static (int, Period)? RelativeQuarter(DateContext words, int at)
    {
        if (
            words.Reference is not { } reference
            || !words.IsOneOf(at, "last this next previous coming")
            || !words.Is(at + 1, "quarter")
            || words.IsOneOf(at + 2, "of mile century final finals")
            || IsSport(words, at, at + 2)
        )
        {
            return null;
        }

        var shift =
            words.Is(at, "this") ? 0
            : words.IsOneOf(at, "next coming") ? 1
            : -1;
        var quarter = (4 * reference.Year) + ((reference.Month - 1) / 3) + shift;
        return Months(quarter / 4, true, (quarter % 4) + 1) is { } period ? (at + 2, period) : null;
    }

    // "last summer", "this spring", "next autumn"
    private static (int, Period)? RelativeSeason(DateContext words, int at)
    {
        if (
            words.Reference is not { } reference
            || !words.IsOneOf(at, "last next this")
            || SeasonOf(words, at + 1) is not (> 0 and var season)
        )
        {
            return null;
        }

        if (words.IsCapital(at + 1) && words.IsCapital(at + 2))
        {
            return null;
        }

        // The one that runs or comes next, as the year in which it begins.
        var first = FirstMonth(season);
        var isRunning = (reference.Month - first + 12) % 12 < 3;
        var begun = reference.Month >= first ? reference.Year : reference.Year - 1;
        var year =
            words.Is(at, "next") ? begun + 1
            : words.Is(at, "last") ? (isRunning ? begun - 1 : begun)
            : isRunning ? begun
            : season == Winter ? (words.LooksAhead(at, at + 2) ? reference.Year : begun)
            : reference.Year;
        return Period.Months(year, first, ((first + 1) % 12) + 1) is { } period ? (at + 2, period) : null;
    }

    // "spring 2020", "the summer of 2021", "the winter of 2021-22"
    private static (int, Period)? Season(DateContext words, int at)
    {
        var season = SeasonOf(words, at);
        if (season == 0 || (words.IsCapital(at) && words.IsCapital(at - 1)))
        {
            return null;
        }

        var of = words.Is(at + 1, "of");
        var name = of ? at + 2 : at + 1;
        var year = DateWords.Year(words[name]);
        if (
            year == 0
            || words.IsCounted(name + 1)
            || (!of && words.Is(at, "fall") && !words.IsOneOf(at - 1, "the in since by until"))
        )
        {
            return null;
        }

        var first = FirstMonth(season);
        if (season != Winter)
        {
            return Period.Months(year, first, first + 2) is { } months ? (name + 1, months) : null;
        }

        // One winter lies in two years: with one of them given nobody knows which is meant.
        return
            words.IsOneOf(name + 1, "- – /")
            && DateWords.Integer(words[name + 2]) % 100 == (year + 1) % 100
            && Period.Months(year, first, 2) is { } winter
            ? (name + 3, winter)
            : null;
    }

    // "Q3 2023", "H1 of 2022", "Q3"
    private static (int, Period)? ShortPart(DateContext words, int at)
    {
        if (words[at] is not [var kind and ('Q' or 'H'), var digit] || digit < '1' || digit > (kind == 'Q' ? '4' : '2'))
        {
            return null;
        }

        var of = words.Skip(words.Skip(at + 1, ","), "of");
        if (DateWords.Year(words[of]) is > 0 and var year)
        {
            return Months(year, kind == 'Q', digit - '0') is { } dated ? (of + 1, dated) : null;
        }

        return kind == 'Q' ? Undated(words, at, at + 1, digit - '0') : null;
    }

    // "the third quarter of 2023", "the first half of the year", "the fourth quarter"
    private static (int, Period)? Part(DateContext words, int at)
    {
        var name = words.Skip(at + 1, "-");
        var isQuarter = words.Is(name, "quarter");
        if (
            !(isQuarter || words.Is(name, "half"))
            || Number(words, at) is not (> 0 and var number)
            || number > (isQuarter ? 4 : 2)
        )
        {
            return null;
        }

        var of = words.Skip(name + 1, "of");
        if (DateWords.Year(words[of]) is > 0 and var year && !words.IsCounted(of + 1))
        {
            return Months(year, isQuarter, number) is { } dated ? (of + 1, dated) : null;
        }

        // "the second half of June": its days, not the month's.
        if (of > name + 1 && !isQuarter && DateWords.Month(words[of]) > 0)
        {
            return
                CalendarUnits.Match(words, of, isSecond: true)
                    is ({ } monthEnd, { Precision: DatePrecision.Month } month)
                && (number == 1 ? Period.Range(month.From, 0, 14) : Period.Range(month.From.AddDays(15), month.To))
                    is { } half
                ? (monthEnd, half)
                : null;
        }

        if (of > name + 1)
        {
            return
                words.Reference is { } reference
                && words.IsOneOf(of, "the this last next")
                && words.Is(of + 1, "year")
                && Months(
                    reference.Year
                        + (
                            words.Is(of, "last") ? -1
                            : words.Is(of, "next") ? 1
                            : 0
                        ),
                    isQuarter,
                    number
                )
                    is { } counted
                ? (of + 2, counted)
                : null;
        }

        return isQuarter ? Undated(words, at, name + 1, number) : null;
    }

    // The last one that has begun, or the next; a quarter of a game is none.
    private static (int, Period)? Undated(DateContext words, int at, int end, int quarter)
    {
        if (words.Reference is not { } reference)
        {
            return null;
        }

        if (IsSport(words, at, end))
        {
            return null;
        }

        var first = (3 * quarter) - 2;
        var year = words.LooksAhead(at, end)
            ? reference.Year + (first + 2 < reference.Month ? 1 : 0)
            : reference.Year - (first > reference.Month ? 1 : 0);
        return Months(year, true, quarter) is { } period ? (end, period) : null;
    }

    private static bool IsSport(DateContext words, int at, int end)
    {
        for (var i = Math.Max(words.First, at - 20); i < Math.Min(words.End, end + 20); i++)
        {
            if (words.IsOneOf(i, Sport))
            {
                return true;
            }
        }

        return false;
    }

    private static Period? Months(int year, bool isQuarter, int number) =>
        isQuarter
            ? Period.Months(year, (3 * number) - 2, 3 * number)
            : Period.Months(year, (6 * number) - 5, 6 * number);

    private static int Number(DateContext words, int at) =>
        words.Is(at, "first") ? 1
        : words.Is(at, "second") ? 2
        : words.IsOneOf(at, "third 3rd") ? 3
        : words.IsOneOf(at, "fourth 4th final") ? 4
        : words.Is(at, "1st") ? 1
        : words.Is(at, "2nd") ? 2
        : 0;

    private static int SeasonOf(DateContext words, int at) =>
        words.Is(at, "spring") ? Spring
        : words.Is(at, "summer") ? 2
        : words.IsOneOf(at, "autumn fall") ? 3
        : words.Is(at, "winter") ? Winter
        : 0;

    private static int FirstMonth(int season) => 3 * season;
}
