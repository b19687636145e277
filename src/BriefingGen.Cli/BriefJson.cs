using System.Text.Json;
using BriefingGen.Sources;

namespace BriefingGen.Cli;

/// <summary>Looks things up in a finished <c>brief.json</c>.</summary>
internal static class BriefJson
{
    private const long MaxBytes = 1L << 30;

    /// <summary>The newest <c>brief.json</c> below a folder of editions; null where there is none.</summary>
    public static string? Newest(string output) =>
        Directory.Exists(output)
            ? Directory
                .EnumerateDirectories(output)
                .OrderDescending(StringComparer.Ordinal)
                .Select(folder => Path.Combine(folder, "brief.json"))
                .FirstOrDefault(File.Exists)
            : null;

    /// <summary>Reads a brief.</summary>
    /// <exception cref="ConfigurationException">The file is not there, or is no brief of ours.</exception>
    public static JsonDocument Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                throw new ConfigurationException($"{path}: larger than any brief.");
            }

            using var stream = File.OpenRead(path);
            return JsonDocument.Parse(stream);
        }
        catch (JsonException exception)
        {
            throw new ConfigurationException($"{path}: is no brief.json: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path}: cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Ids of a brief's articles.</summary>
    /// <param name="brief">The brief, in any format, with its <c>brief.json</c> beside it.</param>
    /// <exception cref="ConfigurationException">The <c>brief.json</c> is not there, or is no brief of ours.</exception>
    public static IReadOnlyList<string> ArticleIds(string brief)
    {
        using var document = Read(Path.ChangeExtension(brief, ".json"));
        var root = document.RootElement;
        var earlier = root.TryGetProperty("earlier", out var before) && before.ValueKind == JsonValueKind.Object;
        return [.. ArticleIds(root), .. earlier ? ArticleIds(before) : []];
    }

    private static IEnumerable<string> ArticleIds(JsonElement brief) =>
        brief.TryGetProperty("sources", out var sources) && sources.ValueKind == JsonValueKind.Array
            ? sources
                .EnumerateArray()
                .Select(source => source.TryGetProperty("article", out var id) ? id.GetString() : null)
                .OfType<string>()
            : [];

    /// <summary>Where to look for the articles of a brief none of which lies below a folder; null where one does.</summary>
    /// <param name="brief">The brief, in any format.</param>
    /// <param name="root">The folder that relative paths start from.</param>
    public static string? ArticleHint(string brief, string root)
    {
        var json = Path.ChangeExtension(brief, ".json");
        if (!File.Exists(json))
        {
            return null;
        }

        var paths = ArticlePaths(json);
        if (paths.Count == 0 || paths.Any(path => File.Exists(Path.Combine(root, path))))
        {
            return null;
        }

        // The output folder mostly lies in the folder that the brief was made in.
        var at = Path.GetDirectoryName(Path.GetFullPath(json));
        while (at is not null && !File.Exists(Path.Combine(at, paths[0])))
        {
            at = Path.GetDirectoryName(at);
        }

        return $"none of its {paths.Count} articles lies where it says, seen from '{root}' (the first: {paths[0]}); "
            + (
                at is null
                    ? "name the folder that it was made in with --articles DIR, or the store that keeps them with --store."
                    : $"they lie below the folder that it was made in: --articles {Path.GetRelativePath(Environment.CurrentDirectory, at)}"
            );
    }

    private static List<string> ArticlePaths(string json)
    {
        using var document = Read(json);
        return
            document.RootElement.TryGetProperty("sources", out var sources) && sources.ValueKind == JsonValueKind.Array
            ?
            [
                .. sources
                    .EnumerateArray()
                    .Select(source => source.TryGetProperty("path", out var at) ? at.GetString() : null)
                    .OfType<string>(),
            ]
            : [];
    }

    /// <summary>The folders that a brief's articles came from, where its <c>brief.json</c> says so.</summary>
    /// <param name="brief">The brief, in any format.</param>
    /// <param name="root">The folder that relative paths start from.</param>
    public static IReadOnlyList<string> ArticleFolders(string brief, string root)
    {
        var path = Path.ChangeExtension(brief, ".json");
        if (!File.Exists(path))
        {
            return [root];
        }

        using var document = Read(path);
        return
            document.RootElement.TryGetProperty("sources", out var sources) && sources.ValueKind == JsonValueKind.Array
            ?
            [
                .. sources
                    .EnumerateArray()
                    .Select(source => source.TryGetProperty("path", out var at) ? at.GetString() : null)
                    .OfType<string>()
                    .Select(at => Path.GetDirectoryName(Path.Combine(root, at)) ?? root)
                    .Distinct(StringComparer.Ordinal),
            ]
            : [root];
    }
}
