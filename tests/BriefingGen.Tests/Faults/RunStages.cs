using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BriefingGen.Tests.Faults;

/// <summary>The stages of an edition as the program's log tells them. Safe to share between threads.</summary>
internal sealed partial class RunStages
{
    /// <summary>The stages in their order; <c>start</c> is all before the claim, <c>end</c> all after the last step.</summary>
    public static readonly string[] All = ["start", "claim", "intake", "freeze", "render", "verify", "deliver", "end"];

    private readonly Lock _gate = new();
    private readonly List<(string Stage, long At)> _seen = [("start", Stopwatch.GetTimestamp())];
    private string? _found;

    /// <summary>The stage that the run is in.</summary>
    public string Current
    {
        get
        {
            lock (_gate)
            {
                return _seen[^1].Stage;
            }
        }
    }

    /// <summary>How long ago the stage began that the run is in.</summary>
    public TimeSpan Since
    {
        get
        {
            lock (_gate)
            {
                return Stopwatch.GetElapsedTime(_seen[^1].At);
            }
        }
    }

    /// <summary>The state in which the claim found the edition; null before the claim.</summary>
    public string? Found
    {
        get
        {
            lock (_gate)
            {
                return _found;
            }
        }
    }

    /// <summary>True once a stage has begun.</summary>
    public bool Began(string stage)
    {
        lock (_gate)
        {
            return _seen.Exists(seen => seen.Stage == stage);
        }
    }

    /// <summary>How long each stage took, the last one left out.</summary>
    public Dictionary<string, TimeSpan> Lengths()
    {
        lock (_gate)
        {
            return _seen
                .Zip(_seen.Skip(1))
                .ToDictionary(
                    pair => pair.First.Stage,
                    pair => Stopwatch.GetElapsedTime(pair.First.At, pair.Second.At),
                    StringComparer.Ordinal
                );
        }
    }

    /// <summary>Reads a line of the log.</summary>
    public void Read(string line)
    {
        if (Claim().Match(line) is { Success: true } claim)
        {
            lock (_gate)
            {
                _found = claim.Groups["result"].Value == "Fresh" ? "nothing" : claim.Groups["state"].Value;
                _seen.Add(("claim", Stopwatch.GetTimestamp()));
            }
        }

        var stage = Step().Match(line) is { Success: true } step
            ? (step.Groups["what"].Value, step.Groups["name"].Value) switch
            {
                ("begins", var name) => name,
                (_, "deliver") => "end",
                _ => null,
            }
            : null;
        if (stage is not null)
        {
            lock (_gate)
            {
                _seen.Add((stage, Stopwatch.GetTimestamp()));
            }
        }
    }

    [GeneratedRegex("step (?<name>[a-z]+) (?<what>begins|ends)", RegexOptions.None, 1000)]
    private static partial Regex Step();

    [GeneratedRegex("claim (?<result>[A-Za-z]+), state (?<state>[A-Za-z]+)", RegexOptions.None, 1000)]
    private static partial Regex Claim();
}
