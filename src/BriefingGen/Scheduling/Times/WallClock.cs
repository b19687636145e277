namespace BriefingGen.Scheduling.Times;

/// <summary>
/// Where a wall clock's readings lie on the line of time. It asks the zone for offsets at instants only, which are never
/// ambiguous; <see cref="TimeZoneInfo.IsInvalidTime(DateTime)"/> and its kin do not see a change of the standard offset
/// itself, such as Samoa's step over the date line. Immutable.
/// </summary>
/// <param name="zone">The zone.</param>
internal sealed class WallClock(TimeZoneInfo zone)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>What the clock on the wall reads at an instant.</summary>
    public DateTime Read(DateTimeOffset instant) =>
        DateTime.SpecifyKind(instant.UtcDateTime + OffsetAt(instant.UtcDateTime), DateTimeKind.Unspecified);

    /// <summary>The same instant with the zone's offset.</summary>
    public DateTimeOffset Localize(DateTimeOffset instant) => instant.ToOffset(OffsetAt(instant.UtcDateTime));

    /// <summary>
    /// The instant of a reading: the first of two where the clock shows it twice, the first instant behind the gap where
    /// it never shows it.
    /// </summary>
    public WallReading Resolve(DateTime wall)
    {
        var (before, after) = (OffsetAt(wall - Day), OffsetAt(wall + Day));
        if (before == after && OffsetAt(wall - before) == before)
        {
            return new WallReading(At(wall - before), ClockChange.None, CoversDay: false);
        }

        var shown = new[] { before, after, OffsetAt(wall - before), OffsetAt(wall - after) }
            .Distinct()
            .Where(offset => OffsetAt(wall - offset) == offset)
            .Select(offset => wall - offset)
            .Order()
            .ToList();
        return shown.Count switch
        {
            0 => BehindGap(wall, wall - Max(before, after), wall - Min(before, after)),
            1 => new WallReading(At(shown[0]), ClockChange.None, CoversDay: false),
            _ => new WallReading(At(shown[0]), ClockChange.Repeated, CoversDay: false),
        };
    }

    /// <summary>Halves the stretch that holds the change until its first instant is known to the second.</summary>
    private WallReading BehindGap(DateTime wall, DateTime low, DateTime high)
    {
        var (from, to) = (low.Ticks / TimeSpan.TicksPerSecond, (high.Ticks / TimeSpan.TicksPerSecond) + 1);
        while (to - from > 1)
        {
            var middle = from + ((to - from) / 2);
            if (ReadSecond(middle) > wall)
            {
                to = middle;
            }
            else
            {
                from = middle;
            }
        }

        // The last reading before the gap and the first behind it say whether the gap swallows the whole day.
        var coversDay = ReadSecond(from).AddSeconds(1) <= wall.Date && ReadSecond(to) >= wall.Date + Day;
        return new WallReading(At(Utc(to)), ClockChange.Skipped, coversDay);
    }

    private DateTime ReadSecond(long second) => Utc(second) + OffsetAt(Utc(second));

    private TimeSpan OffsetAt(DateTime utc) => zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private DateTimeOffset At(DateTime utc) =>
        Localize(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeSpan.Zero));

    private static DateTime Utc(long second) => new(second * TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

/// <summary>A reading of a wall clock with its instant.</summary>
/// <param name="At">The instant, with the zone's offset there.</param>
/// <param name="Change">Whether the clock shows the reading once, never or twice.</param>
/// <param name="CoversDay">True where the gap that swallows the reading swallows its whole day.</param>
internal readonly record struct WallReading(DateTimeOffset At, ClockChange Change, bool CoversDay);
