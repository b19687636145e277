using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.Feeds;
using BriefingGen.Sources.Inputs;

namespace BriefingGen.Sources.Fetching;

/// <summary>Reads feeds from the network: asks only for what changed, gives only what is new. Safe to share between threads.</summary>
/// <param name="fetcher">Fetches feeds and pages.</param>
/// <param name="feeds">How feeds are read.</param>
/// <param name="time">The clock.</param>
public sealed class FeedSource(IWebFetcher fetcher, FeedOptions feeds, TimeProvider time)
{
    /// <summary>Reads a feed.</summary>
    /// <param name="state">What the last reading left.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="isKnown">Whether an item is known, by its page's address or by the feed's id for it; such items are not given again.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The new state, a report and the new articles; a failure is in the report, never an exception.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<FeedReading> ReadAsync(
        FeedState state,
        ReadOptions options,
        Func<string, bool> isKnown,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(isKnown);
        var now = time.GetUtcNow();
        // A feed that was fetched later than now was fetched under another clock: the wait that it set means nothing.
        if (state.NotBefore > now && state.LastFetch <= now)
        {
            return Reading(state, []);
        }

        if (WebAddress.Read(state.Url) is not { } url)
        {
            return Reading(Failed(state, "is not an http or https address", null, now), []);
        }

        var request = new FetchRequest(url, state.ETag, state.LastModified);
        var fetched = await fetcher.FetchAsync(request, cancellationToken).ConfigureAwait(false);
        return fetched.Outcome switch
        {
            // What we refuse says nothing of the feed: somebody who allows its host may ask at once.
            FetchOutcome.Failed when fetched.Code is "refused-address" or "refused-redirect" => Reading(
                Failed(state, fetched.Message!, null, now) with
                {
                    NotBefore = null,
                },
                []
            ),
            FetchOutcome.Failed => Reading(Failed(state, fetched.Message!, fetched.RetryAfter, now), []),
            FetchOutcome.NotModified => Reading(Succeeded(state, fetched, FeedStatus.Unchanged, state.Items, now), []),
            _ => await ReadAsync(state, fetched, options, isKnown, now, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<FeedReading> ReadAsync(
        FeedState state,
        FetchResult fetched,
        ReadOptions options,
        Func<string, bool> isKnown,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (
            TextDecoder.Decode(state.Url, fetched.Content.Span, fetched.Charset, out var decoded) is not null
            || !FileKinds.IsNewsXml(decoded!.Text)
        )
        {
            return Reading(Failed(state, "is no feed (expected RSS, Atom or RDF)", null, now), []);
        }

        var pages = new FeedPages(fetcher, feeds, options);
        var results = new List<ReadResult>();
        int items = 0,
            known = 0;
        string? broken = null;
        foreach (
            var (item, setAside) in FeedReader.Items(
                Redactor.Shapes(state.Url),
                decoded,
                options,
                Redactor.Shapes(fetched.Url)
            )
        )
        {
            if (item is null)
            {
                broken ??= setAside!.Code == "bad-xml" ? setAside.Message : null;
                if (setAside!.Code != "empty")
                {
                    results.Add(ReadResult.Of(setAside));
                }

                continue;
            }

            items++;
            if ((item.Link is { } link && isKnown(link.AbsoluteUri)) || (item.Id is { } id && isKnown(id)))
            {
                known++;
                continue;
            }

            results.Add(await pages.ReadAsync(item, cancellationToken).ConfigureAwait(false));
        }

        if (items == 0 && broken is not null)
        {
            return Reading(Failed(state, broken, null, now), results);
        }

        var status =
            items == 0 ? FeedStatus.Empty
            : known == items ? FeedStatus.Unchanged
            : FeedStatus.Ok;
        return Reading(Succeeded(state, fetched, status, items == 0 ? state.Items : items, now), results);
    }

    private static FeedState Succeeded(
        FeedState state,
        FetchResult fetched,
        FeedStatus status,
        int items,
        DateTimeOffset now
    ) =>
        state with
        {
            // A server that answers 304 need not name the validators again.
            ETag = fetched.ETag ?? (fetched.Outcome == FetchOutcome.NotModified ? state.ETag : null),
            LastModified =
                fetched.LastModified ?? (fetched.Outcome == FetchOutcome.NotModified ? state.LastModified : null),
            Status = status,
            Error = null,
            Items = items,
            LastFetch = now,
            LastOk = now,
            Failures = 0,
            NotBefore = null,
        };

    private FeedState Failed(FeedState state, string error, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var doubled = feeds.Backoff * Math.Pow(2, Math.Min(state.Failures, 20));
        var wait = doubled < feeds.MaxBackoff ? doubled : feeds.MaxBackoff;
        // A server may ask for patience, but not for ever.
        if (retryAfter > wait)
        {
            wait = retryAfter.Value < feeds.MaxBackoff * 4 ? retryAfter.Value : feeds.MaxBackoff * 4;
        }

        return state with
        {
            Status = FeedStatus.Failed,
            Error = error,
            LastFetch = now,
            Failures = state.Failures + 1,
            NotBefore = now + wait,
        };
    }

    private FeedReading Reading(FeedState state, IReadOnlyList<ReadResult> results)
    {
        var isStale = state.LastOk is { } last && time.GetUtcNow() - last > feeds.StaleAfter;
        return new FeedReading(
            state,
            new FeedReport(
                state.Url,
                state.Status,
                state.Items,
                results.Count(static r => r.Article is not null),
                state.Error,
                state.LastOk,
                isStale ? state.LastOk : null
            ),
            results
        );
    }
}
