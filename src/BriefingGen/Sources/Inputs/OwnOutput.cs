using System.Globalization;

namespace BriefingGen.Sources.Inputs;

/// <summary>
/// Knows the briefs that lie below the output folder, so that a run never reads what an earlier one wrote. An edition's
/// folder is <c>OUTPUT/DATE</c> or <c>OUTPUT/SCHEDULE/DATE</c>; its files are <c>brief.*</c>.
/// </summary>
/// <param name="output">The output folder; null for none.</param>
/// <param name="realPath">Resolves links.</param>
internal sealed class OwnOutput(string? output, RealPath realPath)
{
    private readonly string? _folder = output is null ? null : realPath.Of(output);

    /// <summary>True for the output folder itself where it lies below a given one, and for an edition's folder anywhere in it.</summary>
    /// <param name="folder">A folder, its links resolved.</param>
    /// <param name="root">The folder that was given, its links resolved.</param>
    public bool Holds(string folder, string root) =>
        _folder is not null
        && (
            string.Equals(folder, _folder, StringComparison.Ordinal)
                && !string.Equals(folder, root, StringComparison.Ordinal)
            || IsEdition(folder)
        );

    /// <summary>True for a file of a brief.</summary>
    /// <param name="file">A file, its links resolved.</param>
    public bool IsBrief(string file) =>
        Path.GetFileName(file).StartsWith("brief.", StringComparison.Ordinal)
        && Path.GetDirectoryName(file) is { } folder
        && IsEdition(folder);

    private bool IsEdition(string folder)
    {
        if (_folder is null)
        {
            return false;
        }

        var parts = Path.GetRelativePath(_folder, folder).Split(Path.DirectorySeparatorChar);
        return parts.Length is 1 or 2
            && parts[0] is not ".."
            && DateOnly.TryParseExact(
                parts[^1],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            );
    }
}
