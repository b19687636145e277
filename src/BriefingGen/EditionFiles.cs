using System.Collections.Immutable;
using System.Security.Cryptography;
using BriefingGen.Storage;

namespace BriefingGen;

/// <summary>The files of an edition on disk beside what the store says of them.</summary>
internal static class EditionFiles
{
    /// <summary>Names and hashes of files.</summary>
    public static ImmutableArray<EditionFile> Of(IEnumerable<string> paths) =>
        [.. paths.Select(path => new EditionFile(Path.GetFileName(path), HashOf(path)))];

    /// <summary>True where every file is there with the bytes that the store knows.</summary>
    public static bool AreWhole(StoredEdition edition) =>
        edition.Folder is { } folder
        && edition.Files.All(file =>
        {
            var path = Path.Combine(folder, file.Name);
            return File.Exists(path) && string.Equals(HashOf(path), file.Sha256, StringComparison.Ordinal);
        });

    private static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
