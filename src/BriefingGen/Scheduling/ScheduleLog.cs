using Microsoft.Extensions.Logging;

namespace BriefingGen.Scheduling;

/// <summary>What schedules write to the log.</summary>
internal static partial class ScheduleLog
{
    [LoggerMessage(501, LogLevel.Error, "Schedule {Schedule}: making the edition of {Date:yyyy-MM-dd} broke down.")]
    public static partial void MakerBroke(ILogger logger, Exception exception, string schedule, DateOnly date);

    [LoggerMessage(
        502,
        LogLevel.Warning,
        "Schedule {Schedule}: its mark {Mark} was made by a clock far ahead; it is set to {Now}."
    )]
    public static partial void MarkReset(ILogger logger, string schedule, DateTimeOffset? mark, DateTimeOffset now);

    [LoggerMessage(503, LogLevel.Information, "Schedule {Schedule}: edition of {Date:yyyy-MM-dd}: {Result}. {Message}")]
    public static partial void Ran(
        ILogger logger,
        string schedule,
        DateOnly date,
        Storage.RunResult result,
        string? message
    );

    [LoggerMessage(504, LogLevel.Error, "Schedule {Schedule} cannot be run: {Message}")]
    public static partial void Unusable(ILogger logger, string schedule, string message);

    [LoggerMessage(505, LogLevel.Error, "Schedules could not be looked after ({Failures} times in a row).")]
    public static partial void SweepFailed(ILogger logger, Exception exception, int failures);

    [LoggerMessage(506, LogLevel.Warning, "Alert {Kind}, schedule {Schedule}, edition {Edition:yyyy-MM-dd}: {Message}")]
    public static partial void Alert(
        ILogger logger,
        AlertKind kind,
        string? schedule,
        DateOnly? edition,
        string message
    );

    [LoggerMessage(507, LogLevel.Error, "The file {Path} could not be written.")]
    public static partial void FileFailed(ILogger logger, Exception exception, string path);

    [LoggerMessage(508, LogLevel.Information, "Schedule {Schedule}: next due {Next:yyyy-MM-dd HH:mm zzz}.")]
    public static partial void NextDue(ILogger logger, string schedule, DateTimeOffset? next);

    [LoggerMessage(509, LogLevel.Error, "The alert channel {Channel} broke down.")]
    public static partial void ChannelFailed(ILogger logger, Exception exception, string channel);
}
