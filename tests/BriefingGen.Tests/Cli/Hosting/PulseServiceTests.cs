using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using BriefingGen.Cli.Hosting;
using BriefingGen.Cli.Settings;
using BriefingGen.Scheduling.Hosting;
using BriefingGen.Sources;
using BriefingGen.Tests.Scheduling;
using BriefingGen.Tests.Scheduling.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Cli.Hosting;

public sealed class PulseServiceTests
{
    private static readonly DateTimeOffset Start = new(2031, 5, 14, 6, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly Health _health = new();
    private readonly KeptLog<PulseService> _log = new();

    [Theory]
    [InlineData(0, HttpStatusCode.OK, "ok")]
    [InlineData(4, HttpStatusCode.OK, "ok")]
    [InlineData(6, HttpStatusCode.ServiceUnavailable, "silent")]
    [InlineData(null, HttpStatusCode.ServiceUnavailable, "silent")]
    public async Task The_health_page_says_whether_schedules_are_looked_after(
        int? minutes,
        HttpStatusCode code,
        string status
    )
    {
        _health.LastGood = minutes is { } ago ? Start.AddMinutes(-ago) : null;
        var port = FreePort();
        using var pulse = await StartAsync(("serve:health", $"127.0.0.1:{port}"));
        using var client = new HttpClient();
        await AnswersAsync(port);

        using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health"));

        Assert.Equal((code, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(status, body.RootElement.GetProperty("status").GetString());
        await pulse.StopAsync(default);
    }

    [Fact]
    public async Task The_page_answers_a_question_without_body_an_unknown_page_and_under_every_name()
    {
        _health.LastGood = Start;
        var port = FreePort();
        using var pulse = await StartAsync(("serve:health", $"0.0.0.0:{port}"));
        using var client = new HttpClient();
        await AnswersAsync(port);

        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"http://127.0.0.1:{port}/"));
        using var unknown = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/secrets"));
        using var named = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/health");
        named.Headers.Host = "briefs.desk.example";
        using var under = await client.SendAsync(named);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK),
            (head.StatusCode, unknown.StatusCode, under.StatusCode)
        );
        await pulse.StopAsync(default);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://127.0.0.1:{port}/")));
    }

    [Fact]
    public async Task Metrics_are_shown_in_the_text_form_of_prometheus()
    {
        _health.LastGood = Start;
        var port = FreePort();
        using var pulse = await StartAsync(("serve:health", $"127.0.0.1:{port}"));
        using var client = new HttpClient();
        await AnswersAsync(port);

        RunTelemetry.StageTook("a \"stage\"", TimeSpan.FromSeconds(3));
        using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/metrics"));
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("briefgen_up 1", lines);
        Assert.Contains($"briefgen_last_good_timestamp_seconds {Start.ToUnixTimeSeconds()}", lines);
        Assert.Contains("# TYPE briefgen_articles_total counter", lines);
        Assert.Contains("# TYPE briefgen_stage_duration_seconds histogram", lines);
        Assert.Contains("briefgen_stage_duration_seconds_bucket{stage=\"a \\\"stage\\\"\",le=\"2.5\"} 0", lines);
        Assert.Contains("briefgen_stage_duration_seconds_bucket{stage=\"a \\\"stage\\\"\",le=\"5\"} 1", lines);
        Assert.Contains("briefgen_stage_duration_seconds_sum{stage=\"a \\\"stage\\\"\"} 3", lines);
        await pulse.StopAsync(default);
    }

    [Fact]
    public async Task A_place_that_is_taken_is_a_fault_of_the_settings()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var place = $"127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        using var pulse = Pulse(("serve:health", place));
        await pulse.StartAsync(default);

        var problem = await Assert.ThrowsAsync<ConfigurationException>(() => pulse.ExecuteTask!.WaitAsync(Patience));
        Assert.StartsWith(
            $"serve.health: nothing can be answered at '{place}'",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_heartbeat_address_is_asked_while_schedules_are_looked_after_and_failures_are_logged()
    {
        await using var server = new HookServer("200 OK", "404 Not Found", "banana", "200 OK");
        using var pulse = await StartAsync(("heartbeat:url", server.Url.AbsoluteUri), ("heartbeat:every", "60s"));
        Assert.Empty(server.Requests);

        await UntilAsync(() =>
        {
            _health.LastGood = _clock.GetUtcNow();
            _clock.Advance(TimeSpan.FromSeconds(60));
            return server.Requests.Count >= 4;
        });

        // From now on nobody looks after schedules: the switch must notice.
        _health.LastGood = _clock.GetUtcNow() - TimeSpan.FromMinutes(6);
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        var before = server.Requests.Count;
        for (var beats = 0; beats < 5; beats++)
        {
            _clock.Advance(TimeSpan.FromSeconds(60));
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        Assert.Equal(before, server.Requests.Count);
        Assert.Equal("the heartbeat address did not answer: HTTP 404", _log.Lines[0]);
        Assert.Equal(2, _log.Lines.Count);
        await pulse.StopAsync(default);
    }

    private async Task<PulseService> StartAsync(params (string Key, string Value)[] settings)
    {
        var pulse = Pulse(settings);
        await pulse.StartAsync(default);
        Assert.False(pulse.ExecuteTask!.IsFaulted);
        return pulse;
    }

    private PulseService Pulse(params (string Key, string Value)[] settings) =>
        new(
            SettingsTable.Of([
                SettingsLayer.Defaults(),
                new SettingsLayer(
                    "test",
                    null,
                    settings.ToImmutableDictionary(
                        pair => pair.Key,
                        pair => pair.Value,
                        StringComparer.OrdinalIgnoreCase
                    )
                ),
            ]),
            _health,
            _clock,
            _log
        );

    // The host starts its services in the background.
    private static Task AnswersAsync(int port) =>
        UntilAsync(() =>
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        });

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            await Task.Delay(5, patience.Token);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Health : IServiceHealth
    {
        public DateTimeOffset? LastGood { get; set; }
    }
}
