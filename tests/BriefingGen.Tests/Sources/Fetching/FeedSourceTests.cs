using BriefingGen.Sources;
using BriefingGen.Sources.Fetching;
using BriefingGen.Tests.Sources.Fuzzing;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Sources.Fetching;

public class FeedSourceTests
{
    private static readonly ReadOptions Options = new(SourceFolder.Today);

    [Fact]
    public async Task A_feed_gives_whole_items_as_they_are_and_fetches_the_pages_of_teasers()
    {
        using var server = Serve();
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));

        var reading = await Read(fetcher, FeedState.New(server.Url("/feed").AbsoluteUri));

        Assert.Equal(
            (FeedStatus.Ok, 2, 2, null),
            (reading.Report.Status, reading.Report.Items, reading.Report.NewItems, reading.Report.Error)
        );
        Assert.Equal(Fetchers.Start, reading.State.LastOk);
        var (whole, page) = (reading.Results[0].Article!, reading.Results[1].Article!);
        Assert.Equal(("Norland Courier", server.Url("/2031/05/talks").AbsoluteUri), (whole.Publisher, whole.Path));
        Assert.Equal((5, null), (page.Regions.Length, page.Record));
        Assert.Equal(server.Url("/prisoners").AbsoluteUri, page.Path);
        Assert.Equal(["/feed", "/prisoners"], server.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task Known_items_are_neither_given_nor_fetched_again()
    {
        using var server = Serve();
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));
        var known = new HashSet<string> { "talks-1", server.Url("/prisoners").AbsoluteUri };

        var reading = await Read(fetcher, FeedState.New(server.Url("/feed").AbsoluteUri), known.Contains);

        Assert.Equal((FeedStatus.Unchanged, 2), (reading.Report.Status, reading.Report.Items));
        Assert.Empty(reading.Results);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_second_request_is_conditional()
    {
        using var server = Serve();
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));
        var first = await Read(fetcher, FeedState.New(server.Url("/feed").AbsoluteUri));

        var second = await Read(fetcher, first.State);

        Assert.Equal((FeedStatus.Unchanged, 2, "\"v1\""), (second.State.Status, second.State.Items, second.State.ETag));
        Assert.Empty(second.Results);
        Assert.Equal("\"v1\"", server.Requests.Last().Headers["If-None-Match"]);
    }

    [Fact]
    public async Task A_page_that_cannot_be_fetched_leaves_the_teaser_with_a_note()
    {
        using var server = Serve(page: TestServer.Response("", status: "500 Oops"));
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));

        var result = (await Read(fetcher, FeedState.New(server.Url("/feed").AbsoluteUri))).Results[1];

        Assert.Equal(["teaser", "no-date", "page-not-read"], result.Notes.Select(n => n.Code));
        Assert.Equal("Prisoners to be freed", result.Article!.Title);
    }

    [Fact]
    public async Task A_feed_that_fails_is_left_alone_for_longer_each_time()
    {
        using var server = new TestServer(_ => TestServer.Response("<html>moved</html>"));
        var time = new FakeTimeProvider(Fetchers.Start);
        using var fetcher = Fetchers.Of(Fetchers.Policy(server), time);
        var state = FeedState.New(server.Url("/feed").AbsoluteUri) with { LastOk = Fetchers.Start.AddDays(-3) };

        var first = await Read(fetcher, state, time: time);
        var early = await Read(fetcher, first.State, time: time);
        time.Advance(TimeSpan.FromMinutes(5));
        var second = await Read(fetcher, first.State, time: time);

        Assert.Equal((FeedStatus.Failed, 1), (first.State.Status, first.State.Failures));
        Assert.Equal(Fetchers.Start.AddMinutes(5), first.State.NotBefore);
        Assert.Equal(first.State, early.State);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(time.GetUtcNow().AddMinutes(10), second.State.NotBefore);
        Assert.Equal(Fetchers.Start.AddDays(-3), second.Report.StaleSince);
        Assert.Contains("is no feed", second.Report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_asks_for_patience_gets_it()
    {
        using var server = new TestServer(_ =>
            TestServer.Response("", "Retry-After: 7200\r\n", "429 Too Many Requests")
        );
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));

        var reading = await Read(fetcher, FeedState.New(server.Url("/feed").AbsoluteUri));

        Assert.Equal(Fetchers.Start.AddHours(2), reading.State.NotBefore);
    }

    [Fact]
    public async Task A_wait_that_was_set_before_the_clock_was_set_back_is_no_wait()
    {
        using var server = Serve();
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));
        var state = FeedState.New(server.Url("/feed").AbsoluteUri) with
        {
            Status = FeedStatus.Failed,
            LastFetch = Fetchers.Start.AddDays(30),
            NotBefore = Fetchers.Start.AddDays(30).AddMinutes(5),
        };

        Assert.Equal(FeedStatus.Ok, (await Read(fetcher, state)).State.Status);
        Assert.Equal(FeedStatus.Failed, (await Read(fetcher, state with { LastFetch = Fetchers.Start })).State.Status);
    }

    [Fact]
    public async Task A_feed_without_items_is_empty_and_not_failed()
    {
        using var server = new TestServer(_ =>
            TestServer.Response("<rss><channel><title>x</title></channel></rss>", "Content-Type: text/xml\r\n")
        );
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));

        var reading = await Read(fetcher, FeedState.New(server.Url("/feed").AbsoluteUri));

        Assert.Equal((FeedStatus.Empty, null), (reading.State.Status, reading.State.Error));
    }

    [Fact]
    public async Task Addresses_among_the_inputs_are_read_as_feeds_pages_and_files()
    {
        using var server = Serve();
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));

        var results = await SourceFolder.Read(
            new ArticleSource(fetcher),
            [
                server.Url("/feed").AbsoluteUri,
                server.Url("/page").AbsoluteUri,
                server.Url("/a.jsonl").AbsoluteUri,
                server.Url("/none").AbsoluteUri,
                "ftp://news.example/",
            ],
            Stream.Null,
            Options
        );

        Assert.Equal(
            ["Ministers meet in Lakeport & agree to go on", "Prisoners page", "Prisoners page", "A", "B", null, null],
            results.Select(r => r.Article?.Title)
        );
        Assert.Equal(["http-404", "bad-address"], results.TakeLast(2).Select(r => r.SetAside!.Code));
        Assert.Equal(server.Url("/page").AbsoluteUri, results[2].Article!.Path);
        Assert.Equal("127.0.0.1", results[2].Article!.Publisher);
    }

    [Theory]
    [InlineData("Content-Type: text/html; charset=windows-1251\r\n")]
    [InlineData("Content-Type: text/html; charset=nonsense\r\n")]
    public async Task A_charset_that_is_wrong_does_not_spoil_the_text(string header)
    {
        var page = ReaderFixtures.Page("Prisoners – 5 Överste", "<meta charset=\"utf-8\">");
        using var server = new TestServer(_ => TestServer.Response(page, header));
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));

        var results = await SourceFolder.Read(
            new ArticleSource(fetcher),
            [server.Url("/").AbsoluteUri],
            Stream.Null,
            Options
        );

        Assert.Equal("Prisoners – 5 Överste", Assert.Single(results).Article!.Title);
    }

    private static TestServer Serve(string? page = null) =>
        new(r =>
            r.Path switch
            {
                "/feed" when r.Headers.GetValueOrDefault("If-None-Match") == "\"v1\"" =>
                    "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n",
                "/feed" => TestServer.Response(
                    ReaderFixtures.Rss.Replace(
                        "https://reader.example/2031/05/prisoners",
                        "/prisoners",
                        StringComparison.Ordinal
                    ),
                    "Content-Type: application/rss+xml\r\nETag: \"v1\"\r\n"
                ),
                "/prisoners" or "/page" => page ?? TestServer.Response(ReaderFixtures.Page("Prisoners page")),
                "/a.jsonl" => TestServer.Response(
                    $"{{\"title\":\"A\",\"text\":\"{ReaderFixtures.Lead}\"}}\n{{\"title\":\"B\",\"text\":\"{ReaderFixtures.Third}\"}}\n",
                    "Content-Type: application/octet-stream\r\n"
                ),
                _ => TestServer.Response("", status: "404 Not Found"),
            }
        );

    private static Task<FeedReading> Read(
        WebFetcher fetcher,
        FeedState state,
        Func<string, bool>? isKnown = null,
        TimeProvider? time = null
    ) =>
        new FeedSource(fetcher, new FeedOptions(), time ?? new FakeTimeProvider(Fetchers.Start)).ReadAsync(
            state,
            Options,
            isKnown ?? (_ => false),
            CancellationToken.None
        );
}
