using System.Globalization;
using System.Text.RegularExpressions;
using BriefingGen.Sources.Dates;

namespace BriefingGen.Sources.PlainText;

/// <summary>A publication date as an input states it.</summary>
/// <param name="Value">The day; null where it is no day of the calendar, or not to be believed.</param>
/// <param name="Code">Why it was not taken; null where it was.</param>
/// <param name="Message">The same in words; null where it was taken.</param>
internal readonly partial record struct PublicationDate(DateOnly? Value, string? Code, string? Message)
{
    private const int MaxLength = 100;

    /// <summary>No date is stated.</summary>
    public static PublicationDate None { get; } =
        new(null, "no-date", "states no date of publication; the article is taken as undated");

    /// <summary>Reads a line that holds a date and nothing else; null where it does not have the form of one.</summary>
    public static PublicationDate? Read(ReadOnlySpan<char> line, DateOnly today)
    {
        if (line.Length is < 8 or > 60)
        {
            return null;
        }

        var text = line.ToString();
        return DateLine().IsMatch(text) ? ReadField(text, today) : null;
    }

    /// <summary>
    /// Reads a date field of a record, in any of the forms that <see cref="DateMentions"/> finds, or in seconds or
    /// milliseconds since 1970. The day is the writer's own: a time zone does not move it. A field that names no day (a
    /// month of a year) or two states none.
    /// </summary>
    public static PublicationDate ReadField(string field, DateOnly today)
    {
        var text = Wording.OneLine(field);
        if (text.Length > MaxLength)
        {
            return Bad(text);
        }

        if (Unix(text) is { } moment)
        {
            return Check(moment, text, today);
        }

        DateMention? found = null;
        foreach (var mention in DateMentions.Of(text))
        {
            if (found is { } other && (other.Day, other.MonthFirst) != (mention.Day, mention.MonthFirst))
            {
                return Bad(text);
            }

            found = mention;
        }

        return found is not { } only ? Bad(text)
            : only.MonthFirst is { } second ? Ambiguous(text, only.Day, second)
            : Check(only.Day, text, today);
    }

    /// <summary>The day, unless it lies too far ahead.</summary>
    public static PublicationDate Check(DateOnly day, string shown, DateOnly today)
    {
        var latest = today.DayNumber + ReadOptions.FutureDays;
        return day.DayNumber > latest
            ? new PublicationDate(
                null,
                "future-date",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"is dated {day:yyyy-MM-dd} (\"{Wording.Short(shown)}\"), after {today:yyyy-MM-dd}, the day of the run; the article is taken as undated"
                )
            )
            : new PublicationDate(day, null, null);
    }

    /// <summary>Words that name two days.</summary>
    public static PublicationDate Ambiguous(string shown, DateOnly first, DateOnly second) =>
        new(
            null,
            "ambiguous-date",
            string.Create(
                CultureInfo.InvariantCulture,
                $"\"{Wording.Short(shown)}\" may be {first:yyyy-MM-dd} or {second:yyyy-MM-dd}, and nothing says which; the article is taken as undated"
            )
        );

    /// <summary>Only a later day is stated: of a new version, or of the feed that holds the article.</summary>
    public static PublicationDate NotLaterThan(DateOnly day) =>
        new(
            null,
            "no-date",
            string.Create(
                CultureInfo.InvariantCulture,
                $"states no date of publication, only that it is not later than {day:yyyy-MM-dd}; the article is taken as undated"
            )
        );

    private static PublicationDate Bad(string shown) =>
        new(
            null,
            "bad-date",
            $"\"{Wording.Short(shown)}\" is no date (expected yyyymmdd); the article is taken as undated"
        );

    // As many digits as the seconds (or milliseconds) have had since 2001 and will have until 2033.
    private static DateOnly? Unix(string text) =>
        text.Length is 10 or 13
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && text[0] == '1'
            ? DateOnly.FromDateTime(
                DateTimeOffset.FromUnixTimeSeconds(text.Length == 10 ? number : number / 1000).UtcDateTime
            )
            : null;

    // Generated: the machine of NonBacktracking costs more to start than a run of one article reads. Every repeat in it is
    // bounded or followed by what ends it, so the time stays linear, and no clock is needed.
    [GeneratedRegex(
        @"^((date|(first\s+)?published|posted|issued|updated)(\s+on)?\s*:?\s*)?((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?[,.]{0,2}\s+)?(\d{8}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{1,2}(st|nd|rd|th)?\s+(of\s+)?\p{L}{3,9}[.,]{0,2}\s+\d{4}|\p{L}{3,9}\.?\s+\d{1,2}(st|nd|rd|th)?,?\s+\d{4})([T\s,–-]{1,3}(at\s+)?\d{1,2}[:.]\d{2}.{0,16})?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex DateLine();
}
