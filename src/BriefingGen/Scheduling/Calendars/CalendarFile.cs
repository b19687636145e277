using System.Globalization;
using BriefingGen.Sources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BriefingGen.Scheduling.Calendars;

/// <summary>
/// Reads a file of days off. Text: a line each, <c>2026-12-25 Christmas Day</c>, with <c>#</c> before a remark. YAML: one
/// mapping from date to name.
/// </summary>
internal static class CalendarFile
{
    private const long MaxBytes = 1 << 20;
    private const int MaxName = 100;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ConfigurationException">It cannot be read or is wrong; the message names file and line.</exception>
    public static DayCalendar Read(string path)
    {
        string text;
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                throw new ConfigurationException(
                    $"{path}: larger than any calendar; expected at most {MaxBytes} bytes."
                );
            }

            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path}: cannot be read: {exception.Message}", exception);
        }

        var dates = Path.GetExtension(path) == ".txt" ? Lines(path, text) : Yaml(path, text);
        return dates.Count > 0
            ? new DayCalendar(weekends: false, dates)
            : throw new ConfigurationException(
                $"{path}: names no day; expected dates, such as 2026-12-25 Christmas Day."
            );
    }

    private static Dictionary<DateOnly, string> Lines(string path, string text)
    {
        var dates = new Dictionary<DateOnly, string>();
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.IndexOf('#') is >= 0 and var remark ? raw[..remark].Trim() : raw.Trim();
            if (!line.IsEmpty)
            {
                var space = line.IndexOfAny(' ', '\t');
                var date = space < 0 ? line : line[..space];
                Add(dates, path, number, date.ToString(), space < 0 ? "" : line[space..].ToString());
            }
        }

        return dates;
    }

    private static Dictionary<DateOnly, string> Yaml(string path, string text)
    {
        var dates = new Dictionary<DateOnly, string>();
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.TryConsume<DocumentStart>(out _))
            {
                parser.Consume<MappingStart>();
                while (!parser.TryConsume<MappingEnd>(out _))
                {
                    var date = parser.Consume<Scalar>();
                    Add(dates, path, date.Start.Line, date.Value, parser.Consume<Scalar>().Value);
                }

                parser.Consume<DocumentEnd>();
                parser.Consume<StreamEnd>();
            }

            return dates;
        }
        catch (YamlException exception)
        {
            throw new ConfigurationException(
                $"{path}:{exception.Start.Line}: expected one mapping of dates to names, such as 2026-12-25: Christmas Day.",
                exception
            );
        }
    }

    private static void Add(Dictionary<DateOnly, string> dates, string path, long line, string date, string name)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new ConfigurationException(
                $"{path}:{line}: '{date}' is no date; expected yyyy-mm-dd, such as 2026-12-25."
            );
        }

        name = name.Trim();
        if (name.Length > MaxName || name.AsSpan().ContainsAnyInRange('\0', '\x1f'))
        {
            throw new ConfigurationException(
                $"{path}:{line}: the name of the day is over {MaxName} characters, or has control characters."
            );
        }

        if (!dates.TryAdd(day, name.Length > 0 ? name : "day off"))
        {
            throw new ConfigurationException($"{path}:{line}: {date} stands twice.");
        }
    }
}
