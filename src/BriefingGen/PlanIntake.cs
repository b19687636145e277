using BriefingGen.Extraction;
using BriefingGen.Sources;
using BriefingGen.Sources.Fetching;
using BriefingGen.Sources.Watching;
using BriefingGen.Storage;

namespace BriefingGen;

/// <summary>Takes in what a plan names: files, watched folders and feeds. Serves one desk as its files stand now; not shared between threads.</summary>
/// <param name="store">The store.</param>
/// <param name="plan">The plan.</param>
/// <param name="fetcher">Fetches feeds and pages; null to leave feeds out.</param>
/// <param name="feeds">How feeds are read.</param>
/// <param name="clock">The time.</param>
/// <param name="watched">The process's watched folders; null to look at folders as if for the first time.</param>
/// <exception cref="Sources.ConfigurationException">A file of the desk is wrong.</exception>
public sealed class PlanIntake(
    IBriefStore store,
    EditionPlan plan,
    IWebFetcher? fetcher,
    FeedOptions feeds,
    TimeProvider clock,
    WatchedFolders? watched = null
)
{
    private readonly WatchedFolders _watched = watched ?? new WatchedFolders(new WatchOptions(), clock);
    private Lazy<ArticleExtractor>? _extractor;

    internal Desk Desk { get; } = Desk.Load(plan.Templates, plan.Folders);

    internal string ExtractorHash { get; } = ExtractorIdentity.Of(plan.Templates, plan.Folders);

    // Loading the models takes a second that a run without new articles need not spend.
    internal Lazy<ArticleExtractor> Extractor => _extractor ??= new(() => CreateExtractor(Desk));

    internal Func<Desk, ArticleExtractor> CreateExtractor { get; init; } = BriefingPipeline.ExtractorOf;

    private Intake Intake =>
        new(store.Articles, Extractor, ExtractorHash, clock)
        {
            Scope = new InputScope { FollowLinks = plan.FollowLinks, Output = plan.Output },
        };

    /// <summary>Takes in all of it.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; what is stored stays.</exception>
    public async Task<IntakeReport> TakeAsync(CancellationToken cancellationToken)
    {
        var files = await TakeFilesAsync(cancellationToken).ConfigureAwait(false);
        var fed = await TakeFeedsAsync(cancellationToken).ConfigureAwait(false);
        return files.With(fed);
    }

    /// <summary>Takes in the inputs and what is complete in the watched folders; what is not is named and left.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; what is stored stays.</exception>
    public async Task<IntakeReport> TakeFilesAsync(CancellationToken cancellationToken)
    {
        var surveys = plan.Watch.Select(folder => _watched.Of(folder).Survey(cancellationToken)).ToList();
        var report = await Intake
            .TakeAsync(
                [.. plan.Inputs, .. surveys.SelectMany(survey => survey.Complete)],
                Stream.Null,
                null,
                cancellationToken
            )
            .ConfigureAwait(false);
        return Told(report with { SetAside = [.. report.SetAside, .. surveys.SelectMany(survey => survey.Left)] });
    }

    /// <summary>Takes in files of the watched folders.</summary>
    /// <param name="files">Complete files.</param>
    /// <param name="cancellationToken">Ends the work; what is stored stays.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<IntakeReport> TakeFilesAsync(
        IReadOnlyList<WatchedFile> files,
        CancellationToken cancellationToken
    ) =>
        Told(
            await Intake
                .TakeAsync([.. files.Select(file => file.Path)], Stream.Null, null, cancellationToken)
                .ConfigureAwait(false)
        );

    /// <summary>Takes in the feeds.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; what is stored stays.</exception>
    public async Task<IntakeReport> TakeFeedsAsync(CancellationToken cancellationToken) =>
        plan.Feeds.IsEmpty || fetcher is null
            ? new IntakeReport([], 0, 0, [], [])
            : Told(
                await new FeedIntake(
                    store,
                    Intake,
                    new FeedSource(fetcher.Allowing(plan.AllowedPrivateHosts), feeds, clock),
                    clock
                )
                    .TakeAsync(plan.Feeds, cancellationToken)
                    .ConfigureAwait(false)
            );

    private static IntakeReport Told(IntakeReport report)
    {
        RunTelemetry.Took(report.Added, report.Facts, report.SetAside.Length);
        return report;
    }
}
