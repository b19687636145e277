using BriefingGen.Storage;

namespace BriefingGen.Scheduling;

/// <summary>Making an edition broke off; the cause is the inner exception, and a later try goes on from where it came.</summary>
public sealed class EditionBrokenException : Exception
{
    /// <summary>Without words.</summary>
    public EditionBrokenException() { }

    /// <summary>With words for people.</summary>
    public EditionBrokenException(string message)
        : base(message) { }

    /// <summary>With words and cause.</summary>
    public EditionBrokenException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Of a run that was stored as failed.</summary>
    public EditionBrokenException(StoredRun run, Exception cause)
        : base(cause?.Message, cause) => Run = run;

    /// <summary>The run; null where it was not stored.</summary>
    public StoredRun? Run { get; }
}
