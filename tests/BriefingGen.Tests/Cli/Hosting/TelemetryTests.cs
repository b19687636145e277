using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using BriefingGen.Cli.Hosting;
using BriefingGen.Cli.Settings;
using BriefingGen.Scheduling;
using BriefingGen.Storage;
using BriefingGen.Tests.Pipeline;
using BriefingGen.Tests.Scheduling.Delivery;

namespace BriefingGen.Tests.Cli.Hosting;

/// <summary>Listens to the whole process: other tests make runs beside these, so all is looked for by run or schedule.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_run_is_a_trace_with_its_id_its_steps_and_what_it_came_to()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listen(spans);
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        var options = desk.Options(desk.Plan()) with { NewRunId = () => "7e1e3e7a0000000000000000000000a1" };

        var run = await desk.Maker(options).MakeAsync(DeskFixture.Order(), default);

        var own = spans.Where(span => Equals(span.GetTagItem("briefgen.run"), run.Id)).ToList();
        Assert.Equal(
            ["intake", "freeze", "render", "verify", "deliver", "run"],
            own.Select(span => span.OperationName)
        );
        var whole = own[^1];
        Assert.All(own[..^1], stage => Assert.Equal(whole.SpanId, stage.ParentSpanId));
        Assert.Equal(
            ("daily", "2026-09-17", "done", 1, run.Facts),
            (
                whole.GetTagItem("briefgen.schedule"),
                whole.GetTagItem("briefgen.edition"),
                whole.GetTagItem("briefgen.result"),
                whole.GetTagItem("briefgen.articles"),
                whole.GetTagItem("briefgen.facts")
            )
        );
        Assert.Equal(ActivityStatusCode.Unset, whole.Status);
    }

    [Fact]
    public async Task Articles_facts_inputs_set_aside_seconds_by_stage_and_runs_are_counted()
    {
        var readings = new ConcurrentQueue<(string Name, double Value, string Tags)>();
        using var meter = Listen(readings);
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        File.WriteAllText(Path.Combine(desk.News, "empty.txt"), "");
        var order = DeskFixture.Order() with { Schedule = DeskFixture.Schedule("counted") };

        var run = await desk.Maker(desk.Options(desk.Plan())).MakeAsync(order, default);

        Assert.Contains(("briefgen.articles", 1, ""), readings);
        Assert.Contains(("briefgen.facts", run.Facts, ""), readings);
        Assert.Contains(("briefgen.inputs.set_aside", 1, ""), readings);
        Assert.Contains(("briefgen.runs", 1, "result=done,schedule=counted"), readings);
        foreach (var stage in (string[])["intake", "freeze", "render", "verify", "deliver"])
        {
            Assert.Contains(readings, r => r.Name == "briefgen.stage.duration" && r.Tags == $"stage={stage}");
        }
    }

    [Fact]
    public async Task A_step_that_breaks_off_is_counted_and_marks_its_trace()
    {
        var spans = new ConcurrentQueue<Activity>();
        var readings = new ConcurrentQueue<(string Name, double Value, string Tags)>();
        using var listener = Listen(spans);
        using var meter = Listen(readings);
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        var options = desk.Options(desk.Plan() with { Formats = ["docx"] }) with
        {
            NewRunId = () => "7e1e3e7a0000000000000000000000a2",
        };

        var broken = await Assert.ThrowsAsync<EditionBrokenException>(() =>
            desk.Maker(options).MakeAsync(DeskFixture.Order(), default)
        );

        var own = spans.Where(span => Equals(span.GetTagItem("briefgen.run"), broken.Run!.Id)).ToList();
        Assert.Equal(["intake", "freeze", "render", "run"], own.Select(span => span.OperationName));
        Assert.Equal(
            [ActivityStatusCode.Unset, ActivityStatusCode.Unset, ActivityStatusCode.Error, ActivityStatusCode.Error],
            own.Select(span => span.Status)
        );
        Assert.Contains("docx", own[3].StatusDescription!, StringComparison.Ordinal);
        Assert.Contains(("briefgen.stage.failures", 1, "stage=render,error=ConfigurationException"), readings);
        Assert.Contains(("briefgen.runs", 1, "result=failed,schedule=daily"), readings);
    }

    [Fact]
    public async Task A_collector_that_the_settings_name_gets_metrics_and_traces_before_the_service_ends()
    {
        await using var collector = new HookServer("200 OK");
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        using (Telemetry.Start(Settings(("telemetry:endpoint", new Uri(collector.Url, "/").AbsoluteUri))))
        {
            await desk.Maker(desk.Options(desk.Plan())).MakeAsync(DeskFixture.Order(), default);
        }

        var sent = collector
            .Requests.GroupBy(request => request.Headers[":path"])
            .ToDictionary(
                group => group.Key,
                group => string.Concat(group.Select(r => Encoding.UTF8.GetString(r.Body)))
            );
        Assert.Equal(["/v1/metrics", "/v1/traces"], sent.Keys.Order());
        Assert.Contains("briefgen.stage.duration", sent["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("briefgen.articles", sent["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("1".PadLeft(32, '0'), sent["/v1/traces"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_is_away_costs_no_edition()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        using var telemetry = Telemetry.Start(Settings(("telemetry:endpoint", "http://127.0.0.1:1")));

        var run = await desk.Maker(desk.Options(desk.Plan())).MakeAsync(DeskFixture.Order(), default);

        Assert.Equal(RunResult.Done, run.Result);
    }

    private static SettingsTable Settings(params (string Key, string Value)[] settings) =>
        SettingsTable.Of([
            SettingsLayer.Defaults(),
            new SettingsLayer("test", null, settings.ToImmutableDictionary(pair => pair.Key, pair => pair.Value)),
        ]);

    private static ActivityListener Listen(ConcurrentQueue<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RunTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Listen(ConcurrentQueue<(string Name, double Value, string Tags)> readings)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == RunTelemetry.Name)
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => readings.Enqueue((instrument.Name, value, Words(tags)))
        );
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => readings.Enqueue((instrument.Name, value, Words(tags)))
        );
        listener.Start();
        return listener;
    }

    private static string Words(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = new List<string>();
        foreach (var tag in tags)
        {
            words.Add($"{tag.Key}={tag.Value}");
        }

        return string.Join(',', words);
    }
}
