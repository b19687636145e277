using System.Collections.Concurrent;

namespace BriefingGen.Sources.Fetching;

/// <summary>The robots.txt of hosts, each asked for once a day. Safe to share between threads.</summary>
/// <param name="fetch">Fetches a robots.txt, redirects followed, without asking for permission.</param>
/// <param name="time">The clock.</param>
internal sealed class RobotsCache(Func<Uri, CancellationToken, Task<FetchResult>> fetch, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    // A host that cannot say is asked again before long (RFC 9309, 2.3.1.4: until then nothing is fetched).
    private static readonly TimeSpan KeptWhereUnknown = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules for an address's host, or why they are not known; exactly one of the two.</summary>
    public async Task<(RobotsRules? Rules, FetchResult? Failure)> OfAsync(Uri url, CancellationToken cancellationToken)
    {
        var origin = url.GetLeftPart(UriPartial.Authority);
        if (_entries.TryGetValue(origin, out var entry) && entry.Expires > time.GetUtcNow())
        {
            return (entry.Rules, entry.Failure);
        }

        var fetched = await fetch(new Uri(origin + "/robots.txt"), cancellationToken).ConfigureAwait(false);
        var made = Judge(fetched);
        _entries[origin] = made;
        return (made.Rules, made.Failure);
    }

    private Entry Judge(FetchResult fetched)
    {
        var now = time.GetUtcNow();
        if (fetched.Outcome == FetchOutcome.Ok)
        {
            return new Entry(RobotsRules.Read(fetched.Content.Span, FetchPolicy.ProductToken), null, now + Kept);
        }

        // There is no such file, or it is nobody's business: all is allowed (RFC 9309, 2.3.1.3).
        if (fetched.Code?.StartsWith("http-4", StringComparison.Ordinal) == true && fetched.Code != "http-429")
        {
            return new Entry(RobotsRules.AllowAll, null, now + Kept);
        }

        var failure =
            fetched.Code?.StartsWith("http-", StringComparison.Ordinal) == true
                ? FetchResult.Failed(
                    fetched.Url,
                    "robots-unknown",
                    $"its robots.txt cannot be read ({fetched.Message}); nothing is fetched until it can"
                )
                : fetched;
        return new Entry(null, failure with { IsPassing = false }, now + KeptWhereUnknown);
    }

    private sealed record Entry(RobotsRules? Rules, FetchResult? Failure, DateTimeOffset Expires);
}
