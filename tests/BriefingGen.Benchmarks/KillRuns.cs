using System.Diagnostics;
using System.Globalization;
using BriefingGen.Tests.Faults;

namespace BriefingGen.Benchmarks;

/// <summary>
/// Kills the real program (SIGKILL) while it makes an edition, at random times and at random instants of each stage, lets
/// the next run complete the edition, and compares every byte and every row with an undisturbed one.
/// </summary>
internal sealed class KillRuns : IDisposable
{
    private readonly Random _random;
    private readonly KillTally _tally = new();
    private readonly FaultSetup _setup;
    private readonly KillDatabase? _database;
    private readonly string? _restart;
    private DeskOutcome _undisturbed = null!;
    private Dictionary<string, TimeSpan> _lengths = [];
    private TimeSpan _ingest;

    private KillRuns(int seed, string? store, string? restart)
    {
        var root = SampleTexts.Root;
        _random = new Random(seed);
        _restart = restart;
        _database = store is null ? null : new KillDatabase(store);
        _setup = new FaultSetup(
            Path.Combine(root, "src/BriefingGen.Cli/bin/Release/net10.0/briefgen.dll"),
            [
                .. Directory
                    .GetFiles(Path.Combine(root, "samples/articles"), "*.txt")
                    .Order(StringComparer.Ordinal)
                    .Take(3),
            ],
            Path.Combine(root, "templates/daily")
        );
    }

    /// <summary>
    /// Runs <c>kill-runs [HITS] [SEED] [--store CONN] [--restart SCRIPT]</c>: so many kills that hit a living process, on
    /// SQLite or in schemas of its own of a PostgreSQL database (<c>Host=…</c>). The script restarts the server; it is then
    /// called in the middle of every third run in place of a kill.
    /// </summary>
    /// <returns>0 where every edition was recovered.</returns>
    public static int Run(string[] args)
    {
        var numbers = args.TakeWhile(arg => !arg.StartsWith('-')).ToArray();
        var hits = numbers.Length > 0 ? int.Parse(numbers[0], CultureInfo.InvariantCulture) : 200;
        var seed = numbers.Length > 1 ? int.Parse(numbers[1], CultureInfo.InvariantCulture) : 1;
        using var runs = new KillRuns(seed, Option(args, "--store"), Option(args, "--restart"));
        if (!runs.Measure())
        {
            return 1;
        }

        while (runs._tally.Hits < hits)
        {
            if (runs.OneDesk(hits) is { } problem)
            {
                Console.Error.WriteLine(problem);
                return 1;
            }
        }

        runs._tally.Print(Console.Out, seed);
        return 0;
    }

    public void Dispose() => _database?.Dispose();

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    // How long each stage takes, and what an undisturbed desk comes to; its brief is verified against its store.
    private bool Measure()
    {
        using var desk = NewDesk();
        using (var child = desk.StartEdition())
        {
            child.End();
            _lengths = child.Stages.Lengths();
        }

        _undisturbed = desk.Finish();
        var brief = Path.Combine("output", "daily", FaultDesk.Day, "brief.json");
        var verified = desk.Run("verify", brief, "--store", desk.Store);
        _ingest = desk.Run("ingest", "news").Time;
        Console.WriteLine($"undisturbed: {_undisturbed.Store}; {verified.Output.Trim()}");
        return _undisturbed.Run.Code == 0 && verified.Code == 0;
    }

    /// <summary>Disturbs one desk one to five times on the way to its edition and lets it finish.</summary>
    /// <returns>What is wrong with it then; null where nothing is.</returns>
    private string? OneDesk(int wanted)
    {
        using var desk = NewDesk();
        var before = _tally.Hits;
        if (_random.Next(8) == 0)
        {
            KillIngest(desk);
        }

        var stage = RunStages.All[0];
        for (var n = _random.Next(1, 6); n > 0 && _tally.Hits < wanted && stage is not null; n--)
        {
            stage = _restart is not null && _random.Next(3) == 0 ? RestartServer(desk) : KillEdition(desk, stage);
        }

        var problem = desk.Finish().Difference(_undisturbed);
        _tally.Recovered(problem is null);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{_tally.Hits} of {wanted} kills (+{_tally.Hits - before}): {problem ?? "recovered"}"
            )
        );
        return problem;
    }

    /// <summary>Kills the program while it makes the edition.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="reached">The stage that the last one was killed in: this one begins there.</param>
    /// <returns>The stage that it was killed in; null where it had ended.</returns>
    private string? KillEdition(FaultDesk desk, string reached)
    {
        using var child = desk.StartEdition();
        if (_random.Next(3) == 0)
        {
            child.Wait(Whole * _random.NextDouble());
        }
        else
        {
            // Each stage that may still come; as often as not at its very beginning.
            string[] ahead = ["claim", .. RunStages.All[Math.Max(2, Array.IndexOf(RunStages.All, reached))..]];
            var stage = ahead[_random.Next(ahead.Length)];
            if (child.AwaitStage(stage) && _random.Next(2) == 0)
            {
                child.Wait(_lengths.GetValueOrDefault(stage, TimeSpan.FromMilliseconds(20)) * _random.NextDouble());
            }
        }

        var (current, since) = (child.Stages.Current, child.Stages.Since);
        return Count(child, current, since) ? current : null;
    }

    private void KillIngest(FaultDesk desk)
    {
        using var child = desk.Start("ingest", "news");
        child.Wait(_ingest * (0.2 + _random.NextDouble()));
        Count(child, "ingest", TimeSpan.MaxValue);
    }

    private bool Count(FaultChild child, string stage, TimeSpan since)
    {
        var hit = child.Kill();
        if (hit)
        {
            _tally.Hit(stage, since, child.Stages.Found);
        }
        else
        {
            _tally.Missed();
        }

        return hit;
    }

    private TimeSpan Whole => _lengths.Values.Aggregate(TimeSpan.Zero, (sum, length) => sum + length);

    // The program must see this through by itself: the restart takes a second or two.
    private string? RestartServer(FaultDesk desk)
    {
        using var child = desk.StartEdition();
        child.Wait(Whole * _random.NextDouble());
        var stage = child.Stages.Current;
        using (var script = Process.Start(_restart!))
        {
            script.WaitForExit();
        }

        var run = child.End();
        _tally.Restarted(stage, run.Code == 0);
        if (run.Code != 0)
        {
            Console.WriteLine(run.Error);
        }

        return null;
    }

    private FaultDesk NewDesk() => new(_setup with { Store = _database?.NewSchema() });
}
