using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using BriefingGen.Extraction;
using BriefingGen.Sources;
using BriefingGen.Sources.Fetching;
using BriefingGen.Sources.Inputs;
using BriefingGen.Storage;

namespace BriefingGen;

/// <summary>What an intake came to.</summary>
/// <param name="Articles">Ids of the articles that the inputs hold, in their order, each once.</param>
/// <param name="Added">How many of them were new to the store, or had no facts of this extractor.</param>
/// <param name="Facts">Facts taken from those.</param>
/// <param name="SetAside">Inputs that could not be used.</param>
/// <param name="Notes">What was odd in inputs that were used.</param>
public sealed record IntakeReport(
    ImmutableArray<string> Articles,
    int Added,
    int Facts,
    ImmutableArray<SetAside> SetAside,
    ImmutableArray<SetAside> Notes
)
{
    /// <summary>What came of each feed, in their order; empty where none was to be read.</summary>
    public ImmutableArray<FeedTaken> Feeds { get; init; } = [];

    /// <summary>This and what came after it.</summary>
    internal IntakeReport With(IntakeReport next) =>
        new(
            [.. Articles.Concat(next.Articles).Distinct(StringComparer.Ordinal)],
            Added + next.Added,
            Facts + next.Facts,
            [.. SetAside, .. next.SetAside],
            [.. Notes, .. next.Notes]
        )
        {
            Feeds = [.. Feeds, .. next.Feeds],
        };
}

/// <summary>What came of a feed.</summary>
/// <param name="State">Its state now.</param>
/// <param name="Articles">Ids of all articles that the store has of it.</param>
public sealed record FeedTaken(FeedState State, ImmutableArray<string> Articles);

/// <summary>
/// Reads inputs into a store: extracts what the store does not know, batch by batch, so that the memory does not grow with
/// the inputs and a kill loses two batches at most. What is known is only hashed.
/// </summary>
internal sealed class Intake(
    IArticleStore store,
    Lazy<ArticleExtractor> extractor,
    string extractorHash,
    TimeProvider clock,
    IWebFetcher? fetcher = null
)
{
    /// <summary>Which files below a given folder are inputs.</summary>
    public InputScope Scope { get; init; } = new();

    // Enough to keep all cores busy to the end of a batch, few enough to be lost and done again in a second.
    private const int BatchSize = 64;

    /// <summary>Takes in what inputs hold.</summary>
    /// <param name="inputs">Files, folders, patterns, <c>-</c>.</param>
    /// <param name="standardInput">What <c>-</c> reads.</param>
    /// <param name="progress">Told how many articles are done; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work; batches that are stored stay.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<IntakeReport> TakeAsync(
        IReadOnlyList<string> inputs,
        Stream standardInput,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var options = new ReadOptions(DateOnly.FromDateTime(clock.GetLocalNow().DateTime))
        {
            Now = clock.GetUtcNow(),
            Scope = Scope,
        };
        var found = InputExpander.Expand(inputs, options);
        var hashed = await InputHash.OfAllAsync(found, cancellationToken).ConfigureAwait(false);
        var known = await KnownAsync(hashed, cancellationToken).ConfigureAwait(false);
        var ledger = new IntakeLedger();
        // Reading runs one batch ahead of extraction, saving one behind it.
        var batches = Channel.CreateBounded<List<ReadInput>>(1);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(found, hashed, known, options, standardInput, batches.Writer, ending.Token);
        var saving = Task.FromResult(Extracted.Nothing);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(ending.Token).ConfigureAwait(false))
            {
                var extracted = await ExtractAsync(batch, ledger, cancellationToken).ConfigureAwait(false);
                progress?.Report(new RunProgress(RunStage.Extracting, ledger.Count, 0));
                var saved = await saving.ConfigureAwait(false);
                ledger.Added(saved.New, saved.Facts);
                saving = Task.Run(() => SaveAsync(extracted, cancellationToken), cancellationToken);
            }
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(reading, saving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await reading.ConfigureAwait(false);
        var last = await saving.ConfigureAwait(false);
        ledger.Added(last.New, last.Facts);
        return ledger.Report();
    }

    /// <summary>Takes in what a feed gave.</summary>
    /// <param name="feed">The feed's address.</param>
    /// <param name="results">What was read from it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<IntakeReport> TakeAsync(
        string feed,
        IReadOnlyList<ReadResult> results,
        CancellationToken cancellationToken
    )
    {
        var ledger = new IntakeLedger();
        foreach (var batch in results.Chunk(BatchSize))
        {
            var read = new ReadInput(feed, null, [.. batch], []);
            var extracted = await ExtractAsync([read], ledger, cancellationToken, feed).ConfigureAwait(false);
            var saved = await SaveAsync(extracted, cancellationToken).ConfigureAwait(false);
            ledger.Added(saved.New, saved.Facts);
        }

        return ledger.Report();
    }

    private async Task<Dictionary<string, ImmutableArray<string>>> KnownAsync(
        IReadOnlyList<string?> hashes,
        CancellationToken cancellationToken
    )
    {
        var known = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var chunk in hashes.OfType<string>().Chunk(2000))
        {
            var some = await store.KnownInputsAsync(chunk, extractorHash, cancellationToken).ConfigureAwait(false);
            foreach (var (hash, ids) in some)
            {
                known[hash] = ids;
            }
        }

        return known;
    }

    private async Task ReadAsync(
        IReadOnlyList<FoundInput> found,
        IReadOnlyList<string?> hashes,
        Dictionary<string, ImmutableArray<string>> known,
        ReadOptions options,
        Stream standardInput,
        ChannelWriter<List<ReadInput>> batches,
        CancellationToken cancellationToken
    )
    {
        Exception? failure = null;
        try
        {
            var source = new ArticleSource(fetcher);
            var batch = new List<ReadInput>();
            var unread = 0;
            for (var i = 0; i < found.Count; i++)
            {
                if (hashes[i] is { } hash && known.TryGetValue(hash, out var ids) && found[i].Repeats.IsEmpty)
                {
                    batch.Add(new ReadInput(found[i].Path, hash, [], ids));
                }
                else
                {
                    var results = new List<ReadResult>();
                    var all = source.ReadAsync(found[i], options, standardInput, cancellationToken);
                    await foreach (var result in all.ConfigureAwait(false))
                    {
                        results.Add(result);
                    }

                    unread += results.Count;
                    batch.Add(new ReadInput(found[i].Path, hashes[i], results, []));
                }

                if (unread >= BatchSize || batch.Count >= 2000)
                {
                    await batches.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
                    (batch, unread) = ([], 0);
                }
            }

            await batches.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            batches.Complete(failure);
        }
    }

    private async Task<Extracted> ExtractAsync(
        List<ReadInput> batch,
        IntakeLedger ledger,
        CancellationToken cancellationToken,
        string? feed = null
    )
    {
        var fresh = ledger.Enter(batch);
        if (fresh.Count == 0)
        {
            return Extracted.Nothing;
        }

        var known = await store
            .WithFactsAsync([.. fresh.Select(item => item.Article.Id)], extractorHash, cancellationToken)
            .ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var wanted = fresh.Where(item => item.InputHash is not null || !known.Contains(item.Article.Id)).ToList();
        // One article at a time to whoever is free: halves of a batch seldom take the same time.
        var stored = Partitioner
            .Create(wanted, EnumerablePartitionerOptions.NoBuffering)
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancellationToken)
            .Select(item => new StoredArticle(
                item.Article,
                ArticleExtractor.Reads(item.Article.Language) && !known.Contains(item.Article.Id)
                    ? extractor.Value.Extract(item.Article, duplicateOf: null, cancellationToken)
                    : null,
                extractorHash,
                item.InputHash,
                feed,
                now,
                0
            ))
            .ToList();
        return new Extracted(stored, stored.Count(item => !known.Contains(item.Article.Id)));
    }

    private async Task<Extracted> SaveAsync(Extracted batch, CancellationToken cancellationToken)
    {
        await store.SaveAsync(batch.Articles, cancellationToken).ConfigureAwait(false);
        return batch;
    }

    // Articles to save, and how many of them had no facts of this extractor.
    private sealed record Extracted(IReadOnlyCollection<StoredArticle> Articles, int New)
    {
        public static Extracted Nothing { get; } = new([], 0);

        public int Facts => Articles.Sum(item => item.Facts?.All.Count() ?? 0);
    }
}
