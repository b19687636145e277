namespace BriefingGen;

/// <summary>A clock that stands still, in UTC: what a frozen edition tells as its own time.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => now;
}
