using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingGen.Sources.Dates;

/// <summary>
/// Finds the days that a text states: a year, a month and a day of the month, in the forms that people and machines write.
/// What names no day (a year and a month, a weekday, an hour) states none.
/// </summary>
internal static partial class DateMentions
{
    private const int FirstYear = 1700;
    private const int LastYear = 2200;

    /// <summary>The mentions in order.</summary>
    public static IEnumerable<DateMention> Of(string text)
    {
        var at = 0;
        while (at < text.Length && Form().Match(text, at) is { Success: true } match)
        {
            if (Read(match) is { } mention)
            {
                yield return mention;
                at = mention.End;
            }
            else
            {
                // What only looked like a date may hold the beginning of one.
                at = match.Index + 1;
            }
        }
    }

    private static DateMention? Read(Match match)
    {
        if (match.Groups["compact"] is { Success: true } compact)
        {
            return Of(match, compact.ValueSpan[..4], compact.ValueSpan[4..6], compact.ValueSpan[6..8]);
        }

        if (match.Groups["first"] is { Success: true } first)
        {
            return Numeric(match, first.ValueSpan, match.Groups["second"].ValueSpan, match.Groups["mark"].Value);
        }

        var year = match.Groups["year"].ValueSpan;
        var day = match.Groups["day"].ValueSpan;
        return match.Groups["name"] is { Success: true } name
            ? MonthNames.Number(name.ValueSpan) is { } month && Day(Number(year), month, Number(day)) is { } named
                ? new DateMention(match.Index, match.Index + match.Length, named, null, false)
                : null
            : Of(match, year, match.Groups["month"].ValueSpan, day);
    }

    private static DateMention? Of(
        Match match,
        ReadOnlySpan<char> year,
        ReadOnlySpan<char> month,
        ReadOnlySpan<char> day
    ) =>
        Day(Number(year), Number(month), Number(day)) is { } read
            ? new DateMention(match.Index, match.Index + match.Length, read, null, false)
            : null;

    // 24/11/2026 and 11/24/2026 name one day each, 05/11/2026 two. With dots the day goes first wherever dots are written.
    private static DateMention? Numeric(Match match, ReadOnlySpan<char> first, ReadOnlySpan<char> second, string mark)
    {
        var year = Number(match.Groups["year"].ValueSpan);
        var dayFirst = Day(year, Number(second), Number(first));
        var monthFirst = mark == "." ? null : Day(year, Number(first), Number(second));
        return (dayFirst, monthFirst) switch
        {
            (null, null) => null,
            (null, { } day) => new DateMention(match.Index, match.Index + match.Length, day, null, true),
            ({ } day, null) => new DateMention(match.Index, match.Index + match.Length, day, null, true),
            var (one, other) => new DateMention(
                match.Index,
                match.Index + match.Length,
                one!.Value,
                one == other ? null : other,
                true
            ),
        };
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    // In this order: 2026-11-24, the same in Chinese, 20261124 (with a time behind it or not), 24/11/2026, 24(th) (of) Nov(.)(,) 2026,
    // Nov(.) 24(th)(,) 2026, Nov 24 15:28:56 CET 2026. Every repeat is bounded: no clock is needed.
    [GeneratedRegex(
        """
            (?<![\p{L}\p{Nd}]|\p{Nd}[-/.:,])(
              (?<year>[12][0-9]{3})\s?(?<mark>[-/.])\s?(?<month>[0-9]{1,2})\s?\k<mark>\s?(?<day>[0-9]{1,2})(?![0-9]|[-/.][0-9])
            | (?<year>[12][0-9]{3})年\s?(?<month>[0-9]{1,2})月\s?(?<day>[0-9]{1,2})日
            | (?<compact>(1[789]|20|21)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01]))(?=$|[^0-9]|[0-9]{4}($|[^0-9])|[0-9]{6}($|[^0-9]))
            | (?<first>[0-9]{1,2})(?<mark>[-/.])\s?(?<second>[0-9]{1,2})\k<mark>\s?(?<year>[12][0-9]{3})(?![0-9])
            | (?<day>[0-9]{1,2})((st|nd|rd|th|er|\.|º|ª)[\s\-/,]{0,3}|[\s\-/,]{1,3})((of|de|del)\s)?(?<name>\p{L}{3,14})[.,]{0,2}[\s\-/]{1,3}((of|de|del)\s)?(?<year>[12][0-9]{3})(?![0-9])
            | (?<name>\p{L}{3,14})[.]?[\s\-]{1,3}(?<day>[0-9]{1,2})(st|nd|rd|th)?[,.]?[\s\-]{1,3}(?<year>[12][0-9]{3})(?![0-9])
            | (?<name>\p{L}{3,14})\s{1,3}(?<day>[0-9]{1,2}),?\s{1,3}[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(\.[0-9]{1,7})?(\s{1,3}[\p{L}+\-][\p{L}0-9:+\-/_]{0,30}){0,3}\s{1,3}(?<year>[12][0-9]{3})(?![0-9])
            )
            """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Form();
}
