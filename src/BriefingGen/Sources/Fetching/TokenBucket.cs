namespace BriefingGen.Sources.Fetching;

/// <summary>Lets so many pass at once after a rest, then one an interval. Safe to share between threads.</summary>
/// <param name="burst">How many pass at once after a rest, at least 1.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenBucket(int burst, TimeProvider time)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _emptyUntil = DateTimeOffset.MinValue;

    /// <summary>Takes a place; the time to wait for it, zero for none.</summary>
    /// <param name="interval">Time that a place takes to grow back.</param>
    public TimeSpan Take(TimeSpan interval)
    {
        lock (_gate)
        {
            // The moment at which the bucket would be full again: what lies further off than it can hold is to be waited for.
            var now = time.GetUtcNow();
            _emptyUntil = (_emptyUntil < now ? now : _emptyUntil) + interval;
            var wait = _emptyUntil - now - (interval * burst);
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }
}
