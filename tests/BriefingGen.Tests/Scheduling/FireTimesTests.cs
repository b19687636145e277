using System.Globalization;
using BriefingGen.Scheduling.Calendars;
using BriefingGen.Scheduling.Times;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Scheduling;

public sealed class FireTimesTests
{
    /// <summary>Expression, zone, after, and the times that follow; spring and autumn of zones that change by an hour, by half of one, by a day, and never.</summary>
    public static TheoryData<string, string, string, string> Table() =>
        new()
        {
            // Brussels, spring: 02:00 to 03:00 does not exist on 29 March 2026.
            {
                "30 2 * * *",
                "Europe/Brussels",
                "2026-03-27T12:00Z",
                "2026-03-28T02:30+01:00 2026-03-29T03:00+02:00 2026-03-30T02:30+02:00"
            },
            { "0 3 * * *", "Europe/Brussels", "2026-03-28T12:00Z", "2026-03-29T03:00+02:00 2026-03-30T03:00+02:00" },
            {
                "0 0 2-4 * * ?",
                "Europe/Brussels",
                "2026-03-28T12:00Z",
                "2026-03-29T03:00+02:00 2026-03-29T04:00+02:00 2026-03-30T02:00+02:00"
            },
            {
                "*/20 2 * * *",
                "Europe/Brussels",
                "2026-03-28T12:00Z",
                "2026-03-29T03:00+02:00 2026-03-30T02:00+02:00 2026-03-30T02:20+02:00"
            },
            // Brussels, autumn: 02:00 to 03:00 comes twice on 25 October 2026.
            { "30 2 * * *", "Europe/Brussels", "2026-10-24T12:00Z", "2026-10-25T02:30+02:00 2026-10-26T02:30+01:00" },
            {
                "*/30 * * * *",
                "Europe/Brussels",
                "2026-10-24T23:45Z",
                "2026-10-25T02:00+02:00 2026-10-25T02:30+02:00 2026-10-25T03:00+01:00"
            },
            { "30 2 * * *", "Europe/Brussels", "2026-10-25T01:10Z", "2026-10-26T02:30+01:00" },
            // New York: 8 March and 1 November 2026.
            {
                "0 30 2 * * ?",
                "America/New_York",
                "2026-03-07T12:00Z",
                "2026-03-08T03:00-04:00 2026-03-09T02:30-04:00"
            },
            {
                "0 30 1 * * ?",
                "America/New_York",
                "2026-10-31T12:00Z",
                "2026-11-01T01:30-04:00 2026-11-02T01:30-05:00"
            },
            // Lord Howe: half an hour, 4 October and 5 April 2026, at 02:00.
            {
                "15 2 * * *",
                "Australia/Lord_Howe",
                "2026-10-03T00:00Z",
                "2026-10-04T02:30+11:00 2026-10-05T02:15+11:00"
            },
            {
                "45 1 * * *",
                "Australia/Lord_Howe",
                "2026-04-03T20:00Z",
                "2026-04-05T01:45+11:00 2026-04-06T01:45+10:30"
            },
            {
                "30 2 * * *",
                "Australia/Lord_Howe",
                "2026-10-03T00:00Z",
                "2026-10-04T02:30+11:00 2026-10-05T02:30+11:00"
            },
            // Kolkata and UTC never change.
            { "30 5 * * *", "Asia/Kolkata", "2026-03-28T12:00Z", "2026-03-29T05:30+05:30 2026-03-30T05:30+05:30" },
            { "0 0 6 ? * MON-FRI", "UTC", "2026-03-27T12:00Z", "2026-03-30T06:00+00:00 2026-03-31T06:00+00:00" },
            // Apia had no 30 December 2011: nothing is due on a day that is not there.
            { "0 6 * * *", "Pacific/Apia", "2011-12-28T17:00Z", "2011-12-29T06:00-10:00 2011-12-31T06:00+14:00" },
            { "0 0 * * *", "Pacific/Apia", "2011-12-29T11:00Z", "2011-12-31T00:00+14:00 2012-01-01T00:00+14:00" },
            // Both days of crontab named: either will do.
            { "0 6 13 * 5", "UTC", "2026-03-06T12:00Z", "2026-03-13T06:00+00:00 2026-03-20T06:00+00:00" },
            { "0 6 1 * 0", "UTC", "2026-03-28T12:00Z", "2026-03-29T06:00+00:00 2026-04-01T06:00+00:00" },
            { "0 0 6 L * ?", "UTC", "2026-02-01T12:00Z", "2026-02-28T06:00+00:00 2026-03-31T06:00+00:00" },
            { "0 0 6 29 2 ?", "UTC", "2026-02-01T12:00Z", "2028-02-29T06:00+00:00 2032-02-29T06:00+00:00" },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Times_follow_the_rule_of_clock_changes(string cron, string zone, string after, string expected)
    {
        var times = FireTimes.Of(cron, zone, DayCalendar.EveryDay);
        var wanted = expected.Split(' ');

        var found = times
            .Walk(At(after))
            .Where(time => time.Off is null)
            .Take(wanted.Length)
            .Select(time => Text(time.At));

        Assert.Equal(wanted, found);
    }

    [Fact]
    public void An_edition_behind_a_gap_covers_the_day_that_the_schedule_names_and_says_what_happened()
    {
        var times = FireTimes.Of("30 2 * * *", "Europe/Brussels", DayCalendar.EveryDay);

        var skipped = times.Next(At("2026-03-28T12:00Z"))!.Value;
        var repeated = times.Next(At("2026-10-24T12:00Z"))!.Value;

        Assert.Equal((ClockChange.Skipped, new DateOnly(2026, 3, 29)), (skipped.Change, skipped.Date));
        Assert.Equal((ClockChange.Repeated, new DateOnly(2026, 10, 25)), (repeated.Change, repeated.Date));
        Assert.Equal(new DateTime(2026, 3, 29, 2, 30, 0, DateTimeKind.Unspecified), skipped.Local);
    }

    [Fact]
    public void A_day_off_has_no_times_and_is_told_once()
    {
        var times = FireTimes.Of("*/30 * * * *", "UTC", DayCalendar.Weekdays);

        var walked = times.Walk(At("2026-03-27T23:00Z")).Take(4).ToList();

        Assert.Equal(
            [
                "2026-03-27T23:30+00:00 ",
                "2026-03-28T00:00+00:00 weekend",
                "2026-03-29T00:00+00:00 weekend",
                "2026-03-30T00:00+00:00 ",
            ],
            walked.Select(time => $"{Text(time.At)} {time.Off}")
        );
    }

    [Fact]
    public void A_schedule_that_is_never_due_has_no_next_time() =>
        Assert.Null(FireTimes.Of("0 0 6 30 2 ?", "UTC", DayCalendar.EveryDay).Next(At("2026-01-01T00:00Z")));

    [Theory]
    [InlineData("6 * *", "UTC")]
    [InlineData("61 6 * * *", "UTC")]
    [InlineData("every morning at six", "UTC")]
    [InlineData("0 6 * * *", "Brussels")]
    [InlineData("0 6 * * *", "Romance Standard Time")]
    [InlineData("0 6 * * *", "../../etc/passwd")]
    [InlineData("0 6 * * *", "")]
    public void What_is_wrong_is_an_error_that_names_it(string cron, string zone)
    {
        var error = Assert.Throws<ConfigurationException>(() => FireTimes.Of(cron, zone, DayCalendar.EveryDay));

        Assert.Contains(zone == "UTC" ? cron : zone, error.Message, StringComparison.Ordinal);
        Assert.Contains("is no", error.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.ParseExact(
            text,
            "yyyy-MM-dd'T'HH:mm'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
}
