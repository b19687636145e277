namespace BriefingGen.Storage;

/// <summary>What the last fetch of a feed came to.</summary>
public enum FeedStatus
{
    /// <summary>Items were read.</summary>
    Ok,

    /// <summary>The server said that nothing changed (HTTP 304), or every item was known.</summary>
    Unchanged,

    /// <summary>It could be read and held nothing.</summary>
    Empty,

    /// <summary>It could not be read; <see cref="StoredFeed.Error"/> says why.</summary>
    Failed,
}

/// <summary>What is known of a feed.</summary>
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
public sealed record StoredFeed(
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
);
