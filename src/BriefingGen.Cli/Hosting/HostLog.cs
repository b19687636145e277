using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace BriefingGen.Cli.Hosting;

/// <summary>The log of commands that run schedules: always on standard error, and through what takes secrets out of it.</summary>
internal static class HostLog
{
    /// <summary>A log for one command.</summary>
    public static ILoggerFactory Create(CliHost host, bool json = false, LogLevel least = LogLevel.Warning) =>
        LoggerFactory.Create(logging => Configure(logging, json, host.Error).SetMinimumLevel(least));

    /// <summary>Sets a host's log up.</summary>
    /// <param name="logging">The host's log.</param>
    /// <param name="json">One JSON object a line.</param>
    /// <param name="error">Where it goes.</param>
    public static ILoggingBuilder Configure(ILoggingBuilder logging, bool json, TextWriter error)
    {
        logging.ClearProviders();
        logging.AddFilter("Quartz", LogLevel.Warning);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        if (json)
        {
            logging.AddJsonConsole(console =>
                (console.UseUtcTimestamp, console.TimestampFormat, console.IncludeScopes) = (true, "O", true)
            );
        }
        else
        {
            logging.AddSimpleConsole(console =>
                (
                    console.SingleLine,
                    console.UseUtcTimestamp,
                    console.TimestampFormat,
                    console.ColorBehavior,
                    console.IncludeScopes
                ) = (true, true, "yyyy-MM-dd HH:mm:ss'Z' ", LoggerColorBehavior.Disabled, true)
            );
        }

        // The console's own way out writes past our writer: its forms are used, and not its way.
        logging.Services.RemoveAll<ILoggerProvider>();
        logging.Services.AddSingleton<ILoggerProvider>(services => new WriterLogProvider(
            services
                .GetServices<ConsoleFormatter>()
                .First(form => form.Name == (json ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple)),
            error
        ));
        return logging;
    }
}
