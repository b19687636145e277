namespace BriefingGen;

/// <summary>
/// A clock that stands still, in UTC: what a frozen edition tells as its own time, and what <c>SOURCE_DATE_EPOCH</c> asks for.
/// </summary>
/// <param name="now">The time that it shows.</param>
public sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;
}
