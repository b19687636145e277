using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BriefingGen.Composition;
using BriefingGen.Composition.Templates;
using BriefingGen.Extraction;
using BriefingGen.Rendering;
using BriefingGen.Rendering.Excel;
using BriefingGen.Rendering.Html;
using BriefingGen.Rendering.Json;
using BriefingGen.Rendering.Markdown;
using BriefingGen.Rendering.Pdf;
using BriefingGen.Storage;
using UglyToad.PdfPig;

namespace BriefingGen.Benchmarks;

/// <summary>
/// Measures editions of real days: a folder of articles goes into a store, then each count of them is made into an edition
/// in all formats, in a process of its own, so that the peak of its memory is its own.
/// </summary>
internal static class RealDays
{
    private const string Child = "real-days-one";

    /// <summary>Runs <c>real-days --text DIR [--counts 1000,2000] [--store FILE]</c>; a store that is kept spares the next run the extraction.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var text = Option(args, "--text");
        if (text is null || !Directory.Exists(text))
        {
            Console.Error.WriteLine("real-days --text DIR [--counts 200,1000,2000] [--store FILE]");
            return 2;
        }

        var counts = (Option(args, "--counts") ?? "200,1000,2000").Split(',');
        var kept = Option(args, "--store");
        var folder = Directory.CreateTempSubdirectory("briefgen-days-").FullName;
        try
        {
            var store = kept ?? Path.Combine(folder, "days.db");
            await IngestAsync(text, store);
            Console.WriteLine(
                "articles  claims  load s  compose s   pdf s  xlsx s  html s    md s  json s   all s  peak MB  pages  html kB  xlsx kB  json kB"
            );
            foreach (var count in counts)
            {
                await StartAsync([Child, store, text, count, folder]);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Makes one edition and prints a line of figures; times are of the processor.</summary>
    public static async Task<int> OneAsync(string[] args)
    {
        var (connection, text, folder) = (args[0], args[1], args[3]);
        var count = int.Parse(args[2], CultureInfo.InvariantCulture);
        var desk = Desk.Load(SampleTexts.Templates, [text]);
        var start = Spent();
        await using var store = await OpenAsync(connection);
        var stored = await LoadAsync(store, desk, text, count);
        var loaded = Spent();
        var verified = BriefingPipeline.Compose(
            stored.Reading,
            stored.Facts,
            TemplateSet.Load(SampleTexts.Templates),
            desk,
            new DateOnly(2026, 9, 17),
            TimeProvider.System,
            unverifiedLimit: 100,
            earlier: null,
            CancellationToken.None
        );
        var brief = verified.Brief;
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{brief.Coverage.Read, 8} {brief.Facts.Claims.Length, 7} {loaded - start, 7:0.0} {Spent() - loaded, 10:0.0}"
        );
        foreach (var renderer in Renderers)
        {
            var before = Spent();
            await using var file = File.Create(PathOf(folder, renderer.Format));
            renderer.Render(brief, file, CancellationToken.None);
            line += string.Create(CultureInfo.InvariantCulture, $" {Spent() - before, 7:0.0}");
        }

        using var process = Process.GetCurrentProcess();
        line += string.Create(
            CultureInfo.InvariantCulture,
            $" {Spent() - start, 7:0.0} {process.PeakWorkingSet64 >> 20, 8} {Pages(folder), 6} {Size(folder, "html"), 8} {Size(folder, "xlsx"), 8} {Size(folder, "json"), 8}"
        );
        Console.WriteLine(line);
        return 0;
    }

    private static IBriefRenderer[] Renderers =>
        [
            new PdfBriefRenderer(),
            new ExcelBriefRenderer(),
            new HtmlBriefRenderer(),
            new MarkdownBriefRenderer(),
            new JsonBriefRenderer(),
        ];

    private static async Task IngestAsync(string text, string connection)
    {
        await using var store = await OpenAsync(connection);
        var report = await new StorePipeline(store, TimeProvider.System).IngestAsync(
            [text],
            SampleTexts.Templates,
            static () => Stream.Null,
            null,
            CancellationToken.None
        );
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"ingest: {report.Articles.Length} articles, {report.Added} of them extracted, {Spent():0.0} s of cores, peak {process.PeakWorkingSet64 >> 20} MB"
            )
        );
    }

    // So many of the stored articles, evenly from the first to the last.
    private static async Task<StoredReading> LoadAsync(IBriefStore store, Desk desk, string text, int count)
    {
        var ids = new List<string>();
        await foreach (var article in store.Articles.ReadAsync(new ArticleQuery(""), CancellationToken.None))
        {
            ids.Add(article.Article.Id);
        }

        var taken = Math.Min(count, ids.Count);
        ImmutableArray<string> chosen =
        [
            .. Enumerable.Range(0, taken).Select(i => ids[(int)((long)i * ids.Count / taken)]),
        ];
        return await StoredReading.LoadAsync(
            store.Articles,
            chosen,
            new FrozenCoverage([], []),
            new Lazy<ArticleExtractor>(() => BriefingPipeline.ExtractorOf(desk)),
            ExtractorIdentity.Of(SampleTexts.Templates, [text]),
            CancellationToken.None
        );
    }

    private static async Task<IBriefStore> OpenAsync(string connection)
    {
        var store = StoreFactory.Open(connection, TimeProvider.System);
        await store.MigrateAsync(CancellationToken.None);
        return store;
    }

    private static async Task StartAsync(string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false };
        start.ArgumentList.Add(typeof(RealDays).Assembly.Location);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
    }

    private static int Pages(string folder)
    {
        using var pages = PdfDocument.Open(PathOf(folder, "pdf"));
        return pages.NumberOfPages;
    }

    private static long Size(string folder, string format) => new FileInfo(PathOf(folder, format)).Length / 1000;

    private static string PathOf(string folder, string format) => Path.Combine(folder, "brief." + format);

    private static double Spent()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
