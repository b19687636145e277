namespace BriefingGen.Fusion.Events;

/// <summary>An event with its tellings as they were compared.</summary>
/// <param name="Event">The event.</param>
/// <param name="Lead">Its leading telling.</param>
internal sealed record EventGroup(Event Event, EventUnit Lead);
