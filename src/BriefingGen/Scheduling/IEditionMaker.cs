using BriefingGen.Storage;

namespace BriefingGen.Scheduling;

/// <summary>Makes one edition from what is due: reads, extracts, composes, renders, verifies, delivers.</summary>
public interface IEditionMaker
{
    /// <summary>Makes an edition or goes on with one that was begun. What breaks it off (store, disk, settings) is stored as a failed run and thrown: a later try goes on.</summary>
    /// <param name="order">Which edition, and why now.</param>
    /// <param name="cancellationToken">Ends the run; what was done stays, and the next run goes on from there.</param>
    /// <returns>The run as it ended and was stored.</returns>
    /// <exception cref="EditionBrokenException">It broke off; the run was stored as failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the run was stored as interrupted.</exception>
    Task<StoredRun> MakeAsync(EditionOrder order, CancellationToken cancellationToken);
}

/// <summary>An edition that is due.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Date">The local day that the edition covers.</param>
/// <param name="Trigger">What started it.</param>
/// <param name="Due">When it was due; null for a manual one.</param>
public sealed record EditionOrder(StoredSchedule Schedule, DateOnly Date, RunTrigger Trigger, DateTimeOffset? Due)
{
    /// <summary>True to make it again where it failed, did not verify, or found nothing.</summary>
    public bool Again { get; init; }
}

/// <summary>Is told of runs that a person should know of.</summary>
public interface IAlerts
{
    /// <summary>Tells of one; never throws, a failing channel is logged.</summary>
    Task RaiseAsync(Alert alert, CancellationToken cancellationToken);
}

/// <summary>Why an alert is raised.</summary>
public enum AlertKind
{
    /// <summary>A time passed and no edition was made for it.</summary>
    Missed,

    /// <summary>An edition was made, but late.</summary>
    Late,

    /// <summary>There was nothing to make a brief of.</summary>
    Empty,

    /// <summary>A run failed.</summary>
    Failed,

    /// <summary>A target did not get its edition.</summary>
    DeliveryFailed,

    /// <summary>A feed has failed for a day or more.</summary>
    FeedDown,
}

/// <summary>Something that a person should know.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Schedule">The schedule; null where it concerns none.</param>
/// <param name="Edition">The edition; null where it concerns none.</param>
/// <param name="At">When it was noticed.</param>
/// <param name="Message">One sentence.</param>
public sealed record Alert(AlertKind Kind, string? Schedule, EditionKey? Edition, DateTimeOffset At, string Message);
