using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using BriefingGen.Scheduling.Delivery;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace BriefingGen.Scheduling;

/// <summary>
/// Posts alerts as JSON, signed by Standard Webhooks where there is a secret; a post that fails is made three times. One
/// that fails for good is logged, never thrown.
/// </summary>
public sealed partial class AlertWebhook : IAlerts
{
    private const int Repetitions = 2;

    private static readonly HttpClient s_client = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(15),
    };

    private readonly Uri _url;
    private readonly Func<string>? _secret;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly ResiliencePipeline _retries;

    /// <summary>Makes a channel.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="secret">Gives the secret; null to sign nothing.</param>
    /// <param name="clock">The time.</param>
    /// <param name="log">The log.</param>
    /// <param name="delay">Wait before the first repetition, doubled for the second; null for two seconds.</param>
    public AlertWebhook(
        Uri url,
        Func<string>? secret,
        TimeProvider clock,
        ILogger<AlertWebhook> log,
        TimeSpan? delay = null
    )
    {
        (_url, _secret, _clock, _log) = (url, secret, clock, log);
        _retries = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = Repetitions,
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = delay ?? TimeSpan.FromSeconds(2),
                    ShouldHandle = static arguments => ValueTask.FromResult(MayPass(arguments.Outcome.Exception)),
                }
            )
            .Build();
    }

    /// <inheritdoc/>
    public async Task RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        try
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    schema = "briefgen.alert/1",
                    kind = alert.Kind.ToString(),
                    alert.Schedule,
                    edition = alert.Edition?.Date,
                    alert.At,
                    alert.Message,
                },
                JsonSerializerOptions.Web
            );
            await _retries
                .ExecuteAsync(async token => await PostAsync(body, token).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            NotSent(exception.Message, alert.Kind);
        }
    }

    // A server that is busy or away, or silent; not one that says that the request is wrong.
    private static bool MayPass(Exception? exception) =>
        exception is HttpRequestException { StatusCode: null or >= System.Net.HttpStatusCode.InternalServerError }
        || exception is HttpRequestException { StatusCode: System.Net.HttpStatusCode.TooManyRequests }
        || exception is OperationCanceledException { InnerException: TimeoutException }
        || exception is IOException;

    private async Task PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Sign(request, body);
        using var response = await s_client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
    }

    private void Sign(HttpRequestMessage request, byte[] body)
    {
        if (_secret is null)
        {
            return;
        }

        var now = _clock.GetUtcNow();
        // Of the content, so that a repetition is known again and two alerts of one moment are not taken for one.
        var id = "alert-" + Convert.ToHexStringLower(SHA256.HashData(body))[..32];
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(_secret(), id, now, body));
    }

    [LoggerMessage(1, LogLevel.Error, "alert {Kind} could not be posted: {Reason}")]
    private partial void NotSent(string reason, AlertKind kind);
}
