namespace BriefingGen.Scheduling.Hosting;

/// <summary>How the service looks after its schedules.</summary>
public sealed record SweepOptions
{
    /// <summary>How often all schedules are looked at. Default: each minute.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After so many failures in a row the service fails. Default: 10.</summary>
    public int Failures { get; init; } = 10;

    /// <summary>File that is rewritten after each look that went well; null for none.</summary>
    public string? Heartbeat { get; init; }

    /// <summary>Schedules that may run at the same time, from 1. Default: 2.</summary>
    public int Parallel { get; init; } = 2;
}
