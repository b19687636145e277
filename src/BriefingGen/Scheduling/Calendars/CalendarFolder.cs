using System.Text.RegularExpressions;
using BriefingGen.Sources;

namespace BriefingGen.Scheduling.Calendars;

/// <summary>
/// The calendars of a desk: <c>weekdays</c> is built in; a file <c>NAME.txt</c> or <c>NAME.yaml</c> in the folder is the
/// calendar NAME; <c>business</c> stands for <c>weekdays+holidays</c>; <c>+</c> joins the days off of several.
/// Files are read each time that they are asked for, so that a corrected one counts at once.
/// </summary>
/// <param name="folder">The folder; need not be there while only built-in calendars are used.</param>
public sealed partial class CalendarFolder(string folder)
{
    private const int MaxParts = 8;

    /// <summary>A calendar by name; null gives one without days off.</summary>
    /// <exception cref="ConfigurationException">There is none of that name, or its file is wrong; the message names file and line.</exception>
    public DayCalendar Find(string? name)
    {
        if (name is null)
        {
            return DayCalendar.EveryDay;
        }

        var parts = name.Split('+');
        return parts.Length <= MaxParts && Array.TrueForAll(parts, part => Name().IsMatch(part))
            ? parts.Select(One).Aggregate((calendar, next) => calendar.With(next))
            : throw new ConfigurationException(
                $"'{name}' is no name of a calendar; expected lower-case letters, digits and hyphens, "
                    + "several joined with +, such as weekdays+be-holidays."
            );
    }

    /// <summary>Where the files of a calendar end: from the next day on nobody knows their holidays.</summary>
    /// <returns>One for each file that the name stands for; none for built-in calendars.</returns>
    /// <exception cref="ConfigurationException">A file is not there or wrong.</exception>
    public IReadOnlyList<CalendarEnd> EndsOf(string? name) =>
        name is null
            ? []
            :
            [
                .. name.Split('+')
                    .Select(part => part == "business" ? "holidays" : part)
                    .Where(part => part != "weekdays")
                    .Distinct(StringComparer.Ordinal)
                    .Select(part => new CalendarEnd(part, Read(part).LastDate!.Value)),
            ];

    private DayCalendar One(string name) =>
        name switch
        {
            "weekdays" => DayCalendar.Weekdays,
            "business" => DayCalendar.Weekdays.With(Read("holidays")),
            _ => Read(name),
        };

    private DayCalendar Read(string name)
    {
        foreach (var extension in (ReadOnlySpan<string>)[".txt", ".yaml", ".yml"])
        {
            var path = Path.Combine(folder, name + extension);
            if (File.Exists(path))
            {
                return CalendarFile.Read(path);
            }
        }

        throw new ConfigurationException(
            $"There is no calendar '{name}': expected a file {Path.Combine(folder, name)}.txt or .yaml, "
                + "or the built-in calendar weekdays."
        );
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}

/// <summary>Where a file of days off ends.</summary>
/// <param name="Name">The calendar's name.</param>
/// <param name="Last">The last day that it names.</param>
public readonly record struct CalendarEnd(string Name, DateOnly Last);
