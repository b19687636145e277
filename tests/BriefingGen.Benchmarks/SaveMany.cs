using System.Diagnostics;
using System.Globalization;
using BriefingGen.Extraction.Facts;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen.Benchmarks;

/// <summary>Saves many extracted articles in a store of either kind, and measures nothing but that.</summary>
internal static class SaveMany
{
    private const int Batch = 64;

    /// <summary>Runs <c>save-many [ARTICLES] [STORE]</c>; without a store, a SQLite file that is deleted afterwards.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2_000;
        var folder = Directory.CreateTempSubdirectory("briefgen-save-").FullName;
        try
        {
            var made = await ExtractAsync();
            await using var store = StoreFactory.Open(
                args.Length > 1 ? args[1] : Path.Combine(folder, "save.db"),
                TimeProvider.System
            );
            await store.MigrateAsync(CancellationToken.None);
            await store.Articles.SaveAsync([Copy(made[0], 0)], CancellationToken.None);
            await MeasureAsync(store, made, count);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(
        IBriefStore store,
        IReadOnlyList<(Article Article, ArticleFacts Facts)> made,
        int count
    )
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        for (var start = 1; start <= count; start += Batch)
        {
            var batch = Enumerable.Range(start, Math.Min(Batch, count + 1 - start));
            await store.Articles.SaveAsync(
                [.. batch.Select(i => Copy(made[i % made.Count], i))],
                CancellationToken.None
            );
        }

        var wall = watch.Elapsed.TotalSeconds;
        process.Refresh();
        var cores = (process.TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} articles saved: {wall:0.0} s ({count / wall:0} articles/s), {cores:0.0} s of this process's cores"
            )
        );
    }

    private static async Task<List<(Article Article, ArticleFacts Facts)>> ExtractAsync()
    {
        var articles = Path.Combine(SampleTexts.Root, "samples", "articles");
        var pipeline = BriefingPipeline.Create(TimeProvider.System);
        var reading = await pipeline.ReadAsync(
            [articles],
            static () => Stream.Null,
            null,
            null,
            CancellationToken.None
        );
        var facts = pipeline.Extract(
            reading,
            Desk.Load(SampleTexts.Templates, [articles]),
            null,
            CancellationToken.None
        );
        return [.. reading.Articles.Zip(facts)];
    }

    // Another article by its id, and an input of its own.
    private static StoredArticle Copy((Article Article, ArticleFacts Facts) made, int number)
    {
        var id = number.ToString("x16", CultureInfo.InvariantCulture);
        var article = made.Article with { Id = id };
        return new StoredArticle(
            article,
            made.Facts,
            "benchmark",
            id.PadLeft(64, '0'),
            null,
            DateTimeOffset.UnixEpoch,
            0
        );
    }
}
