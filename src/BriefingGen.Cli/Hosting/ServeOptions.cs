using BriefingGen.Scheduling;
using BriefingGen.Scheduling.Hosting;

namespace BriefingGen.Cli.Hosting;

/// <summary>How the service runs.</summary>
internal sealed record ServeOptions
{
    /// <summary>When runs are late and times missed.</summary>
    public ScheduleOptions Schedules { get; init; } = new();

    /// <summary>How schedules are looked after.</summary>
    public SweepOptions Sweep { get; init; } = new();

    /// <summary>Folder of calendars.</summary>
    public required string CalendarFolder { get; init; }

    /// <summary>File that alerts are appended to; null for none.</summary>
    public string? AlertFile { get; init; }

    /// <summary>The log as one JSON object a line.</summary>
    public bool JsonLog { get; init; }

    /// <summary>How long a run under way has to give its edition back when the service stops. Default: 20 seconds.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Is told the exit code of a service that failed while it still runs: a service manager that watches the process
    /// itself (Windows) sees a clean stop otherwise. Default: sets <see cref="Environment.ExitCode"/>.
    /// </summary>
    public Action<int> FailWith { get; init; } = code => Environment.ExitCode = code;

    /// <summary>Where the log goes. Default: standard error.</summary>
    public TextWriter Error { get; init; } = Console.Error;

    /// <summary>Takes secrets out of alerts; null for what only has the shape of one.</summary>
    public Func<string, string>? Redact { get; init; }
}
