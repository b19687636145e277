using System.Diagnostics;
using System.Globalization;

namespace BriefingGen.Benchmarks;

/// <summary>
/// Ingests many articles with the real program and measures time and peak memory; the same articles through
/// <c>extract</c> stand beside it, and a second run shows what knowing them costs.
/// </summary>
internal static class IngestMany
{
    /// <summary>Runs <c>ingest-many [ARTICLES]</c>.</summary>
    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        var folder = Directory.CreateTempSubdirectory("briefgen-many-").FullName;
        try
        {
            var news = Directory.CreateDirectory(Path.Combine(folder, "news")).FullName;
            var words = 0;
            var i = 0;
            foreach (var text in SampleTexts.Permuted(count))
            {
                // A line of its own keeps permuted copies apart.
                File.WriteAllText(
                    Path.Combine(news, $"{i:00000}.txt"),
                    text + $"\nDesk number {i} filed this report.\n"
                );
                words += SampleTexts.Words(text);
                i++;
            }

            var extract = Measure("extract", folder, "extract", "news");
            var first = Measure("ingest", folder, "ingest", "news", "--store", "many.db");
            var second = Measure("ingest again", folder, "ingest", "news", "--store", "many.db");
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count} articles, {words} words: extract {words / extract.TotalSeconds:0} words/s, ingest {words / first.TotalSeconds:0} words/s ({extract / first:0.00} of it), again {second.TotalSeconds:0.0} s"
                )
            );
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static TimeSpan Measure(string name, string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(Path.Combine(SampleTexts.Root, "src/BriefingGen.Cli/bin/Release/net10.0/briefgen.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.ArgumentList.Add("--templates");
        start.ArgumentList.Add(SampleTexts.Templates);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        long peak = 0;
        var cores = TimeSpan.Zero;
        while (!process.WaitForExit(100))
        {
            process.Refresh();
            (peak, cores) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {watch.Elapsed.TotalSeconds:0.0} s, {cores.TotalSeconds:0.0} s of cores, peak {peak >> 20} MB, exit code {process.ExitCode}"
            )
        );
        return watch.Elapsed;
    }
}
