using BriefingGen.Cli.Settings;
using BriefingGen.Scheduling;
using BriefingGen.Sources;
using BriefingGen.Sources.Fetching;
using BriefingGen.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingGen.Cli.Hosting;

/// <summary>
/// Between editions: reads feeds and watched folders, so that nothing scrolls out of a feed unread and the morning's
/// edition is quick; tells of feeds that have been down for a day; applies the retention once a day. A failure is logged
/// and tried again at the next turn.
/// </summary>
internal sealed partial class UpkeepService(
    SettingsTable settings,
    IBriefStore store,
    IWebFetcher fetcher,
    IAlerts alerts,
    TimeProvider clock,
    ILogger<UpkeepService> log
) : BackgroundService
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    private readonly ILogger _log = log;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Does all of it once.</summary>
    internal async Task TurnAsync(CancellationToken cancellationToken)
    {
        foreach (var schedule in await store.Schedules.ListAsync(cancellationToken))
        {
            if (!schedule.Paused)
            {
                await ReadAsync(schedule, cancellationToken);
            }
        }

        await TellOfFeedsAsync(cancellationToken);
    }

    /// <summary>Deletes what the settings do not keep.</summary>
    internal async Task RetainAsync(CancellationToken cancellationToken)
    {
        var policy = new RetentionPolicy(Days("articles"), Days("editions"), Days("runs"));
        var gone = await Retention.ApplyAsync(store, policy, clock.GetUtcNow(), cancellationToken);
        Retained(gone.Articles, gone.Editions, gone.Runs);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Duration("serve:pollEvery")!.Value, clock);
        DateTimeOffset? retained = null;
        do
        {
            try
            {
                await TurnAsync(stoppingToken);
                if (retained is null || clock.GetUtcNow() - retained > s_day)
                {
                    await RetainAsync(stoppingToken);
                    retained = clock.GetUtcNow();
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException and not OutOfMemoryException)
            {
                Failed(exception);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ReadAsync(StoredSchedule schedule, CancellationToken cancellationToken)
    {
        try
        {
            var plan = new ProfileSettings(settings).PlanOf(schedule);
            var intake = new PlanIntake(store, plan, fetcher, DeskWiring.FeedsOf(settings), clock);
            var report = await intake.TakeAsync(cancellationToken);
            Read(schedule.Name, report.Added, report.SetAside.Length);
        }
        catch (ConfigurationException exception)
        {
            Failed(exception);
        }
    }

    private async Task TellOfFeedsAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var feed in await store.Feeds.ListAsync(cancellationToken))
        {
            if (feed.Failures == 0)
            {
                _told.Remove(feed.Url);
            }
            else if (now - (feed.LastOk ?? DateTimeOffset.MinValue) > s_day && _told.Add(feed.Url))
            {
                var last = feed.LastOk is { } ok ? $"last read {ok:yyyy-MM-dd HH:mm}Z" : "never read";
                await alerts.RaiseAsync(
                    new Alert(AlertKind.FeedDown, null, null, now, $"{feed.Url} cannot be read ({last}): {feed.Error}"),
                    cancellationToken
                );
            }
        }
    }

    private int? Days(string what) =>
        settings.Duration($"retention:{what}") is { } span ? Math.Max(1, (int)span.TotalDays) : null;

    [LoggerMessage(1, LogLevel.Information, "schedule {Schedule}: {Added} new articles, {SetAside} inputs set aside")]
    private partial void Read(string schedule, int added, int setAside);

    [LoggerMessage(2, LogLevel.Information, "retention: {Articles} articles, {Editions} editions, {Runs} runs deleted")]
    private partial void Retained(int articles, int editions, int runs);

    [LoggerMessage(3, LogLevel.Error, "upkeep failed; it is tried again")]
    private partial void Failed(Exception exception);
}
