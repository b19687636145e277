using BriefingGen.Cli.Hosting;
using BriefingGen.Scheduling;
using BriefingGen.Scheduling.Hosting;
using BriefingGen.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BriefingGen.Tests.Scheduling;

/// <summary>The service as it runs: with Quartz and real threads, but at no particular time of day.</summary>
public sealed class ServiceHostTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("briefgen-serve-").FullName;
    private readonly MemoryStore _store = new();
    private readonly List<int> _failedWith = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_due_is_made_at_the_start_and_the_heartbeat_is_written()
    {
        await AddAsync();
        using var stop = new CancellationTokenSource(Patience);
        var made = new TaskCompletionSource<EditionOrder>();
        var maker = Maker();
        maker.Work = (order, _) =>
        {
            made.TrySetResult(order);
            return Task.CompletedTask;
        };

        var service = ServeAsync(maker, null, stop.Token);
        var order = await made.Task.WaitAsync(Patience);
        await WaitForAsync(() => _store.AllRuns.Any(run => run.Result == RunResult.Done));
        await WaitForAsync(() => File.Exists(Path.Combine(_folder, "beat")));
        await stop.CancelAsync();

        Assert.Equal("daily", order.Schedule.Name);
        Assert.Equal(130, await service.WaitAsync(Patience));
        Assert.Empty(_failedWith);
    }

    [Fact]
    public async Task A_run_under_way_is_cancelled_when_the_service_stops_and_gives_its_edition_back()
    {
        await AddAsync();
        using var stop = new CancellationTokenSource(Patience);
        var begun = new TaskCompletionSource();
        var maker = Maker();
        maker.Work = (_, cancellationToken) =>
        {
            begun.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        };

        var service = ServeAsync(maker, null, stop.Token);
        await begun.Task.WaitAsync(Patience);
        await stop.CancelAsync();

        Assert.Equal(130, await service.WaitAsync(Patience));
        var edition = Assert.Single(await ((IEditionStore)_store).ListAsync("daily", 10, default));
        Assert.Null(edition.Worker);
        Assert.DoesNotContain(_store.AllRuns, run => run.Result == RunResult.Done);
    }

    [Fact]
    public async Task A_service_in_the_host_that_fails_ends_it_with_an_exit_code_that_says_so()
    {
        using var stop = new CancellationTokenSource(Patience);

        var code = await ServeAsync(Maker(), services => services.AddHostedService<Failing>(), stop.Token);

        Assert.Equal(1, code);
        Assert.Equal([1], _failedWith);
        Assert.False(stop.IsCancellationRequested);
    }

    [Fact]
    public async Task A_service_in_the_host_that_was_cancelled_by_nobody_ends_it_like_one_that_fails()
    {
        using var stop = new CancellationTokenSource(Patience);

        var code = await ServeAsync(Maker(), services => services.AddHostedService<TimedOut>(), stop.Token);

        Assert.Equal(1, code);
        Assert.False(stop.IsCancellationRequested);
    }

    [Fact]
    public async Task A_store_that_times_out_now_and_then_does_not_end_the_service()
    {
        await AddAsync();
        (_store.IsDown, _store.Failure) = (true, new TaskCanceledException("no answer in time"));
        using var stop = new CancellationTokenSource(Patience);

        var service = ServeAsync(Maker(), null, stop.Token, failures: 10_000);
        await Task.Delay(200);
        Assert.False(service.IsCompleted);
        _store.IsDown = false;
        await WaitForAsync(() => _store.AllRuns.Any(run => run.Result == RunResult.Done));
        await stop.CancelAsync();

        Assert.Equal(130, await service.WaitAsync(Patience));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_stays_away_ends_the_service_with_an_exit_code_that_says_so(bool byTimeout)
    {
        _store.IsDown = true;
        _store.Failure = byTimeout ? new TaskCanceledException("no answer in time") : _store.Failure;
        using var stop = new CancellationTokenSource(Patience);

        var code = await ServeAsync(Maker(), null, stop.Token);

        Assert.Equal(1, code);
        Assert.Equal([1], _failedWith);
    }

    [Theory]
    [InlineData("30000000", 30.0)]
    [InlineData("0", null)]
    [InlineData(null, null)]
    [InlineData("soon", null)]
    public void The_watchdog_reads_the_time_that_systemd_gives(string? text, double? seconds) =>
        Assert.Equal(seconds, SystemdWatchdog.TimeoutOf(text)?.TotalSeconds);

    private Task AddAsync() =>
        _store.SaveAsync(
            ScheduleEngineTests.Schedule(MisfirePolicy.Skip, null, handled: null) with
            {
                Cron = "* * * * *",
                Created = TimeProvider.System.GetUtcNow().AddMinutes(-3),
            },
            default
        );

    private StubMaker Maker() => new(_store, TimeProvider.System, "worker");

    private Task<int> ServeAsync(
        IEditionMaker maker,
        Action<IServiceCollection>? more,
        CancellationToken cancellationToken,
        int failures = 3
    ) =>
        ServiceHost.RunAsync(
            new ServeOptions
            {
                CalendarFolder = _folder,
                Sweep = new SweepOptions
                {
                    Every = TimeSpan.FromMilliseconds(50),
                    Failures = failures,
                    Heartbeat = Path.Combine(_folder, "beat"),
                },
                AlertFile = Path.Combine(_folder, "alerts"),
                FailWith = _failedWith.Add,
            },
            _store,
            maker,
            null,
            TimeProvider.System,
            more,
            cancellationToken
        );

    private static async Task WaitForAsync(Func<bool> reached)
    {
        for (var waited = 0; !reached(); waited += 20)
        {
            Assert.True(waited < Patience.TotalMilliseconds, "It was not reached in time.");
            await Task.Delay(20);
        }
    }

    private sealed class TimedOut : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Delay(100, stoppingToken);
            throw new TaskCanceledException("A test that times out on purpose.");
        }
    }

    private sealed class Failing : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Delay(100, stoppingToken);
            throw new InvalidOperationException("A test that fails on purpose.");
        }
    }
}
