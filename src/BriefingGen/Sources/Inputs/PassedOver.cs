using System.Globalization;

namespace BriefingGen.Sources.Inputs;

/// <summary>Names what a folder holds besides articles, so that nobody takes a document that is not read for one that is.</summary>
internal static class PassedOver
{
    private const int MostNames = 3;
    private const int MostKinds = 12;

    // What the desk itself keeps beside articles.
    private static readonly string[] s_own = ["countries.tsv", "actors.yaml"];

    /// <summary>The note; null where nothing was passed over.</summary>
    /// <param name="folder">How the folder is shown.</param>
    /// <param name="all">All that was found below it.</param>
    public static SetAside? Note(string folder, IEnumerable<FoundInput> all)
    {
        var kinds = all.Where(found => found.SetAside is null && FileKinds.ByName(found.Path) == FileKind.Unknown)
            .Where(found => !s_own.Contains(Path.GetFileName(found.Path), StringComparer.OrdinalIgnoreCase))
            .GroupBy(found => Path.GetExtension(found.Path).ToLowerInvariant(), StringComparer.Ordinal)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => (kind.Key, Files: kind.Select(found => Path.GetFileName(found.Path)).ToList()))
            .ToList();
        if (kinds.Count == 0)
        {
            return null;
        }

        var count = kinds.Sum(kind => kind.Files.Count);
        var words = kinds.Take(MostKinds).Select(kind => Words(kind.Key, kind.Files));
        var more = kinds.Count > MostKinds ? $", and {kinds.Count - MostKinds} more kinds" : "";
        return new SetAside(
            folder,
            null,
            "passed-over",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} {(count == 1 ? "file was" : "files were")} passed over, of a kind that is not read: {string.Join(", ", words)}{more}"
            )
        );
    }

    private static string Words(string extension, List<string> files)
    {
        var kind = extension.Length == 0 ? "without extension" : Wording.OneLine(extension);
        var names = string.Join(", ", files.Take(MostNames).Select(name => Wording.OneLine(name)));
        var more = files.Count > MostNames ? $" and {files.Count - MostNames} more" : "";
        return $"{kind} ({names}{more})";
    }
}
