using System.Text;
using BriefingGen.Cli;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Cli;

/// <summary>Runs command lines in process, with a clock that stands still and a folder of its own.</summary>
public sealed class CliRunner : IDisposable
{
    public static readonly DateTimeOffset Morning = new(2026, 9, 17, 4, 30, 0, TimeSpan.Zero);

    public CliRunner()
    {
        Folder = Directory.CreateTempSubdirectory("briefgen-cli-").FullName;
    }

    public string Folder { get; }

    public static string Root { get; } = FindRoot();

    public static string Templates => Path.Combine(Root, "templates", "daily");

    public static string Samples => Path.Combine(Root, "samples", "articles");

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string At(string name) => Path.Combine(Folder, name);

    public static Task<CliResult> RunAsync(params string[] args) => RunAsync(args, "", CancellationToken.None);

    public static async Task<CliResult> RunAsync(string[] args, string input, CancellationToken cancellationToken)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CliHost(
            output,
            error,
            () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            new FakeTimeProvider(Morning),
            ErrorIsTerminal: false,
            Color: false
        );
        var code = await BriefgenCommand.RunAsync(args, host, cancellationToken);
        return new CliResult(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BriefingGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run below the folder of BriefingGen.sln.");
    }
}

/// <summary>What a command line gave.</summary>
public sealed record CliResult(int Code, string Out, string Error);
