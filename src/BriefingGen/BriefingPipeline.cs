using System.Collections.Immutable;
using System.Reflection;
using BriefingGen.Extraction;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Topics;
using BriefingGen.Language;
using BriefingGen.Sources;

namespace BriefingGen;

/// <summary>
/// The main job from end to end; the only place that sees all stages. Frozen after <see cref="Create"/> and safe to
/// share between threads.
/// </summary>
public sealed class BriefingPipeline
{
    private readonly TimeProvider _clock;
    private readonly Lazy<LanguagePipeline> _language = new(EnglishLanguage.Create);

    private BriefingPipeline(TimeProvider clock) => _clock = clock;

    /// <summary>The formats that a brief can be rendered in, in the order in which they are made.</summary>
    public static ImmutableArray<string> Formats { get; } = ["pdf", "xlsx", "html", "md", "json"];

    /// <summary>Name and version of this program, with the commit it was built from where that is known.</summary>
    public static string Tool { get; } =
        $"briefgen {typeof(BriefingPipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0"}";

    /// <summary>Makes a pipeline. Models are loaded when they are first needed.</summary>
    /// <param name="clock">The time: a fixed clock gives the same bytes for the same input.</param>
    public static BriefingPipeline Create(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new BriefingPipeline(clock);
    }

    /// <summary>Reads articles.</summary>
    /// <param name="inputs">Files, folders, patterns, <c>-</c>.</param>
    /// <param name="openInput">Opens standard input.</param>
    /// <param name="since">Articles published before this day are left out; null for all. Undated ones stay.</param>
    /// <param name="progress">Told how many were read; null for nobody.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Reading> ReadAsync(
        IReadOnlyList<string> inputs,
        Func<Stream> openInput,
        DateOnly? since,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(openInput);
        var articles = ImmutableArray.CreateBuilder<Article>();
        var setAside = ImmutableArray.CreateBuilder<SetAside>();
        var notes = ImmutableArray.CreateBuilder<SetAside>();
        using var standardInput = new LateStream(openInput);
        var options = new ReadOptions(Today);
        await foreach (
            var result in new ArticleSource()
                .ReadAsync(inputs, options, standardInput, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            notes.AddRange(result.Notes);
            if (result.SetAside is { } problem)
            {
                setAside.Add(problem);
            }
            else if (result.Article is { } article && !(article.Published < since))
            {
                articles.Add(article);
                progress?.Report(new RunProgress(RunStage.Reading, articles.Count, 0));
            }
        }

        return new Reading(articles.ToImmutable(), setAside.ToImmutable(), notes.ToImmutable());
    }

    /// <summary>Takes the facts from articles, several at once, and gives them in order.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="taxonomy">The user's topics.</param>
    /// <param name="progress">Told how many are done; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public ImmutableArray<ArticleFacts> Extract(
        ImmutableArray<Article> articles,
        Taxonomy taxonomy,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var extractor = new ArticleExtractor(_language.Value, taxonomy);
        var facts = new ArticleFacts[articles.Length];
        var done = 0;
        var options = new ParallelOptions
        {
            CancellationToken = cancellationToken,
            MaxDegreeOfParallelism = Environment.ProcessorCount,
        };
        Parallel.For(
            0,
            articles.Length,
            options,
            i =>
            {
                facts[i] = extractor.Extract(articles[i], null, cancellationToken);
                progress?.Report(
                    new RunProgress(RunStage.Extracting, Interlocked.Increment(ref done), articles.Length)
                );
            }
        );
        return [.. facts];
    }

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
    ) =>
        new TextParser(_language.Value, new ReadOptions(Today)).ParseAsync(
            inputs,
            conllu,
            openInput,
            output,
            cancellationToken
        );

    private DateOnly Today => DateOnly.FromDateTime(_clock.GetLocalNow().DateTime);
}

/// <summary>What was read.</summary>
/// <param name="Articles">The articles, in input order.</param>
/// <param name="SetAside">Inputs that could not be used.</param>
/// <param name="Notes">What was odd in inputs that were used.</param>
public sealed record Reading(
    ImmutableArray<Article> Articles,
    ImmutableArray<SetAside> SetAside,
    ImmutableArray<SetAside> Notes
);
