using System.Diagnostics;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Benchmarks;

/// <summary>The speed of the language engine in a few seconds, without BenchmarkDotNet.</summary>
internal static class LanguageQuick
{
    private const int Rounds = 10;
    private static readonly DateOnly Reference = new(2026, 9, 16);

    /// <summary>Prints loading time, memory, words a second by component and on one and two threads.</summary>
    public static void Print()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var load = Measure.Of(EnglishLanguage.Create, out var pipeline);
        var models = GC.GetTotalMemory(forceFullCollection: true) - before;
        Write(
            $"load {load.Wall:0} ms, processor {load.Processor:0} ms; models {Mebibytes(models):0.0} MiB of managed memory"
        );

        var sources = Enumerable.Repeat(SampleTexts.Sources, Rounds).SelectMany(static all => all).ToList();
        Analyze(pipeline, SampleTexts.Sources, 1);
        Components(pipeline, sources);
        var one = Threads(pipeline, sources, 1);
        var two = Threads(pipeline, sources, 2);
        Write($"two threads against one: {one / two:0.00} times as fast by the clock");
        using var process = Process.GetCurrentProcess();
        Write(
            $"managed memory {Mebibytes(GC.GetTotalMemory(forceFullCollection: true)):0.0} MiB, peak of the process {process.PeakWorkingSet64 >> 20} MiB"
        );
    }

    /// <summary>Documents without any layer.</summary>
    public static List<Document> Begin(IEnumerable<SourceText> sources) =>
        [.. sources.Select(static source => new Document(source, TextRegions.FromPlainText(source), Reference))];

    /// <summary>Runs one component over documents.</summary>
    public static void Run(ILanguageComponent component, List<Document> documents)
    {
        foreach (var document in documents)
        {
            component.Annotate(document, CancellationToken.None);
        }
    }

    /// <summary>Analyses texts on so many threads.</summary>
    /// <returns>The number of tokens.</returns>
    public static int Analyze(LanguagePipeline pipeline, IReadOnlyList<SourceText> sources, int threads)
    {
        var tokens = 0;
        Parallel.For(
            0,
            sources.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            i =>
                Interlocked.Add(
                    ref tokens,
                    pipeline.Analyze(sources[i], TextRegions.FromPlainText(sources[i]), Reference).Tokens.Length
                )
        );
        return tokens;
    }

    private static void Components(LanguagePipeline pipeline, List<SourceText> sources)
    {
        var documents = Begin(sources);
        var total = 0.0;
        var figures = new List<(string Name, Measure Cost)>();
        foreach (var component in pipeline.Components)
        {
            var cost = Measure.Of(
                () =>
                {
                    Run(component, documents);
                    return 0;
                },
                out _
            );
            figures.Add((component.Name, cost));
            total += cost.Processor;
        }

        var words = documents.Sum(static document => document.Tokens.Length);
        foreach (var (name, cost) in figures)
        {
            Write(
                $"{name, -14} {PerSecond(words, cost.Processor), 10:0} words/s of processor time, {cost.Processor / total, 5:P0}, {cost.Allocated / 1024.0 / documents.Count, 8:0.0} KiB a document"
            );
        }

        Write(
            $"{"all", -14} {PerSecond(words, total), 10:0} words/s of processor time, {words / documents.Count} words a document"
        );
    }

    private static double Threads(LanguagePipeline pipeline, List<SourceText> sources, int threads)
    {
        var cost = Measure.Of(() => Analyze(pipeline, sources, threads), out var words);
        Write(
            $"{threads} thread{(threads == 1 ? " " : "s")} {PerSecond(words, cost.Wall):0} words/s by the clock, {PerSecond(words, cost.Processor):0} words/s of processor time"
        );
        return cost.Wall;
    }

    private static double PerSecond(int words, double milliseconds) => 1000.0 * words / Math.Max(1, milliseconds);

    private static double Mebibytes(long bytes) => bytes / 1048576.0;

    private static void Write(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}

/// <summary>What a piece of work cost; processor time holds also on a busy machine.</summary>
/// <param name="Wall">Milliseconds by the clock.</param>
/// <param name="Processor">Milliseconds of processor time, of all threads.</param>
/// <param name="Allocated">Bytes.</param>
internal readonly record struct Measure(double Wall, double Processor, long Allocated)
{
    /// <summary>Does the work once.</summary>
    public static Measure Of<T>(Func<T> work, out T result)
    {
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes();
        var start = Stopwatch.GetTimestamp();
        result = work();
        var wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        process.Refresh();
        return new Measure(
            wall,
            (process.TotalProcessorTime - processor).TotalMilliseconds,
            GC.GetTotalAllocatedBytes() - allocated
        );
    }
}
