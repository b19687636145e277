namespace BriefingGen.Language.Dates;

/// <summary>Months, years, decades and centuries: "in March", "mid-2021", "the 2014 invasion", "2014-15", "the 1990s".</summary>
internal static class CalendarUnits
{
    private const string Determiners = "the a an its their his her our this that";

    // "since March", but "voted for May" and "criticised by May" are of somebody.
    private const string Leads =
        "in since by until till from during of early late last next this before after through mid between for";

    private const string NameLeads = "in since until till early late last next mid during through this";

    /// <summary>The expression at <paramref name="at"/>: the index behind it and what it means, or null.</summary>
    public static (int End, Period Period)? Match(DateContext words, int at, bool isSecond) =>
        Month(words, at, isSecond) ?? Year(words, at, isSecond) ?? Decade(words, at) ?? Century(words, at);

    /// <summary>The year that a date ends in (", 2022", "of 2022", "last year") and the index behind it; null where none is.</summary>
    public static (int Year, int End)? YearBehind(DateContext words, int end)
    {
        var at = words.Skip(words.Skip(words.Skip(end, ","), "-"), "of");
        if (DateWords.LongPastYear(words[at]) is > 0 and var year && !(IsRound(year) && words.IsCounted(at + 1)))
        {
            return (year, at + 1);
        }

        at = words.Skip(end, "of");
        return words.Reference is { } reference && words.IsOneOf(at, "this last next") && words.Is(at + 1, "year")
            ? (
                reference.Year
                    + (
                        words.Is(at, "last") ? -1
                        : words.Is(at, "next") ? 1
                        : 0
                    ),
                at + 2
            )
            : null;
    }

    private static (int, Period)? Month(DateContext words, int at, bool isSecond)
    {
        // "last March", "next May"
        var isModified = words.IsOneOf(at, "last next this") && !words.IsCapital(at - 1);
        var name = isModified ? at + 1 : at;
        var word = words[name];
        var isMid = word.StartsWith("mid-", StringComparison.OrdinalIgnoreCase);
        var month = DateWords.Month(isMid ? word[4..] : word);
        if (month == 0)
        {
            return null;
        }

        if (YearBehind(words, name + 1) is var (year, end))
        {
            return Period.Month(year, month) is { } dated ? (end, dated) : null;
        }

        if (words.Reference is not { } reference || !(isModified || isMid || isSecond || IsMonth(words, name)))
        {
            return null;
        }

        var ahead = words.Is(at, "next") || (!words.Is(at, "last") && words.LooksAhead(at, name + 1));
        var found =
            isModified && words.Is(at, "this") ? reference.Year
            : isModified && words.Is(at, "last") ? reference.Year - (month < reference.Month ? 0 : 1)
            : isModified ? reference.Year + (month > reference.Month ? 0 : 1)
            : NearestYear.Of(reference, month, ahead);
        return Period.Month(found, month) is { } period ? (name + 1, period) : null;
    }

    // A month's name alone may be a person's, a paper's or a verb.
    private static bool IsMonth(DateContext words, int at)
    {
        if (words.Is(at - 1, "late") && words.Is(at - 2, "the") && words.IsCapital(at + 1))
        {
            return false; // the late April Harl
        }

        // "the February invasion", "a June summit"; "the March on the capital" is none.
        if (
            words.IsOneOf(at - 1, Determiners)
            && words.IsSmall(at + 1)
            && !words.IsOneOf(at + 1, "on of for to in and or who")
        )
        {
            return true;
        }

        if (!CalendarDates.IsNameMonth(words, at))
        {
            return words.IsOneOf(at - 1, Leads)
                || (words.IsPossessive(at + 1) && !words.Is(at, "march"))
                || (words.Is(at - 1, "to") && DateWords.Month(words[at - 2]) > 0);
        }

        if (words.IsOneOf(at - 1, NameLeads))
        {
            return !words.IsPossessive(at + 1) || words.IsOneOf(at - 1, "since until till early late last next mid");
        }

        return (words.Is(at - 1, "by") && words.LooksAhead(at, at + 1))
            || (words.IsOneOf(at - 1, "before after") && words.IsStop(at + 1))
            || (
                words.Is(at - 1, "of")
                && words.IsOneOf(at - 2, "end start beginning middle month week weekend days weeks half")
            )
            || (
                words.IsOneOf(at - 1, "from between") && words.IsOneOf(at + 1, "to until through and onwards onward on")
            );
    }

    private static (int, Period)? Year(DateContext words, int at, bool isSecond)
    {
        var word = words[at];
        var isMid = word.StartsWith("mid-", StringComparison.OrdinalIgnoreCase);
        var year = DateWords.Year(isMid ? word[4..] : word);
        if (year == 0)
        {
            return SplitYears(words, at);
        }

        if (!(isMid || (isSecond && !words.IsCounted(at + 1)) || IsYear(words, at, year)))
        {
            return null;
        }

        // "2014-15", "2014–2018"
        if (IsSpan(words, at, year))
        {
            var last = SecondYear(words[at + 2], year);
            return Span(year, last) is { } range ? (at + 3, range) : null;
        }

        return Period.Year(year) is { } period ? (at + 1, period) : null;
    }

    private static bool IsYear(DateContext words, int at, int year)
    {
        var counts = words.IsCounted(at + 1);
        // "between 1900 and 2000 troops", "2000 or 2100 soldiers"
        if (words.IsOneOf(at + 1, "and to or - –") && DateWords.Year(words[at + 2]) > 0 && words.IsCounted(at + 3))
        {
            return false;
        }

        if (
            words.IsOneOf(at - 1, "in since until till during early late before mid least year years (")
            || IsDated(words, at, year)
        )
        {
            // "In 2015 people fled" is of a year; "in 2000 houses" hardly.
            return (!counts || (words.IsOneOf(at - 1, "in the") && !IsRound(year)))
                && (!words.Is(at - 1, "(") || words.IsOneOf(at + 1, ") - –"));
        }

        // "his first term, 2017-2021, saw": two years between commas.
        if (
            words.Is(at - 1, ",")
            && IsSpan(words, at, year)
            && DateWords.Year(words[at + 2]) > 0
            && words.IsStop(at + 3)
        )
        {
            return true;
        }

        var isListed = words.IsOneOf(at - 1, "and or ,") && DateWords.Year(words[at - 2]) > 0;
        return !counts && (isListed || words.IsOneOf(at - 1, "of by from after to through between as"));
    }

    // "the 2014 invasion", "the 2015 Paris accord"; "the 2000 troops" are counted.
    private static bool IsDated(DateContext words, int at, int year) =>
        words.IsOneOf(at - 1, Determiners)
        && (words.IsSmall(at + 1) || (words.IsCapital(at + 1) && !IsRound(year)) || IsSpan(words, at, year))
        && !words.IsOneOf(at + 1, "or and to");

    private static bool IsSpan(DateContext words, int at, int year) =>
        words.IsOneOf(at + 1, "- – /") && SecondYear(words[at + 2], year) > 0;

    // "2014/15" is one word.
    private static (int, Period)? SplitYears(DateContext words, int at)
    {
        var word = words[at];
        return
            word.Length is 7 or 9
            && word[4] is '/' or '-'
            && DateWords.Year(word[..4]) is > 0 and var year
            && SecondYear(word[5..], year) is > 0 and var last
            && words.IsOneOf(at - 1, "in of the during since from for")
            && Span(year, last) is { } range
            ? (at + 1, range)
            : null;
    }

    private static int SecondYear(ReadOnlySpan<char> word, int year)
    {
        var number =
            word.Length == 2 && DateWords.Integer(word) is >= 0 and var two
                ? (year / 100 * 100) + two
                : DateWords.Year(word);
        return number > year ? number : 0;
    }

    private static Period? Span(int first, int last) =>
        Period.Year(first) is { } from && Period.Year(last) is { } to ? Period.Range(from.From, to.To) : null;

    private static bool IsRound(int year) => year % 100 == 0;

    // "the 1990s", "the mid-1990s", "the '90s"
    private static (int, Period)? Decade(DateContext words, int at)
    {
        var word = words[at];
        word = word.StartsWith("mid-", StringComparison.OrdinalIgnoreCase) ? word[4..] : word;
        if (word is ['\'' or '’', >= '2' and <= '9', '0', 's'] && words.Is(at - 1, "the"))
        {
            return Years(1900 + (10 * (word[1] - '0')), 10) is { } short20 ? (at + 1, short20) : null;
        }

        if (word.Length != 5 || word[4] != 's' || word[3] != '0' || DateWords.Year(word[..4]) is not (> 0 and var year))
        {
            return null;
        }

        return Years(year, 10) is { } decade ? (at + 1, decade) : null;
    }

    // "the 19th century"
    private static (int, Period)? Century(DateContext words, int at)
    {
        var word = words[at];
        var name = words.Skip(at + 1, "-");
        return
            word is [.., _, _, 't' or 's' or 'n' or 'r', 'h' or 't' or 'd']
            && DateWords.DayOfMonth(word) is > 0 and <= 22 and var number
            && words.Is(name, "century")
            && Years((100 * (number - 1)) + 1, 100) is { } century
            ? (name + 1, century)
            : null;
    }

    private static Period? Years(int first, int count) => Span(first, first + count - 1);
}
