using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BriefingGen.Tests.Faults;

/// <summary>A desk in a folder of its own that the real program serves: articles, settings, a store, a schedule, a target.</summary>
internal sealed class FaultDesk : IDisposable
{
    /// <summary>The day of the edition.</summary>
    public const string Day = "2026-09-17";

    /// <summary>The morning of that day; a clock that stands still tells every try the same time.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 9, 17, 4, 30, 0, TimeSpan.Zero);

    private readonly FaultSetup _setup;

    /// <summary>Sets the desk up, with its schedule in the store.</summary>
    public FaultDesk(FaultSetup setup)
    {
        _setup = setup;
        Folder = Directory.CreateTempSubdirectory("briefgen-fault-").FullName;
        Directory.CreateDirectory(At("news"));
        Directory.CreateDirectory(At("tmp"));
        foreach (var article in setup.Articles)
        {
            File.Copy(article, At(Path.Combine("news", Path.GetFileName(article))));
        }

        File.WriteAllText(At("briefgen.json"), Settings(setup, Store).ToJsonString());
        try
        {
            setup.Prepare?.Invoke(Folder);
            AddSchedule();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The desk's folder, which the program runs in.</summary>
    public string Folder { get; }

    /// <summary>The time that the program is told.</summary>
    public DateTimeOffset Now { get; set; } = Morning;

    /// <summary>Variables of the program's environment, besides the time.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>The connection string of the store, as the settings have it.</summary>
    public string Store => _setup.Store ?? "Data Source=store/desk.db;Default Timeout=1";

    /// <summary>The file of the store, where it is SQLite.</summary>
    public string StoreFile => At("store/desk.db");

    /// <summary>A path in the desk's folder.</summary>
    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>A path as it stands in the desk's folder.</summary>
    public string NameOf(string path) => Path.GetRelativePath(Folder, path);

    /// <summary>Adds the schedule to the store.</summary>
    public void AddSchedule()
    {
        var added = Run("schedule", "add", "daily", "--cron", "30 6 * * *", "--zone", "Europe/Brussels");
        if (added.Code != 0)
        {
            throw new InvalidOperationException($"The desk could not be set up: {added.Error}");
        }
    }

    /// <summary>Runs a command behind a line of shell, such as a limit, to its end.</summary>
    public FaultRun RunBehind(string shell, params string[] args)
    {
        using var child = Start(shell, args);
        return child.End();
    }

    /// <summary>Runs a command to its end.</summary>
    public FaultRun Run(params string[] args)
    {
        using var child = Start(args);
        return child.End();
    }

    /// <summary>Starts a command.</summary>
    public FaultChild Start(params string[] args) => Start(shell: null, args);

    private FaultChild Start(string? shell, string[] args)
    {
        var variables = new Dictionary<string, string>(Environment, StringComparer.Ordinal)
        {
            ["SOURCE_DATE_EPOCH"] = Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["BRIEFGEN__LOGGING__LEVEL"] = "information",
            // What the program leaves behind where temporary files go is seen, too; the runtime's own sockets are not made.
            ["TMPDIR"] = At("tmp"),
            ["DOTNET_EnableDiagnostics"] = "0",
            // A short run is over before what the runtime learns of it could help.
            ["DOTNET_TieredPGO"] = "0",
        };
        return new FaultChild(shell, [.. Started(_setup.Program), .. args], Folder, variables);
    }

    // The program is built for this machine, the tests' folder for all: its libraries lie where the tests' own list says.
    private static string[] Started(string program)
    {
        var list = Path.Combine(Path.GetDirectoryName(program)!, "BriefingGen.Tests.deps.json");
        return File.Exists(list)
            ?
            [
                "exec",
                "--runtimeconfig",
                Path.ChangeExtension(program, ".runtimeconfig.json"),
                "--depsfile",
                list,
                program,
            ]
            : [program];
    }

    /// <summary>Starts making the edition.</summary>
    public FaultChild StartEdition() => Start("schedule", "run", "daily", "--date", Day);

    /// <summary>Makes the edition, or completes it, and says what came of it.</summary>
    public DeskOutcome Finish()
    {
        var run = Run("schedule", "run", "daily", "--date", Day);
        return new DeskOutcome(run, Files(), StoreCensus.Take(_setup.Store ?? $"Data Source={StoreFile}"));
    }

    public void Dispose()
    {
        _setup.Remove?.Invoke(Folder);
        Directory.Delete(Folder, recursive: true);
    }

    private static JsonObject Settings(FaultSetup setup, string store)
    {
        var settings = JsonNode
            .Parse(
                $$"""
                {
                  "store": {{JsonSerializer.Serialize(store)}},
                  "templates": {{JsonSerializer.Serialize(setup.Templates)}},
                  "profiles": { "default": { "inputs": ["news"], "targets": ["shelf"] } },
                  "delivery": { "targets": { "shelf": { "kind": "folder", "folder": "shelf", "formats": ["pdf", "json"], "clearance": ["TLP:RED"] } } }
                }
                """
            )!
            .AsObject();
        if (!setup.Feeds.IsEmpty)
        {
            settings["profiles"]!["default"]!["feeds"] = JsonSerializer.SerializeToNode(setup.Feeds);
            settings["fetch"] = new JsonObject
            {
                ["allowPrivateHosts"] = new JsonArray("127.0.0.1"),
                ["ports"] = new JsonArray(setup.Feeds[0].Port),
                ["timeout"] = "2s",
                ["everyHost"] = "1s",
            };
        }

        return settings;
    }

    // Every file that the program could have left, by its path; a stray one among them would show. What the desk was set
    // up with and the store's own file are none.
    private SortedDictionary<string, string> Files()
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var name = NameOf(file);
            if (
                !name.StartsWith("news" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && name != "briefgen.json"
                && file != StoreFile
            )
            {
                hashes[name] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
            }
        }

        return hashes;
    }
}

/// <summary>What a desk is set up with.</summary>
/// <param name="Program">Path of <c>briefgen.dll</c>.</param>
/// <param name="Articles">Files that it reads.</param>
/// <param name="Templates">The templates' folder.</param>
internal sealed record FaultSetup(string Program, IReadOnlyList<string> Articles, string Templates)
{
    /// <summary>Connection string of the store; null for a SQLite file in the desk's folder.</summary>
    public string? Store { get; init; }

    /// <summary>Feeds that it reads, all on one port of the loopback.</summary>
    public ImmutableArray<Uri> Feeds { get; init; } = [];

    /// <summary>What is done to the desk's folder before the program first runs; null for nothing.</summary>
    public Action<string>? Prepare { get; init; }

    /// <summary>What is done before the folder is deleted; null for nothing.</summary>
    public Action<string>? Remove { get; init; }
}
