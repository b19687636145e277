using BriefingGen.Extraction;
using BriefingGen.Sources.Fetching;
using BriefingGen.Storage;

namespace BriefingGen;

/// <summary>Takes in what a plan names: files and feeds. Serves one desk as its files stand now; not shared between threads.</summary>
/// <param name="store">The store.</param>
/// <param name="plan">The plan.</param>
/// <param name="fetcher">Fetches feeds and pages; null to leave feeds out.</param>
/// <param name="feeds">How feeds are read.</param>
/// <param name="clock">The time.</param>
/// <exception cref="Sources.ConfigurationException">A file of the desk is wrong.</exception>
public sealed class PlanIntake(
    IBriefStore store,
    EditionPlan plan,
    IWebFetcher? fetcher,
    FeedOptions feeds,
    TimeProvider clock
)
{
    private Lazy<ArticleExtractor>? _extractor;

    internal Desk Desk { get; } = Desk.Load(plan.Templates, plan.Inputs);

    internal string ExtractorHash { get; } = ExtractorIdentity.Of(plan.Templates, plan.Inputs);

    // Loading the models takes a second that a run without new articles need not spend.
    internal Lazy<ArticleExtractor> Extractor => _extractor ??= new(() => BriefingPipeline.ExtractorOf(Desk));

    /// <summary>Takes in all of it.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; what is stored stays.</exception>
    public async Task<IntakeReport> TakeAsync(CancellationToken cancellationToken)
    {
        var intake = new Intake(store.Articles, Extractor, ExtractorHash, clock);
        var files = await intake.TakeAsync(plan.Inputs, Stream.Null, null, cancellationToken).ConfigureAwait(false);
        var fed =
            plan.Feeds.IsEmpty || fetcher is null
                ? new IntakeReport([], 0, 0, [], [])
                : await new FeedIntake(store, intake, new FeedSource(fetcher, feeds, clock), clock)
                    .TakeAsync(plan.Feeds, cancellationToken)
                    .ConfigureAwait(false);
        RunTelemetry.Took(
            files.Added + fed.Added,
            files.Facts + fed.Facts,
            files.SetAside.Length + fed.SetAside.Length
        );
        return new IntakeReport(
            [.. files.Articles.Concat(fed.Articles).Distinct(StringComparer.Ordinal)],
            files.Added + fed.Added,
            files.Facts + fed.Facts,
            [.. files.SetAside, .. fed.SetAside],
            [.. files.Notes, .. fed.Notes]
        );
    }
}
