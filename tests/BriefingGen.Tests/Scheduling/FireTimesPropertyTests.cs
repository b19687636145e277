using BriefingGen.Scheduling.Calendars;
using BriefingGen.Scheduling.Times;
using CsCheck;

namespace BriefingGen.Tests.Scheduling;

public sealed class FireTimesPropertyTests
{
    private static readonly string[] Zones =
    [
        "Europe/Brussels",
        "America/New_York",
        "Australia/Lord_Howe",
        "Asia/Kolkata",
        "Pacific/Apia",
        "Africa/Casablanca",
        "America/St_Johns",
        "Asia/Kathmandu",
        "UTC",
    ];

    private static readonly Gen<string> Crons = Gen.OneOf(
        Gen.Select(Gen.Int[0, 59], Gen.Int[0, 23], (minute, hour) => $"{minute} {hour} * * *"),
        Gen.Select(Gen.Int[1, 59], Gen.Int[0, 5], (step, hour) => $"*/{step} {hour} * * *"),
        Gen.Select(Gen.Int[0, 59], Gen.Int[2, 6], (minute, day) => $"0 {minute} 1-3 ? * {day}"),
        Gen.Select(Gen.Int[1, 28], Gen.Int[0, 23], (day, hour) => $"0 30 {hour} {day} * ?"),
        Gen.Const("0 0/15 * * * ?")
    );

    private static readonly Gen<(FireTimes Times, DateTimeOffset After, string Zone)> Cases =
        from cron in Crons
        from place in Gen.Int[0, Zones.Length - 1]
        from weekdays in Gen.Bool
        from minutes in Gen.Int[0, 60 * 24 * 366 * 20]
        select (
            FireTimes.Of(cron, Zones[place], weekdays ? DayCalendar.Weekdays : DayCalendar.EveryDay),
            new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes),
            Zones[place]
        );

    [Fact]
    public void Times_strictly_increase_and_each_local_time_comes_once() =>
        Cases.Sample(
            each =>
            {
                var times = each.Times.Walk(each.After).Where(time => time.Off is null).Take(60).ToList();
                Assert.NotEmpty(times);
                Assert.True(times[0].At > each.After);
                Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.First.At < pair.Second.At));
                Assert.Equal(times.Count, times.Select(time => time.Local).Distinct().Count());
            },
            iter: 300
        );

    [Fact]
    public void The_next_time_is_the_same_from_everywhere_before_it() =>
        Cases.Sample(
            each =>
            {
                var first = each.Times.Next(each.After)!.Value;
                var middle = each.After + ((first.At - each.After) / 2);
                Assert.Equal(first, each.Times.Next(middle));
                Assert.Equal(first, each.Times.Next(first.At.AddSeconds(-1)));
                Assert.True(each.Times.Next(first.At)!.Value.At > first.At);
            },
            iter: 300
        );

    [Fact]
    public void Away_from_clock_changes_a_time_is_what_the_clock_shows() =>
        Cases.Sample(
            each =>
            {
                foreach (var time in each.Times.Walk(each.After).Where(time => time.Off is null).Take(20))
                {
                    if (time.Change != ClockChange.Skipped)
                    {
                        Assert.Equal(time.Local, time.At.DateTime);
                    }
                    else
                    {
                        Assert.True(time.At.DateTime > time.Local);
                    }
                }
            },
            iter: 300
        );
}
