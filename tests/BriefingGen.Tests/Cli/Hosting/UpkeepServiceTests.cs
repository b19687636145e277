using System.Collections.Immutable;
using BriefingGen.Cli;
using BriefingGen.Cli.Hosting;
using BriefingGen.Cli.Settings;
using BriefingGen.Scheduling;
using BriefingGen.Sources.Fetching;
using BriefingGen.Sources.Watching;
using BriefingGen.Storage;
using BriefingGen.Tests.Pipeline;
using BriefingGen.Tests.Sources.Fetching;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingGen.Tests.Cli.Hosting;

public sealed class UpkeepServiceTests
{
    private const string Herald = "https://herald.example/rss";

    [Fact]
    public async Task A_turn_reads_inputs_and_feeds_of_schedules_that_are_not_paused()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        var fetcher = new ScriptedFetcher().Answer(Herald, ScriptedFetcher.Feed("talks"));
        await desk.Store.Schedules.SaveAsync(DeskFixture.Schedule(), default);
        await desk.Store.Schedules.SaveAsync(DeskFixture.Schedule("paused", "resting") with { Paused = true }, default);
        using var upkeep = Upkeep(
            desk,
            fetcher,
            ("profiles:default:inputs:0", desk.News),
            ("profiles:default:feeds:0", Herald),
            ("profiles:default:allowPrivateHosts:0", "intranet.example"),
            ("profiles:resting:feeds:0", "https://resting.example/rss")
        );

        await upkeep.TurnAsync(default);

        Assert.Equal(2, await CountAsync(desk));
        Assert.Equal(
            (Herald, "intranet.example"),
            (Assert.Single(fetcher.Requests).Url.AbsoluteUri, fetcher.Allowed[0])
        );
    }

    [Fact]
    public async Task A_schedule_that_cannot_be_read_stops_neither_the_others_nor_the_retention()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        await desk.Store.Schedules.SaveAsync(DeskFixture.Schedule("a", "nowhere"), default);
        await desk.Store.Schedules.SaveAsync(DeskFixture.Schedule("b", "broken"), default);
        await desk.Store.Schedules.SaveAsync(DeskFixture.Schedule("c"), default);
        await desk.Store.Runs.SaveAsync(Run(desk.Clock.GetUtcNow().AddDays(-400)), default);
        using var upkeep = Upkeep(
            desk,
            new ScriptedFetcher(),
            ("profiles:default:inputs:0", desk.News),
            ("profiles:broken:templates", desk.News)
        );

        await upkeep.TurnAsync(default);

        Assert.Equal(1, await CountAsync(desk));
        Assert.Empty(await desk.Store.Runs.ListAsync(null, 10, default));
    }

    [Fact]
    public async Task Retention_is_applied_once_a_day()
    {
        await using var desk = await DeskFixture.OpenAsync();
        using var upkeep = Upkeep(desk, new ScriptedFetcher());
        await upkeep.TurnAsync(default);
        await desk.Store.Runs.SaveAsync(Run(desk.Clock.GetUtcNow().AddDays(-400)), default);

        desk.Clock.Advance(TimeSpan.FromHours(23));
        await upkeep.TurnAsync(default);
        Assert.Single(await desk.Store.Runs.ListAsync(null, 10, default));

        desk.Clock.Advance(TimeSpan.FromHours(2));
        await upkeep.TurnAsync(default);
        Assert.Empty(await desk.Store.Runs.ListAsync(null, 10, default));
    }

    [Fact]
    public async Task A_feed_that_is_down_for_a_day_is_told_of_once_until_it_was_read_again()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var fetcher = new ScriptedFetcher().Answer(
            Herald,
            ScriptedFetcher.Feed("talks"),
            ScriptedFetcher.Busy,
            ScriptedFetcher.Busy,
            ScriptedFetcher.Busy,
            ScriptedFetcher.Feed("talks"),
            ScriptedFetcher.Busy
        );
        await desk.Store.Schedules.SaveAsync(DeskFixture.Schedule(), default);
        await desk.Store.Feeds.SaveAsync(
            new StoredFeed(
                "https://dropped.example/rss",
                null,
                null,
                global::BriefingGen.Storage.FeedStatus.Failed,
                "gone",
                0,
                DeskFixture.Morning.AddDays(-9),
                null,
                9,
                null
            ),
            default
        );
        using var upkeep = Upkeep(desk, fetcher, ("profiles:default:feeds:0", Herald));
        var alerts = new List<int>();
        foreach (var hours in (int[])[0, 12, 13, 13, 13, 25])
        {
            desk.Clock.Advance(TimeSpan.FromHours(hours));
            await upkeep.TurnAsync(default);
            alerts.Add(desk.Alerts.All.Count);
        }

        Assert.Equal([0, 0, 1, 1, 1, 2], alerts);
        Assert.All(desk.Alerts.All, alert => Assert.Equal(AlertKind.FeedDown, alert.Kind));
        Assert.Equal(
            $"{Herald} cannot be read (last read 2026-09-17 04:30Z): answers HTTP 503 Service Unavailable",
            desk.Alerts.All[0].Message
        );
    }

    [Fact]
    public async Task A_watched_file_is_read_when_it_is_complete_and_once()
    {
        await using var desk = await DeskFixture.OpenAsync();
        await desk.Store.Schedules.SaveAsync(DeskFixture.Schedule(), default);
        using var upkeep = Upkeep(desk, new ScriptedFetcher(), ("profiles:default:watch:0", desk.News));
        await upkeep.LookAsync(default);

        desk.Write("a.txt", "half a tr", age: TimeSpan.Zero);
        await upkeep.LookAsync(default);
        Assert.Equal(0, await CountAsync(desk));

        desk.Clock.Advance(TimeSpan.FromSeconds(8));
        desk.Write("a.txt", "a truce", age: TimeSpan.Zero);
        await upkeep.LookAsync(default);
        desk.Clock.Advance(TimeSpan.FromSeconds(8));
        await upkeep.LookAsync(default);
        Assert.Equal(0, await CountAsync(desk));

        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        await upkeep.LookAsync(default);
        await upkeep.LookAsync(default);
        var stored = Assert.Single(await ArticlesAsync(desk));
        Assert.Contains("a truce", stored.Article.Text.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_away_and_a_timeout_below_do_not_end_the_service()
    {
        await using var desk = await DeskFixture.OpenAsync();
        await desk.Store.Schedules.SaveAsync(DeskFixture.Schedule(), default);
        var answers = new Queue<Exception?>([new StoreException("away"), new TaskCanceledException("timed out"), null]);
        var asked = new TaskCompletionSource();
        var fetcher = new ScriptedFetcher().Answer(
            Herald,
            request =>
            {
                if (answers.Dequeue() is { } exception)
                {
                    throw exception;
                }

                asked.TrySetResult();
                return ScriptedFetcher.Busy(request);
            }
        );
        using var upkeep = Upkeep(desk, fetcher, ("profiles:default:feeds:0", Herald));

        await upkeep.StartAsync(default);
        await Fetchers.Passing(desk.Clock, asked.Task.ContinueWith(_ => 0), TimeSpan.FromMinutes(30));

        Assert.False(upkeep.ExecuteTask!.IsCompleted);
        await upkeep.StopAsync(default);
        Assert.False(upkeep.ExecuteTask.IsFaulted);
    }

    private static UpkeepService Upkeep(
        DeskFixture desk,
        IWebFetcher fetcher,
        params (string Key, string Value)[] settings
    ) =>
        new(
            SettingsTable.Of([
                SettingsLayer.Defaults(),
                new SettingsLayer(
                    "test",
                    null,
                    settings
                        .Append(("templates", CliRunner.Templates))
                        .ToImmutableDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase)
                ),
            ]),
            desk.Store,
            new DeskServices((_, _) => Task.FromResult(desk.Store), _ => null!, _ => null, null, desk.Folder)
            {
                Fetcher = fetcher,
                Watched = new WatchedFolders(new WatchOptions(), desk.Clock),
            },
            desk.Alerts,
            desk.Clock,
            NullLogger<UpkeepService>.Instance
        );

    private static StoredRun Run(DateTimeOffset started) =>
        new(
            "1".PadLeft(32, '0'),
            new EditionKey("daily", DateOnly.FromDateTime(started.UtcDateTime)),
            RunTrigger.Scheduled,
            null,
            started,
            started,
            RunResult.Done,
            null,
            0,
            0,
            0
        );

    private static async Task<int> CountAsync(DeskFixture desk) => (await ArticlesAsync(desk)).Count;

    private static async Task<List<StoredArticle>> ArticlesAsync(DeskFixture desk)
    {
        var all = new List<StoredArticle>();
        await foreach (var article in desk.Store.Articles.ReadAsync(new ArticleQuery(""), default))
        {
            all.Add(article);
        }

        return all;
    }
}
