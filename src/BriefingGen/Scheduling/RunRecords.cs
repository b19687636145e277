using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen.Scheduling;

/// <summary>Records of runs that no maker could write. Their ids follow from what they tell, so that telling twice is telling once.</summary>
internal static class RunRecords
{
    private const int MaxMessage = 500;

    /// <summary>A time that was missed.</summary>
    public static StoredRun Missed(StoredSchedule schedule, ScheduleStep step, DateTimeOffset now) =>
        new(
            IdOf("missed", schedule.Name, step.Date, step.Due, 0),
            new EditionKey(schedule.Name, step.Date),
            RunTrigger.Scheduled,
            step.Due,
            now,
            now,
            RunResult.Missed,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Due {step.Due:yyyy-MM-dd HH:mm zzz}; missed, and not made afterwards (policy {PolicyOf(schedule)})."
            ),
            Articles: 0,
            Facts: 0,
            SetAside: 0
        );

    /// <summary>A run whose maker broke down.</summary>
    public static StoredRun Broken(EditionOrder order, int attempt, Exception exception, DateTimeOffset now)
    {
        var message = Redactor.Shapes($"{exception.GetType().Name}: {exception.Message}".ReplaceLineEndings(" "));
        return new StoredRun(
            IdOf("broken", order.Schedule.Name, order.Date, now, attempt),
            new EditionKey(order.Schedule.Name, order.Date),
            order.Trigger,
            order.Due,
            now,
            now,
            RunResult.Failed,
            message.Length > MaxMessage ? message[..MaxMessage] : message,
            Articles: 0,
            Facts: 0,
            SetAside: 0
        );
    }

    private static string PolicyOf(StoredSchedule schedule)
    {
        var policy = schedule.Misfire.ToString().ToLowerInvariant();
        return schedule.CatchUpWithin is { } bound
            ? string.Create(CultureInfo.InvariantCulture, $"{policy} within {bound.TotalHours:0.##} h")
            : policy;
    }

    private static string IdOf(string kind, string schedule, DateOnly date, DateTimeOffset at, int attempt) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{kind}\n{schedule}\n{date:O}\n{at.UtcDateTime:O}\n{attempt}"
                    )
                )
            )
        )[..32];
}
