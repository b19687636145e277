using System.Globalization;
using BriefingGen.Tests.Sources.Fuzzing;

namespace BriefingGen.Benchmarks;

/// <summary>Feeds damaged files to all readers for some minutes; a failing one is saved and can be made again by its seed.</summary>
internal static class FuzzReaders
{
    private const int MostFailures = 20;

    /// <summary>Runs; 0 where nothing failed, 1 where something did, 2 for wrong arguments.</summary>
    /// <param name="args"><c>--minutes N</c> and optionally <c>--seed N</c>, the first seed, and <c>--output DIR</c> for failing files.</param>
    public static int Run(ReadOnlySpan<string> args)
    {
        double minutes = 1;
        var first = 1;
        var output = Path.Combine("output", "fuzz");
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : string.Empty;
            var isGood = args[i] switch
            {
                "--minutes" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out minutes),
                "--seed" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out first),
                "--output" => (output = value).Length > 0,
                _ => false,
            };
            if (!isGood)
            {
                Console.Error.WriteLine("usage: fuzz-readers [--minutes N] [--seed N] [--output DIR]");
                return 2;
            }
        }

        return Run(TimeSpan.FromMinutes(minutes), first, output);
    }

    private static int Run(TimeSpan length, int first, string output)
    {
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        var fuzz = new ReaderFuzz();
        int seed = first,
            failures = 0;
        var slowest = (Seed: first, Took: TimeSpan.Zero);
        for (; time.GetElapsedTime(start) < length && failures < MostFailures; seed++)
        {
            var (name, bytes) = fuzz.Case(seed);
            var before = time.GetTimestamp();
            if (fuzz.Check(name, bytes) is { } failure)
            {
                failures++;
                Directory.CreateDirectory(output);
                var path = Path.Combine(output, string.Create(CultureInfo.InvariantCulture, $"{seed}-{name}"));
                File.WriteAllBytes(path, bytes);
                Console.WriteLine($"seed {seed}, saved as {path}: {failure}");
            }

            var took = time.GetElapsedTime(before);
            slowest = took > slowest.Took ? (seed, took) : slowest;
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{seed - first:N0} files from seed {first} in {time.GetElapsedTime(start).TotalSeconds:0} s, {failures} failures; slowest seed {slowest.Seed}: {slowest.Took.TotalMilliseconds:0} ms"
            )
        );
        return failures == 0 ? 0 : 1;
    }
}
