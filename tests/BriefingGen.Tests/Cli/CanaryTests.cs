using BriefingGen.Cli;
using BriefingGen.Storage;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Cli;

/// <summary>
/// Secrets stand in every place that takes one, and every command is walked with them, failures included: none of them is
/// printed, logged, told in an alert or written into a page.
/// </summary>
public sealed class CanaryTests : IDisposable
{
    private const string Canary = "c4n4ry";

    private readonly CliRunner _cli = new();

    public void Dispose() => _cli.Dispose();

    public static TheoryData<string> Stores() =>
        [
            "sqlite:desk.db",
            $"postgres://desk:{Canary}-address@127.0.0.1:port/briefs",
            $"postgres://desk:{Canary}-slash/@ddress@/briefs?sslmode=never",
            $"Host=127.0.0.1;Username=desk;Password={Canary}-keyed;No Such Key=1",
            $"postgres://127.0.0.1:port/briefs?password={Canary}-query",
            $"{Canary}://desk:{Canary}-scheme@127.0.0.1/briefs",
        ];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task No_command_tells_a_secret(string store)
    {
        Desk(store);
        string[][] commands =
        [
            ["config", "show"],
            ["config", "show", "--origin"],
            ["config", "show", "--json"],
            ["config", "validate"],
            ["doctor"],
            ["doctor", "--json"],
            ["schedule", "add", "daily", "--cron", "0 6 * * *", "--zone", "UTC", "--profile", "desk"],
            ["schedule", "list"],
            ["schedule", "next", "daily"],
            ["schedule", "run", "daily"],
            ["schedule", "run", "daily", "--again"],
            ["schedule", "run", "daily", "--due"],
            ["schedule", "history", "daily", "--json"],
            ["ingest", _cli.At("news"), "-t", CliRunner.Templates],
            ["brief", "-t", CliRunner.Templates, "--output", _cli.At("briefs"), "--formats", "json"],
            [
                "run",
                _cli.At("news"),
                $"ftp://me:{Canary}-input@news.example/a",
                "-t",
                CliRunner.Templates,
                "--output",
                _cli.At("briefs"),
                "--formats",
                "json,html,md",
            ],
            ["search", "harbour"],
            ["backup", _cli.At($"no-such/{Canary}-path=1/backup.zip")],
            ["restore", _cli.At("news/a.txt")],
            ["serve", "--parallel", "none", $"--store=postgres://me:{Canary}-misuse@h/d"],
            ["run", _cli.At("news"), $"--stroe=Host=h;Password={Canary}-typo"],
            [
                "verify",
                _cli.At("briefs/2026-09-17/brief.json"),
                "--store",
                $"postgres://me:{Canary}-verify@127.0.0.1:port/d",
            ],
        ];
        foreach (var command in commands)
        {
            var (code, said) = await SayAsync(command);
            // What a command is given as an argument of its own, and is no secret, may be said.
            Assert.False(Tells(said), $"{string.Join(' ', command)} ({code}): {said}");
        }

        foreach (
            var file in Directory.EnumerateFiles(_cli.Folder, "*", SearchOption.AllDirectories).Where(IsForReaders)
        )
        {
            Assert.False(Tells(await File.ReadAllTextAsync(file)), file);
        }
    }

    [Theory]
    [InlineData("postgres://desk@127.0.0.1:5432/briefs")]
    [InlineData("Host=127.0.0.1;Username=desk;Database=briefs")]
    public async Task A_password_that_stands_elsewhere_goes_with_both_forms_of_a_connection(string connection)
    {
        await using var store = StoreFactory.Open(connection, TimeProvider.System, $"{Canary}-elsewhere");

        Assert.False(Tells(store.Location), store.Location);
        Assert.EndsWith("briefs", store.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_turns_up_in_an_errors_words_is_masked()
    {
        Desk("sqlite:desk.db");
        var (_, said) = await SayAsync(["schedule", "run", $"{Canary}-target"]);

        Assert.False(Tells(said), said);
        Assert.Contains("***", said, StringComparison.Ordinal);
    }

    private static bool Tells(string text) =>
        text.Contains(Canary + "-", StringComparison.OrdinalIgnoreCase)
        && !text.Contains(Canary + "-path", StringComparison.Ordinal);

    private bool IsForReaders(string file) =>
        !file.EndsWith("briefgen.json", StringComparison.Ordinal)
        && !file.EndsWith("secret.txt", StringComparison.Ordinal)
        && !Path.GetFileName(file).StartsWith("desk.db", StringComparison.Ordinal);

    private void Desk(string store)
    {
        _cli.Write(
            "news/a.txt",
            "The harbour\n20260916\n\nThe harbour of Osterby opened on Tuesday, Pavo Renn said.\n"
        );
        _cli.Write("secret.txt", $"{Canary}-file\n");
        _cli.Write(
            "briefgen.json",
            $$"""
            {
              "store": "{{store}}",
              "storePassword": "env:DESK_PASSWORD",
              "output": "briefs",
              "alerts": { "file": "alerts.jsonl", "webhookSecret": "file:secret.txt" },
              "heartbeat": { "url": "https://me:{{Canary}}-beat@127.0.0.1:1/beat?token={{Canary}}-token" },
              "telemetry": { "endpoint": "http://me:{{Canary}}-otlp@127.0.0.1:1" },
              "profiles": {
                "desk": {
                  "inputs": ["news"],
                  "feeds": ["https://me:{{Canary}}-feed@localhost:1/rss?api_key={{Canary}}-key"],
                  "templates": "{{CliRunner.Templates.Replace("\\", "/", StringComparison.Ordinal)}}",
                  "formats": ["json", "html"],
                  "targets": ["folder"]
                }
              },
              "delivery": {
                "targets": {
                  "folder": { "kind": "folder", "folder": "secret.txt/not-a-folder", "formats": ["html"], "clearance": ["TLP:RED"], "attempts": 1 },
                  "mail": { "kind": "email", "host": "127.0.0.1", "port": 1, "from": "a@desk.example", "to": ["b@desk.example"], "user": "me", "password": "env:DESK_TARGET", "clearance": ["TLP:RED"] },
                  "hook": { "kind": "webhook", "url": "https://me:{{Canary}}-hook@127.0.0.1:1/x?sig={{Canary}}-sig", "secret": "env:DESK_TARGET", "clearance": ["TLP:RED"] }
                }
              }
            }
            """
        );
    }

    private async Task<(int Code, string Said)> SayAsync(string[] command)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new CliHost(
            output,
            error,
            () => Stream.Null,
            new FakeTimeProvider(CliRunner.Morning),
            ErrorIsTerminal: false,
            Color: false
        )
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DESK_PASSWORD"] = $"{Canary}-password",
                ["DESK_TARGET"] = $"{Canary}-target",
                ["BRIEFGEN__Alerts__Webhook"] = $"https://127.0.0.1:1/hook?token={Canary}-env",
            },
        };
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var code = await BriefgenCommand.RunAsync(
            [.. command, "--config", _cli.At("briefgen.json")],
            host,
            limit.Token
        );
        return (code, output.ToString() + error);
    }
}
