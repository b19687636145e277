using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingGen.Sources.PlainText;

/// <summary>A publication date as an input states it.</summary>
/// <param name="Value">The day; null where it is no day of the calendar, or not to be believed.</param>
/// <param name="Code">Why it was not taken; null where it was.</param>
/// <param name="Message">The same in words; null where it was taken.</param>
internal readonly partial record struct PublicationDate(DateOnly? Value, string? Code, string? Message)
{
    private const int FirstYear = 1700;

    private static readonly string[] Forms =
    [
        "yyyyMMdd",
        "yyyy-M-d",
        "yyyy/M/d",
        "yyyy.M.d",
        "d MMMM yyyy",
        "d MMM yyyy",
        "MMMM d yyyy",
        "MMM d yyyy",
    ];

    /// <summary>No date is stated.</summary>
    public static PublicationDate None { get; } =
        new(null, "no-date", "states no date of publication; the article is taken as undated");

    /// <summary>Reads a line that holds a date and nothing else; null where it does not have the form of one.</summary>
    public static PublicationDate? Read(ReadOnlySpan<char> line, DateOnly today)
    {
        if (line.Length is < 8 or > 48)
        {
            return null;
        }

        var text = line.ToString();
        if (DateLine().Match(text) is not { Success: true } match)
        {
            return null;
        }

        return Check(match.Groups["date"].Value, text, today);
    }

    /// <summary>Reads a date field of a record: ISO 8601 with or without a time, the forms of a date line, or an RFC 822 date.</summary>
    public static PublicationDate ReadField(string field, DateOnly today)
    {
        var text = field.Trim();
        if (Read(text, today) is { } line)
        {
            return line;
        }

        // The day is the writer's own: a time zone does not move it.
        return DateTimeOffset.TryParse(
            text.Length <= 64 ? text : string.Empty,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AllowWhiteSpaces,
            out var moment
        )
            ? Check(DateOnly.FromDateTime(moment.DateTime), text, today)
            : Bad(text);
    }

    private static PublicationDate Check(string date, string shown, DateOnly today)
    {
        var plain = Punctuation()
            .Replace(date, " ")
            .Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase)
            .Trim();
        return DateOnly.TryParseExact(
            plain,
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AllowWhiteSpaces,
            out var day
        )
            ? Check(day, shown, today)
            : Bad(shown);
    }

    private static PublicationDate Check(DateOnly day, string shown, DateOnly today)
    {
        if (day.Year < FirstYear)
        {
            return Bad(shown);
        }

        var latest = today.DayNumber + ReadOptions.FutureDays;
        return day.DayNumber > latest
            ? new PublicationDate(
                null,
                "future-date",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"is dated {day:yyyy-MM-dd}, after {today:yyyy-MM-dd}, the day of the run; the article is taken as undated"
                )
            )
            : new PublicationDate(day, null, null);
    }

    private static PublicationDate Bad(string shown) =>
        new(
            null,
            "bad-date",
            $"\"{Wording.Short(shown)}\" is no date (expected yyyymmdd); the article is taken as undated"
        );

    // Generated: the machine of NonBacktracking costs more to start than a run of one article reads. Every repeat in it is
    // bounded or followed by what ends it, so the time stays linear, and no clock is needed.
    [GeneratedRegex(
        @"^((date|published|updated)\s*:\s*)?(?<date>\d{8}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,?\s+)?(\d{1,2}\s+\p{L}{3,9}\.?,?\s+\d{4}|\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4}))([T\s,]+\d{1,2}:\d{2}.{0,16})?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex DateLine();

    // Weekday, commas and the full stop of an abbreviated month say nothing more. A line is short, and no clock decides
    // what day an article is of.
    [GeneratedRegex(
        @"^\p{L}+,?\s+(?=\p{L}|\d{1,2}\s+\p{L})|(?<=\p{L})\.|,",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Punctuation();
}
