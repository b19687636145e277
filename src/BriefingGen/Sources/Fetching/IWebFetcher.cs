namespace BriefingGen.Sources.Fetching;

/// <summary>Fetches one address of the web. Safe to share between threads.</summary>
public interface IWebFetcher
{
    /// <summary>Fetches an address; every failure but cancellation is a result.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// The fetcher for somebody who lets further hosts have private or loopback addresses. The same one by default, for
    /// fetchers that do not look at addresses.
    /// </summary>
    /// <param name="hosts">Names or addresses of hosts, besides those that are allowed anyway; redirects to them are followed.</param>
    /// <returns>A fetcher that keeps the rates of this one and lives as long.</returns>
    IWebFetcher Allowing(IReadOnlyCollection<string> hosts) => this;
}

/// <summary>What to fetch.</summary>
/// <param name="Url">An http or https address.</param>
/// <param name="ETag">The validator that the server gave last time (RFC 9110, 8.8.3); null for none.</param>
/// <param name="LastModified">The date that it gave last time, as it wrote it; null for none.</param>
public sealed record FetchRequest(Uri Url, string? ETag = null, string? LastModified = null);

/// <summary>What a fetch came to.</summary>
public enum FetchOutcome
{
    /// <summary>The content is there.</summary>
    Ok,

    /// <summary>The server says that nothing changed (HTTP 304).</summary>
    NotModified,

    /// <summary>There is no content; <see cref="FetchResult.Code"/> says why.</summary>
    Failed,
}

/// <summary>The result of a fetch. Immutable.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="Url">The address that answered, redirects followed.</param>
public sealed record FetchResult(FetchOutcome Outcome, Uri Url)
{
    /// <summary>The content, codings undone; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Its media type, lower case without parameters; empty where the server did not say.</summary>
    public string MediaType { get; init; } = string.Empty;

    /// <summary>Its charset as the server names it; null where it did not.</summary>
    public string? Charset { get; init; }

    /// <summary>For the next conditional request; null where the server gave none.</summary>
    public string? ETag { get; init; }

    /// <summary>The same, as the server wrote it; null where it gave none.</summary>
    public string? LastModified { get; init; }

    /// <summary>
    /// Why it failed, for scripts: <c>refused-address</c>, <c>refused-redirect</c>, <c>robots</c>, <c>http-404</c>,
    /// <c>timeout</c>, <c>too-large</c>, <c>connect</c>, <c>bad-response</c> …; null where it did not.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>The same in words, one line; null where it did not fail.</summary>
    public string? Message { get; init; }

    /// <summary>How long the server asks to be left alone; null where it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same request may do better a little later.</summary>
    internal bool IsPassing { get; init; }

    /// <summary>A failure.</summary>
    internal static FetchResult Failed(Uri url, string code, string message) =>
        new(FetchOutcome.Failed, url) { Code = code, Message = Wording.OneLine(message) };
}
