using System.Globalization;

namespace BriefingGen.Rendering.Verification;

/// <summary>Checks that a printed date says the days that it stands for, whatever format the profile chose.</summary>
internal static class PrintedDates
{
    /// <summary>True where each number and each month's name in the text belongs to one of the two days.</summary>
    /// <param name="text">The printed date.</param>
    /// <param name="value"><c>start/end</c> in ISO 8601.</param>
    public static bool Fits(string text, string value)
    {
        var days = value.Split('/');
        if (days.Length != 2 || !Parse(days[0], out var start) || !Parse(days[1], out var end))
        {
            return false;
        }

        var words = text.Split([' ', ',', '.', '/', '-', '–'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && words.All(word => Fits(word, start) || Fits(word, end));
    }

    /// <summary>True where words told against an article's date ("Tuesday", "yesterday") can mean the days of a value.</summary>
    public static bool Means(string words, string value, DateOnly? published)
    {
        var days = value.Split('/');
        if (
            published is not { } day
            || days.Length != 2
            || !Parse(days[0], out var from)
            || !Parse(days[1], out var to)
        )
        {
            return false;
        }

        var last = words
            .Split([' ', '\n', '\'', '’'], StringSplitOptions.RemoveEmptyEntries)
            .LastOrDefault(word => word.Length > 1);
        var away = from.DayNumber - day.DayNumber;
        return Math.Abs(away) <= 21
            && last?.ToLowerInvariant() switch
            {
                "yesterday" => from == to && away == -1,
                "today" => from == to && away == 0,
                "tomorrow" => from == to && away == 1,
                { } name when Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var weekday) => from == to
                    && from.DayOfWeek == weekday
                    && Math.Abs(away) <= 13,
                "week" or "weekend" => to.DayNumber - from.DayNumber is > 0 and <= 14,
                _ => to.DayNumber - from.DayNumber <= 14,
            };
    }

    private static bool Fits(string word, DateOnly day) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number == day.Day || number == day.Month || number == day.Year || number == day.Year % 100
            : word.Length >= 2
                && (
                    day.ToString("MMMM", CultureInfo.InvariantCulture)
                        .StartsWith(word, StringComparison.OrdinalIgnoreCase)
                    || day.ToString("dddd", CultureInfo.InvariantCulture)
                        .StartsWith(word, StringComparison.OrdinalIgnoreCase)
                );

    private static bool Parse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
