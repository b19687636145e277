using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace BriefingGen.Scheduling.Hosting;

/// <summary>Puts schedules into a host.</summary>
public static class ScheduleServices
{
    /// <summary>
    /// Adds the services that run schedules. The host brings <see cref="Storage.IBriefStore"/>, <see cref="IEditionMaker"/>,
    /// <see cref="IAlerts"/>, <see cref="Calendars.CalendarFolder"/> and <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">When runs are late and times missed.</param>
    /// <param name="sweep">How schedules are looked after.</param>
    /// <param name="jobStore">
    /// Sets another store of triggers than memory, for several nodes that share one; null for memory. Whatever it is, the
    /// truth of what is owed stays with the schedules' marks.
    /// </param>
    public static IServiceCollection AddSchedules(
        this IServiceCollection services,
        ScheduleOptions options,
        SweepOptions sweep,
        Action<IQuartzBuilder>? jobStore = null
    )
    {
        ArgumentNullException.ThrowIfNull(sweep);
        services.AddSingleton(options);
        services.AddSingleton(sweep);
        services.AddSingleton<ScheduleRunner>();
        services.AddSingleton<ScheduleClockwork>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "briefgen");
            quartz.UseDefaultThreadPool(sweep.Parallel);
            if (jobStore is null)
            {
                quartz.UseInMemoryStore(_ => { });
            }
            else
            {
                jobStore(quartz);
            }
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        services.TryAddSingleton<SweepService>();
        services.AddHostedService(provider => provider.GetRequiredService<SweepService>());
        services.AddSingleton<IServiceHealth>(provider => new SweepHealth(provider.GetRequiredService<SweepService>()));
        return services;
    }

    private sealed class SweepHealth(SweepService sweep) : IServiceHealth
    {
        public DateTimeOffset? LastGood => sweep.LastGood;
    }
}

/// <summary>Whether schedules are looked after, for a watchdog.</summary>
public interface IServiceHealth
{
    /// <summary>When all schedules were last looked at; null before the first time.</summary>
    DateTimeOffset? LastGood { get; }
}
