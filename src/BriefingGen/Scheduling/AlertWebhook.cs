using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using BriefingGen.Scheduling.Delivery;
using Microsoft.Extensions.Logging;

namespace BriefingGen.Scheduling;

/// <summary>Posts alerts as JSON, signed by Standard Webhooks where there is a secret. A failing post is logged, never thrown.</summary>
/// <param name="url">Where to.</param>
/// <param name="secret">Gives the secret; null to sign nothing.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
public sealed partial class AlertWebhook(Uri url, Func<string>? secret, TimeProvider clock, ILogger<AlertWebhook> log)
    : IAlerts
{
    private static readonly HttpClient s_client = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(15),
    };

    private readonly ILogger _log = log;

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
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            Sign(request, alert, body);
            using var response = await s_client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
        }
        catch (Exception exception)
            when (exception
                    is HttpRequestException
                        or OperationCanceledException
                        or Sources.ConfigurationException
                        or IOException
            )
        {
            NotSent(exception.Message, alert.Kind);
        }
    }

    private void Sign(HttpRequestMessage request, Alert alert, byte[] body)
    {
        if (secret is null)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var id = $"alert-{alert.Kind}-{alert.Schedule}-{alert.At.ToUnixTimeMilliseconds()}";
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(secret(), id, now, body));
    }

    [LoggerMessage(1, LogLevel.Error, "alert {Kind} could not be posted: {Reason}")]
    private partial void NotSent(string reason, AlertKind kind);
}
