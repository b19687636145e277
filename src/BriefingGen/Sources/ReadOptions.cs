namespace BriefingGen.Sources;

/// <summary>Bounds of reading. Immutable.</summary>
/// <param name="Today">The day of the run, from the clock: a publication date more than two days after it is not believed.</param>
public sealed record ReadOptions(DateOnly Today)
{
    /// <summary>The moment of the run, for embargoes; null to go by <see cref="Today"/> alone.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Largest file in bytes; a larger one is set aside unread. 32 MB by default.</summary>
    public int MaxFileBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Longest article in UTF-16 code units; a longer one is set aside. One million by default.</summary>
    public int MaxArticleLength { get; init; } = 1_000_000;

    /// <summary>Most records taken from one file; the rest is set aside in one line. 100,000 by default.</summary>
    public int MaxRecords { get; init; } = 100_000;

    /// <summary>Which files below a given folder are inputs.</summary>
    public InputScope Scope { get; init; } = new();

    /// <summary>Days after <see cref="Today"/> that a publication date may lie, for time zones and early editions.</summary>
    internal const int FutureDays = 2;
}
