using System.Text;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Sources;

/// <summary>A folder of its own for one test, gone with it.</summary>
internal sealed class SourceFolder : IDisposable
{
    public static readonly DateOnly Today = new(2031, 5, 14);

    public SourceFolder() => Root = Directory.CreateTempSubdirectory("briefgen-sources-").FullName.Replace('\\', '/');

    public string Root { get; }

    public string Write(string name, string text) => Write(name, new UTF8Encoding(false).GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = $"{Root}/{name}";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static Task<List<ReadResult>> Read(params IReadOnlyList<string> inputs) =>
        Read(new ArticleSource(), inputs, Stream.Null, new ReadOptions(Today));

    public static async Task<List<ReadResult>> Read(
        ArticleSource source,
        IReadOnlyList<string> inputs,
        Stream standardInput,
        ReadOptions options
    )
    {
        var results = new List<ReadResult>();
        await foreach (var result in source.ReadAsync(inputs, options, standardInput))
        {
            results.Add(result);
        }

        return results;
    }

    /// <summary>The one article of a file that holds this text.</summary>
    public static async Task<ReadResult> ReadOne(string name, string text)
    {
        using var folder = new SourceFolder();
        return Assert.Single(await Read(folder.Write(name, text)));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
