using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using BriefingGen.Composition;
using BriefingGen.Composition.Templates;
using BriefingGen.Extraction;
using BriefingGen.Extraction.Evaluation;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Topics;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Editions;
using BriefingGen.Fusion.Reviews;
using BriefingGen.Language;
using BriefingGen.Language.Entities;
using BriefingGen.Rendering;
using BriefingGen.Rendering.Excel;
using BriefingGen.Rendering.Html;
using BriefingGen.Rendering.Json;
using BriefingGen.Rendering.Markdown;
using BriefingGen.Rendering.Pdf;
using BriefingGen.Sources;
using BriefingGen.Sources.Fetching;

namespace BriefingGen;

/// <summary>
/// The main job from end to end; the only place that sees all stages. Frozen after <see cref="Create"/> and safe to
/// share between threads.
/// </summary>
public sealed class BriefingPipeline
{
    private readonly TimeProvider _clock;
    private readonly IWebFetcher? _fetcher;

    private BriefingPipeline(TimeProvider clock, IWebFetcher? fetcher) => (_clock, _fetcher) = (clock, fetcher);

    /// <summary>The formats that a brief can be rendered in, in the order in which they are made.</summary>
    public static ImmutableArray<string> Formats { get; } = ["pdf", "xlsx", "html", "md", "json"];

    /// <summary>Name and version of this program, with the commit it was built from where that is known.</summary>
    public static string Tool { get; } =
        $"briefgen {typeof(BriefingPipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0"}";

    /// <summary>Makes a pipeline.</summary>
    /// <param name="clock">The time: a fixed clock gives the same bytes for the same input.</param>
    /// <param name="fetcher">Fetches inputs that are addresses; null to set them aside.</param>
    public static BriefingPipeline Create(TimeProvider clock, IWebFetcher? fetcher = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new BriefingPipeline(clock, fetcher);
    }

    /// <summary>Does the main job: reads, extracts, fuses, composes, renders.</summary>
    /// <param name="request">What to make a brief of, and how.</param>
    /// <param name="openInput">Opens standard input.</param>
    /// <param name="progress">Told how far the run is, from any thread; null for nobody.</param>
    /// <param name="cancellationToken">Ends the run; nothing half written is left.</param>
    /// <exception cref="ConfigurationException">A format, the taxonomy or a table of states is wrong.</exception>
    /// <exception cref="TemplateException">A template or the profile is wrong.</exception>
    /// <exception cref="RenderingException">A format could not be rendered or written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<RunReport> RunAsync(
        RunRequest request,
        Func<Stream> openInput,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        RenderersFor(request.Formats);
        var templates = TemplateSet.Load(request.Templates);
        var desk = Desk.Load(request.Templates, request.Inputs);
        var edition = request.Edition ?? Today;
        var folder = Path.Combine(request.Output, FolderOf(edition));
        using var held = EditionLock.Take(folder);
        var reading = await ReadAsync(
                request.Inputs,
                openInput,
                request.Since ?? FirstDay(templates.Profile, edition),
                progress,
                request.Scope,
                cancellationToken
            )
            .ConfigureAwait(false);
        if (reading.Articles.IsEmpty)
        {
            return new RunReport(null, [], reading.SetAside, reading.Notes) { OutsideDays = reading.TooOld };
        }

        var (earlier, problem) = PreviousBrief.Read(request.Previous);
        reading = reading.Noted(edition);
        reading = reading with { Notes = [.. reading.Notes, .. problem] };
        var facts = Extract(reading, desk, progress, cancellationToken).ToList();
        reading = reading with { Notes = [.. reading.Notes, .. Failures(facts)] };
        progress?.Report(new RunProgress(RunStage.Composing, 0, 1));
        var verified = Compose(
            reading,
            facts,
            templates,
            desk,
            edition,
            _clock,
            request.UnverifiedLimit,
            earlier,
            cancellationToken,
            request.Focus
        );
        progress?.Report(new RunProgress(RunStage.Composing, 1, 1));
        if (verified.Withheld is not null)
        {
            return RunReport.Of(verified, [], reading.SetAside, reading.Notes);
        }

        var (printed, files) = verified.Render(brief =>
            Render(brief, folder, request.Formats, progress, cancellationToken)
        );
        return RunReport.Of(printed, files, reading.SetAside, reading.Notes);
    }

    /// <summary>Fuses, composes, and leaves out what does not verify.</summary>
    /// <param name="reading">The articles.</param>
    /// <param name="facts">Their facts, in the same order.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="desk">Topics and states.</param>
    /// <param name="edition">The day that the brief is for.</param>
    /// <param name="clock">The time that the brief tells as its own.</param>
    /// <param name="unverifiedLimit">Per cent of the statements that may be left out.</param>
    /// <param name="earlier">The edition to compare with; null for none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="focus">The story or actor that the brief is of; null for all, or for what the profile says.</param>
    /// <param name="reviews">What reviewers decided; null for nothing.</param>
    /// <exception cref="ConfigurationException">There is no such story or actor.</exception>
    /// <exception cref="TemplateException">A template is wrong.</exception>
    internal static VerifiedBrief Compose(
        Reading reading,
        IReadOnlyList<ArticleFacts> facts,
        TemplateSet templates,
        Desk desk,
        DateOnly edition,
        TimeProvider clock,
        int unverifiedLimit,
        EarlierEdition? earlier,
        CancellationToken cancellationToken,
        Focus? focus = null,
        ReviewLog? reviews = null
    )
    {
        reviews ??= ReviewLog.Empty;
        var fused = new FactFuser().Fuse(
            ReviewedFacts.Of(facts, reviews),
            reading.Origins,
            FusionOptions.For(desk.Taxonomy, reading.Articles.Max(article => article.Published)) with
            {
                Weights = templates.Profile.Ranking,
                Earlier = earlier,
            },
            cancellationToken
        );
        fused = FocusedFacts.Of(ReviewedGroups.Of(fused, reviews), focus, templates.Profile);
        var coverage = new CoverageInput(NotExtracted(reading), reading.SetAside, reading.Notes)
        {
            Feeds = reading.Feeds,
        };
        var options = new ComposerOptions(clock, edition, Tool, Models(), desk.CountryNames, desk.TopicLabels)
        {
            Reviews = reviews,
        };
        return VerifiedBrief.Of(
            leaveOut =>
                new BriefComposer().Compose(
                    fused,
                    coverage,
                    templates,
                    options with
                    {
                        LeaveOut = leaveOut,
                    },
                    cancellationToken
                ),
            desk.CountryNames,
            unverifiedLimit
        );
    }

    /// <summary>Renders a brief into its folder, all files or none.</summary>
    /// <exception cref="ConfigurationException">A format is not known.</exception>
    /// <exception cref="RenderingException">A format could not be rendered or written.</exception>
    internal static ImmutableArray<string> Render(
        Brief brief,
        string folder,
        IReadOnlyList<string> formats,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var renderers = RenderersFor(formats);
        var rendered = 0;
        return EditionFolder.Write(
            folder,
            brief,
            renderers,
            _ =>
                progress?.Report(
                    new RunProgress(RunStage.Rendering, Interlocked.Increment(ref rendered), renderers.Count)
                ),
            cancellationToken
        );
    }

    /// <summary>The first day that a profile covers; null where it covers whatever it is given.</summary>
    internal static DateOnly? FirstDay(Profile profile, DateOnly edition) =>
        profile.Days is { } days ? edition.AddDays(1 - days) : null;

    /// <summary>The name of an edition's folder.</summary>
    internal static string FolderOf(DateOnly edition) =>
        edition.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Reads articles and finds those that go back to one text.</summary>
    /// <param name="inputs">Files, folders, patterns, <c>-</c>.</param>
    /// <param name="openInput">Opens standard input.</param>
    /// <param name="since">Articles published before this day are left out; null for all. Undated ones stay.</param>
    /// <param name="progress">Told how many were read; null for nobody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<Reading> ReadAsync(
        IReadOnlyList<string> inputs,
        Func<Stream> openInput,
        DateOnly? since,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken
    ) => ReadAsync(inputs, openInput, since, progress, new InputScope(), cancellationToken);

    /// <summary>Reads articles and finds those that go back to one text.</summary>
    /// <param name="inputs">Files, folders, patterns, <c>-</c>.</param>
    /// <param name="openInput">Opens standard input.</param>
    /// <param name="since">Articles published before this day are left out; null for all. Undated ones stay.</param>
    /// <param name="progress">Told how many were read; null for nobody.</param>
    /// <param name="scope">Which files below a given folder are inputs.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Reading> ReadAsync(
        IReadOnlyList<string> inputs,
        Func<Stream> openInput,
        DateOnly? since,
        IProgress<RunProgress>? progress,
        InputScope scope,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(openInput);
        var builder = new ReadingBuilder(since);
        using var standardInput = new LateStream(openInput);
        var results = new ArticleSource(_fetcher).ReadAsync(
            inputs,
            new ReadOptions(Today) { Now = _clock.GetUtcNow(), Scope = scope },
            standardInput,
            cancellationToken
        );
        await foreach (var result in results.ConfigureAwait(false))
        {
            builder.Add(result);
            progress?.Report(new RunProgress(RunStage.Reading, builder.Count, 0));
        }

        return builder.Build(cancellationToken);
    }

    /// <summary>Takes the facts from articles, several at once, and gives them in order.</summary>
    /// <param name="reading">The articles.</param>
    /// <param name="desk">Topics and states.</param>
    /// <param name="progress">Told how many are done, from any thread; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public IEnumerable<ArticleFacts> Extract(
        Reading reading,
        Desk desk,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(desk);
        var extractor = ExtractorOf(desk);
        var done = 0;
        // One article at a time to whoever is free: so no core waits at the end, and few results wait for their turn.
        return Partitioner
            .Create(Enumerable.Range(0, reading.Articles.Length), EnumerablePartitionerOptions.NoBuffering)
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancellationToken)
            .WithMergeOptions(ParallelMergeOptions.AutoBuffered)
            .Select(i =>
            {
                var facts = extractor.Extract(reading.Articles[i], reading.DuplicateOf[i], cancellationToken);
                progress?.Report(
                    new RunProgress(RunStage.Extracting, Interlocked.Increment(ref done), reading.Articles.Length)
                );
                return facts;
            });
    }

    private static IEnumerable<SetAside> Failures(IEnumerable<ArticleFacts> facts) =>
        facts
            .Where(article => article.Failure is not null)
            .Select(article => new SetAside(
                article.Article.Path,
                null,
                "not-extracted",
                $"could not be read for facts, which is a fault of the program ({article.Failure}); the others were"
            ));

    /// <summary>The extractor that a desk's files make.</summary>
    internal static ArticleExtractor ExtractorOf(Desk desk) =>
        new(EnglishLanguage.Create(desk.Countries), desk.Taxonomy, desk.Countries, desk.Actors);

    /// <summary>Prints the linguistic analysis of texts as CoNLL-U.</summary>
    /// <param name="inputs">Files, folders, patterns, <c>-</c>.</param>
    /// <param name="conllu">True where the inputs are CoNLL-U, whose words and sentences are kept.</param>
    /// <param name="openInput">Opens standard input.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<ParseReport> ParseAsync(
        IReadOnlyList<string> inputs,
        bool conllu,
        Func<Stream> openInput,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var language = EnglishLanguage.Create(CountryFiles.Load(null, inputs));
        return new TextParser(language, new ReadOptions(Today)).ParseAsync(
            inputs,
            conllu,
            openInput,
            output,
            cancellationToken
        );
    }

    /// <summary>Scores our analysis or extraction against gold data; what kind of gold it is, its form says.</summary>
    /// <param name="gold">
    /// A CoNLL-U file, or a folder with <c>text/</c> and either <c>attributions/</c> (brat stand-off) or <c>gold.jsonl</c>.
    /// </param>
    /// <param name="keepsWords">True to keep the words and sentences of CoNLL-U; else its raw text is read.</param>
    /// <param name="templates">Gives the templates' folder; only asked for a folder of gold.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ConfigurationException"><paramref name="keepsWords"/> for a folder, or wrong templates.</exception>
    /// <exception cref="InvalidDataException">The gold has none of the forms, or a line of it is wrong.</exception>
    /// <exception cref="Language.Documents.ConlluFormatException">The file is not CoNLL-U.</exception>
    /// <exception cref="IOException">The gold cannot be read.</exception>
    public async Task<EvaluationResult> EvaluateAsync(
        string gold,
        bool keepsWords,
        Func<string> templates,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(templates);
        if (File.Exists(gold))
        {
            return Evaluator.Conllu(gold, keepsWords, cancellationToken);
        }

        if (keepsWords)
        {
            throw new ConfigurationException($"{gold}: only the words of a CoNLL-U file can be kept.");
        }

        var evaluator = new Evaluator(this);
        return GoldAttributions.IsIn(gold)
                ? await evaluator.AttributionsAsync(gold, templates(), cancellationToken).ConfigureAwait(false)
            : GoldEvents.IsIn(gold)
                ? await evaluator.EventsAsync(gold, templates(), cancellationToken).ConfigureAwait(false)
            : Directory.Exists(gold)
                ? throw new InvalidDataException(
                    $"{gold}: holds neither text/ and attributions/ nor text/ and gold.jsonl."
                )
            : throw new FileNotFoundException($"{gold}: there is no such file or folder.");
    }

    /// <summary>English names of states by code, with those that the folders of a brief's articles add.</summary>
    /// <param name="folders">Folders that may hold a <c>countries.tsv</c>.</param>
    /// <exception cref="ConfigurationException">A table of states is wrong.</exception>
    public static IReadOnlyDictionary<string, string> CountryNames(IReadOnlyList<string> folders) =>
        new Desk(new Taxonomy([]), CountryFiles.Load(null, folders)).CountryNames;

    private DateOnly Today => DateOnly.FromDateTime(_clock.GetLocalNow().DateTime);

    private static List<IBriefRenderer> RenderersFor(IReadOnlyList<string> formats)
    {
        if (formats.FirstOrDefault(format => !Formats.Contains(format, StringComparer.Ordinal)) is { } unknown)
        {
            throw new ConfigurationException(
                $"'{unknown}' is no format; expected some of {string.Join(", ", Formats)}."
            );
        }

        if (formats.Count == 0)
        {
            throw new ConfigurationException($"No format was named; expected some of {string.Join(", ", Formats)}.");
        }

        return [.. formats.Distinct(StringComparer.Ordinal).Select(Renderer)];
    }

    private static IBriefRenderer Renderer(string format) =>
        format switch
        {
            "pdf" => new PdfBriefRenderer(),
            "xlsx" => new ExcelBriefRenderer(),
            "html" => new HtmlBriefRenderer(),
            "md" => new MarkdownBriefRenderer(),
            _ => new JsonBriefRenderer(),
        };

    private static ImmutableArray<Article> NotExtracted(Reading reading) =>
        [.. reading.Articles.Where(article => !ArticleExtractor.Reads(article.Language))];

    // Models and word lists are resources of the two assemblies: their bytes are what a brief was made with.
    internal static ImmutableArray<ManifestFile> Models() =>
        [
            .. new[] { typeof(LanguagePipeline).Assembly, typeof(BriefingPipeline).Assembly }
                .SelectMany(assembly => assembly.GetManifestResourceNames().Select(name => (assembly, name)))
                .Where(resource =>
                    resource.name.EndsWith(".bin", StringComparison.Ordinal)
                    || resource.name.EndsWith(".tsv", StringComparison.Ordinal)
                )
                .Select(resource => new ManifestFile(resource.name, HashOf(resource.assembly, resource.name)))
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];

    private static string HashOf(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
