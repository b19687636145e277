using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Extraction;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Reviews;
using BriefingGen.Sources;
using BriefingGen.Sources.Fetching;
using BriefingGen.Storage;

namespace BriefingGen;

/// <summary>Which stored articles a brief is made of.</summary>
/// <param name="Templates">The templates' folder.</param>
/// <param name="Output">Folder below which the edition's folder lies.</param>
/// <param name="Formats">Of <see cref="BriefingPipeline.Formats"/>, at least one.</param>
/// <param name="Edition">The day that the brief is for; null for the clock's local day.</param>
/// <param name="Since">Articles published before this day are left out; null for all. Undated ones stay.</param>
/// <param name="Until">Articles published after this day are left out; null for all. Undated ones stay.</param>
public sealed record BriefRequest(
    string Templates,
    string Output,
    IReadOnlyList<string> Formats,
    DateOnly? Edition = null,
    DateOnly? Since = null,
    DateOnly? Until = null
)
{
    /// <summary>Per cent of the statements that may be left out because they do not verify; beyond it there is no brief.</summary>
    public int UnverifiedLimit { get; init; } = VerifiedBrief.UsualLimit;

    /// <summary>The <c>brief.json</c> of the edition to compare with; null for the last one of the store.</summary>
    public string? Previous { get; init; }

    /// <summary>The story or actor that the brief is of; null for all that the articles tell.</summary>
    public Focus? Focus { get; init; }
}

/// <summary>The two halves of the main job, over a store: articles and facts in, a brief out.</summary>
/// <param name="store">The store, at this program's version.</param>
/// <param name="clock">The time.</param>
/// <param name="fetcher">Fetches inputs that are addresses; null to set them aside.</param>
public sealed class StorePipeline(IBriefStore store, TimeProvider clock, IWebFetcher? fetcher = null)
{
    /// <summary>Which files below a given folder are inputs.</summary>
    public InputScope Scope { get; init; } = new();

    /// <summary>Reads inputs into the store; what is known is not extracted again.</summary>
    /// <param name="inputs">Files, folders, patterns, <c>-</c>.</param>
    /// <param name="templates">The templates' folder: topics and states of the desk.</param>
    /// <param name="openInput">Opens standard input.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work; what is stored stays.</param>
    /// <exception cref="ConfigurationException">A file of the desk is wrong.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<IntakeReport> IngestAsync(
        IReadOnlyList<string> inputs,
        string templates,
        Func<Stream> openInput,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(openInput);
        var desk = Desk.Load(templates, inputs);
        using var standardInput = new LateStream(openInput);
        // A second run over the same input extracts nothing and need not load the models.
        return await new Intake(
            store.Articles,
            new Lazy<ArticleExtractor>(() => BriefingPipeline.ExtractorOf(desk)),
            ExtractorIdentity.Of(templates, inputs),
            clock,
            fetcher
        )
        {
            Scope = Scope,
        }
            .TakeAsync(inputs, standardInput, progress, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>The main job with a store: as <see cref="BriefingPipeline.RunAsync"/>, and all of it is kept.</summary>
    /// <param name="request">What to make a brief of, and how.</param>
    /// <param name="openInput">Opens standard input.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Ends the run; nothing half written is left.</param>
    /// <exception cref="ConfigurationException">A format or a file of the desk is wrong.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="RenderingException">A format could not be rendered or written.</exception>
    public async Task<RunReport> RunAsync(
        RunRequest request,
        Func<Stream> openInput,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var intake = await IngestAsync(request.Inputs, request.Templates, openInput, progress, cancellationToken)
            .ConfigureAwait(false);
        var wanted = (request.Since ?? FirstDay(request.Templates, request.Edition)) is { } since
            ? await PublishedAsync(request, since, intake.Articles, cancellationToken).ConfigureAwait(false)
            : intake.Articles;
        var report = await MakeAsync(
                wanted,
                new FrozenCoverage(intake.SetAside, intake.Notes),
                new BriefRequest(request.Templates, request.Output, request.Formats, request.Edition)
                {
                    UnverifiedLimit = request.UnverifiedLimit,
                    Previous = request.Previous,
                    Focus = request.Focus,
                },
                request.Inputs,
                progress,
                cancellationToken
            )
            .ConfigureAwait(false);
        return report with { OutsideDays = intake.Articles.Length - wanted.Length };
    }

    /// <summary>Makes a brief of what the store holds.</summary>
    /// <param name="request">Of which articles, and how.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Ends the run; nothing half written is left.</param>
    /// <exception cref="ConfigurationException">A format or a file of the desk is wrong.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="RenderingException">A format could not be rendered or written.</exception>
    public async Task<RunReport> BriefAsync(
        BriefRequest request,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var ids = ImmutableArray.CreateBuilder<string>();
        var since = request.Since ?? FirstDay(request.Templates, request.Edition);
        var query = new ArticleQuery("", PublishedFrom: since, PublishedUntil: request.Until);
        await foreach (var stored in store.Articles.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            ids.Add(stored.Article.Id);
        }

        if (ids.Count == 0 && (since ?? request.Until) is not null)
        {
            var all = 0;
            await foreach (
                var _ in store.Articles.ReadAsync(new ArticleQuery(""), cancellationToken).ConfigureAwait(false)
            )
            {
                all++;
            }

            return new RunReport(null, [], [], []) { OutsideDays = all };
        }

        return await MakeAsync(ids.ToImmutable(), new FrozenCoverage([], []), request, [], progress, cancellationToken)
            .ConfigureAwait(false);
    }

    private DateOnly? FirstDay(string templates, DateOnly? edition) =>
        BriefingPipeline.FirstDay(
            TemplateSet.Load(templates).Profile,
            edition ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime)
        );

    private async Task<ImmutableArray<string>> PublishedAsync(
        RunRequest request,
        DateOnly since,
        ImmutableArray<string> ids,
        CancellationToken cancellationToken
    )
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in ids.Chunk(500))
        {
            var query = new ArticleQuery(ExtractorIdentity.Of(request.Templates, request.Inputs), since, Ids: chunk);
            await foreach (var stored in store.Articles.ReadAsync(query, cancellationToken).ConfigureAwait(false))
            {
                kept.Add(stored.Article.Id);
            }
        }

        return [.. ids.Where(kept.Contains)];
    }

    private async Task<RunReport> MakeAsync(
        ImmutableArray<string> ids,
        FrozenCoverage coverage,
        BriefRequest request,
        IReadOnlyList<string> inputs,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        if (ids.IsEmpty)
        {
            return new RunReport(null, [], coverage.SetAside, coverage.Notes);
        }

        var edition = request.Edition ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var folder = Path.Combine(request.Output, BriefingPipeline.FolderOf(edition));
        using var held = EditionLock.Take(folder);
        var desk = Desk.Load(request.Templates, inputs);
        var stored = await StoredReading
            .LoadAsync(
                store.Articles,
                ids,
                coverage,
                new Lazy<ArticleExtractor>(() => BriefingPipeline.ExtractorOf(desk)),
                ExtractorIdentity.Of(request.Templates, inputs),
                cancellationToken
            )
            .ConfigureAwait(false);
        var key = StoredEditions.ManualKey(request.Templates, edition);
        var (earlier, problem) = PreviousBrief.Read(request.Previous);
        problem = [.. problem, .. AfterEdition.Notes(stored.Reading.Articles, edition)];
        stored = stored with { Reading = stored.Reading with { Notes = [.. stored.Reading.Notes, .. problem] } };
        coverage = coverage with { Notes = [.. coverage.Notes, .. problem] };
        if (
            request.Previous is null
            && await StoredEditions.BeforeAsync(store, key, cancellationToken).ConfigureAwait(false) is { } last
        )
        {
            earlier = await StoredEditions
                .LoadAsync(
                    store,
                    last,
                    new Lazy<ArticleExtractor>(() => BriefingPipeline.ExtractorOf(desk)),
                    ExtractorIdentity.Of(request.Templates, inputs),
                    cancellationToken
                )
                .ConfigureAwait(false);
            coverage = coverage with { Previous = last.Key.Date };
        }

        progress?.Report(new RunProgress(RunStage.Composing, 0, 1));
        var verified = BriefingPipeline.Compose(
            stored.Reading,
            stored.Facts,
            TemplateSet.Load(request.Templates),
            desk,
            edition,
            clock,
            request.UnverifiedLimit,
            earlier,
            cancellationToken,
            request.Focus,
            new ReviewLog(await store.Decisions.ListAsync(null, cancellationToken).ConfigureAwait(false))
        );
        progress?.Report(new RunProgress(RunStage.Composing, 1, 1));
        if (verified.Withheld is not null)
        {
            return RunReport.Of(verified, [], coverage.SetAside, coverage.Notes);
        }

        var (printed, files) = verified.Render(brief =>
            BriefingPipeline.Render(brief, folder, request.Formats, progress, cancellationToken)
        );
        if (printed.Withheld is null)
        {
            await StoredEditions
                .KeepAsync(
                    store,
                    key,
                    [.. stored.Reading.Articles.Select(article => article.Id)],
                    coverage with
                    {
                        Stories = StoredEditions.Of(printed.Brief),
                    },
                    clock.GetUtcNow(),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }

        return RunReport.Of(printed, files, coverage.SetAside, coverage.Notes);
    }
}
