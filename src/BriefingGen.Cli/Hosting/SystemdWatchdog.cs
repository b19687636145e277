using BriefingGen.Scheduling.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;

namespace BriefingGen.Cli.Hosting;

/// <summary>
/// Tells systemd that the service lives, while its schedules are looked after (sd_watchdog_enabled(3)): a service that
/// hangs is started anew.
/// </summary>
internal sealed class SystemdWatchdog(
    ISystemdNotifier notifier,
    IServiceHealth health,
    TimeProvider clock,
    TimeSpan timeout,
    TimeSpan silence
) : BackgroundService
{
    /// <summary>The time that systemd waits, from <c>WATCHDOG_USEC</c>; null where it does not watch.</summary>
    public static TimeSpan? TimeoutOf(string? microseconds) =>
        long.TryParse(microseconds, out var number) && number > 0
            ? TimeSpan.FromMicroseconds(Math.Min(number, TimeSpan.FromDays(1).TotalMicroseconds))
            : null;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(timeout / 2, clock);
        var started = clock.GetTimestamp();
        do
        {
            // The time of day may jump; a service that has just started has time until its first look.
            if (
                clock.GetElapsedTime(started) < silence
                || (health.LastGood is { } good && (clock.GetUtcNow() - good).Duration() < silence)
            )
            {
                notifier.Notify(new ServiceState("WATCHDOG=1"));
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
