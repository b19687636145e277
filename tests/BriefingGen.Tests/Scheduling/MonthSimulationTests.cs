using BriefingGen.Scheduling;
using BriefingGen.Scheduling.Calendars;
using BriefingGen.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Scheduling;

/// <summary>Months of schedules on a fake clock: clock changes, outages, two processes, killed ones, a clock set back.</summary>
public sealed class MonthSimulationTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(15);

    private static readonly StoredSchedule[] Schedules =
    [
        Schedule("skip", "30 2 * * *", "Europe/Brussels", null, MisfirePolicy.Skip, null),
        Schedule("once", "0 6 * * *", "America/New_York", null, MisfirePolicy.Once, 36),
        Schedule("all", "0 6 * * *", "Europe/Brussels", "weekdays", MisfirePolicy.All, null),
        Schedule("twice", "0 6,18 * * *", "Asia/Kolkata", null, MisfirePolicy.All, null),
    ];

    /// <summary>First day, last day, the outage, and the days that each policy leaves out.</summary>
    public static TheoryData<string, string, string, string, string, string> Months() =>
        new()
        {
            // March: New York changes on the 8th, Brussels on the 29th; an outage between.
            { "2026-03-01", "2026-03-31", "2026-03-16T12:00Z", "2026-03-19T12:00Z", "17 18 19", "17 18" },
            // The outage holds the change in Brussels.
            { "2026-03-01", "2026-03-31", "2026-03-28T00:00Z", "2026-03-31T00:00Z", "28 29 30", "28 29" },
            // Autumn: Brussels changes on 25 October within the outage, New York on 1 November.
            { "2026-10-10", "2026-11-09", "2026-10-23T12:00Z", "2026-10-26T12:00Z", "24 25 26", "24 25" },
            // New York's change within the outage.
            { "2026-10-10", "2026-11-09", "2026-10-31T12:00Z", "2026-11-03T12:30Z", "1 2 3", "1 2" },
        };

    [Theory]
    [MemberData(nameof(Months))]
    public async Task A_month_gives_exactly_the_editions_that_the_policy_promises(
        string first,
        string last,
        string downFrom,
        string downUntil,
        string skipped,
        string notOnce
    )
    {
        var month = new Simulation(Start(first), processes: 1);
        await month.AddAsync(Schedules);

        await month.RunUntilAsync(Instant(downFrom));
        month.Clock.SetUtcNow(Instant(downUntil));
        await month.RunUntilAsync(Start(last).AddDays(1));

        var days = Days(first, last);
        Assert.Equal(days.Except(In(days, skipped)), month.Made("skip"));
        Assert.Equal(days.Except(In(days, notOnce)), month.Made("once"));
        Assert.Equal(
            days.Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)),
            month.Made("all")
        );
        Assert.Equal(days, month.Made("twice"));
        Assert.Equal(In(days, skipped), month.Missed("skip"));
        Assert.Equal(In(days, notOnce), month.Missed("once"));
        Assert.Empty(month.Missed("all"));
        Assert.Single(month.Alerts.All, alert => alert is { Kind: AlertKind.Missed, Schedule: "skip" });
        Assert.Single(month.Alerts.All, alert => alert is { Kind: AlertKind.Late, Schedule: "once" });
        Assert.DoesNotContain(month.Alerts.All, alert => alert.Kind is AlertKind.Failed or AlertKind.Empty);
    }

    [Fact]
    public async Task Two_processes_on_one_store_make_every_edition_once()
    {
        var month = new Simulation(Start("2026-03-01"), processes: 2);
        await month.AddAsync(Schedules);

        await month.RunUntilAsync(Start("2026-04-01"));

        var days = Days("2026-03-01", "2026-03-31");
        Assert.Equal(days, month.Made("skip"));
        Assert.Equal(days, month.Made("once"));
        Assert.Equal(days, month.Made("twice"));
        Assert.Empty(month.Alerts.All);
    }

    [Fact]
    public async Task A_process_killed_in_mid_run_is_followed_by_another_when_its_lease_ends()
    {
        var month = new Simulation(Start("2026-03-01"), processes: 2);
        await month.AddAsync(Schedules);
        var victim = month.Makers[0];
        victim.DiesHolding = true;
        victim.Work = (order, _) =>
            order.Date.Day is 5 or 29 ? throw new OperationCanceledException("killed") : Task.CompletedTask;

        await month.RunUntilAsync(Start("2026-04-01"));

        var days = Days("2026-03-01", "2026-03-31");
        Assert.Equal(days, month.Made("skip"));
        Assert.Equal(days, month.Made("once"));
        Assert.Equal(days, month.Made("twice"));
        Assert.All(
            month.Store.AllRuns.Where(run => run.Result == RunResult.Done && run.Edition.Date.Day is 5 or 29),
            run => Assert.StartsWith("worker-1", run.Id, StringComparison.Ordinal)
        );
        Assert.Equal(2, month.Killed);
        Assert.Empty(month.Alerts.All);
    }

    [Fact]
    public async Task A_maker_that_breaks_down_is_tried_again_a_few_times_and_once_with_the_next_day_that_goes_on()
    {
        var month = new Simulation(Start("2026-03-01"), processes: 1);
        await month.AddAsync(Schedules[0]);
        var calls = 0;
        month.Makers[0].Work = (order, _) =>
        {
            calls += order.Date.Day == 5 ? 1 : 0;
            return order.Date.Day == 5 ? throw new InvalidOperationException("broken") : Task.CompletedTask;
        };

        await month.RunUntilAsync(Start("2026-03-11"));

        Assert.Equal(6, calls);
        Assert.Equal(Days("2026-03-01", "2026-03-10").Where(day => day.Day != 5), month.Made("skip"));
        Assert.Equal(3, month.Alerts.All.Count(alert => alert.Kind == AlertKind.Failed));
    }

    [Fact]
    public async Task A_clock_set_back_by_two_hours_makes_nothing_twice()
    {
        var month = new Simulation(Start("2026-03-01"), processes: 2);
        await month.AddAsync(Schedules);

        foreach (var day in new[] { 4, 8, 29 })
        {
            await month.RunUntilAsync(new DateTimeOffset(2026, 3, day, 2, 0, 0, TimeSpan.Zero));
            month.Clock.AdjustTime(month.Clock.GetUtcNow().AddHours(-2));
        }

        await month.RunUntilAsync(Start("2026-04-01"));

        var days = Days("2026-03-01", "2026-03-31");
        Assert.Equal(days, month.Made("skip"));
        Assert.Equal(days, month.Made("once"));
        Assert.Equal(days, month.Made("twice"));
    }

    [Fact]
    public async Task A_crash_between_making_and_noting_it_makes_no_second_edition()
    {
        var month = new Simulation(Start("2026-03-01"), processes: 1);
        await month.AddAsync(Schedules[0]);
        await month.RunUntilAsync(Start("2026-03-05"));
        await month.Store.SetHandledAsync("skip", Start("2026-03-02"), default);

        await month.RunUntilAsync(Start("2026-03-06"));

        Assert.Equal(Days("2026-03-01", "2026-03-05"), month.Made("skip"));
        Assert.Empty(month.Missed("skip"));
    }

    [Fact]
    public async Task Empty_and_failed_editions_raise_alerts_and_are_not_tried_again()
    {
        var month = new Simulation(Start("2026-03-01"), processes: 1);
        await month.AddAsync(Schedules[3]);
        month.Makers[0].End = EditionState.Empty;
        await month.RunUntilAsync(Start("2026-03-02"));
        month.Makers[0].End = EditionState.Failed;
        await month.RunUntilAsync(Start("2026-03-03"));

        Assert.Equal([AlertKind.Empty, AlertKind.Failed], month.Alerts.All.Select(alert => alert.Kind));
    }

    private static StoredSchedule Schedule(
        string name,
        string cron,
        string zone,
        string? calendar,
        MisfirePolicy policy,
        int? hours
    ) =>
        ScheduleEngineTests.Schedule(policy, hours, handled: null) with
        {
            Name = name,
            Cron = cron,
            TimeZone = zone,
            Calendar = calendar,
        };

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(
            text,
            "yyyy-MM-dd'T'HH:mm'Z'",
            null,
            System.Globalization.DateTimeStyles.AssumeUniversal
        );

    private static DateTimeOffset Start(string date) => Instant(date + "T00:00Z");

    private static List<DateOnly> Days(string first, string last)
    {
        var (from, to) = (DateOnly.Parse(first), DateOnly.Parse(last));
        return [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays)];
    }

    private static List<DateOnly> In(List<DateOnly> days, string numbers) =>
        [.. numbers.Split(' ').Select(number => days.Last(day => day.Day == int.Parse(number)))];

    private sealed class Simulation
    {
        private readonly List<ScheduleRunner> _runners = [];
        private readonly Dictionary<ScheduleRunner, DateTimeOffset> _deadUntil = [];

        public Simulation(DateTimeOffset start, int processes)
        {
            Clock = new FakeTimeProvider(start);
            for (var process = 0; process < processes; process++)
            {
                var maker = new StubMaker(Store, Clock, $"worker-{process}");
                Makers.Add(maker);
                _runners.Add(
                    new ScheduleRunner(
                        Store,
                        maker,
                        Alerts,
                        new CalendarFolder("calendars"),
                        Clock,
                        new ScheduleOptions(),
                        NullLogger<ScheduleRunner>.Instance
                    )
                );
            }
        }

        public FakeTimeProvider Clock { get; }

        /// <summary>How often a process was killed; it comes back after half a day.</summary>
        public int Killed { get; private set; }

        public MemoryStore Store { get; } = new();

        public KeptAlerts Alerts { get; } = new();

        public List<StubMaker> Makers { get; } = [];

        public async Task AddAsync(params StoredSchedule[] schedules)
        {
            foreach (var schedule in schedules)
            {
                await Store.SaveAsync(schedule with { Created = Clock.GetUtcNow() }, default);
            }
        }

        public async Task RunUntilAsync(DateTimeOffset end)
        {
            for (; Clock.GetUtcNow() <= end; Clock.Advance(Tick))
            {
                foreach (var runner in _runners.Where(each => _deadUntil.GetValueOrDefault(each) <= Clock.GetUtcNow()))
                {
                    await TickAsync(runner);
                }
            }
        }

        private async Task TickAsync(ScheduleRunner runner)
        {
            try
            {
                foreach (var schedule in await ((IScheduleStore)Store).ListAsync(default))
                {
                    await runner.RunDueAsync(schedule.Name, default);
                }
            }
            catch (OperationCanceledException)
            {
                Killed++;
                _deadUntil[runner] = Clock.GetUtcNow().AddHours(12);
            }
        }

        /// <summary>Days of finished runs, each as often as it was made.</summary>
        public IEnumerable<DateOnly> Made(string schedule) => DaysOf(schedule, RunResult.Done);

        public IEnumerable<DateOnly> Missed(string schedule) => DaysOf(schedule, RunResult.Missed);

        private IEnumerable<DateOnly> DaysOf(string schedule, RunResult result) =>
            Store
                .AllRuns.Where(run => run.Edition.Schedule == schedule && run.Result == result)
                .Select(run => run.Edition.Date)
                .Order();
    }
}
