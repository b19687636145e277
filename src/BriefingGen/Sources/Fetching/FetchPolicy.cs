using System.Collections.Immutable;

namespace BriefingGen.Sources.Fetching;

/// <summary>What may be fetched, and how gently. Immutable.</summary>
public sealed record FetchPolicy
{
    /// <summary>The product name in robots.txt (RFC 9309, 2.2.1).</summary>
    public const string ProductToken = "BriefingGen";

    /// <summary>How a site's owner reaches the operator: a mail address or a page; null for none, which is impolite.</summary>
    public string? Contact { get; init; }

    /// <summary>
    /// Hosts by name or address that may lie in private networks or on this machine. None by default: an address in a feed is
    /// its writer's word, and must not reach what only this machine reaches.
    /// </summary>
    public ImmutableHashSet<string> AllowedPrivateHosts { get; init; } =
        ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Ports that may be asked. 80 and 443 by default.</summary>
    public ImmutableHashSet<int> Ports { get; init; } = [80, 443];

    /// <summary>Whether a redirect may lead from https to http. False by default.</summary>
    public bool AllowDowngrade { get; init; }

    /// <summary>Most redirects that are followed. 5 by default.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Most bytes on the wire. 16 MB by default.</summary>
    public long MaxWireBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Most bytes of content once expanded. 32 MB by default.</summary>
    public int MaxBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Longest time from request to the last byte, each redirect counted anew. 60 seconds by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest time without a byte of the content. 15 seconds by default.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time between two requests to one host. One second by default.</summary>
    public TimeSpan HostInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Requests to one host that may follow at once after a rest, at least 1. 2 by default: robots.txt and what it was asked for.</summary>
    public int HostBurst { get; init; } = 2;

    /// <summary>Requests at one time in all, at least 1; to one host there is one. 4 by default.</summary>
    public int MaxParallel { get; init; } = 4;

    /// <summary>Whether robots.txt is asked for and obeyed. True by default.</summary>
    public bool ObeyRobots { get; init; } = true;

    /// <summary>Longest <c>Crawl-delay</c> that is kept; a longer one counts as this. 30 seconds by default.</summary>
    public TimeSpan MaxCrawlDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a request is made again after a failure that may pass. 2 by default.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>Wait before the first repetition; doubled each time, with chance. 2 seconds by default.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait for a repetition; where a server asks for more, the fetch fails at once and says so. 60 seconds by default.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The User-Agent header: product, version and <see cref="Contact"/>.</summary>
    public string UserAgent
    {
        get
        {
            var version = typeof(FetchPolicy).Assembly.GetName().Version?.ToString(3) ?? "0";
            return string.IsNullOrWhiteSpace(Contact)
                ? $"{ProductToken}/{version}"
                : $"{ProductToken}/{version} (+{Wording.OneLine(Contact).Trim('(', ')')})";
        }
    }
}
