using System.Globalization;
using BriefingGen.Tests.Faults;

namespace BriefingGen.Benchmarks;

/// <summary>Counts kills by the stage that they hit.</summary>
internal sealed class KillTally
{
    private static readonly TimeSpan s_boundary = TimeSpan.FromMilliseconds(25);

    private readonly SortedDictionary<string, int> _stages = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _boundaries = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _found = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _restarts = new(StringComparer.Ordinal);
    private int _missed;
    private int _desks;
    private int _recovered;
    private int _seenThrough;

    /// <summary>Kills that hit a living process.</summary>
    public int Hits { get; private set; }

    public void Hit(string stage, TimeSpan since, string? found)
    {
        Hits++;
        Add(_stages, stage);
        if (since <= s_boundary)
        {
            Add(_boundaries, stage);
        }

        if (found is not null)
        {
            Add(_found, found);
        }
    }

    public void Missed() => _missed++;

    public void Restarted(string stage, bool seenThrough)
    {
        Add(_restarts, stage);
        _seenThrough += seenThrough ? 1 : 0;
    }

    public void Recovered(bool whole)
    {
        _desks++;
        _recovered += whole ? 1 : 0;
    }

    /// <summary>Prints all of it.</summary>
    public void Print(TextWriter output, int seed)
    {
        output.WriteLine("stage     kills  of them within 25 ms of its beginning");
        foreach (var stage in RunStages.All.Append("ingest"))
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{stage, -8} {_stages.GetValueOrDefault(stage), 6} {_boundaries.GetValueOrDefault(stage), 6}"
                )
            );
        }

        output.WriteLine($"what the killed runs had found: {Text(_found)}");
        if (_restarts.Count > 0)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"restarts of the server: {_restarts.Values.Sum()} ({Text(_restarts)}), {_seenThrough} of the runs saw them through"
                )
            );
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Hits} kills of a living process ({_missed} tries more came after its end); {_recovered} of {_desks} editions have the bytes and rows of the undisturbed one; seed {seed}"
            )
        );
    }

    private static void Add(SortedDictionary<string, int> counts, string key) =>
        counts[key] = counts.GetValueOrDefault(key) + 1;

    private static string Text(SortedDictionary<string, int> counts) =>
        string.Join(
            ", ",
            counts.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}"))
        );
}
