using System.Globalization;
using BriefingGen.Tests.Composition.Fuzzing;

namespace BriefingGen.Benchmarks;

/// <summary>What a run of template cases came to; saves the files of those that failed.</summary>
internal sealed class FuzzTotals(int first)
{
    private int _cases;
    private (int Seed, long Took) _slowest = (first, 0);
    private (int Seed, long Peak) _largest = (first, 0);

    /// <summary>How many failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Takes over a child's journal.</summary>
    /// <returns>The case that was running at its end, null for none, and the one after the last that ended.</returns>
    public (int? Running, int Next) Add(string journal, TemplateFuzz fuzz, string output)
    {
        int? running = null;
        var next = first;
        foreach (var line in File.ReadLines(journal))
        {
            var words = line.Split(' ', 5);
            if (words.Length < 2 || !int.TryParse(words[1], CultureInfo.InvariantCulture, out var seed))
            {
                continue;
            }

            if (words[0] == "run" || words.Length < 5)
            {
                running = seed;
                continue;
            }

            (running, next) = (null, seed + 1);
            _cases++;
            var took = long.Parse(words[2], CultureInfo.InvariantCulture);
            var peak = long.Parse(words[3], CultureInfo.InvariantCulture);
            _slowest = took > _slowest.Took ? (seed, took) : _slowest;
            _largest = peak > _largest.Peak ? (seed, peak) : _largest;
            if (words[0] == "bad")
            {
                Fail(seed, words[4], fuzz, output);
            }
        }

        return (running, next);
    }

    /// <summary>Notes a case that ended its process.</summary>
    public void Died(int seed, int code, TemplateFuzz fuzz, string output)
    {
        _cases++;
        Fail(seed, $"ended the process with code {code}", fuzz, output);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{_cases:N0} folders from seed {first}, {Failures} failures; slowest seed {_slowest.Seed}: {_slowest.Took} ms; most memory seed {_largest.Seed}: {_largest.Peak} MB"
        );

    private void Fail(int seed, string what, TemplateFuzz fuzz, string output)
    {
        Failures++;
        var folder = Path.Combine(output, string.Create(CultureInfo.InvariantCulture, $"templates-{seed}"));
        Directory.CreateDirectory(folder);
        foreach (var (name, bytes) in fuzz.Case(seed))
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }

        Console.WriteLine($"seed {seed}, saved as {folder}: {what}");
    }
}
