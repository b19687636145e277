using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>
/// Posts an edition, signed as Standard Webhooks 1.0 has it. Every try has the same <c>webhook-id</c> and
/// <c>Idempotency-Key</c>. Redirects are not followed, proxies not used, and the address is checked when it is connected to.
/// </summary>
internal sealed class WebhookTarget : IDeliveryTarget, IDisposable
{
    private const int MostAnswer = 4096;
    private readonly WebhookTargetSettings _settings;
    private readonly TimeProvider _time;
    private readonly Func<IPAddress, bool> _isPublic;
    private readonly HttpClient _client;

    /// <param name="settings">Valid settings.</param>
    /// <param name="time">Clock.</param>
    /// <param name="isPublic">Whether an address may be connected to where the target does not allow private ones.</param>
    public WebhookTarget(WebhookTargetSettings settings, TimeProvider time, Func<IPAddress, bool> isPublic)
    {
        (_settings, _time, _isPublic) = (settings, time, isPublic);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = ConnectAsync,
        };
        // The courier bounds a try by its own clock.
        _client = new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public string Name => _settings.Name;

    public void Dispose() => _client.Dispose();

    public async Task<string> SendAsync(DeliveryPackage package, CancellationToken cancellationToken)
    {
        var spoken = new SpokenText();
        var secret = spoken.Reveal(_settings.Secret!);
        var now = _time.GetUtcNow();
        var id = PackageHash.Identity(package.Edition, Name);
        var body = await WebhookBody.BuildAsync(package, _settings, id, now, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, _settings.Url);
        request.Content = new ByteArrayContent(body.Bytes);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(body.MediaType);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("BriefingGen", null));
        request.Headers.Add("Idempotency-Key", id);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(secret, id, now, body.Bytes));
        try
        {
            using var response = await _client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken
            );
            return await JudgeAsync(response, spoken, now, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
            {
                if (cause is DeliveryException own)
                {
                    throw new DeliveryException(own.Message, own.IsPermanent);
                }
            }

            throw spoken.Failure($"{_settings.Url!.Host}: {exception.HttpRequestError}", exception);
        }
        catch (IOException exception)
        {
            throw spoken.Failure(_settings.Url!.Host, exception);
        }
    }

    private async Task<string> JudgeAsync(
        HttpResponseMessage response,
        SpokenText spoken,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            return string.Create(CultureInfo.InvariantCulture, $"HTTP {status}");
        }

        var words = await AnswerAsync(response, cancellationToken);
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
            _ => (TimeSpan?)null,
        };
        throw new DeliveryException(
            spoken.Clean(string.Create(CultureInfo.InvariantCulture, $"{_settings.Url!.Host}: HTTP {status} {words}")),
            status < 500 && status is not (408 or 425 or 429)
        )
        {
            RetryAfter = wait,
        };
    }

    private static async Task<string> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MostAnswer);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await stream.ReadAtLeastAsync(
                buffer.AsMemory(0, MostAnswer),
                MostAnswer,
                false,
                cancellationToken
            );
            return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // The address that was checked is the one that is connected to: a name that changes in between gains nothing.
    private async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var place = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(place.Host, cancellationToken);
        var allowed = Array.FindAll(addresses, address => _settings.AllowPrivate || _isPublic(address));
        if (allowed.Length == 0)
        {
            throw new DeliveryException(
                $"{place.Host}: expected a public address; allowPrivate allows others",
                isPermanent: true
            );
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, place.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
