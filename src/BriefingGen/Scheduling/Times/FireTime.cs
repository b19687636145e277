namespace BriefingGen.Scheduling.Times;

/// <summary>How a change of the clock touches a local time.</summary>
public enum ClockChange
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The clock skips it: it is due at the first instant behind the gap.</summary>
    Skipped,

    /// <summary>The clock shows it twice: it is due the first time.</summary>
    Repeated,
}

/// <summary>A time that a schedule names.</summary>
/// <param name="At">When it is due, with the zone's offset there.</param>
/// <param name="Local">The local time that the cron expression names; behind a gap it is not the one that the clock shows.</param>
/// <param name="Change">How a change of the clock touches it.</param>
/// <param name="Off">Why nothing is due on its day, such as the name of a holiday; null where something is.</param>
public readonly record struct FireTime(DateTimeOffset At, DateTime Local, ClockChange Change, string? Off)
{
    /// <summary>The local day that an edition of this time covers.</summary>
    public DateOnly Date => DateOnly.FromDateTime(Local);
}
