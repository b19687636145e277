namespace BriefingGen.Sources.Inputs;

/// <summary>Where a path leads once every link in it is resolved. One instance serves one reading.</summary>
internal sealed class RealPath
{
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    /// <summary>The path without links; as it is where a link leads nowhere.</summary>
    public string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (_folders.TryGetValue(full, out var known))
        {
            return known;
        }

        var parent = Path.GetDirectoryName(full);
        if (parent is null)
        {
            return full;
        }

        var joined = Path.Join(Of(parent), Path.GetFileName(full));
        var real = Target(joined) is { } target ? Of(target) : joined;
        if (Directory.Exists(real))
        {
            _folders[full] = real;
        }

        return real;
    }

    private static string? Target(string path)
    {
        try
        {
            // The final target is asked for at once: a ring of links ends in an exception, not in a long walk.
            return new FileInfo(path).LinkTarget is null
                ? null
                : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
