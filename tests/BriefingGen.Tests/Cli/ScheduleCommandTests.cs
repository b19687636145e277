using System.Text.Json;
using BriefingGen.Cli;
using BriefingGen.Scheduling;
using BriefingGen.Storage;
using BriefingGen.Tests.Scheduling;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Cli;

public sealed class ScheduleCommandTests
{
    private readonly MemoryStore _store = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 27, 12, 0, 0, TimeSpan.Zero));

    private EditionState _end = EditionState.Delivered;
    private string _calendars = "calendars";

    [Fact]
    public async Task A_schedule_is_added_listed_paused_resumed_and_removed()
    {
        var added = await RunAsync(
            "schedule",
            "add",
            "daily",
            CliRunner.Samples,
            "--cron",
            "0 6 * * *",
            "--zone",
            "Europe/Brussels"
        );
        Assert.Equal(0, added.Code);
        Assert.Contains("next 2026-03-28 06:00 +01:00", added.Out, StringComparison.Ordinal);
        var schedule = await _store.FindAsync("daily", default);
        Assert.Equal((MisfirePolicy.Once, TimeSpan.FromHours(36)), (schedule!.Misfire, schedule.CatchUpWithin));
        Assert.Equal(CliRunner.Samples, Assert.Single(schedule.Inputs));

        Assert.Equal(0, (await RunAsync("schedule", "pause", "daily")).Code);
        Assert.Contains("paused", (await RunAsync("schedule", "list")).Out, StringComparison.Ordinal);
        Assert.StartsWith("daily  paused", (await RunAsync("schedule", "next")).Out, StringComparison.Ordinal);
        Assert.StartsWith("daily  paused", (await RunAsync("schedule", "next", "daily")).Out, StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, (await RunAsync("schedule", "resume", "daily")).Code);
        Assert.Empty((await RunAsync("schedule", "run", "daily", "--due")).Out);
        Assert.Equal(0, (await RunAsync("schedule", "remove", "daily")).Code);
        Assert.Empty((await RunAsync("schedule", "list")).Out);
        Assert.Equal(2, (await RunAsync("schedule", "remove", "daily")).Code);
    }

    [Theory]
    [InlineData("no/such/folder", "'no/such/folder' does not exist")]
    [InlineData("no/such/*.txt", "'no/such/*.txt' does not exist")]
    public async Task A_schedule_over_a_folder_that_is_not_there_is_refused(string input, string words)
    {
        var result = await RunAsync("schedule", "add", "daily", input, "--cron", "0 6 * * *", "--zone", "UTC");

        Assert.Equal(2, result.Code);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.Null(await _store.FindAsync("daily", default));
    }

    [Fact]
    public async Task Next_prints_offsets_clock_changes_and_days_off()
    {
        await RunAsync("schedule", "add", "night", "--cron", "30 2 * * *", "--zone", "Europe/Brussels");
        await RunAsync("schedule", "add", "work", "--cron", "0 6 * * *", "--zone", "UTC", "--calendar", "weekdays");

        Assert.Equal(
            """
            2026-03-28 02:30 +01:00  Sat  night
            2026-03-29 03:00 +02:00  Sun  night  (the clock skips 02:30; due right after)
            2026-03-30 02:30 +02:00  Mon  night

            """.ReplaceLineEndings("\n"),
            (await RunAsync("schedule", "next", "night", "3")).Out
        );
        Assert.Equal(
            """
            2026-03-28        -         Sat  work  (off: weekend)
            2026-03-29        -         Sun  work  (off: weekend)
            2026-03-30 06:00 +00:00  Mon  work

            """.ReplaceLineEndings("\n"),
            (await RunAsync("schedule", "next", "work", "1")).Out
        );
        Assert.Equal(
            2,
            (await RunAsync("schedule", "next", "2"))
                .Out.Split('\n')
                .Count(line => line.Contains("night", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Next_warns_where_a_calendar_ends_before_the_times_that_it_shows()
    {
        using var folder = new CliRunner();
        folder.Write("calendars/holidays.txt", "2026-04-01 Founders' Day\n");
        folder.Write("calendars/assembly.txt", "2026-03-28\n2027-01-02 Assembly\n");
        _calendars = folder.At("calendars");
        await RunAsync("schedule", "add", "plain", "--cron", "0 6 * * *", "--zone", "UTC", "--calendar", "weekdays");
        await RunAsync(
            "schedule",
            "add",
            "work",
            "--cron",
            "0 6 * * *",
            "--zone",
            "UTC",
            "--calendar",
            "business+assembly"
        );

        var beyond = await RunAsync("schedule", "next", "work", "3", "--json");
        var within = await RunAsync("schedule", "next", "2");

        Assert.Equal((0, 0), (beyond.Code, within.Code));
        Assert.Equal(
            "briefgen: warning: schedule work: the calendar holidays ends on 2026-04-01; whether later days are off is not "
                + "known (times shown that come later: 1).\n",
            beyond.Error
        );
        using var times = JsonDocument.Parse(beyond.Out);
        Assert.Equal("briefgen.schedule.next/1", times.RootElement.GetProperty("schema").GetString());
        Assert.Empty(within.Error);
    }

    [Theory]
    [InlineData("--cron", "0 6 * *", "--zone", "UTC")]
    [InlineData("--cron", "0 6 * * *", "--zone", "Mars/Olympus")]
    [InlineData("--cron", "0 6 * * *", "--zone", "UTC", "--calendar", "none")]
    [InlineData("--cron", "0 6 * * *", "--zone", "UTC", "--misfire", "perhaps")]
    [InlineData("--cron", "0 6 * * *", "--zone", "UTC", "--catch-up-within", "long")]
    [InlineData("--cron", "0 0 6 30 2 ?", "--zone", "UTC")]
    [InlineData("--zone", "UTC")]
    public async Task A_schedule_that_is_wrong_is_a_usage_error_and_is_not_kept(params string[] options)
    {
        var result = await RunAsync(["schedule", "add", "daily", .. options]);

        Assert.Equal(2, result.Code);
        Assert.StartsWith("briefgen: ", result.Error, StringComparison.Ordinal);
        Assert.Null(await _store.FindAsync("daily", default));
    }

    [Fact]
    public async Task A_one_shot_makes_what_is_due_once_and_history_tells_of_it()
    {
        await RunAsync("schedule", "add", "daily", "--cron", "0 6 * * *", "--zone", "UTC", "--misfire", "all");
        _clock.Advance(TimeSpan.FromDays(3));

        var first = await RunAsync("schedule", "run", "daily", "--due");
        var second = await RunAsync("schedule", "run", "daily", "--due", "--json");
        var history = await RunAsync("schedule", "history", "daily", "--json");

        Assert.Equal((0, 3), (first.Code, first.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        using var none = JsonDocument.Parse(second.Out);
        Assert.Equal("briefgen.schedule.run/1", none.RootElement.GetProperty("schema").GetString());
        Assert.Equal(0, none.RootElement.GetProperty("runs").GetArrayLength());
        using var runs = JsonDocument.Parse(history.Out);
        var run = runs.RootElement.GetProperty("runs")[0];
        Assert.Equal(
            ("catch-up", "done"),
            (run.GetProperty("trigger").GetString(), run.GetProperty("result").GetString())
        );
        Assert.Equal(3, runs.RootElement.GetProperty("runs").GetArrayLength());
    }

    [Theory]
    [InlineData(EditionState.Delivered, 0)]
    [InlineData(EditionState.Failed, 1)]
    [InlineData(EditionState.Empty, 3)]
    public async Task The_exit_code_of_a_one_shot_tells_what_became_of_it(EditionState end, int code)
    {
        _end = end;
        await RunAsync("schedule", "add", "daily", "--cron", "0 6 * * *", "--zone", "UTC");

        Assert.Equal(code, (await RunAsync("schedule", "run", "daily", "--date", "2026-03-20")).Code);
        Assert.Equal(new DateOnly(2026, 3, 20), Assert.Single(_store.AllRuns).Edition.Date);
    }

    [Theory]
    [InlineData("add", "daily", "--cron", "0 6 * * *", "--zone", "UTC")]
    [InlineData("list")]
    [InlineData("next")]
    [InlineData("run", "kept")]
    [InlineData("pause", "kept")]
    [InlineData("resume", "kept")]
    [InlineData("history")]
    [InlineData("remove", "kept")]
    public async Task Every_verb_gives_a_document_with_its_schema(params string[] args)
    {
        await RunAsync("schedule", "add", "kept", "--cron", "0 6 * * *", "--zone", "UTC");

        var result = await RunAsync(["schedule", .. args, "--json"]);

        using var document = JsonDocument.Parse(result.Out);
        Assert.Equal($"briefgen.schedule.{args[0]}/1", document.RootElement.GetProperty("schema").GetString());
    }

    [Fact]
    public async Task Without_a_store_the_error_says_how_to_name_one()
    {
        var result = await RunAsync(["schedule", "list"], connection: null);

        Assert.Equal(2, result.Code);
        Assert.Contains("--store", result.Error, StringComparison.Ordinal);
    }

    private Task<CliResult> RunAsync(params string[] args) => RunAsync(args, "memory");

    private async Task<CliResult> RunAsync(string[] args, string? connection)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CliHost(output, error, () => Stream.Null, _clock, ErrorIsTerminal: false, Color: false)
        {
            Desk = new DeskServices(
                (_, _) => Task.FromResult<IBriefStore>(_store),
                _ => new StubMaker(_store, _clock, $"worker-{_clock.GetUtcNow().Ticks}-{_store.AllRuns.Count}")
                {
                    End = _end,
                },
                _ => null,
                connection,
                _calendars
            ),
        };
        var code = await BriefgenCommand.RunAsync(args, host, CancellationToken.None);
        return new CliResult(code, output.ToString(), error.ToString());
    }
}
