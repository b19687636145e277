using System.Security.Cryptography;
using System.Text;
using BriefingGen.Composition.Templates;

namespace BriefingGen;

/// <summary>
/// Names what facts depend on, so that stored facts are used again only where extracting anew would give the same:
/// program, models and word lists, and the desk's own files.
/// </summary>
internal static class ExtractorIdentity
{
    // The desk's files that extraction reads; they lie in the templates' folder or in a folder of articles.
    private static readonly string[] s_files = ["taxonomy.yaml", "countries.tsv", "actors.yaml"];

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    /// <param name="templates">The templates' folder.</param>
    /// <param name="inputs">The inputs; those that are folders may hold files of the desk.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Of(string templates, IReadOnlyList<string> inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(BriefingPipeline.Tool));
        foreach (var model in BriefingPipeline.Models())
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{model.Name} {model.Sha256}"));
        }

        var files = s_files
            .Select(name => TemplateLayers.PathOf(templates, name))
            .Concat(
                inputs.Where(Directory.Exists).SelectMany(folder => s_files.Select(name => Path.Combine(folder, name)))
            );
        foreach (var file in files.Where(File.Exists))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{Path.GetFileName(file)} "));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
