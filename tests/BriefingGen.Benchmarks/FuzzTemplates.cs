using System.Diagnostics;
using System.Globalization;
using BriefingGen.Tests.Composition.Fuzzing;

namespace BriefingGen.Benchmarks;

/// <summary>
/// Makes briefs with damaged template folders for some minutes. The cases run in a child process, since a stack that
/// overflows cannot be caught: its parent notes the case that it died of, and starts another one behind it.
/// </summary>
internal static class FuzzTemplates
{
    private const int MostFailures = 40;
    private const int EveryFormat = 5;

    /// <summary>Runs; 0 where nothing failed, 1 where something did, 2 for wrong arguments.</summary>
    /// <param name="args"><c>--minutes N</c> and optionally <c>--seed N</c>, the first seed, and <c>--output DIR</c> for failing files;
    /// <c>--cases N</c> ends after as many.</param>
    public static int Run(ReadOnlySpan<string> args)
    {
        double minutes = 1;
        int first = 1,
            cases = int.MaxValue;
        var output = Path.Combine("output", "fuzz");
        var journal = string.Empty;
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : string.Empty;
            var isGood = args[i] switch
            {
                "--minutes" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out minutes),
                "--seed" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out first),
                "--cases" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out cases),
                "--output" => (output = value).Length > 0,
                "--child" => (journal = value).Length > 0,
                _ => false,
            };
            if (!isGood)
            {
                Console.Error.WriteLine("usage: fuzz-templates [--minutes N] [--seed N] [--cases N] [--output DIR]");
                return 2;
            }
        }

        var length = TimeSpan.FromMinutes(minutes);
        return journal.Length > 0
            ? FuzzTemplatesChild.Run(length, first, cases, EveryFormat, journal)
            : Run(length, first, cases, output);
    }

    private static int Run(TimeSpan length, int first, int cases, string output)
    {
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        var journal = Path.GetTempFileName();
        var total = new FuzzTotals(first);
        using var fuzz = new TemplateFuzz();
        try
        {
            for (var seed = first; ; )
            {
                var left = length - time.GetElapsedTime(start);
                if (left <= TimeSpan.Zero || seed - first >= cases || total.Failures >= MostFailures)
                {
                    break;
                }

                File.WriteAllText(journal, string.Empty);
                var end = Child(left, seed, cases - (seed - first), journal);
                var last = total.Add(journal, fuzz, output);
                if (end == 0)
                {
                    seed = last.Next;
                    break;
                }

                total.Died(last.Running ?? seed, end, fuzz, output);
                seed = (last.Running ?? seed) + 1;
            }
        }
        finally
        {
            File.Delete(journal);
        }

        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{total}, in {time.GetElapsedTime(start).TotalSeconds:0} s")
        );
        return total.Failures == 0 ? 0 : 1;
    }

    private static int Child(TimeSpan length, int seed, int cases, string journal)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(FuzzTemplates).Assembly.Location);
        }

        foreach (
            var argument in new[]
            {
                "fuzz-templates",
                "--minutes",
                length.TotalMinutes.ToString(CultureInfo.InvariantCulture),
                "--seed",
                seed.ToString(CultureInfo.InvariantCulture),
                "--cases",
                cases.ToString(CultureInfo.InvariantCulture),
                "--child",
                journal,
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        child.ErrorDataReceived += static (_, _) => { };
        child.BeginErrorReadLine();
        child.WaitForExit();
        return child.ExitCode;
    }
}
