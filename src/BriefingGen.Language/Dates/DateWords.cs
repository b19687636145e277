using System.Collections.Frozen;
using System.Globalization;

namespace BriefingGen.Language.Dates;

/// <summary>English words of the calendar.</summary>
internal static class DateWords
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = Numbered(
        "january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11 december=12 "
            + "jan.=1 feb.=2 mar.=3 apr.=4 jun.=6 jul.=7 aug.=8 sept.=9 sep.=9 oct.=10 nov.=11 dec.=12 "
            + "jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sept=9 sep=9 oct=10 nov=11 dec=12"
    );

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Weekdays = Numbered(
        "monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7 "
            + "mon.=1 tue.=2 tues.=2 wed.=3 thu.=4 thur.=4 thurs.=4 fri.=5 sat.=6 sun.=7"
    );

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Numbers = Numbered(
        "a=1 an=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 "
            + "thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 "
            + "fifty=50 sixty=60 seventy=70 eighty=80 ninety=90"
    );

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Ordinals = Numbered(
        "first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10"
    );

    private static readonly FrozenDictionary<string, TimeUnit>.AlternateLookup<ReadOnlySpan<char>> Units =
        new Dictionary<string, TimeUnit>(StringComparer.OrdinalIgnoreCase)
        {
            ["hour"] = TimeUnit.Hour,
            ["hours"] = TimeUnit.Hour,
            ["day"] = TimeUnit.Day,
            ["days"] = TimeUnit.Day,
            ["week"] = TimeUnit.Week,
            ["weeks"] = TimeUnit.Week,
            ["fortnight"] = TimeUnit.Fortnight,
            ["month"] = TimeUnit.Month,
            ["months"] = TimeUnit.Month,
            ["year"] = TimeUnit.Year,
            ["years"] = TimeUnit.Year,
            ["decade"] = TimeUnit.Decade,
            ["decades"] = TimeUnit.Decade,
        }
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = (
        "today tonight yesterday tomorrow this last next past coming previous the a an one two three four five six seven eight "
        + "nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty "
        + "seventy eighty ninety first second third fourth fifth sixth seventh eighth ninth tenth "
        + "few several couple recent early earlier late later mid end start beginning middle in within overnight year month week "
        + "todays yesterdays tomorrows mondays tuesdays wednesdays thursdays fridays saturdays sundays q1 q2 q3 q4 h1 h2 final "
        + "spring summer autumn fall winter christmas new boxing halloween"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>False for a word with which no date expression begins; a cheap test for the many such words.</summary>
    public static bool CanBegin(ReadOnlySpan<char> word) =>
        char.IsAsciiDigit(word[0])
        || word[0] is '\'' or '’'
        || Openers.Contains(word)
        || Months.ContainsKey(word)
        || Weekdays.ContainsKey(word)
        || word.StartsWith("mid-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Month of the year, 1 to 12, or 0. A month's name has a capital.</summary>
    public static int Month(ReadOnlySpan<char> word) => Named(word, Months);

    /// <summary>ISO day of the week, Monday 1 to Sunday 7, or 0.</summary>
    public static int Weekday(ReadOnlySpan<char> word) => Named(word, Weekdays);

    /// <summary>Day of the month as "10", "10th" or "third", or 0.</summary>
    public static int DayOfMonth(ReadOnlySpan<char> word)
    {
        if (Ordinals.TryGetValue(word, out var ordinal))
        {
            return ordinal;
        }

        var digits = word.Length > 2 && char.IsAsciiLetter(word[^1]) && IsOrdinalSuffix(word[^2..]) ? word[..^2] : word;
        return digits.Length is 1 or 2 && Integer(digits) is > 0 and <= 31 and var day ? day : 0;
    }

    /// <summary>A year from 1800 to 2199 written with four digits, or 0.</summary>
    public static int Year(ReadOnlySpan<char> word) =>
        word.Length == 4 && Integer(word) is >= 1800 and <= 2199 and var year ? year : 0;

    /// <summary>A year from 1000 to 2199, which behind a day or month cannot be a count; or 0.</summary>
    public static int LongPastYear(ReadOnlySpan<char> word) =>
        word.Length == 4 && Integer(word) is >= 1000 and <= 2199 and var year ? year : 0;

    /// <summary>A small number in words or digits, or 0.</summary>
    public static int Number(ReadOnlySpan<char> word) =>
        Numbers.TryGetValue(word, out var value) ? value
        : word.Length <= 3 && Integer(word) is > 0 and var number ? number
        : 0;

    /// <summary>
    /// A number ("two", "a", "twenty-five", "a couple of") and where what it counts stands; 0 for "a few", "several" or none.
    /// </summary>
    public static (int Count, int UnitAt) Count(DateContext words, int at)
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

        if (Number(words[at]) is not (> 0 and var number))
        {
            return (0, at);
        }

        return
            number is >= 20 and <= 90
            && char.IsAsciiLetter(words[at][0])
            && words.Is(at + 1, "-")
            && Number(words[at + 2]) is > 0 and < 10 and var ones
            ? (number + ones, at + 3)
            : (number, at + 1);
    }

    /// <summary>A unit of time, or null.</summary>
    public static TimeUnit? Unit(ReadOnlySpan<char> word) => Units.TryGetValue(word, out var unit) ? unit : null;

    /// <summary>The whole number that <paramref name="word"/> writes in ASCII digits, or -1.</summary>
    public static int Integer(ReadOnlySpan<char> word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static bool IsOrdinalSuffix(ReadOnlySpan<char> suffix) => suffix is "st" or "nd" or "rd" or "th";

    private static int Named(
        ReadOnlySpan<char> word,
        FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> names
    ) => !word.IsEmpty && char.IsUpper(word[0]) && names.TryGetValue(word, out var value) ? value : 0;

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Numbered(string list) =>
        list.Split(' ')
            .Select(static pair => pair.Split('='))
            .ToFrozenDictionary(
                static pair => pair[0],
                static pair => int.Parse(pair[1], CultureInfo.InvariantCulture),
                StringComparer.OrdinalIgnoreCase
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();
}

/// <summary>Units in which dates are counted.</summary>
internal enum TimeUnit
{
    /// <summary>An hour.</summary>
    Hour,

    /// <summary>A day.</summary>
    Day,

    /// <summary>Seven days.</summary>
    Week,

    /// <summary>Fourteen days.</summary>
    Fortnight,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,

    /// <summary>Ten years.</summary>
    Decade,
}
