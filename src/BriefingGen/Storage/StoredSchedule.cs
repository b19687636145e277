using System.Collections.Immutable;

namespace BriefingGen.Storage;

/// <summary>What is done about times that passed while nothing ran.</summary>
public enum MisfirePolicy
{
    /// <summary>Nothing; the miss is told.</summary>
    Skip,

    /// <summary>One edition, for the latest time that was missed.</summary>
    Once,

    /// <summary>One edition for each time that was missed.</summary>
    All,
}

/// <summary>A schedule.</summary>
/// <param name="Name">Lower-case letters, digits and hyphens.</param>
/// <param name="Cron">Quartz cron of six or seven fields, or the five fields of crontab.</param>
/// <param name="TimeZone">IANA name, such as <c>Europe/Brussels</c>.</param>
/// <param name="Calendar">Name of a calendar of days off (<c>weekdays</c>, or a file of dates); null for every day.</param>
/// <param name="Misfire">What is done about missed times.</param>
/// <param name="CatchUpWithin">A missed time that is older is not caught up; null for no bound.</param>
/// <param name="Profile">Name of the profile in the configuration that says inputs, feeds, templates, formats and targets; null for the default one.</param>
/// <param name="Inputs">Files, folders, patterns and addresses to ingest beside those of the profile.</param>
/// <param name="Paused">True while it does not fire.</param>
/// <param name="Created">When it was added: no earlier time was missed.</param>
/// <param name="HandledUntil">What was due until then was run, skipped or caught up; null before the first time.</param>
public sealed record StoredSchedule(
    string Name,
    string Cron,
    string TimeZone,
    string? Calendar,
    MisfirePolicy Misfire,
    TimeSpan? CatchUpWithin,
    string? Profile,
    ImmutableArray<string> Inputs,
    bool Paused,
    DateTimeOffset Created,
    DateTimeOffset? HandledUntil
);
