using System.Diagnostics;

namespace BriefingGen.Benchmarks;

/// <summary>A thousand articles through <c>parse</c> and <c>extract</c>, files to text, as the commands do it.</summary>
internal static class ArticleRun
{
    private const int Articles = 1000;

    /// <summary>Prints words a second and peak memory of both; the peak of the second includes the first.</summary>
    public static async Task PrintAsync()
    {
        var folder = Directory.CreateTempSubdirectory("briefgen-articles-").FullName;
        try
        {
            var words = 0;
            var number = 0;
            foreach (var text in SampleTexts.Permuted(Articles))
            {
                words += SampleTexts.Words(text);
                await File.WriteAllTextAsync(
                    Path.Combine(folder, FormattableString.Invariant($"{number++:0000}.txt")),
                    text
                );
            }

            await MeasureAsync("parse", words, () => ParseAsync(folder));
            await MeasureAsync("extract", words, () => ExtractAsync(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ParseAsync(string folder) =>
        await BriefingPipeline
            .Create(TimeProvider.System)
            .ParseAsync([folder], conllu: false, static () => Stream.Null, TextWriter.Null, CancellationToken.None);

    private static async Task ExtractAsync(string folder)
    {
        var pipeline = BriefingPipeline.Create(TimeProvider.System);
        var reading = await pipeline.ReadAsync([folder], static () => Stream.Null, null, null, CancellationToken.None);
        var desk = Desk.Load(SampleTexts.Templates, [folder]);
        foreach (var facts in pipeline.Extract(reading, desk, null, CancellationToken.None))
        {
            BriefingGen.Extraction.Facts.FactJson.Write(facts, TextWriter.Null);
        }
    }

    private static async Task MeasureAsync(string name, int words, Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        await work();
        var wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        var spent = (process.TotalProcessorTime - processor).TotalSeconds;
        Console.WriteLine(
            FormattableString.Invariant(
                $"{name, -8} {Articles} articles, {words} words: {words / wall:0} words/s by the clock ({wall:0.0} s), {words / spent:0} words/s of processor time, peak {process.PeakWorkingSet64 >> 20} MiB"
            )
        );
    }
}
