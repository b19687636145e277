using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BriefingGen.Composition.Templates;
using BriefingGen.Extraction.Topics;

namespace BriefingGen.Composition;

/// <summary>A folder of templates, read and checked: profile, theme, judgements and the template files. Immutable.</summary>
public sealed class TemplateSet
{
    private const int FileLimit = 300;
    private const long SizeLimit = 1_000_000;

    private readonly ImmutableSortedDictionary<string, string> _texts;

    private TemplateSet(ImmutableSortedDictionary<string, string> texts, ImmutableArray<ManifestFile> files)
    {
        _texts = texts;
        Files = files;
        Taxonomy = Find(TaxonomyLoader.FileName) is { } taxonomy
            ? TaxonomyLoader.Read(new StringReader(taxonomy), TaxonomyLoader.FileName)
            : null;
        Profile = ProfileReader.Read(
            "profile.yaml",
            Required("profile.yaml"),
            texts.Keys.ToHashSet(StringComparer.Ordinal),
            Taxonomy
        );
        Theme = Find("theme.yaml") is { } theme ? ThemeReader.Read("theme.yaml", theme, Find) : ThemeReader.Default;
        Judgements = Find("judgements.yaml") is { } judgements
            ? ProfileReader.Judgements("judgements.yaml", judgements)
            : [];
    }

    /// <summary>The topics; null where the folder has no <c>taxonomy.yaml</c>.</summary>
    public Taxonomy? Taxonomy { get; }

    /// <summary>What a brief holds.</summary>
    public Profile Profile { get; }

    /// <summary>How it looks.</summary>
    public Theme Theme { get; }

    /// <summary>What analysts judge; empty where the folder has no <c>judgements.yaml</c>.</summary>
    public ImmutableArray<Judgement> Judgements { get; }

    /// <summary>Every file of the folder with the SHA-256 of its bytes, ordered by name.</summary>
    public ImmutableArray<ManifestFile> Files { get; }

    /// <summary>Reads a folder. Hidden files and links are left out.</summary>
    /// <param name="folder">The folder; it must hold <c>profile.yaml</c>.</param>
    /// <exception cref="TemplateException">The folder or a file in it is missing, too large, not UTF-8 or says something that is not known.</exception>
    public static TemplateSet Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        try
        {
            return Read(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TemplateException(folder, 0, 0, e.Message, e);
        }
    }

    /// <summary>The text of a file; null where the folder has none of that name.</summary>
    internal string? Find(string name) => _texts.GetValueOrDefault(name);

    /// <summary>The texts of all files.</summary>
    internal IEnumerable<string> Texts => _texts.Values;

    /// <summary>Names of the template files, ordered.</summary>
    internal IEnumerable<string> TemplateNames =>
        _texts.Keys.Where(name => name.EndsWith(".sbn", StringComparison.Ordinal));

    private static TemplateSet Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new TemplateException(folder, 0, 0, "there is no such template folder");
        }

        var paths = PathsOf(folder);
        if (TemplateLayers.BaseOf(folder) is { } shared)
        {
            var own = paths.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
            paths =
            [
                .. paths
                    .Concat(
                        SharedOf(shared).Where(file => TemplateLayers.IsShared(file.Name) && !own.Contains(file.Name))
                    )
                    .OrderBy(file => file.Name, StringComparer.Ordinal),
            ];
        }

        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<ManifestFile>(paths.Count);
        foreach (var (path, name) in paths)
        {
            var bytes = Bytes(path, name);
            files.Add(new ManifestFile(name, Convert.ToHexStringLower(SHA256.HashData(bytes))));
            if (Path.GetExtension(name) is ".yaml" or ".sbn" or ".svg")
            {
                texts[name] = Text(bytes, name);
            }
        }

        return new TemplateSet(texts.ToImmutable(), files.ToImmutable());
    }

    private static List<(string Path, string Name)> SharedOf(string shared) =>
        Directory.Exists(shared)
            ? PathsOf(shared)
            : throw new TemplateException(
                "profile.yaml",
                0,
                0,
                $"base: there is no folder \"{Path.GetFileName(shared)}\" beside this one"
            );

    private static List<(string Path, string Name)> PathsOf(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 3,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        var paths = Directory
            .EnumerateFiles(folder, "*", options)
            .Take(FileLimit + 1)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => !file.Name.Split('/').Any(part => part.StartsWith('.')))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        return paths.Count <= FileLimit
            ? paths
            : throw new TemplateException(folder, 0, 0, $"holds more than {FileLimit} files");
    }

    private static byte[] Bytes(string path, string name) =>
        new FileInfo(path).Length <= SizeLimit
            ? File.ReadAllBytes(path)
            : throw new TemplateException(name, 0, 0, $"is larger than {SizeLimit} bytes");

    private static string Text(byte[] bytes, string name)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException e)
        {
            throw new TemplateException(name, 0, 0, "is not UTF-8", e);
        }
    }

    private string Required(string name) =>
        Find(name) ?? throw new TemplateException(name, 0, 0, "the template folder has no such file");
}
