using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Sources;
using BriefingGen.Sources.Fetching;
using BriefingGen.Storage;

namespace BriefingGen;

/// <summary>A feed's state between the reader of feeds and the store, which know nothing of each other.</summary>
internal static class FeedRecords
{
    public static FeedState State(StoredFeed? stored, string url) =>
        stored is null
            ? FeedState.New(url)
            : new FeedState(
                stored.Url,
                stored.ETag,
                stored.LastModified,
                (Sources.Fetching.FeedStatus)stored.Status,
                stored.Error,
                stored.Items,
                stored.LastFetch,
                stored.LastOk,
                stored.Failures,
                stored.NotBefore
            );

    public static StoredFeed Stored(FeedState state) =>
        new(
            state.Url,
            state.ETag,
            state.LastModified,
            (Storage.FeedStatus)state.Status,
            state.Error,
            state.Items,
            state.LastFetch,
            state.LastOk,
            state.Failures,
            state.NotBefore
        );

    /// <summary>What the coverage section says of feeds.</summary>
    /// <param name="feeds">The feeds, in their order.</param>
    /// <param name="articles">Ids of the articles that go into the brief.</param>
    public static ImmutableArray<FeedCoverage> Coverage(
        ImmutableArray<FeedTaken> feeds,
        ImmutableArray<string> articles
    )
    {
        var printed = articles.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. feeds.Select(feed => new FeedCoverage(
                Redactor.Shapes(feed.State.Url),
                feed.State.Status,
                feed.State.LastOk,
                feed.State.Items,
                feed.Articles.Count(printed.Contains),
                feed.State.Failures,
                feed.State.Error is { } error ? Redactor.Shapes(error) : null
            )),
        ];
    }
}
