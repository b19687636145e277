using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace BriefingGen.Tests.Faults;

/// <summary>A desk in a folder of its own that the real program serves: articles, settings, a store, a schedule, a target.</summary>
internal sealed class KillDesk : IDisposable
{
    private const string Day = "2026-09-17";

    // The morning of the edition's day; with a clock that stands still, every try tells the same time.
    private const string Epoch = "1789619400";

    private readonly string _program;
    private readonly string _folder = Directory.CreateTempSubdirectory("briefgen-kill-").FullName;

    /// <summary>Sets the desk up.</summary>
    /// <param name="program">Path of <c>briefgen.dll</c>.</param>
    /// <param name="articles">Files that it reads.</param>
    /// <param name="templates">The templates' folder.</param>
    public KillDesk(string program, IEnumerable<string> articles, string templates)
    {
        _program = program;
        Directory.CreateDirectory(Path.Combine(_folder, "news"));
        foreach (var article in articles)
        {
            File.Copy(article, Path.Combine(_folder, "news", Path.GetFileName(article)));
        }

        File.WriteAllText(
            Path.Combine(_folder, "briefgen.json"),
            $$"""
            {
              "templates": {{System.Text.Json.JsonSerializer.Serialize(templates)}},
              "profiles": { "default": { "inputs": ["news"], "targets": ["shelf"] } },
              "delivery": { "targets": { "shelf": { "kind": "folder", "folder": "shelf", "formats": ["pdf", "json"], "clearance": ["TLP:RED"] } } }
            }
            """
        );
        Run("schedule", "add", "daily", "--cron", "30 6 * * *", "--zone", "Europe/Brussels");
    }

    /// <summary>Makes the edition without disturbance and says what came of it.</summary>
    public KillResult Finish()
    {
        var (code, error) = Run("schedule", "run", "daily", "--date", Day);
        return new KillResult(code, error, Hashes(), Count());
    }

    /// <summary>Starts making the edition and kills the process (SIGKILL) after a time, or at a word of its log.</summary>
    /// <returns>True where it was killed, false where it had ended before.</returns>
    public bool Kill(TimeSpan after, string? atWord)
    {
        using var process = Start("schedule", "run", "daily", "--date", Day);
        using var seen = new ManualResetEventSlim();
        process.ErrorDataReceived += (_, line) =>
        {
            if (atWord is not null && line.Data?.Contains(atWord, StringComparison.Ordinal) == true)
            {
                seen.Set();
            }
        };
        process.BeginErrorReadLine();
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        seen.Wait(after);
        var killed = !process.HasExited;
        process.Kill();
        process.WaitForExit();
        return killed;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int Code, string Error) Run(params string[] args)
    {
        using var process = Start(args);
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error.Result);
    }

    private Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = _folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(_program);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["SOURCE_DATE_EPOCH"] = Epoch;
        start.Environment["BRIEFGEN__LOGGING__LEVEL"] = "information";
        return Process.Start(start)!;
    }

    // Every file that a reader could find, by its path; a stray temporary file among them would show.
    private SortedDictionary<string, string> Hashes()
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in new[] { "output", "shelf" }.Select(name => Path.Combine(_folder, name)))
        {
            foreach (
                var file in Directory.Exists(part) ? Directory.GetFiles(part, "*", SearchOption.AllDirectories) : []
            )
            {
                hashes[Path.GetRelativePath(_folder, file)] = Convert.ToHexStringLower(
                    SHA256.HashData(File.ReadAllBytes(file))
                );
            }
        }

        return hashes;
    }

    // Articles and facts in the store, as a second ingest counts them: nothing new, and as many as there are.
    private string Count()
    {
        var start = Start("ingest", "news", "--json");
        var text = start.StandardOutput.ReadToEnd();
        start.WaitForExit();
        start.Dispose();
        using var json = System.Text.Json.JsonDocument.Parse(text);
        var root = json.RootElement;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{root.GetProperty("articles").GetInt32()} articles, {root.GetProperty("added").GetInt32()} added again"
        );
    }
}

/// <summary>What a desk came to.</summary>
/// <param name="Code">Exit code of the last run.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Files">SHA-256 of every file of the edition and of the target, by path.</param>
/// <param name="Store">What the store holds, in words.</param>
internal sealed record KillResult(int Code, string Error, SortedDictionary<string, string> Files, string Store)
{
    /// <summary>What differs from an undisturbed desk; null where nothing does.</summary>
    public string? Difference(KillResult undisturbed) =>
        Code != 0 ? $"exit code {Code}: {Error}"
        : Store != undisturbed.Store ? $"the store has {Store}, not {undisturbed.Store}"
        : !Files.SequenceEqual(undisturbed.Files)
            ? "files differ: "
                + string.Join(
                    ", ",
                    Files.Except(undisturbed.Files).Concat(undisturbed.Files.Except(Files)).Select(f => f.Key)
                )
        : null;
}
