using BriefingGen.Sources;
using BriefingGen.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace BriefingGen.Scheduling.Hosting;

/// <summary>What Quartz fires: does what one schedule owes, then sets its next time.</summary>
[DisallowConcurrentExecution]
internal sealed class EditionJob(
    ScheduleRunner runner,
    ScheduleClockwork clockwork,
    IHostApplicationLifetime lifetime,
    ILogger<EditionJob> logger
) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            lifetime.ApplicationStopping
        );
        try
        {
            foreach (var run in await runner.RunDueAsync(name, stop.Token))
            {
                ScheduleLog.Ran(logger, name, run.Edition.Date, run.Result, run.Message);
            }

            await clockwork.SetAsync(name, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was not finished is owed again at the next start.
        }
        catch (Exception exception) when (exception is ConfigurationException or StoreException)
        {
            // The next sweep looks at the schedule again.
            ScheduleLog.Unusable(logger, name, exception.Message);
        }
    }
}
