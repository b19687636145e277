using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using BriefingGen.Cli.Settings;
using BriefingGen.Scheduling.Hosting;
using BriefingGen.Sources;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingGen.Cli.Hosting;

/// <summary>
/// Shows the world outside that the service lives: answers on the health page, and asks the heartbeat address as long as
/// schedules are looked after, so that a dead man's switch notices when they are not.
/// </summary>
internal sealed partial class PulseService(
    SettingsTable settings,
    IServiceHealth health,
    TimeProvider clock,
    ILogger<PulseService> log
) : BackgroundService
{
    private static readonly TimeSpan s_silence = TimeSpan.FromMinutes(5);

    private readonly ILogger _log = log;

    /// <summary>True while schedules were looked after within the last five minutes.</summary>
    internal bool IsWell => health.LastGood is { } last && clock.GetUtcNow() - last < s_silence;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(BeatAsync(stoppingToken), AnswerAsync(stoppingToken));

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        if (settings.Text("heartbeat:url") is not { } url)
        {
            return;
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(15) };
        using var timer = new PeriodicTimer(settings.Duration("heartbeat:every")!.Value, clock);
        do
        {
            try
            {
                if (IsWell)
                {
                    using var response = await client.GetAsync(
                        url,
                        HttpCompletionOption.ResponseHeadersRead,
                        cancellationToken
                    );
                    if (!response.IsSuccessStatusCode)
                    {
                        NoBeat($"HTTP {(int)response.StatusCode}");
                    }
                }
            }
            catch (Exception exception)
                when (exception is HttpRequestException
                    || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                )
            {
                NoBeat(exception.Message);
            }
        } while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        if (settings.Text("serve:health") is not { } place)
        {
            return;
        }

        // Counts what the service does from its start on.
        using var metrics = new PrometheusMetrics();
        using var listener = Listen(place);
        await using var stop = cancellationToken.Register(listener.Stop);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await AnswerOneAsync(await listener.GetContextAsync(), metrics);
            }
            catch (Exception exception)
                when (exception is HttpListenerException or ObjectDisposedException or IOException)
            {
                if (!cancellationToken.IsCancellationRequested)
                {
                    NoAnswer(exception.Message);
                }
            }
        }
    }

    /// <exception cref="ConfigurationException">There is nothing to listen at.</exception>
    private static HttpListener Listen(string place)
    {
        var listener = new HttpListener();
        try
        {
            // To a listener 0.0.0.0 is one host among others; meant is every name of this machine.
            var everywhere =
                place.StartsWith("0.0.0.0:", StringComparison.Ordinal)
                || place.StartsWith("[::]:", StringComparison.Ordinal)
                || place.StartsWith("*:", StringComparison.Ordinal);
            listener.Prefixes.Add(everywhere ? $"http://+{place[place.LastIndexOf(':')..]}/" : $"http://{place}/");
            listener.Start();
            return listener;
        }
        catch (Exception exception) when (exception is HttpListenerException or ArgumentException or SocketException)
        {
            listener.Close();
            throw new ConfigurationException(
                $"serve.health: nothing can be answered at '{place}' (expected HOST:PORT): {exception.Message}",
                exception
            );
        }
    }

    private async Task AnswerOneAsync(HttpListenerContext context, PrometheusMetrics metrics)
    {
        var path = context.Request.Url?.AbsolutePath;
        if (path == "/metrics")
        {
            var page = Encoding.UTF8.GetBytes(metrics.Page(IsWell, health.LastGood));
            await WriteAsync(context, 200, PrometheusMetrics.ContentType, page);
            return;
        }

        var isHealth = path is "/health" or "/";
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                schema = "briefgen.health/1",
                status = isHealth
                    ? IsWell
                        ? "ok"
                        : "silent"
                    : "unknown page",
                lastGood = health.LastGood,
            },
            JsonSerializerOptions.Web
        );
        var code =
            !isHealth ? 404
            : IsWell ? 200
            : 503;
        await WriteAsync(context, code, "application/json", body);
    }

    private static async Task WriteAsync(HttpListenerContext context, int code, string type, byte[] body)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = type;
        context.Response.ContentLength64 = body.Length;
        if (context.Request.HttpMethod != "HEAD")
        {
            await context.Response.OutputStream.WriteAsync(body);
        }

        context.Response.Close();
    }

    [LoggerMessage(1, LogLevel.Warning, "the heartbeat address did not answer: {Reason}")]
    private partial void NoBeat(string reason);

    [LoggerMessage(2, LogLevel.Warning, "the health page could not answer: {Reason}")]
    private partial void NoAnswer(string reason);
}
