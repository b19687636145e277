using BriefingGen.Extraction;
using BriefingGen.Sources.Fetching;
using BriefingGen.Storage;
using BriefingGen.Tests.Sources.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Pipeline;

public sealed class FeedRepeatTests : IDisposable
{
    private const string Item =
        "<item><title>Accord sur la pêche</title><link>https://news.example/a</link><description>Le ministre des Affaires "
        + "étrangères a déclaré mardi que les deux pays avaient conclu un accord sur les droits de pêche, après des "
        + "semaines de négociations difficiles dans la capitale.</description></item>";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefgen-feeds-");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("<item><title>Torn", 1, null)]
    [InlineData("</channel></rss>", 0, "\"v1\"")]
    public async Task What_was_set_aside_of_a_feed_is_said_again_by_the_run_after_a_kill(
        string end,
        int setAside,
        string? tag
    )
    {
        // The server tells who has the feed already that nothing changed.
        using var server = new TestServer(request =>
            request.Headers.ContainsKey("If-None-Match")
                ? TestServer.Response("", "ETag: \"v1\"\r\n", "304 Not Modified")
                : TestServer.Response(
                    $"<rss version=\"2.0\"><channel><title>x</title>{Item}{end}",
                    "Content-Type: application/rss+xml; charset=utf-8\r\nETag: \"v1\"\r\n"
                )
        );
        var clock = new FakeTimeProvider(Fetchers.Start);
        await using var store = StoreFactory.Open(Path.Combine(_folder.FullName, "store.db"), clock);
        await store.MigrateAsync(default);
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));
        var feed = server.Url("/feed").AbsoluteUri;
        FeedIntake Intake() =>
            new(
                store,
                new Intake(
                    store.Articles,
                    new Lazy<ArticleExtractor>(() => throw new InvalidOperationException("French is not read.")),
                    "e1",
                    clock
                ),
                new FeedSource(fetcher, new FeedOptions { FollowTeasers = false }, clock),
                clock
            );

        var first = await Intake().TakeAsync([feed], default);
        var again = await Intake().TakeAsync([feed], default);

        Assert.Equal((1, setAside), (first.Articles.Length, first.SetAside.Length));
        Assert.Equal(first.Articles.AsEnumerable(), again.Articles);
        Assert.Equal(first.SetAside.AsEnumerable(), again.SetAside);
        Assert.Equal(tag, (await store.Feeds.FindAsync(feed, default))!.ETag);
    }
}
