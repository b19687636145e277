using System.Collections.Concurrent;
using BriefingGen.Cli.Settings;
using BriefingGen.Scheduling;
using BriefingGen.Sources;
using BriefingGen.Sources.Watching;
using BriefingGen.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingGen.Cli.Hosting;

/// <summary>
/// Between editions: reads files of watched folders as soon as they are complete, and feeds and inputs now and then, so
/// that nothing scrolls out of a feed unread and the morning's edition is quick; tells of feeds that have been down for a
/// day; applies the retention once a day. What fails is logged, does not stop the rest, and is tried again at the next turn.
/// </summary>
internal sealed partial class UpkeepService(
    SettingsTable settings,
    IBriefStore store,
    DeskServices desk,
    IAlerts alerts,
    TimeProvider clock,
    ILogger<UpkeepService> log
) : BackgroundService
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    private readonly ILogger _log = log;
    private readonly ConcurrentDictionary<string, string> _failing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly HashSet<(string Schedule, string Hash)> _taken = [];
    private readonly WatchedFolders _watched = desk.Watched ?? new WatchedFolders(new WatchOptions(), clock);

    // Turn and look would otherwise extract the same new files twice, at the same time.
    private readonly SemaphoreSlim _files = new(1);
    private DateTimeOffset? _retained;

    /// <summary>Does all of it once, but for the watched folders' new files.</summary>
    /// <exception cref="StoreException">The store cannot be asked.</exception>
    internal async Task TurnAsync(CancellationToken cancellationToken)
    {
        var feeds = new HashSet<string>(StringComparer.Ordinal);
        await EachAsync(
            "turn",
            async (schedule, plan) =>
            {
                feeds.UnionWith(plan.Feeds);
                await ReadAsync(schedule, plan, cancellationToken);
            },
            cancellationToken
        );
        await TryAsync("word on feeds", () => TellOfFeedsAsync(feeds, cancellationToken), cancellationToken);
        if (_retained is null || clock.GetUtcNow() - _retained > s_day)
        {
            await RetainAsync(cancellationToken);
            _retained = clock.GetUtcNow();
        }
    }

    /// <summary>Takes in the files of watched folders that became complete since the last look.</summary>
    /// <exception cref="StoreException">The store cannot be asked.</exception>
    internal Task LookAsync(CancellationToken cancellationToken) =>
        EachAsync(
            "look",
            async (schedule, plan) =>
            {
                var files = plan
                    .Watch.SelectMany(folder =>
                        _watched.Of(folder).Look(hash => _taken.Contains((schedule.Name, hash)), cancellationToken)
                    )
                    .ToList();
                if (files.Count > 0)
                {
                    await TakeAsync(schedule, plan, files, cancellationToken);
                }
            },
            cancellationToken
        );

    /// <summary>Deletes what the settings do not keep.</summary>
    internal async Task RetainAsync(CancellationToken cancellationToken)
    {
        var policy = new RetentionPolicy(Days("articles"), Days("editions"), Days("runs"));
        var gone = await Retention.ApplyAsync(store, policy, clock.GetUtcNow(), cancellationToken);
        Retained(gone.Articles, gone.Editions, gone.Runs);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _files.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            RepeatAsync("turn", settings.Duration("serve:pollEvery")!.Value, TurnAsync, stoppingToken),
            RepeatAsync("look", _watched.Options.Interval, LookAsync, stoppingToken)
        );

    private async Task RepeatAsync(
        string what,
        TimeSpan every,
        Func<CancellationToken, Task> work,
        CancellationToken cancellationToken
    )
    {
        using var timer = new PeriodicTimer(every, clock);
        do
        {
            await TryAsync(what, () => work(cancellationToken), cancellationToken);
        } while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    // What fails in the same way every few seconds is told of once, until it works again.
    private async Task TryAsync(string what, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
            _failing.TryRemove(what, out _);
        }
        catch (Exception exception)
            when (exception is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            var isNew = !_failing.TryGetValue(what, out var message) || message != exception.Message;
            _failing[what] = exception.Message;
            if (isNew)
            {
                Failed(exception, what);
            }
        }
    }

    private async Task EachAsync(
        string what,
        Func<StoredSchedule, EditionPlan, Task> work,
        CancellationToken cancellationToken
    )
    {
        var schedules = await store.Schedules.ListAsync(cancellationToken);
        foreach (var schedule in schedules.Where(schedule => !schedule.Paused))
        {
            await TryAsync(
                $"{what} of schedule {schedule.Name}",
                () => work(schedule, new ProfileSettings(settings).PlanOf(schedule)),
                cancellationToken
            );
        }
    }

    private async Task ReadAsync(StoredSchedule schedule, EditionPlan plan, CancellationToken cancellationToken)
    {
        var intake = Intake(plan);
        var files = await AloneAsync(() => intake.TakeFilesAsync(cancellationToken), cancellationToken);
        var fed = await intake.TakeFeedsAsync(cancellationToken);
        Read(schedule.Name, files.Added + fed.Added, files.SetAside.Length + fed.SetAside.Length);
    }

    private async Task TakeAsync(
        StoredSchedule schedule,
        EditionPlan plan,
        List<WatchedFile> files,
        CancellationToken cancellationToken
    )
    {
        var report = await AloneAsync(() => Intake(plan).TakeFilesAsync(files, cancellationToken), cancellationToken);
        _taken.UnionWith(files.Select(file => (schedule.Name, file.Hash)));
        if (report.Added > 0)
        {
            Read(schedule.Name, report.Added, report.SetAside.Length);
        }
    }

    private PlanIntake Intake(EditionPlan plan) =>
        new(store, plan, desk.Fetcher, DeskWiring.FeedsOf(settings), clock, _watched);

    private async Task<IntakeReport> AloneAsync(Func<Task<IntakeReport>> take, CancellationToken cancellationToken)
    {
        await _files.WaitAsync(cancellationToken);
        try
        {
            return await take();
        }
        finally
        {
            _files.Release();
        }
    }

    // A feed that no schedule reads any more is nobody's trouble.
    private async Task TellOfFeedsAsync(HashSet<string> read, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var feed in await store.Feeds.ListAsync(cancellationToken))
        {
            if (feed.Failures == 0)
            {
                _told.Remove(feed.Url);
            }
            else if (
                read.Contains(feed.Url)
                && now - (feed.LastOk ?? DateTimeOffset.MinValue) > s_day
                && _told.Add(feed.Url)
            )
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

    [LoggerMessage(3, LogLevel.Error, "upkeep ({What}) failed; it is tried again")]
    private partial void Failed(Exception exception, string what);
}
