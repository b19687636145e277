using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Language.Text;
using BriefingGen.Rendering.Json;
using BriefingGen.Rendering.Verification;
using BriefingGen.Tests.Rendering.Verification.Faults;

namespace BriefingGen.Benchmarks;

/// <summary>
/// Seeds faults into good editions and counts how many <c>verify</c> finds, by kind; what it says of the editions as they
/// are is a false alarm.
/// </summary>
internal static class VerifyFaults
{
    /// <summary>
    /// Runs <c>verify-faults EDITIONS [--articles DIR] [--seeds N] [--dump DIR]</c>: <c>EDITIONS</c> is a folder in which
    /// <c>brief.json</c> files lie, N how many faults of a kind each gets.
    /// </summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0 || !Directory.Exists(args[0]))
        {
            await Console.Error.WriteLineAsync("verify-faults EDITIONS [--articles DIR] [--seeds N] [--dump DIR]");
            return 2;
        }

        var root = Option(args, "--articles") ?? ".";
        var seeds = int.Parse(Option(args, "--seeds") ?? "1", CultureInfo.InvariantCulture);
        var dump = Option(args, "--dump");
        var tally = Enum.GetValues<FaultKind>().ToDictionary(kind => kind, _ => (Seeded: 0, Found: 0));
        var (editions, alarms) = (0, 0);
        foreach (
            var path in Directory
                .EnumerateFiles(args[0], "brief.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            var document = BriefFile.Read(path).Document;
            var unread = ImmutableArray.CreateBuilder<VerificationFailure>();
            var texts = await ArticleTexts.ReadAsync(document, root, unread, CancellationToken.None);
            var countries = BriefingPipeline.CountryNames([
                .. document.Sources.Select(one => Path.GetDirectoryName(Path.Combine(root, one.Path))!).Distinct(),
            ]);
            var good = BriefVerifier.Check(document, texts, countries);
            editions++;
            alarms += good.IsEmpty && unread.Count == 0 ? 0 : 1;
            foreach (var failure in unread.Concat(good))
            {
                Console.WriteLine($"false alarm\t{path}\t{failure}");
            }

            Seed(path, new FaultEdit(document, texts), good, countries, seeds, tally, dump);
        }

        Print(tally, editions, alarms);
        return tally.Values.Sum(one => one.Found) * 100 >= tally.Values.Sum(one => one.Seeded) * 95 && alarms == 0
            ? 0
            : 1;
    }

    private static void Seed(
        string path,
        FaultEdit edit,
        ImmutableArray<VerificationFailure> good,
        IReadOnlyDictionary<string, string> countries,
        int seeds,
        Dictionary<FaultKind, (int Seeded, int Found)> tally,
        string? dump
    )
    {
        var random = new Random(edit.Document.Statements.Length);
        var texts = edit.Articles.ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            for (var i = 0; i < seeds; i++)
            {
                if (FaultSeeder.Seed(edit, kind, random) is not { } faulty)
                {
                    break;
                }

                var found = BriefVerifier.Check(faulty, texts, countries).Except(good).Any();
                tally[kind] = (tally[kind].Seeded + 1, tally[kind].Found + (found ? 1 : 0));
                if (!found)
                {
                    Missed(path, kind, edit.Document, faulty);
                }

                if (dump is not null)
                {
                    Dump(dump, path, kind, i, faulty);
                }
            }
        }
    }

    private static void Missed(string path, FaultKind kind, BriefDocument good, BriefDocument faulty)
    {
        var before = good.Statements.ToDictionary(one => one.Id, one => one.Text);
        foreach (var statement in faulty.Statements.Where(one => before.GetValueOrDefault(one.Id) != one.Text))
        {
            var was = before.GetValueOrDefault(statement.Id) ?? string.Empty;
            var at = 0;
            while (at < was.Length && at < statement.Text.Length && was[at] == statement.Text[at])
            {
                at++;
            }

            Console.WriteLine(
                $"missed\t{kind}\t{path}\t{statement.Id}\n  was {Near(was, at)}\n  is  {Near(statement.Text, at)}"
            );
            return;
        }

        Console.WriteLine($"missed\t{kind}\t{path}");
    }

    private static string Near(string text, int at) =>
        text[Math.Max(0, Math.Min(at - 80, text.Length))..Math.Min(text.Length, at + 80)];

    private static void Dump(string folder, string path, FaultKind kind, int number, BriefDocument faulty)
    {
        Directory.CreateDirectory(folder);
        var edition = string.Join('-', path.Split(Path.DirectorySeparatorChar)[^3..^1]);
        using var file = File.Create(Path.Combine(folder, $"{kind}.{edition}.{number}.json"));
        System.Text.Json.JsonSerializer.Serialize(file, faulty, JsonBriefRenderer.Options);
    }

    private static void Print(Dictionary<FaultKind, (int Seeded, int Found)> tally, int editions, int alarms)
    {
        foreach (var (kind, (seeded, found)) in tally)
        {
            Console.WriteLine($"{kind, -20} {seeded, 5} seeded {found, 5} found");
        }

        Console.WriteLine(
            $"{"all", -20} {tally.Values.Sum(one => one.Seeded), 5} seeded {tally.Values.Sum(one => one.Found), 5} found"
        );
        Console.WriteLine($"{editions} good editions, {alarms} with false alarms");
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
