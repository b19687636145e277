using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace BriefingGen.Cli.Hosting;

/// <summary>The log of commands that run schedules: always on standard error.</summary>
internal static class HostLog
{
    /// <summary>A log for one command.</summary>
    public static ILoggerFactory Create(bool json = false, LogLevel least = LogLevel.Warning) =>
        LoggerFactory.Create(logging => Configure(logging, json).SetMinimumLevel(least));

    /// <summary>Sets a host's log up.</summary>
    /// <param name="logging">The host's log.</param>
    /// <param name="json">One JSON object a line.</param>
    public static ILoggingBuilder Configure(ILoggingBuilder logging, bool json)
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

        logging.Services.Configure<ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        return logging;
    }
}
