using System.Net;
using System.Text;
using BriefingGen.Sources.Fetching;
using BriefingGen.Tests.Sources.Fuzzing;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Sources.Fetching;

public class WebFetcherTests
{
    [Fact]
    public async Task A_page_is_fetched_with_its_type_and_validators()
    {
        using var server = new TestServer(_ =>
            TestServer.Response(
                "<p>Talks</p>",
                "Content-Type: Text/HTML; charset=\"utf-8\"\r\nETag: \"v1\"\r\nLast-Modified: Mon, 12 May 2031 08:00:00 GMT\r\n"
            )
        );
        using var fetcher = Fetchers.Of(Fetchers.Policy(server) with { Contact = "desk@briefs.example" });

        var result = await fetcher.Get(server.Url("/a"));

        Assert.Equal(FetchOutcome.Ok, result.Outcome);
        Assert.Equal("<p>Talks</p>", Encoding.UTF8.GetString(result.Content.Span));
        Assert.Equal(
            ("text/html", "utf-8", "\"v1\"", "Mon, 12 May 2031 08:00:00 GMT"),
            (result.MediaType, result.Charset, result.ETag, result.LastModified)
        );
        var request = Assert.Single(server.Requests);
        Assert.Matches(@"^BriefingGen/\d+\.\d+\.\d+ \(\+desk@briefs\.example\)$", request.Headers["User-Agent"]);
    }

    [Fact]
    public async Task A_conditional_request_may_be_answered_with_nothing_new()
    {
        using var server = new TestServer(r =>
            r.Headers.GetValueOrDefault("If-None-Match") == "\"v1\"" && r.Headers.ContainsKey("If-Modified-Since")
                ? "HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\nConnection: close\r\n\r\n"
                : TestServer.Response("new")
        );
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));

        var result = await fetcher.FetchAsync(
            new FetchRequest(server.Url("/a"), "\"v1\"", "Mon, 12 May 2031 08:00:00 GMT"),
            CancellationToken.None
        );

        Assert.Equal((FetchOutcome.NotModified, "\"v1\""), (result.Outcome, result.ETag));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Content_codings_are_undone(string coding)
    {
        using var server = new TestServer(
            (_, stream, token) => SendPacked(stream, coding, "talks "u8.ToArray(), 1000, token)
        );
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));

        var result = await fetcher.Get(server.Url("/a"));

        Assert.Equal(6_000, result.Content.Length);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_bomb_is_refused(string coding)
    {
        using var server = new TestServer(
            (_, stream, token) => SendPacked(stream, coding, new byte[1 << 20], 100, token)
        );
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));

        Assert.Equal("too-large", (await fetcher.Get(server.Url("/a"))).Code);
    }

    [Fact]
    public async Task A_response_without_end_is_cut_at_the_limit()
    {
        using var server = new TestServer(
            async (_, stream, token) =>
            {
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray(), token);
                while (true)
                {
                    await stream.WriteAsync(new byte[64 * 1024], token);
                }
            }
        );
        using var fetcher = Fetchers.Of(Fetchers.Policy(server) with { MaxWireBytes = 1 << 20 });

        Assert.Equal("too-large", (await fetcher.Get(server.Url("/a"))).Code);
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_left()
    {
        using var server = new TestServer(
            async (_, stream, token) =>
            {
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nTalks"u8.ToArray(), token);
                await Task.Delay(Timeout.Infinite, token);
            }
        );
        var time = new FakeTimeProvider(Fetchers.Start);
        using var fetcher = Fetchers.Of(Fetchers.Policy(server) with { IdleTimeout = TimeSpan.FromSeconds(15) }, time);

        var result = await Fetchers.Passing(time, fetcher.Get(server.Url("/a")), TimeSpan.FromSeconds(5));

        Assert.Equal("timeout", result.Code);
        Assert.Contains("sent nothing for 15 seconds", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX-")]
    public async Task A_server_that_drips_is_left_in_time(string start)
    {
        using var server = new TestServer(
            async (_, stream, token) =>
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(start), token);
                while (true)
                {
                    await stream.WriteAsync("a"u8.ToArray(), token);
                    await stream.FlushAsync(token);
                    await Task.Delay(1, token);
                }
            }
        );
        var time = new FakeTimeProvider(Fetchers.Start);
        var policy = Fetchers.Policy(server) with { Timeout = TimeSpan.FromSeconds(60), MaxRetries = 2 };
        using var fetcher = Fetchers.Of(policy, time);

        var result = await Fetchers.Passing(time, fetcher.Get(server.Url("/a")), TimeSpan.FromSeconds(5));

        Assert.Equal("timeout", result.Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Huge_headers_are_refused()
    {
        using var server = new TestServer(_ => TestServer.Response("x", $"X-Long: {new string('a', 200_000)}\r\n"));
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));

        Assert.Equal("bad-response", (await fetcher.Get(server.Url("/a"))).Code);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\nConnection: close\r\n\r\nshort")]
    [InlineData(
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\nshort"
    )]
    [InlineData("no HTTP\r\n\r\n")]
    [InlineData("")]
    public async Task A_response_that_is_not_what_it_says_is_a_failure(string response)
    {
        using var server = new TestServer(_ => response);
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));

        Assert.Equal("bad-response", (await fetcher.Get(server.Url("/a"))).Code);
    }

    [Fact]
    public async Task A_coding_that_nobody_knows_is_a_failure()
    {
        using var server = new TestServer(_ => TestServer.Response("x", "Content-Encoding: zstd-of-our-own\r\n"));
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));

        Assert.Equal("bad-content", (await fetcher.Get(server.Url("/a"))).Code);
    }

    [Fact]
    public async Task Redirects_are_followed_to_a_limit()
    {
        using var server = new TestServer(r =>
            r.Path switch
            {
                "/1" => TestServer.Redirect("/2"),
                "/2" => TestServer.Response("here"),
                _ => TestServer.Redirect("/loop"),
            }
        );
        using var fetcher = Fetchers.Of(Fetchers.Policy(server));

        var found = await fetcher.Get(server.Url("/1"));
        var lost = await fetcher.Get(server.Url("/loop"));

        Assert.Equal((FetchOutcome.Ok, "/2"), (found.Outcome, found.Url.AbsolutePath));
        Assert.Equal("refused-redirect", lost.Code);
        Assert.Equal(2 + 6, server.Requests.Count);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://127.0.0.1:{port}/inside")]
    [InlineData("http://127.1:{port}/inside")]
    [InlineData("http://2130706433:{port}/inside")]
    [InlineData("http://0x7f000001:{port}/inside")]
    [InlineData("http://017700000001:{port}/inside")]
    [InlineData("http://0.0.0.0:{port}/inside")]
    [InlineData("http://localhost:{port}/inside")]
    [InlineData("http://LOCALHOST.:{port}/inside")]
    [InlineData("http://[::1]:{port}/inside")]
    [InlineData("http://[::ffff:127.0.0.1]:{port}/inside")]
    [InlineData("http://[::]:{port}/inside")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://rebinding.example:{port}/inside")]
    [InlineData("http://user:word@news.example:{port}/inside")]
    [InlineData("http://news.example:22/")]
    [InlineData("ftp://news.example/")]
    [InlineData("file:///etc/hostname")]
    [InlineData("javascript:alert(1)")]
    public async Task A_redirect_leads_nowhere_inside(string target)
    {
        using var server = new TestServer(r =>
            r.Path == "/start"
                ? TestServer.Redirect(
                    target.Replace("{port}", $"{r.Headers["Host"].Split(':')[1]}", StringComparison.Ordinal)
                )
                : TestServer.Response("secret")
        );
        var policy = Fetchers.Policy(server);
        using var fetcher = Fetchers.Of(
            policy with
            {
                AllowedPrivateHosts = policy.AllowedPrivateHosts.Remove("127.0.0.1"),
            }
        );

        var result = await fetcher.Get(server.Url("/start", "news.example"));

        Assert.Contains(result.Code, (string[])["refused-address", "refused-redirect"]);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Loopback_is_refused_unless_the_policy_names_it()
    {
        using var server = new TestServer(_ => TestServer.Response("secret"));
        using var fetcher = Fetchers.Of(new FetchPolicy { Ports = [server.Port], MaxRetries = 0 });

        Assert.Equal("refused-address", (await fetcher.Get(server.Url("/"))).Code);
        Assert.Equal("refused-address", (await fetcher.Get(server.Url("/", "anything.example"))).Code);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Who_allows_a_host_reaches_it_also_by_a_redirect_and_nobody_else_does()
    {
        using var server = new TestServer(r =>
            r.Path == "/start"
                ? TestServer.Redirect($"http://intranet.example:{r.Headers["Host"].Split(':')[1]}/inside")
                : TestServer.Response("minutes")
        );
        var policy = Fetchers.Policy(server);
        using var general = Fetchers.Of(
            policy with
            {
                AllowedPrivateHosts = policy.AllowedPrivateHosts.Remove("127.0.0.1"),
            }
        );
        var allowing = general.Allowing(["Intranet.example"]);
        var (start, inside) = (server.Url("/start", "news.example"), server.Url("/inside", "intranet.example"));

        // In this order: a connection that was opened for the one must not serve the other.
        var reached = await allowing.FetchAsync(new FetchRequest(inside), CancellationToken.None);
        var refused = await general.Get(inside);
        var followed = await allowing.FetchAsync(new FetchRequest(start), CancellationToken.None);
        var refusedRedirect = await general.Get(start);

        Assert.Equal((FetchOutcome.Ok, FetchOutcome.Ok), (reached.Outcome, followed.Outcome));
        Assert.Equal(inside, followed.Url);
        Assert.Equal(("refused-address", "refused-address"), (refused.Code, refusedRedirect.Code));
        Assert.Equal(["/inside", "/start", "/inside", "/start"], server.Requests.Select(request => request.Path));
    }

    [Fact]
    public void A_fetcher_that_allows_what_is_allowed_anyway_is_the_same_and_there_is_one_for_each_set_of_hosts()
    {
        using var server = new TestServer(_ => TestServer.Response("secret"));
        using var general = Fetchers.Of(Fetchers.Policy(server));

        Assert.Same(general, general.Allowing([]));
        Assert.Same(general, general.Allowing(["NEWS.example"]));
        Assert.Same(general.Allowing(["a.example", "b.example"]), general.Allowing(["B.example", "a.example"]));
        Assert.NotSame(general.Allowing(["a.example"]), general.Allowing(["b.example"]));
    }

    [Fact]
    public async Task A_failure_that_may_pass_is_tried_again_when_the_server_says()
    {
        var count = 0;
        using var server = new TestServer(_ =>
            Interlocked.Increment(ref count) < 3
                ? TestServer.Response("", "Retry-After: 20\r\n", "503 Service Unavailable")
                : TestServer.Response("here")
        );
        var time = new FakeTimeProvider(Fetchers.Start);
        using var fetcher = Fetchers.Of(Fetchers.Policy(server) with { MaxRetries = 2 }, time);

        var result = await Fetchers.Passing(time, fetcher.Get(server.Url("/a")), TimeSpan.FromSeconds(1));

        Assert.Equal(FetchOutcome.Ok, result.Outcome);
        Assert.InRange(time.GetUtcNow() - Fetchers.Start, TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData("404 Not Found", "", "http-404", 1)]
    [InlineData("429 Too Many Requests", "Retry-After: 86400\r\n", "http-429", 1)]
    [InlineData("503 Service Unavailable", "", "http-503", 3)]
    [InlineData("500 Internal Server Error", "", "http-500", 1)]
    public async Task Only_what_may_pass_soon_is_tried_again(string status, string headers, string code, int requests)
    {
        using var server = new TestServer(_ => TestServer.Response("", headers, status));
        var time = new FakeTimeProvider(Fetchers.Start);
        using var fetcher = Fetchers.Of(Fetchers.Policy(server) with { MaxRetries = 2 }, time);

        var result = await Fetchers.Passing(time, fetcher.Get(server.Url("/a")), TimeSpan.FromSeconds(1));

        Assert.Equal((code, requests), (result.Code, server.Requests.Count));
        Assert.Equal(headers.Length > 0 ? TimeSpan.FromDays(1) : null, result.RetryAfter);
    }

    [Fact]
    public async Task A_host_is_asked_once_at_a_time_and_not_too_often()
    {
        using var server = new TestServer(_ => TestServer.Response("x"));
        var time = new FakeTimeProvider(Fetchers.Start);
        using var fetcher = Fetchers.Of(
            Fetchers.Policy(server) with
            {
                HostInterval = TimeSpan.FromSeconds(10),
                HostBurst = 1,
            },
            time
        );

        var all = Task.WhenAll(Enumerable.Range(0, 4).Select(n => fetcher.Get(server.Url($"/{n}"))));
        await Fetchers.Passing(time, all, TimeSpan.FromSeconds(1));

        Assert.Equal(1, server.MostAtOnce);
        Assert.InRange(time.GetUtcNow() - Fetchers.Start, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "200 OK", "/private/a", "robots")]
    [InlineData("User-agent: *\nDisallow: /private", "200 OK", "/public", null)]
    [InlineData("", "404 Not Found", "/private/a", null)]
    [InlineData("", "503 Service Unavailable", "/public", "robots-unknown")]
    public async Task Robots_are_obeyed(string robots, string status, string path, string? code)
    {
        using var server = new TestServer(r =>
            TestServer.Response(
                r.Path == "/robots.txt" ? robots : "here",
                status: r.Path == "/robots.txt" ? status : "200 OK"
            )
        );
        var time = new FakeTimeProvider(Fetchers.Start);
        using var fetcher = Fetchers.Of(Fetchers.Policy(server) with { ObeyRobots = true }, time);

        Assert.Equal(code, (await fetcher.Get(server.Url(path))).Code);
        Assert.Equal(code, (await fetcher.Get(server.Url(path))).Code);

        Assert.Equal(1, server.Requests.Count(r => r.Path == "/robots.txt"));
        time.Advance(TimeSpan.FromHours(25));
        await fetcher.Get(server.Url(path));
        Assert.Equal(2, server.Requests.Count(r => r.Path == "/robots.txt"));
    }

    private static async Task SendPacked(Stream stream, string coding, byte[] piece, int times, CancellationToken token)
    {
        var store = new MemoryStream();
        Stream packer = coding switch
        {
            "gzip" => new System.IO.Compression.GZipStream(
                store,
                System.IO.Compression.CompressionLevel.Fastest,
                leaveOpen: true
            ),
            "br" => new System.IO.Compression.BrotliStream(
                store,
                System.IO.Compression.CompressionLevel.Fastest,
                leaveOpen: true
            ),
            _ => new System.IO.Compression.ZLibStream(
                store,
                System.IO.Compression.CompressionLevel.Fastest,
                leaveOpen: true
            ),
        };
        await using (packer)
        {
            for (var n = 0; n < times; n++)
            {
                await packer.WriteAsync(piece, token);
            }
        }

        await stream.WriteAsync(
            ReaderFixtures.Http(
                "200 OK",
                $"Content-Encoding: {coding}\r\nContent-Length: {store.Length}\r\nConnection: close\r\n",
                store.ToArray()
            ),
            token
        );
    }
}
