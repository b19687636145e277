namespace BriefingGen.Sources.Fetching;

/// <summary>What the last fetch of a feed came to.</summary>
public enum FeedStatus
{
    /// <summary>Items were read.</summary>
    Ok,

    /// <summary>The server said that nothing changed (HTTP 304), or every item was known.</summary>
    Unchanged,

    /// <summary>It could be read and held nothing.</summary>
    Empty,

    /// <summary>It could not be read; <see cref="FeedState.Error"/> says why.</summary>
    Failed,
}

/// <summary>What is known of a feed from one fetch to the next.</summary>
/// <param name="Url">Its address as configured.</param>
/// <param name="ETag">For the next conditional request (RFC 9110); null where the server gave none.</param>
/// <param name="LastModified">The same, as the server wrote it; null where it gave none.</param>
/// <param name="Status">What the last fetch came to.</param>
/// <param name="Error">Why it failed, one line; null else.</param>
/// <param name="Items">Items in the last answer that had any.</param>
/// <param name="LastFetch">When it was last asked.</param>
/// <param name="LastOk">When it was last read; null where never.</param>
/// <param name="Failures">Failures in a row, 0 after a success.</param>
/// <param name="NotBefore">Not to be asked before this time (backoff, Retry-After); null for at once.</param>
public sealed record FeedState(
    string Url,
    string? ETag,
    string? LastModified,
    FeedStatus Status,
    string? Error,
    int Items,
    DateTimeOffset LastFetch,
    DateTimeOffset? LastOk,
    int Failures,
    DateTimeOffset? NotBefore
)
{
    /// <summary>The state of a feed that was never asked.</summary>
    public static FeedState New(string url) =>
        new(url, null, null, FeedStatus.Empty, null, 0, DateTimeOffset.MinValue, null, 0, null);
}

/// <summary>A feed's line in the coverage section of a brief.</summary>
/// <param name="Url">Its address as configured.</param>
/// <param name="Status">What the last fetch came to.</param>
/// <param name="Items">Items in the last answer that had any.</param>
/// <param name="NewItems">Articles of this reading that were not known.</param>
/// <param name="Error">Why it failed, one line; null else.</param>
/// <param name="LastOk">When it was last read; null where never.</param>
/// <param name="StaleSince">Since when it has given nothing: the last reading where that is longer ago than the options allow; null where it is fresh, or was never read.</param>
public sealed record FeedReport(
    string Url,
    FeedStatus Status,
    int Items,
    int NewItems,
    string? Error,
    DateTimeOffset? LastOk,
    DateTimeOffset? StaleSince
);

/// <summary>What one reading of a feed gave.</summary>
/// <param name="State">For the next reading.</param>
/// <param name="Report">For the coverage section.</param>
/// <param name="Results">New articles and what was set aside, in the feed's order.</param>
public sealed record FeedReading(FeedState State, FeedReport Report, IReadOnlyList<ReadResult> Results);

/// <summary>How feeds are read. Immutable.</summary>
public sealed record FeedOptions
{
    /// <summary>Whether the page of an item that has only a teaser is fetched. True by default.</summary>
    public bool FollowTeasers { get; init; } = true;

    /// <summary>Most pages fetched in one reading; further items keep their teasers. 50 by default.</summary>
    public int MaxPages { get; init; } = 50;

    /// <summary>A feed that was not read for longer is stale. One day by default.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Wait after the first failure; doubled with each further one. 5 minutes by default.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest wait after failures. 6 hours by default.</summary>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromHours(6);
}
