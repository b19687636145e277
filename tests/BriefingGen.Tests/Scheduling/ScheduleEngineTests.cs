using System.Globalization;
using BriefingGen.Scheduling;
using BriefingGen.Scheduling.Calendars;
using BriefingGen.Scheduling.Times;
using BriefingGen.Storage;

namespace BriefingGen.Tests.Scheduling;

public sealed class ScheduleEngineTests
{
    private static readonly DateTimeOffset Tuesday = new(2026, 3, 17, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(MisfirePolicy.Skip, null, "14:Miss 15:Miss 16:Miss")]
    [InlineData(MisfirePolicy.Once, null, "14:Miss 15:Miss 16:CatchUp")]
    [InlineData(MisfirePolicy.All, null, "14:CatchUp 15:CatchUp 16:CatchUp")]
    [InlineData(MisfirePolicy.All, 60, "14:Miss 15:CatchUp 16:CatchUp")]
    [InlineData(MisfirePolicy.Once, 12, "14:Miss 15:Miss 16:Miss")]
    public void The_policy_decides_about_times_that_were_missed(MisfirePolicy policy, int? within, string expected)
    {
        var schedule = Schedule(policy, within, handled: Tuesday.AddDays(-4));

        Assert.Equal(expected + " 17:Make", Text(Plan(schedule, Tuesday.AddMinutes(-350))));
    }

    [Theory]
    [InlineData(MisfirePolicy.Skip)]
    [InlineData(MisfirePolicy.Once)]
    [InlineData(MisfirePolicy.All)]
    public void A_time_of_the_last_hour_is_run_whatever_the_policy(MisfirePolicy policy)
    {
        var schedule = Schedule(policy, null, handled: Tuesday.AddDays(-1));

        Assert.Equal("17:Make", Text(Plan(schedule, new DateTimeOffset(2026, 3, 17, 7, 0, 0, TimeSpan.Zero))));
    }

    [Fact]
    public void A_plan_that_was_carried_out_gives_an_empty_one()
    {
        var schedule = Schedule(MisfirePolicy.All, null, handled: Tuesday.AddDays(-4));
        var plan = Plan(schedule, Tuesday);

        Assert.Empty(Plan(schedule with { HandledUntil = plan.Steps[^1].Until }, Tuesday).Steps);
        Assert.Equal(plan.Steps.ToArray(), Plan(schedule, Tuesday).Steps.ToArray());
    }

    [Fact]
    public void Editions_that_are_complete_or_held_or_begun_are_told_apart()
    {
        var schedule = Schedule(MisfirePolicy.Skip, null, handled: Tuesday.AddDays(-5));
        var standings = new Dictionary<int, EditionStanding>
        {
            [13] = EditionStanding.Complete,
            [14] = EditionStanding.Begun,
            [15] = EditionStanding.Held,
        };

        var plan = Plan(schedule, Tuesday, day => standings.GetValueOrDefault(day.Day));

        Assert.Equal("13:Complete 14:CatchUp 15:Wait 16:Miss 17:Miss", Text(plan));
    }

    [Fact]
    public void The_times_of_a_day_are_one_step_that_counts_by_the_first_time_that_is_not_missed()
    {
        var schedule = Schedule(MisfirePolicy.Skip, null, handled: Tuesday.AddDays(-1)) with
        {
            Cron = "0 6,8,11,12 * * *",
        };

        var plan = Plan(schedule, Tuesday.AddMinutes(5));

        Assert.Equal(
            "16:Complete 17:Make",
            Text(
                Plan(
                    schedule with
                    {
                        HandledUntil = Tuesday.AddDays(-1).AddHours(-1),
                    },
                    Tuesday.AddMinutes(5),
                    day => day.Day == 16 ? EditionStanding.Complete : EditionStanding.Absent
                )
            )
        );
        var step = Assert.Single(plan.Steps);
        Assert.Equal((Tuesday, Tuesday), (step.Due, step.Until));
    }

    [Fact]
    public void Nothing_is_owed_for_the_time_before_a_schedule_was_added_nor_while_it_is_paused()
    {
        var schedule = Schedule(MisfirePolicy.All, null, handled: null) with { Created = Tuesday.AddHours(-30) };

        Assert.Equal("17:CatchUp", Text(Plan(schedule, Tuesday)));
        Assert.Empty(Plan(schedule with { Paused = true }, Tuesday).Steps);
    }

    [Fact]
    public void A_clock_that_was_set_back_fires_nothing_twice_and_one_that_was_far_ahead_is_forgotten()
    {
        var schedule = Schedule(MisfirePolicy.All, null, handled: Tuesday.AddHours(2));

        Assert.Equal(SchedulePlan.Nothing, Plan(schedule, Tuesday) with { Steps = [] });
        Assert.Empty(Plan(schedule, Tuesday).Steps);
        Assert.Equal(Tuesday, Plan(schedule with { HandledUntil = Tuesday.AddYears(1) }, Tuesday).ResetMark);
    }

    internal static StoredSchedule Schedule(MisfirePolicy policy, int? withinHours, DateTimeOffset? handled) =>
        new(
            "daily",
            "0 6 * * *",
            "UTC",
            null,
            policy,
            withinHours is { } hours ? TimeSpan.FromHours(hours) : null,
            null,
            [],
            Paused: false,
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            handled
        );

    private static SchedulePlan Plan(
        StoredSchedule schedule,
        DateTimeOffset now,
        Func<DateOnly, EditionStanding>? standing = null
    ) =>
        new ScheduleEngine(new ScheduleOptions()).Plan(
            schedule,
            FireTimes.Of(schedule.Cron, schedule.TimeZone, DayCalendar.EveryDay),
            now,
            standing ?? (_ => EditionStanding.Absent)
        );

    private static string Text(SchedulePlan plan) =>
        string.Join(
            ' ',
            plan.Steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Date.Day}:{step.Action}"))
        );
}
