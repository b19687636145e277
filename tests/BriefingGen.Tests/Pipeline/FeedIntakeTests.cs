using BriefingGen.Sources.Fetching;
using BriefingGen.Storage;

namespace BriefingGen.Tests.Pipeline;

public sealed class FeedIntakeTests
{
    private const string Herald = "https://herald.example/rss";
    private const string Gazette = "https://gazette.example/rss";

    [Fact]
    public async Task What_is_new_in_a_feed_is_stored_once_and_asked_for_conditionally_afterwards()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var fetcher = new ScriptedFetcher().Answer(
            Herald,
            ScriptedFetcher.Feed("truce", "talks"),
            ScriptedFetcher.Unchanged,
            ScriptedFetcher.Feed("truce", "talks", "sanctions")
        );

        var first = await TakeAsync(desk, fetcher, Herald);
        var second = await TakeAsync(desk, fetcher, Herald);
        var third = await TakeAsync(desk, fetcher, Herald);

        Assert.Equal((2, 0, 1), (first.Added, second.Added, third.Added));
        Assert.True(first.Facts > 0);
        Assert.Equal(first.Articles.Order(), second.Articles.Order());
        Assert.Equal(3, third.Articles.Length);
        Assert.Equal("\"2\"", fetcher.Requests[1].ETag);
        Assert.Equal(
            ["Ok", "Unchanged", "Ok"],
            new[] { first, second, third }.Select(report => Assert.Single(report.Feeds).State.Status.ToString())
        );
    }

    [Fact]
    public async Task A_feed_that_fails_is_named_its_articles_stay_and_the_next_is_read()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var fetcher = new ScriptedFetcher()
            .Answer(Herald, ScriptedFetcher.Feed("truce"), ScriptedFetcher.Busy)
            .Answer(Gazette, ScriptedFetcher.Feed("talks"));
        await TakeAsync(desk, fetcher, Herald);
        desk.Clock.Advance(TimeSpan.FromHours(1));

        var report = await TakeAsync(desk, fetcher, Herald, Gazette);

        Assert.Equal((2, 1), (report.Articles.Length, report.Added));
        var told = Assert.Single(report.SetAside);
        Assert.Equal((Herald, "feed-failed"), (told.Path, told.Code));
        Assert.Contains("last read 2026-09-17 04:30Z): answers HTTP 503", told.Message, StringComparison.Ordinal);
        var stored = await desk.Store.Feeds.FindAsync(Herald, default);
        Assert.Equal((1, DeskFixture.Morning), (stored!.Failures, stored.LastOk));
        Assert.True(stored.NotBefore > desk.Clock.GetUtcNow());
        Assert.Equal((1, 1), (report.Feeds[0].State.Failures, report.Feeds[0].Articles.Length));
    }

    [Fact]
    public async Task A_feed_that_holds_nothing_is_noted_and_is_no_failure()
    {
        await using var desk = await DeskFixture.OpenAsync();

        var report = await TakeAsync(desk, new ScriptedFetcher().Answer(Herald, ScriptedFetcher.Feed()), Herald);

        Assert.Empty(report.SetAside);
        Assert.Equal("feed-empty", Assert.Single(report.Notes).Code);
        Assert.Equal(0, (await desk.Store.Feeds.FindAsync(Herald, default))!.Failures);
    }

    [Fact]
    public async Task A_kill_between_the_articles_and_the_state_of_a_feed_stores_nothing_twice()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var dying = new DyingStore(desk.Store) { SaveFeed = () => throw new StoreException("killed") };
        var fetcher = new ScriptedFetcher().Answer(Herald, ScriptedFetcher.Feed("truce"));
        await Assert.ThrowsAsync<StoreException>(() => TakeAsync(desk, fetcher, dying, Herald));

        var again = await TakeAsync(desk, fetcher, Herald);

        Assert.Equal((0, 1), (again.Added, again.Articles.Length));
        Assert.Null(fetcher.Requests[1].ETag);
        Assert.Single(await desk.Store.Articles.OfFeedAsync(Herald, default));
    }

    [Fact]
    public async Task A_feed_that_one_profile_may_not_ask_is_asked_at_once_for_the_next_one()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var fetcher = new ScriptedFetcher().Answer(
            Herald,
            request => FetchResult.Failed(request.Url, "refused-address", "herald.example leads to 10.0.0.1"),
            ScriptedFetcher.Feed("truce")
        );

        var refused = await TakeAsync(desk, fetcher, Herald);
        var allowed = await TakeAsync(desk, fetcher, Herald);

        Assert.Equal("feed-failed", Assert.Single(refused.SetAside).Code);
        Assert.Equal((1, 0), (allowed.Added, allowed.Feeds[0].State.Failures));
    }

    [Fact]
    public async Task An_article_that_two_feeds_give_counts_for_both_and_is_stored_once()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var fetcher = new ScriptedFetcher()
            .Answer(Herald, ScriptedFetcher.Feed("truce"))
            .Answer(Gazette, ScriptedFetcher.Feed("truce"));

        var report = await TakeAsync(desk, fetcher, Herald, Gazette);

        Assert.Equal((1, 1), (report.Added, report.Articles.Length));
    }

    private static Task<IntakeReport> TakeAsync(DeskFixture desk, IWebFetcher fetcher, params string[] feeds) =>
        TakeAsync(desk, fetcher, desk.Store, feeds);

    private static Task<IntakeReport> TakeAsync(
        DeskFixture desk,
        IWebFetcher fetcher,
        IBriefStore store,
        params string[] feeds
    ) =>
        new FeedIntake(
            store,
            new Intake(store.Articles, DeskFixture.Extractor, "e1", desk.Clock),
            new FeedSource(fetcher, new FeedOptions { FollowTeasers = false }, desk.Clock),
            desk.Clock
        ).TakeAsync(feeds, CancellationToken.None);
}
