using System.Diagnostics;
using System.Globalization;
using BriefingGen.Tests.Faults;

namespace BriefingGen.Benchmarks;

/// <summary>
/// Kills the real program at random times (SIGKILL) while it makes an edition, lets the next run complete it, and compares
/// every byte with an undisturbed edition.
/// </summary>
internal static class KillRuns
{
    /// <summary>Runs <c>kill-runs [TIMES] [SEED]</c>.</summary>
    /// <returns>0 where every edition was recovered.</returns>
    public static int Run(string[] args)
    {
        var times = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
        var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        var random = new Random(seed);
        var root = SampleTexts.Root;
        var program = Path.Combine(root, "src/BriefingGen.Cli/bin/Release/net10.0/briefgen.dll");
        var articles = Directory
            .GetFiles(Path.Combine(root, "samples/articles"), "*.txt")
            .Order(StringComparer.Ordinal)
            .Take(6)
            .ToArray();
        var templates = Path.Combine(root, "templates/daily");
        using var calm = new KillDesk(program, articles, templates);
        var watch = Stopwatch.StartNew();
        var undisturbed = calm.Finish();
        var length = watch.Elapsed;
        if (undisturbed.Code != 0)
        {
            Console.Error.WriteLine(undisturbed.Error);
            return 1;
        }

        var (kills, recovered) = (0, 0);
        for (var i = 0; i < times; )
        {
            // Each desk is killed one to three times before it may finish.
            using var desk = new KillDesk(program, articles, templates);
            for (var n = random.Next(1, 4); n > 0 && i < times; n--)
            {
                var killed = desk.Kill(length * random.NextDouble(), atWord: null);
                kills += killed ? 1 : 0;
                i++;
            }

            var problem = desk.Finish().Difference(undisturbed);
            recovered += problem is null ? 1 : 0;
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{i} of {times}: {kills} killed; {problem ?? "recovered"}")
            );
            if (problem is not null)
            {
                return 1;
            }
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kills} kills (of {times} tries, the others had ended), {recovered} editions, all with the bytes of the undisturbed one; seed {seed}"
            )
        );
        return 0;
    }
}
