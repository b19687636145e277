using System.Collections.Immutable;
using System.Text.Json;
using BriefingGen.Composition;
using BriefingGen.Composition.Templates;
using BriefingGen.Fusion.Editions;
using BriefingGen.Fusion.Reviews;
using BriefingGen.Language.Text;
using BriefingGen.Rendering.Verification;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen;

/// <summary>The steps of one edition. One job serves one run and is not shared between threads.</summary>
internal sealed class EditionJob(
    IBriefStore store,
    EditionMakerOptions options,
    EditionPlan plan,
    StoredRun run,
    CancellationToken token
)
{
    // An article printed so many editions ago may be printed again; by then nobody remembers it.
    private const int Memory = 400;

    private readonly PlanIntake _intake = new(
        store,
        plan,
        options.Fetcher,
        options.Feeds,
        options.Clock,
        options.Watched
    )
    {
        CreateExtractor = options.ExtractorOf,
    };
    private IntakeReport? _report;
    private StoredReading? _reading;
    private VerifiedBrief? _brief;
    private EarlierEdition? _earlier;

    public EditionPlan Plan => plan;

    public CancellationToken Token => token;

    /// <summary>The run with what is known so far.</summary>
    public StoredRun Run { get; private set; } = run;

    /// <summary>Tells the run what an edition that it goes on with is made of.</summary>
    public void GoOn(StoredEdition edition) =>
        Run = Run with
        {
            Articles = edition.Articles.Length,
            SetAside = edition.Coverage is { } coverage
                ? JsonSerializer.Deserialize<FrozenCoverage>(coverage)!.SetAside.Length
                : 0,
        };

    /// <summary>What the intake could not use; empty before it.</summary>
    public ImmutableArray<SetAside> SetAside => _report?.SetAside ?? [];

    /// <summary>What was left out because it does not verify; empty before the edition is composed.</summary>
    public ImmutableArray<LeftOutStatement> LeftOut => _brief?.Brief.Coverage.LeftOut ?? [];

    /// <summary>Takes in what the plan's inputs hold; nothing is fixed yet.</summary>
    public async Task<StoredEdition> TakeInAsync(StoredEdition edition)
    {
        _report = await _intake.TakeAsync(token).ConfigureAwait(false);
        return edition;
    }

    /// <summary>Fixes what of it goes into the edition, and its clock.</summary>
    public async Task<StoredEdition> FreezeAsync(StoredEdition edition)
    {
        var report = _report ?? throw new InvalidOperationException("An edition is frozen after its intake.");
        var articles = await ChooseAsync(edition.Key, report.Articles).ConfigureAwait(false);
        Run = Run with { Articles = articles.Length, SetAside = report.SetAside.Length };
        var frozen = edition with
        {
            State = articles.IsEmpty ? EditionState.Empty : EditionState.Frozen,
            Clock = options.Clock.GetUtcNow(),
            Articles = articles,
            Coverage = JsonSerializer.Serialize(
                new FrozenCoverage(report.SetAside, report.Notes)
                {
                    Feeds = FeedRecords.Coverage(report.Feeds, articles),
                    // Fixed here, so that the same bytes come out whoever goes on, and when.
                    Previous = (await StoredEditions.BeforeAsync(store, edition.Key, token).ConfigureAwait(false))
                        ?.Key
                        .Date,
                }
            ),
            Message = articles.IsEmpty
                ? $"no new article: {report.Articles.Length} read, {report.SetAside.Length} inputs set aside"
                : null,
            Updated = options.Clock.GetUtcNow(),
        };
        await store.Editions.AdvanceAsync(frozen, options.Worker, token).ConfigureAwait(false);
        return frozen;
    }

    /// <summary>Composes and renders the frozen edition.</summary>
    public async Task<StoredEdition> RenderAsync(StoredEdition edition)
    {
        var verified = await BriefAsync(edition).ConfigureAwait(false);
        if (verified.Withheld is { } reason)
        {
            return await WithholdAsync(edition, reason).ConfigureAwait(false);
        }

        var folder = Path.Combine(plan.Output, edition.Key.Schedule, BriefingPipeline.FolderOf(edition.Key.Date));
        using var held = EditionLock.Take(folder);
        var (printed, files) = verified.Render(brief =>
            BriefingPipeline.Render(brief, folder, plan.Formats, null, token)
        );
        _brief = printed;
        if (printed.Withheld is { } notPrinted)
        {
            return await WithholdAsync(edition, notPrinted).ConfigureAwait(false);
        }

        var rendered = edition with
        {
            Folder = folder,
            Files = EditionFiles.Of(files),
            Coverage = JsonSerializer.Serialize(
                CoverageOf(edition) with
                {
                    Stories = StoredEditions.Of(printed.Brief),
                }
            ),
            Updated = options.Clock.GetUtcNow(),
        };
        if (edition.State == EditionState.Verified)
        {
            // Its files were lost. An edition does not go back: the store learns of them once they are verified.
            return rendered;
        }

        rendered = rendered with { State = EditionState.Rendered };
        await store.Editions.AdvanceAsync(rendered, options.Worker, token).ConfigureAwait(false);
        return rendered;
    }

    // One whose files were verified before stays as the store has it: it is only not made again now.
    private async Task<StoredEdition> WithholdAsync(StoredEdition edition, string reason)
    {
        var failed = edition with
        {
            State = EditionState.Failed,
            Message = $"withheld: {reason}",
            Updated = options.Clock.GetUtcNow(),
        };
        if (edition.State != EditionState.Verified)
        {
            await store.Editions.AdvanceAsync(failed, options.Worker, token).ConfigureAwait(false);
        }

        return failed;
    }

    /// <summary>Verifies the files on disk against the articles in the store.</summary>
    public async Task<StoredEdition> VerifyAsync(StoredEdition edition)
    {
        var reading = await ReadingAsync(edition).ConfigureAwait(false);
        var texts = reading.Reading.Articles.ToDictionary(
            article => article.Id,
            article => article.Text,
            StringComparer.Ordinal
        );
        foreach (var old in (await EarlierAsync(edition).ConfigureAwait(false))?.Articles ?? [])
        {
            texts.TryAdd(old.Article.Id, old.Article.Text);
        }

        var problem = await ProblemAsync(edition, texts).ConfigureAwait(false);
        var verified = edition with
        {
            State = problem is null ? EditionState.Verified : EditionState.Failed,
            Message = problem,
            Updated = options.Clock.GetUtcNow(),
        };
        await store.Editions.AdvanceAsync(verified, options.Worker, token).ConfigureAwait(false);
        return verified;
    }

    /// <summary>The edition's brief: from the frozen articles and clock alone, so that it is the same each time.</summary>
    public async Task<VerifiedBrief> BriefAsync(StoredEdition edition)
    {
        if (_brief is null)
        {
            var reading = await ReadingAsync(edition).ConfigureAwait(false);
            Run = Run with
            {
                Articles = reading.Reading.Articles.Length,
                Facts = reading.Facts.Sum(facts => facts.All.Count()),
            };
            // What is decided after the freeze is for the next edition: the same bytes come out whoever goes on.
            var log = new ReviewLog(await store.Decisions.ListAsync(null, token).ConfigureAwait(false));
            _brief = BriefingPipeline.Compose(
                reading.Reading,
                reading.Facts,
                TemplateSet.Load(plan.Templates),
                _intake.Desk,
                edition.Key.Date,
                new StoppedClock(edition.Clock!.Value),
                plan.UnverifiedLimit,
                await EarlierAsync(edition).ConfigureAwait(false),
                token,
                reviews: log.Until(edition.Clock!.Value)
            );
        }

        return _brief;
    }

    private static FrozenCoverage CoverageOf(StoredEdition edition) =>
        JsonSerializer.Deserialize<FrozenCoverage>(edition.Coverage!)!;

    // The edition that was fixed to compare with; one that was forgotten since is compared with no more.
    private async Task<EarlierEdition?> EarlierAsync(StoredEdition edition)
    {
        if (_earlier is null && CoverageOf(edition).Previous is { } day)
        {
            var key = new EditionKey(edition.Key.Schedule, day);
            _earlier = await store.Editions.FindAsync(key, token).ConfigureAwait(false) is { } stored
                ? await StoredEditions
                    .LoadAsync(store, stored, _intake.Extractor, _intake.ExtractorHash, token)
                    .ConfigureAwait(false)
                : null;
        }

        return _earlier;
    }

    private async Task<StoredReading> ReadingAsync(StoredEdition edition)
    {
        if (_reading is null)
        {
            var stored = await StoredReading
                .LoadAsync(
                    store.Articles,
                    edition.Articles,
                    JsonSerializer.Deserialize<FrozenCoverage>(edition.Coverage!)!,
                    _intake.Extractor,
                    _intake.ExtractorHash,
                    token
                )
                .ConfigureAwait(false);
            _reading = stored with { Reading = stored.Reading.Noted(edition.Key.Date) };
        }

        return _reading;
    }

    // An article goes into one edition of a schedule: the first that is made after it came.
    private async Task<ImmutableArray<string>> ChooseAsync(EditionKey key, ImmutableArray<string> read)
    {
        var earlier = await store.Editions.ListAsync(key.Schedule, Memory, token).ConfigureAwait(false);
        var printed = earlier
            .Where(edition => edition.Key != key)
            .SelectMany(edition => edition.Articles)
            .ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> fresh = [.. read.Where(id => !printed.Contains(id))];
        return plan.SinceDays is { } days
            ? await PublishedSinceAsync(fresh, key.Date.AddDays(-days)).ConfigureAwait(false)
            : fresh;
    }

    private async Task<ImmutableArray<string>> PublishedSinceAsync(ImmutableArray<string> ids, DateOnly since)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in ids.Chunk(500))
        {
            var query = new ArticleQuery(_intake.ExtractorHash, PublishedFrom: since, Ids: chunk);
            await foreach (var stored in store.Articles.ReadAsync(query, token).ConfigureAwait(false))
            {
                kept.Add(stored.Article.Id);
            }
        }

        return [.. ids.Where(kept.Contains)];
    }

    private async Task<string?> ProblemAsync(StoredEdition edition, Dictionary<string, SourceText> texts)
    {
        var verifier = new BriefVerifier();
        var verification = new VerificationOptions(plan.Output, _intake.Desk.CountryNames) { Texts = texts };
        foreach (var file in edition.Files.Where(file => Path.GetExtension(file.Name) is ".json" or ".html" or ".pdf"))
        {
            var path = Path.Combine(edition.Folder!, file.Name);
            if (
                !file.Name.EndsWith(".json", StringComparison.Ordinal)
                && !File.Exists(Path.ChangeExtension(path, ".json"))
            )
            {
                continue;
            }

            var report = await verifier.VerifyAsync(path, verification, token).ConfigureAwait(false);
            if (!report.Passed)
            {
                return $"{file.Name} does not verify: {report.Failures[0]} ({report.Failures.Length} in all)";
            }
        }

        return null;
    }
}
