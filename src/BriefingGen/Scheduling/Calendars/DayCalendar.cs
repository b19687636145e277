using System.Collections.Frozen;

namespace BriefingGen.Scheduling.Calendars;

/// <summary>Days on which nothing is due. Immutable.</summary>
public sealed class DayCalendar
{
    private readonly FrozenDictionary<DateOnly, string> _dates;
    private readonly bool _weekends;

    internal DayCalendar(bool weekends, IEnumerable<KeyValuePair<DateOnly, string>> dates)
    {
        _weekends = weekends;
        _dates = dates
            .GroupBy(entry => entry.Key)
            .ToFrozenDictionary(
                group => group.Key,
                group => string.Join(", ", group.Select(entry => entry.Value).Distinct(StringComparer.Ordinal))
            );
        LastDate = _dates.Count == 0 ? null : _dates.Keys.Max();
    }

    /// <summary>Without days off.</summary>
    public static DayCalendar EveryDay { get; } = new(weekends: false, []);

    /// <summary>Saturdays and Sundays off.</summary>
    public static DayCalendar Weekdays { get; } = new(weekends: true, []);

    /// <summary>The last date that its files name; null where it has none. From the next day on holidays are not known.</summary>
    public DateOnly? LastDate { get; }

    /// <summary>Why a day is off, such as the name of the holiday; null for a day on which times are due.</summary>
    public string? WhyOff(DateOnly day) =>
        _dates.TryGetValue(day, out var name) ? name
        : _weekends && day.DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday) ? "weekend"
        : null;

    /// <summary>Off where one of the two is.</summary>
    internal DayCalendar With(DayCalendar other) => new(_weekends || other._weekends, _dates.Concat(other._dates));
}
