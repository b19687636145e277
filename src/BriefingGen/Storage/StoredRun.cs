namespace BriefingGen.Storage;

/// <summary>What started a run.</summary>
public enum RunTrigger
{
    /// <summary>A person.</summary>
    Manual,

    /// <summary>A schedule, on time.</summary>
    Scheduled,

    /// <summary>A schedule, late: the time was missed.</summary>
    CatchUp,
}

/// <summary>What a run came to.</summary>
public enum RunResult
{
    /// <summary>Still at work, or killed.</summary>
    Running,

    /// <summary>The edition is complete.</summary>
    Done,

    /// <summary>There was nothing to make a brief of.</summary>
    Empty,

    /// <summary>It failed; <see cref="StoredRun.Message"/> says why.</summary>
    Failed,

    /// <summary>A file of the edition does not verify; nothing was delivered.</summary>
    NotVerified,

    /// <summary>The edition is complete, but a target did not get it.</summary>
    NotDelivered,

    /// <summary>Its time was missed and the policy says to skip it.</summary>
    Missed,

    /// <summary>The edition was complete or in another worker's hands.</summary>
    NotNeeded,

    /// <summary>Ended from outside.</summary>
    Interrupted,
}

/// <summary>One run.</summary>
/// <param name="Id">Identity, also in every log line: 32 lower-case hexadecimal digits.</param>
/// <param name="Edition">The edition.</param>
/// <param name="Trigger">What started it.</param>
/// <param name="Due">When it was due; null for a manual one.</param>
/// <param name="Started">When it started.</param>
/// <param name="Ended">When it ended; null while it runs.</param>
/// <param name="Result">What it came to.</param>
/// <param name="Message">One line for people; null where there is nothing to say.</param>
/// <param name="Articles">Articles in the edition.</param>
/// <param name="Facts">Facts in the edition.</param>
/// <param name="SetAside">Inputs set aside.</param>
public sealed record StoredRun(
    string Id,
    EditionKey Edition,
    RunTrigger Trigger,
    DateTimeOffset? Due,
    DateTimeOffset Started,
    DateTimeOffset? Ended,
    RunResult Result,
    string? Message,
    int Articles,
    int Facts,
    int SetAside
);
