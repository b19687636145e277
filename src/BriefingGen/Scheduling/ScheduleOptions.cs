namespace BriefingGen.Scheduling;

/// <summary>When a run counts as late, and when its time counts as missed.</summary>
public sealed record ScheduleOptions
{
    /// <summary>A run that starts this long after its time is late, which raises an alert. Default: 15 minutes.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// A time that passed longer ago is missed, and the policy for missed times decides. Until then it is run, whatever
    /// the policy: a timer that looks once an hour misses nothing. Default: one hour.
    /// </summary>
    public TimeSpan MissedAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often an edition whose maker broke down is tried in one process, with growing pauses. Default: 5.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Pause after the first breakdown; doubles with each further one. Default: one minute.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How far ahead of the clock a schedule's mark may be: the clock was set back, and nothing is due again until it
    /// catches up. A mark beyond that was made by a clock that was wrong, and is set to now. Default: 25 hours.
    /// </summary>
    public TimeSpan ClockSlack { get; init; } = TimeSpan.FromHours(25);
}
