using BriefingGen.Sources;
using Microsoft.Extensions.Logging;

namespace BriefingGen.Scheduling;

/// <summary>Tells several channels of each alert; one that breaks down silences none of the others.</summary>
/// <param name="channels">The channels.</param>
/// <param name="logger">Is told of a channel that broke down.</param>
/// <param name="redact">Takes secrets out of what is told; null for what only has the shape of one.</param>
public sealed class AlertChannels(
    IReadOnlyList<IAlerts> channels,
    ILogger<AlertChannels> logger,
    Func<string, string>? redact = null
) : IAlerts
{
    private readonly Func<string, string> _redact = redact ?? Redactor.Shapes;

    /// <inheritdoc/>
    public async Task RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var told = alert with { Message = _redact(alert.Message) };
        foreach (var channel in channels)
        {
            try
            {
                await channel.RaiseAsync(told, cancellationToken);
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
            {
                ScheduleLog.ChannelFailed(logger, exception, channel.GetType().Name);
            }
        }
    }
}
