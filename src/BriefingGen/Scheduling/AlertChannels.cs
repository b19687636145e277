using Microsoft.Extensions.Logging;

namespace BriefingGen.Scheduling;

/// <summary>Tells several channels of each alert; one that breaks down silences none of the others.</summary>
/// <param name="channels">The channels.</param>
/// <param name="logger">Is told of a channel that broke down.</param>
public sealed class AlertChannels(IReadOnlyList<IAlerts> channels, ILogger<AlertChannels> logger) : IAlerts
{
    /// <inheritdoc/>
    public async Task RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        foreach (var channel in channels)
        {
            try
            {
                await channel.RaiseAsync(alert, cancellationToken);
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
            {
                ScheduleLog.ChannelFailed(logger, exception, channel.GetType().Name);
            }
        }
    }
}
