using BriefingGen.Sources;
using Quartz;

namespace BriefingGen.Scheduling.Times;

/// <summary>Reads cron expressions: the five fields of crontab, or Quartz's six or seven.</summary>
internal static class CronText
{
    private const int MaxLength = 200;

    /// <summary>
    /// Reads an expression as one over a clock that never changes: in UTC it steps from reading to reading, and what a
    /// zone makes of a reading is <see cref="WallClock"/>'s to say. Quartz's own steps over clock changes have been
    /// wrong more than once (quartznet#2349, #2475).
    /// </summary>
    /// <exception cref="ConfigurationException">It is no cron expression.</exception>
    public static CronExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (text.Length > MaxLength || fields.Length is < 5 or > 7)
        {
            throw new ConfigurationException(
                $"'{Shown(text)}' is no cron expression; expected five fields (minute hour day month weekday) "
                    + "or six or seven (second minute hour day month weekday [year])."
            );
        }

        try
        {
            return CronExpression
                .Parse(string.Join(' ', fields), fields.Length == 5 ? CronFormat.Unix : CronFormat.Quartz)
                .WithTimeZone(TimeZoneInfo.Utc);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new ConfigurationException(
                $"'{Shown(text)}' is no cron expression: {exception.Message.ReplaceLineEndings(" ")}",
                exception
            );
        }
    }

    private static string Shown(string text) => text.Length > MaxLength ? text[..MaxLength] + "…" : text;
}
