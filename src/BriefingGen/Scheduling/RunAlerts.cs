using System.Globalization;
using BriefingGen.Storage;

namespace BriefingGen.Scheduling;

/// <summary>Which runs a person is told of, and in what words.</summary>
/// <param name="alerts">Where to.</param>
/// <param name="clock">The time.</param>
/// <param name="options">When a run is late.</param>
internal sealed class RunAlerts(IAlerts alerts, TimeProvider clock, ScheduleOptions options)
{
    /// <summary>Tells of a run that failed, did not reach a target, was empty or late.</summary>
    public async Task OfRunAsync(StoredSchedule schedule, StoredRun run, CancellationToken cancellationToken)
    {
        var told = run.Result switch
        {
            RunResult.Failed or RunResult.NotVerified => (
                AlertKind.Failed,
                $"The edition of {Day(run)} failed: {run.Message ?? "no reason given"}"
            ),
            RunResult.NotDelivered => (
                AlertKind.DeliveryFailed,
                $"The edition of {Day(run)} was {run.Message ?? "not delivered everywhere"}"
            ),
            RunResult.Empty => (
                AlertKind.Empty,
                $"There was nothing to make the edition of {Day(run)} of. {run.Message}"
            ),
            RunResult.Done when IsLate(run) => (
                AlertKind.Late,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The edition of {Day(run)} is late: due {run.Due:yyyy-MM-dd HH:mm zzz}, begun {run.Started.ToOffset(run.Due!.Value.Offset):yyyy-MM-dd HH:mm zzz}."
                )
            ),
            _ => default((AlertKind Kind, string Message)?),
        };
        if (told is { } alert)
        {
            await alerts.RaiseAsync(
                new Alert(alert.Kind, schedule.Name, run.Edition, clock.GetUtcNow(), alert.Message.TrimEnd()),
                cancellationToken
            );
        }
    }

    /// <summary>Tells of missed times, all in one: an outage of a month is one thing to know.</summary>
    public Task OfMissesAsync(
        StoredSchedule schedule,
        IReadOnlyList<StoredRun> missed,
        CancellationToken cancellationToken
    )
    {
        var message =
            missed.Count == 1
                ? $"The edition of {Day(missed[0])} was missed and is not made afterwards."
                : $"{missed.Count} editions, of {Day(missed[0])} to {Day(missed[^1])}, were missed and are not made afterwards.";
        return alerts.RaiseAsync(
            new Alert(AlertKind.Missed, schedule.Name, missed[^1].Edition, clock.GetUtcNow(), message),
            cancellationToken
        );
    }

    private bool IsLate(StoredRun run) => run.Due is { } due && run.Started - due > options.LateAfter;

    private static string Day(StoredRun run) => run.Edition.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
