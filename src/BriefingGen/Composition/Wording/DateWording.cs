using System.Globalization;
using BriefingGen.Composition.Templating;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Dates;

namespace BriefingGen.Composition.Wording;

/// <summary>Words dates as the profile wants them.</summary>
internal sealed class DateWording(string format)
{
    public Phrase Day(DateOnly day) => Phrase.Of([Phrase.Derived(StatementPartKind.Date, Words(day), Iso(day, day))]);

    /// <summary>A fact's date with its precision; null where nothing is known.</summary>
    public Phrase? Of(DateOnly? day, DateRange? range)
    {
        if (day is { } known)
        {
            return Day(known);
        }

        if (range is null)
        {
            return null;
        }

        var words = range.Precision switch
        {
            _ when range.Start == range.End => Words(range.Start),
            DatePrecision.Month => range.Start.ToString(MonthFormat(), CultureInfo.InvariantCulture),
            DatePrecision.Year => range.Start.ToString("yyyy", CultureInfo.InvariantCulture),
            _ => Words(range.Start, range.End),
        };
        return Phrase.Of([Phrase.Derived(StatementPartKind.Date, words, Iso(range.Start, range.End))]);
    }

    /// <summary>True where a sentence names that day itself, so that it need not be said again.</summary>
    public static bool IsSaid(string sentence, DateOnly? day) =>
        day is { } known
        && sentence.Contains(known.ToString("MMM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        && sentence
            .Split([' ', ',', '.', '(', ')', '-', '–'], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => IsDay(word, known.Day));

    // "28", "28th".
    private static bool IsDay(string word, int day)
    {
        var number = day.ToString(CultureInfo.InvariantCulture);
        return word.StartsWith(number, StringComparison.Ordinal)
            && word[number.Length..] is "" or "st" or "nd" or "rd" or "th";
    }

    public string Words(DateOnly day) => day.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Days without the year, which a brief's head tells.</summary>
    public Phrase Short(DateOnly from, DateOnly to)
    {
        var day = new DateWording(WithoutYear());
        return Phrase.Of([Phrase.Derived(StatementPartKind.Date, day.Words(from, to), Iso(from, to))]);
    }

    // "d MMM yyyy" without what stands for the year and the marks beside it; a format of one letter means another thing.
    private string WithoutYear()
    {
        var rest = format.Replace("y", string.Empty, StringComparison.Ordinal).Trim(' ', ',', '.', '/', '-');
        return rest.Length > 1 ? rest : format;
    }

    /// <summary>A time in UTC, to the minute.</summary>
    public string Minute(DateTimeOffset time) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Words(DateOnly.FromDateTime(time.UtcDateTime))}, {time.UtcDateTime:HH:mm}Z"
        );

    /// <summary>Two ends with an en dash.</summary>
    public string Words(DateOnly from, DateOnly to)
    {
        if (from == to)
        {
            return Words(from);
        }

        var oneMonth =
            from.Year == to.Year && from.Month == to.Month && format.StartsWith("d M", StringComparison.Ordinal);
        return oneMonth
            ? string.Create(CultureInfo.InvariantCulture, $"{from.Day}–{Words(to)}")
            : $"{Words(from)} – {Words(to)}";
    }

    // The format without its day; a month's name is written in full where no day stands beside it.
    private string MonthFormat()
    {
        var parts = format.Split([' ', '.', '/', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        var separator = format.IndexOfAny(['.', '/', '-']) is var at and >= 0 ? format[at] : ' ';
        var kept = parts.Where(part => part[0] is 'M' or 'y').Select(part => part == "MMM" ? "MMMM" : part).ToList();
        return kept.Count == 0 ? "MMMM yyyy" : string.Join(separator, kept);
    }

    private static string Iso(DateOnly from, DateOnly to) =>
        string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}/{to:yyyy-MM-dd}");
}
