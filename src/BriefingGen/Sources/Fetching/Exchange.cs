using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using BriefingGen.Sources.Compressed;

namespace BriefingGen.Sources.Fetching;

/// <summary>One request and its response, within the policy's bounds; redirects are given back, not followed.</summary>
internal sealed class Exchange(HttpClient client, FetchPolicy policy, TimeProvider time)
{
    /// <summary>Asks; the second is where a redirect leads, null for none.</summary>
    public async Task<(FetchResult Result, Uri? Next)> AskAsync(
        FetchRequest request,
        CancellationToken cancellationToken
    )
    {
        using var total = new CancellationTokenSource(policy.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(total.Token, cancellationToken);
        try
        {
            using var message = Message(request);
            using var response = await client
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, both.Token)
                .ConfigureAwait(false);
            return Redirect(request.Url, response) is { } next
                ? (FetchResult.Failed(request.Url, "refused-redirect", "redirects"), next)
                : (await ReadAsync(request.Url, response, both.Token).ConfigureAwait(false), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Not asked for again at once: what has no end would cost the whole time with each try.
            return (
                FetchResult.Failed(
                    request.Url,
                    "timeout",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"took longer than {policy.Timeout.TotalSeconds:0.#} seconds"
                    )
                ),
                null
            );
        }
        catch (Exception exception) when (Failure(request.Url, exception) is { } failure)
        {
            return (failure, null);
        }
    }

    private HttpRequestMessage Message(FetchRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, request.Url);
        var headers = message.Headers;
        headers.TryAddWithoutValidation("User-Agent", policy.UserAgent);
        headers.TryAddWithoutValidation(
            "Accept",
            "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/html;q=0.9, */*;q=0.5"
        );
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (request.ETag is { } tag)
        {
            headers.TryAddWithoutValidation("If-None-Match", Wording.OneLine(tag));
        }

        if (request.LastModified is { } date)
        {
            headers.TryAddWithoutValidation("If-Modified-Since", Wording.OneLine(date));
        }

        return message;
    }

    private static Uri? Redirect(Uri from, HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
        && Header(response.Headers, "Location") is { } location
        && Uri.TryCreate(from, location, out var next)
            ? next
            : null;

    private async Task<FetchResult> ReadAsync(
        Uri url,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var status = (int)response.StatusCode;
        var (tag, date) = (Header(response.Headers, "ETag"), Header(response.Content.Headers, "Last-Modified"));
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return new FetchResult(FetchOutcome.NotModified, url) { ETag = tag, LastModified = date };
        }

        if (!response.IsSuccessStatusCode)
        {
            return FetchResult.Failed(
                url,
                string.Create(CultureInfo.InvariantCulture, $"http-{status}"),
                string.Create(
                        CultureInfo.InvariantCulture,
                        $"answers HTTP {status} {Wording.Short(response.ReasonPhrase)}"
                    )
                    .Trim()
            ) with
            {
                IsPassing = status is 429 or 502 or 503 or 504,
                RetryAfter = RetryAfter(response.Headers.RetryAfter),
            };
        }

        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var ownedBody = body.ConfigureAwait(false);
        var media = Header(response.Content.Headers, "Content-Type") ?? string.Empty;
        var codings = Header(response.Content.Headers, "Content-Encoding");
        return new FetchResult(FetchOutcome.Ok, url)
        {
            Content = await ContentAsync(body, codings, cancellationToken).ConfigureAwait(false),
            MediaType = media.Split(';')[0].Trim().ToLowerInvariant(),
            Charset = Warc.HttpMessage.CharsetOf(media),
            ETag = tag,
            LastModified = date,
        };
    }

    private async Task<ReadOnlyMemory<byte>> ContentAsync(
        Stream body,
        string? codings,
        CancellationToken cancellationToken
    )
    {
        var stream = (Stream)new WatchedBody(body, policy, time);
        // The last coding was laid on last.
        foreach (var coding in (codings ?? string.Empty).Split(',').Reverse())
        {
            if (coding.Trim() is not ("" or "identity"))
            {
                stream =
                    MeasuredExpansion.Coding(coding, stream)
                    ?? throw new InvalidDataException($"the content coding {Wording.Short(coding)} is not known");
            }
        }

        await using var owned = stream.ConfigureAwait(false);
        using var store = new MemoryStream();
        var buffer = new byte[32 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            store.Write(buffer, 0, read);
            if (store.Length > policy.MaxBytes)
            {
                throw new BodyTooLargeException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"is larger than {policy.MaxBytes:N0} bytes, the limit for content"
                    )
                );
            }
        }

        return store.GetBuffer().AsMemory(0, (int)store.Length);
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? value) =>
        value?.Delta ?? (value?.Date is { } date && date > time.GetUtcNow() ? date - time.GetUtcNow() : null);

    private static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.Count > 0
            ? Wording.OneLine(values.ToString())
            : null;

    // Null for what is a fault of ours.
    private static FetchResult? Failure(Uri url, Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            var (code, passes) = inner switch
            {
                RefusedAddressException => ("refused-address", false),
                BodyTooLargeException or ExpansionException => ("too-large", false),
                TimeoutException => ("timeout", true),
                AuthenticationException => ("tls", false),
                SocketException => ("connect", true),
                InvalidDataException => ("bad-content", false),
                _ => (null, false),
            };
            if (code is not null)
            {
                return FetchResult.Failed(url, code, inner.Message) with { IsPassing = passes };
            }
        }

        return exception is HttpRequestException or IOException or InvalidOperationException
            ? FetchResult.Failed(url, "bad-response", exception.Message) with
            {
                IsPassing =
                    exception
                        is HttpRequestException
                            {
                                HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded
                            }
                            or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded },
            }
            : null;
    }
}
