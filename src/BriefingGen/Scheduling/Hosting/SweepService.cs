using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingGen.Scheduling.Hosting;

/// <summary>
/// Looks at all schedules at the start and each minute, so that a changed schedule, a clock that jumped and a machine that
/// slept are noticed. A store that cannot be reached is waited for a while; then the service fails, for its supervisor to
/// start it anew.
/// </summary>
internal sealed class SweepService(
    ScheduleClockwork clockwork,
    SweepOptions options,
    TimeProvider clock,
    ILogger<SweepService> logger
) : BackgroundService
{
    private long _lastGood;

    /// <summary>When a sweep last went well; null before the first.</summary>
    public DateTimeOffset? LastGood =>
        Interlocked.Read(ref _lastGood) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Every, clock);
        var failures = 0;
        do
        {
            try
            {
                await clockwork.SweepAsync(stoppingToken);
                failures = 0;
                Interlocked.Exchange(ref _lastGood, clock.GetUtcNow().UtcTicks);
                Beat();
            }
            // Something that was cancelled or timed out below ends no service that nobody stopped.
            catch (Exception exception)
                when (exception is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
            {
                ScheduleLog.SweepFailed(logger, exception, ++failures);
                if (failures >= options.Failures)
                {
                    throw;
                }
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Writes the time to the heartbeat file; a monitor that finds it old knows that nothing is scheduled any more.</summary>
    private void Beat()
    {
        if (options.Heartbeat is not { } path)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path + ".new", clock.GetUtcNow().ToString("O") + "\n");
            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ScheduleLog.FileFailed(logger, exception, path);
        }
    }
}
