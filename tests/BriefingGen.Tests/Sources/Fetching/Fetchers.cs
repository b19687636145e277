using System.Net;
using BriefingGen.Sources.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Sources.Fetching;

/// <summary>Fetchers for tests: the clock stands still until it is moved.</summary>
internal static class Fetchers
{
    public static readonly DateTimeOffset Start = new(2031, 5, 14, 6, 0, 0, TimeSpan.Zero);

    /// <summary>A policy that lets one server on loopback be asked, under its address and under an invented name.</summary>
    public static FetchPolicy Policy(TestServer server) =>
        new()
        {
            AllowedPrivateHosts = new FetchPolicy().AllowedPrivateHosts.Add("127.0.0.1").Add("news.example"),
            Ports = [80, 443, server.Port],
            HostInterval = TimeSpan.Zero,
            Timeout = TimeSpan.FromDays(1),
            IdleTimeout = TimeSpan.FromDays(1),
            MaxRetries = 0,
            ObeyRobots = false,
        };

    /// <summary>A fetcher for which every name leads to loopback.</summary>
    public static WebFetcher Of(FetchPolicy policy, TimeProvider? time = null, IPAddress? everyName = null) =>
        new(
            policy,
            time ?? new FakeTimeProvider(Start),
            () => 0.5,
            (_, _) => Task.FromResult<IPAddress[]>([everyName ?? IPAddress.Loopback])
        );

    public static Task<FetchResult> Get(this WebFetcher fetcher, Uri url) =>
        fetcher.FetchAsync(new FetchRequest(url), CancellationToken.None);

    /// <summary>Moves the clock on until a task is done.</summary>
    public static async Task<T> Passing<T>(FakeTimeProvider time, Task<T> task, TimeSpan step)
    {
        while (!task.IsCompleted)
        {
            time.Advance(step);
            await Task.WhenAny(task, Task.Delay(5));
        }

        return await task;
    }
}
