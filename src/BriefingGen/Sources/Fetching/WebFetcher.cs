using System.Globalization;
using System.Net;
using Polly;
using Polly.Retry;

namespace BriefingGen.Sources.Fetching;

/// <summary>
/// Fetches pages and feeds politely and within bounds: robots.txt, one request to a host at a time, repetitions with
/// growing waits, no address outside the public internet. Proxies of the environment are not used: they would connect in
/// our place, unchecked. Safe to share between threads; one instance serves a process, since rates are kept in it.
/// </summary>
public sealed class WebFetcher : IWebFetcher, IDisposable
{
    private const int MaxHeaderKilobytes = 64;

    private readonly FetchPolicy _policy;
    private readonly TimeProvider _time;
    private readonly Func<double> _jitter;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly bool _ownsTurns;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, WebFetcher> _wider = new(StringComparer.Ordinal);
    private readonly HttpClient _client;
    private readonly Exchange _exchange;
    private readonly HostTurns _turns;
    private readonly RobotsCache _robots;
    private readonly ResiliencePipeline<FetchResult> _retries;

    /// <summary>Makes a fetcher.</summary>
    /// <param name="policy">What may be fetched, and how gently.</param>
    /// <param name="time">The clock for rates, waits and limits.</param>
    /// <param name="jitter">A number from 0 to 1 that spreads repetitions; called from any thread.</param>
    public WebFetcher(FetchPolicy policy, TimeProvider time, Func<double> jitter)
        : this(policy, time, jitter, Dns.GetHostAddressesAsync) { }

    internal WebFetcher(
        FetchPolicy policy,
        TimeProvider time,
        Func<double> jitter,
        Func<string, CancellationToken, Task<IPAddress[]>> resolve,
        HostTurns? turns = null
    )
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(jitter);
        (_policy, _time, _jitter, _resolve) = (policy, time, jitter, resolve);
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                ConnectCallback = new GuardedConnector(policy, resolve).ConnectAsync,
                ConnectTimeout = TimeSpan.FromSeconds(15),
                MaxResponseHeadersLength = MaxHeaderKilobytes,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                UseCookies = false,
                UseProxy = false,
            }
        )
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        _exchange = new Exchange(_client, policy, time);
        (_turns, _ownsTurns) = (turns ?? new HostTurns(policy, time), turns is null);
        _robots = new RobotsCache(
            (url, cancellationToken) => FollowAsync(new FetchRequest(url), asksRobots: false, cancellationToken),
            time
        );
        _retries = Retries(policy, time, jitter);
    }

    /// <inheritdoc/>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await _retries
            .ExecuteAsync(
                static async (state, token) =>
                    await state.Self.FollowAsync(state.Request, asksRobots: true, token).ConfigureAwait(false),
                (Self: this, Request: request),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>It has connections of its own: one that was opened for somebody else's host must not serve here.</remarks>
    public IWebFetcher Allowing(IReadOnlyCollection<string> hosts)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        var allowed = _policy.AllowedPrivateHosts.Union(hosts);
        if (allowed.Count == _policy.AllowedPrivateHosts.Count)
        {
            return this;
        }

        var key = string.Join('\n', allowed.Select(host => host.ToUpperInvariant()).Order(StringComparer.Ordinal));
        lock (_gate)
        {
            if (!_wider.TryGetValue(key, out var wider))
            {
                var policy = _policy with { AllowedPrivateHosts = allowed };
                _wider[key] = wider = new WebFetcher(policy, _time, _jitter, _resolve, _turns);
            }

            return wider;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var wider in _wider.Values)
            {
                wider.Dispose();
            }
        }

        _client.Dispose();
        if (_ownsTurns)
        {
            _turns.Dispose();
        }
    }

    private static ResiliencePipeline<FetchResult> Retries(
        FetchPolicy policy,
        TimeProvider time,
        Func<double> jitter
    ) =>
        policy.MaxRetries < 1
            ? ResiliencePipeline<FetchResult>.Empty
            : new ResiliencePipelineBuilder<FetchResult> { TimeProvider = time }
                .AddRetry(
                    new RetryStrategyOptions<FetchResult>
                    {
                        MaxRetryAttempts = policy.MaxRetries,
                        BackoffType = DelayBackoffType.Exponential,
                        UseJitter = true,
                        Randomizer = jitter,
                        Delay = policy.RetryDelay,
                        MaxDelay = policy.MaxRetryDelay,
                        ShouldHandle = arguments =>
                            ValueTask.FromResult(
                                arguments.Outcome.Result is { IsPassing: true } result
                                    && !(result.RetryAfter > policy.MaxRetryDelay)
                            ),
                        DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
                    }
                )
                .Build();

    private async Task<FetchResult> FollowAsync(
        FetchRequest request,
        bool asksRobots,
        CancellationToken cancellationToken
    )
    {
        var url = request.Url;
        var wasSecure = false;
        for (var redirects = 0; redirects <= _policy.MaxRedirects; redirects++)
        {
            if (Refusal(request.Url, url, wasSecure) is { } refusal)
            {
                return refusal;
            }

            wasSecure |= url.Scheme == "https";
            var delay = TimeSpan.Zero;
            if (asksRobots && _policy.ObeyRobots)
            {
                var (rules, failure) = await _robots.OfAsync(url, cancellationToken).ConfigureAwait(false);
                if (failure is not null)
                {
                    return failure;
                }

                if (!rules!.Allows(url))
                {
                    return FetchResult.Failed(url, "robots", "may not be fetched: its host's robots.txt forbids it");
                }

                delay = rules.Delay < _policy.MaxCrawlDelay ? rules.Delay : _policy.MaxCrawlDelay;
            }

            using var turn = await _turns.EnterAsync(url.Authority, delay, cancellationToken).ConfigureAwait(false);
            var (result, next) = await _exchange
                .AskAsync(request with { Url = url }, cancellationToken)
                .ConfigureAwait(false);
            if (next is null)
            {
                return result;
            }

            url = next;
        }

        return FetchResult.Failed(
            request.Url,
            "refused-redirect",
            string.Create(CultureInfo.InvariantCulture, $"redirects more than {_policy.MaxRedirects} times")
        );
    }

    private FetchResult? Refusal(Uri asked, Uri url, bool wasSecure)
    {
        var reason =
            !url.IsAbsoluteUri || url.Scheme is not ("http" or "https") ? "is not an http or https address"
            : !_policy.Ports.Contains(url.Port)
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"asks for port {url.Port}, which the policy does not allow"
                )
            : url.UserInfo.Length > 0 ? "holds a name and password"
            : wasSecure && url.Scheme == "http" && !_policy.AllowDowngrade ? "would leave https for http"
            : null;
        return reason is null ? null
            : ReferenceEquals(asked, url) ? FetchResult.Failed(url, "refused-address", reason)
            : FetchResult.Failed(
                asked,
                "refused-redirect",
                $"redirects to {Wording.Short(url.ToString())}, which {reason}"
            );
    }
}
