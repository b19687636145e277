using System.Collections.Immutable;
using BriefingGen.Storage;

namespace BriefingGen.Scheduling;

/// <summary>What is to be done about a schedule now.</summary>
/// <param name="Steps">One for each local day that has times behind the mark, in order of time.</param>
/// <param name="ResetMark">The time to set the schedule's mark to because a wrong clock made it; null where the mark is sound.</param>
public sealed record SchedulePlan(ImmutableArray<ScheduleStep> Steps, DateTimeOffset? ResetMark)
{
    /// <summary>Nothing to do.</summary>
    public static SchedulePlan Nothing { get; } = new([], ResetMark: null);
}

/// <summary>What is to be done about the times of one local day.</summary>
/// <param name="Date">The local day that the edition covers.</param>
/// <param name="Due">The time that counts: for a missed day the first, else the first that is not missed.</param>
/// <param name="Until">The last time of the day that has passed: when the step is done, the schedule is handled until then.</param>
/// <param name="Action">What is to be done.</param>
public readonly record struct ScheduleStep(DateOnly Date, DateTimeOffset Due, DateTimeOffset Until, StepAction Action);

/// <summary>What is to be done about a day.</summary>
public enum StepAction
{
    /// <summary>Make the edition; its time has just come.</summary>
    Make,

    /// <summary>Make the edition; its time was missed, or its making was broken off.</summary>
    CatchUp,

    /// <summary>Record that the time was missed, and tell of it.</summary>
    Miss,

    /// <summary>Nothing: the edition is complete.</summary>
    Complete,

    /// <summary>Nothing yet: another worker has the edition. Later days wait too.</summary>
    Wait,
}

/// <summary>How far the edition of a day is, as a plan sees it.</summary>
public enum EditionStanding
{
    /// <summary>Nobody began it.</summary>
    Absent,

    /// <summary>It was begun and broken off.</summary>
    Begun,

    /// <summary>A worker has it.</summary>
    Held,

    /// <summary>Nothing is left to do.</summary>
    Complete,
}

/// <summary>Reads how far an edition is.</summary>
public static class EditionStandings
{
    /// <summary>How far an edition is at a time; null stands for one that the store does not have.</summary>
    public static EditionStanding StandingAt(this StoredEdition? edition, DateTimeOffset now) =>
        edition switch
        {
            null => EditionStanding.Absent,
            { State: EditionState.Delivered or EditionState.Empty or EditionState.Failed } => EditionStanding.Complete,
            { Worker: not null, LeaseUntil: { } until } when until > now => EditionStanding.Held,
            _ => EditionStanding.Begun,
        };
}
