using BriefingGen.Scheduling;
using BriefingGen.Scheduling.Calendars;
using BriefingGen.Scheduling.Hosting;
using BriefingGen.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;

namespace BriefingGen.Cli.Hosting;

/// <summary>The service: schedules in a generic host, for a terminal, systemd or Windows.</summary>
internal static class ServiceHost
{
    /// <summary>Runs until it is stopped or fails.</summary>
    /// <param name="options">How.</param>
    /// <param name="store">The store; stays the caller's to close.</param>
    /// <param name="maker">Makes the editions.</param>
    /// <param name="alerts">Where alerts go besides the log; null for nowhere.</param>
    /// <param name="clock">The time.</param>
    /// <param name="more">Further services of the host, such as its web pages; null for none.</param>
    /// <param name="cancellationToken">Stops the service as Ctrl-C does.</param>
    /// <returns>
    /// 0 where a service manager stopped it, 130 after Ctrl-C, 143 after SIGTERM, 1 where a service in it failed: the
    /// generic host itself ends such a run as if all were well (runtime#67146).
    /// </returns>
    public static async Task<int> RunAsync(
        ServeOptions options,
        IBriefStore store,
        IEditionMaker maker,
        IAlerts? alerts,
        TimeProvider clock,
        Action<IServiceCollection>? more,
        CancellationToken cancellationToken
    )
    {
        using var host = Build(options, store, maker, alerts, clock, more);
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        using var signals = new StopSignals(lifetime.StopApplication);
        await host.StartAsync(cancellationToken);
        var failed = Watch(host, options, lifetime);
        await host.WaitForShutdownAsync(cancellationToken);
        return failed() ? ExitCodes.Unexpected
            : signals.Code is { } code ? code
            : cancellationToken.IsCancellationRequested ? ExitCodes.Interrupted
            : ExitCodes.Done;
    }

    private static IHost Build(
        ServeOptions options,
        IBriefStore store,
        IEditionMaker maker,
        IAlerts? alerts,
        TimeProvider clock,
        Action<IServiceCollection>? more
    )
    {
        // Without the defaults: configuration is the program's, and a file in the working folder has no say here.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        HostLog.Configure(builder.Logging, options.JsonLog, options.Error);
        var services = builder.Services;
        services.AddSystemd();
        services.AddWindowsService(service => service.ServiceName = "briefgen");
        services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = options.StopWithin;
            // The host would stop as if it had been asked to; Watch stops it with an exit code that says why.
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
        services.AddSingleton(clock);
        services.AddSingleton(maker);
        services.AddSingleton(new CalendarFolder(options.CalendarFolder));
        // An instance that was given in is not the host's to close.
        services.AddSingleton(store);
        services.AddSingleton(provider => Channels(provider, options, alerts));
        services.AddSchedules(options.Schedules, options.Sweep);
        AddWatchdog(services, options);
        more?.Invoke(services);
        return builder.Build();
    }

    private static IAlerts Channels(IServiceProvider provider, ServeOptions options, IAlerts? alerts)
    {
        var logs = provider.GetRequiredService<ILoggerFactory>();
        List<IAlerts> channels = [new AlertLog(logs.CreateLogger<AlertLog>())];
        if (options.AlertFile is { } path)
        {
            channels.Add(new AlertFile(path, logs.CreateLogger<AlertFile>()));
        }

        if (alerts is not null)
        {
            channels.Add(alerts);
        }

        return new AlertChannels(channels, logs.CreateLogger<AlertChannels>(), options.Redact);
    }

    private static void AddWatchdog(IServiceCollection services, ServeOptions options)
    {
        if (
            SystemdHelpers.IsSystemdService()
            && SystemdWatchdog.TimeoutOf(Environment.GetEnvironmentVariable("WATCHDOG_USEC")) is { } timeout
        )
        {
            services.AddHostedService(provider => new SystemdWatchdog(
                provider.GetRequiredService<ISystemdNotifier>(),
                provider.GetRequiredService<IServiceHealth>(),
                provider.GetRequiredService<TimeProvider>(),
                timeout,
                silence: options.Sweep.Every * (options.Sweep.Failures + 1)
            ));
        }
    }

    /// <summary>Sees to it that a service that fails ends the process with an exit code that says so.</summary>
    /// <returns>Whether one failed.</returns>
    private static Func<bool> Watch(IHost host, ServeOptions options, IHostApplicationLifetime lifetime)
    {
        var tasks = host
            .Services.GetServices<IHostedService>()
            .OfType<BackgroundService>()
            .Select(service => service.ExecuteTask)
            .OfType<Task>()
            .ToList();
        var hasFailed = 0;
        foreach (var task in tasks)
        {
            _ = task.ContinueWith(
                ended =>
                {
                    // One that was cancelled, but not by the host, has ended as well: a timeout that nobody caught.
                    if (ended.IsFaulted || !lifetime.ApplicationStopping.IsCancellationRequested)
                    {
                        Volatile.Write(ref hasFailed, 1);
                        options.FailWith(ExitCodes.Unexpected);
                        lifetime.StopApplication();
                    }
                },
                CancellationToken.None,
                TaskContinuationOptions.NotOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }

        return () => Volatile.Read(ref hasFailed) == 1 || tasks.Exists(task => task.IsFaulted);
    }
}
