using Microsoft.Extensions.Logging;

namespace BriefingGen.Scheduling;

/// <summary>Tells of alerts in the log.</summary>
/// <param name="logger">The log.</param>
public sealed class AlertLog(ILogger<AlertLog> logger) : IAlerts
{
    /// <inheritdoc/>
    public Task RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        ScheduleLog.Alert(logger, alert.Kind, alert.Schedule, alert.Edition?.Date, alert.Message);
        return Task.CompletedTask;
    }
}
