using BriefingGen.Scheduling;
using BriefingGen.Scheduling.Calendars;
using BriefingGen.Storage;
using BriefingGen.Tests.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingGen.Tests.Pipeline;

/// <summary>An edition that failed, did not verify or did not arrive stays owed, and is told of, until it is delivered.</summary>
public sealed class MadeAgainTests
{
    [Fact]
    public async Task One_that_failed_stays_a_failure_until_it_is_asked_for_again()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        var first = await Runner(desk, Broken(desk)).RunAsync(DeskFixture.Schedule(), null, again: false, default);
        var second = await Runner(desk, Sound(desk)).RunAsync(DeskFixture.Schedule(), null, again: false, default);
        var third = await Runner(desk, Sound(desk)).RunAsync(DeskFixture.Schedule(), null, again: true, default);

        Assert.Equal(
            [RunResult.NotVerified, RunResult.NotVerified, RunResult.Done],
            new[] { first.Result, second.Result, third.Result }
        );
        Assert.Contains("--again", second.Message, StringComparison.Ordinal);
        Assert.Equal([AlertKind.Failed, AlertKind.Failed], desk.Alerts.All.Select(alert => alert.Kind));
    }

    [Fact]
    public async Task What_was_frozen_is_made_again_of_the_same_articles_and_with_the_same_clock()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        var run = await Runner(desk, Broken(desk)).RunAsync(DeskFixture.Schedule(), null, again: false, default);
        var before = await desk.Store.Editions.FindAsync(run.Edition, default);
        desk.Clock.Advance(TimeSpan.FromHours(3));
        desk.Write("b.txt", "a ceasefire");

        await Runner(desk, Sound(desk)).RunAsync(DeskFixture.Schedule(), null, again: true, default);

        var after = await desk.Store.Editions.FindAsync(run.Edition, default);
        Assert.Equal((before!.Clock, EditionState.Delivered), (after!.Clock, after.State));
        Assert.Equal(before.Articles.AsEnumerable(), after.Articles);
    }

    [Fact]
    public async Task One_that_was_delivered_is_not_made_again()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        await Runner(desk, Sound(desk)).RunAsync(DeskFixture.Schedule(), null, again: false, default);

        var again = await Runner(desk, Sound(desk)).RunAsync(DeskFixture.Schedule(), null, again: true, default);

        Assert.Equal(RunResult.NotNeeded, again.Result);
    }

    [Fact]
    public async Task The_next_due_run_makes_again_what_failed_within_the_catch_up_and_nothing_older()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        var schedule = await SavedAsync(desk);
        desk.Clock.Advance(TimeSpan.FromHours(2));
        await Runner(desk, Broken(desk)).RunDueAsync(schedule.Name, default);
        Assert.Single(await Runner(desk, Sound(desk)).UnfinishedAsync(schedule, default));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        desk.Write("b.txt", "a ceasefire");

        var next = await Runner(desk, Sound(desk)).RunDueAsync(schedule.Name, default);

        Assert.Equal([RunResult.Done, RunResult.Done], next.Select(run => run.Result));
        Assert.Equal([18, 17], next.Select(run => run.Edition.Date.Day));
        Assert.Empty(await Runner(desk, Sound(desk)).UnfinishedAsync(schedule, default));
    }

    [Fact]
    public async Task One_that_did_not_reach_its_target_is_told_of_and_delivered_by_the_next_due_run()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        var schedule = await SavedAsync(desk);
        desk.Clock.Advance(TimeSpan.FromHours(2));
        await Runner(desk, Delivering(desk, DeliveryState.Failed)).RunDueAsync(schedule.Name, default);
        var left = Assert.Single(await Runner(desk, Sound(desk)).UnfinishedAsync(schedule, default));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        desk.Write("b.txt", "a ceasefire");

        var next = await Runner(desk, Delivering(desk, DeliveryState.Delivered)).RunDueAsync(schedule.Name, default);

        Assert.Equal(EditionState.Verified, left.State);
        Assert.Contains(next, run => run.Edition == left.Key && run.Result == RunResult.Done);
        var told = Assert.Single(desk.Alerts.All, alert => alert.Kind == AlertKind.DeliveryFailed);
        Assert.Contains("desk: no route", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_by_hand_that_breaks_off_is_told_of()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        var options = desk.Options(desk.Plan()) with { PlanOf = _ => throw new StoreException("gone") };

        await Assert.ThrowsAsync<EditionBrokenException>(() =>
            Runner(desk, desk.Maker(options)).RunAsync(DeskFixture.Schedule(), null, again: false, default)
        );

        Assert.Equal(AlertKind.Failed, Assert.Single(desk.Alerts.All).Kind);
    }

    private static async Task<StoredSchedule> SavedAsync(DeskFixture desk)
    {
        var schedule = DeskFixture.Schedule() with
        {
            CatchUpWithin = TimeSpan.FromHours(36),
            HandledUntil = desk.Clock.GetUtcNow(),
        };
        await desk.Store.Schedules.SaveAsync(schedule, default);
        await desk.Store.Schedules.SetHandledAsync(schedule.Name, desk.Clock.GetUtcNow(), default);
        return schedule;
    }

    private static EditionMaker Sound(DeskFixture desk) => desk.Maker(desk.Options(desk.Plan()));

    // Its file is changed before it is verified.
    private static EditionMaker Broken(DeskFixture desk)
    {
        var tampering = new DyingStore(desk.Store)
        {
            Advance = edition =>
            {
                if (edition.State == EditionState.Rendered)
                {
                    var path = Path.Combine(edition.Folder!, "brief.json");
                    File.WriteAllText(
                        path,
                        File.ReadAllText(path).Replace("before winter", "before spring", StringComparison.Ordinal)
                    );
                }
            },
        };
        return desk.Maker(desk.Options(desk.Plan()), tampering);
    }

    private static EditionMaker Delivering(DeskFixture desk, DeliveryState state) =>
        desk.Maker(
            desk.Options(desk.Plan() with { Targets = ["desk"] }) with
            {
                Deliver = (edition, _) =>
                    Task.FromResult<IReadOnlyList<StoredReceipt>>([
                        new(edition.Edition.Key, "desk", state, 3, desk.Clock.GetUtcNow(), "no route", "h"),
                    ]),
            }
        );

    private static ScheduleRunner Runner(DeskFixture desk, IEditionMaker maker) =>
        new(
            desk.Store,
            maker,
            desk.Alerts,
            new CalendarFolder(Path.Combine(desk.Folder, "calendars")),
            desk.Clock,
            new ScheduleOptions(),
            NullLogger<ScheduleRunner>.Instance
        );
}
