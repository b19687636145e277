using System.Diagnostics;
using System.Diagnostics.Metrics;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen;

/// <summary>
/// Metrics and traces of runs, for whoever listens (OpenTelemetry in the service): articles, facts, inputs set aside,
/// seconds and failures by stage, runs by result. Traces carry the run's id; metrics do not, since each run would make new
/// series of them.
/// </summary>
public static class RunTelemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "BriefingGen";

    private static readonly ActivitySource s_source = new(Name);
    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long> s_articles = s_meter.CreateCounter<long>(
        "briefgen.articles",
        "{article}",
        "Articles added to the store"
    );
    private static readonly Counter<long> s_facts = s_meter.CreateCounter<long>(
        "briefgen.facts",
        "{fact}",
        "Facts extracted"
    );
    private static readonly Counter<long> s_setAside = s_meter.CreateCounter<long>(
        "briefgen.inputs.set_aside",
        "{input}",
        "Inputs set aside"
    );
    private static readonly Counter<long> s_runs = s_meter.CreateCounter<long>(
        "briefgen.runs",
        "{run}",
        "Runs by result"
    );
    private static readonly Counter<long> s_failures = s_meter.CreateCounter<long>(
        "briefgen.stage.failures",
        "{failure}",
        "Stages that broke off"
    );
    private static readonly Histogram<double> s_stage = s_meter.CreateHistogram<double>(
        "briefgen.stage.duration",
        "s",
        "Seconds by stage"
    );

    internal static Activity? Start(StoredRun run) =>
        s_source
            .StartActivity("run")
            ?.SetTag("briefgen.run", run.Id)
            .SetTag("briefgen.schedule", run.Edition.Schedule)
            .SetTag("briefgen.edition", BriefingPipeline.FolderOf(run.Edition.Date));

    internal static Activity? Stage(string name, StoredRun run) =>
        s_source.StartActivity(name)?.SetTag("briefgen.run", run.Id);

    internal static void StageTook(string name, TimeSpan time) =>
        s_stage.Record(time.TotalSeconds, new KeyValuePair<string, object?>("stage", name));

    /// <summary>A stage broke off; whoever breaks it off from outside makes no failure.</summary>
    internal static void StageFailed(string name, Activity? stage, Exception exception)
    {
        stage?.SetStatus(ActivityStatusCode.Error, Redactor.Shapes(exception.Message));
        s_failures.Add(
            1,
            new KeyValuePair<string, object?>("stage", name),
            new KeyValuePair<string, object?>("error", exception.GetType().Name)
        );
    }

    internal static void Took(int articles, int facts, int setAside)
    {
        s_articles.Add(articles);
        s_facts.Add(facts);
        s_setAside.Add(setAside);
    }

    internal static void Ended(StoredRun run, Activity? span)
    {
        var result = run.Result.ToString().ToLowerInvariant();
        span?.SetTag("briefgen.result", result)
            .SetTag("briefgen.articles", run.Articles)
            .SetTag("briefgen.facts", run.Facts)
            .SetTag("briefgen.set_aside", run.SetAside);
        if (run.Result is RunResult.Failed or RunResult.NotVerified or RunResult.NotDelivered)
        {
            span?.SetStatus(ActivityStatusCode.Error, run.Message);
        }

        s_runs.Add(
            1,
            new KeyValuePair<string, object?>("result", result),
            new KeyValuePair<string, object?>("schedule", run.Edition.Schedule)
        );
    }
}
