using System.IO.Enumeration;

namespace BriefingGen.Sources.Inputs;

/// <summary>A path with <c>*</c> and <c>?</c> within a name and <c>**</c> for any folders.</summary>
internal sealed class PathPattern
{
    private readonly string[] _names;

    private PathPattern(string folder, string[] names)
    {
        Folder = folder;
        _names = names;
    }

    /// <summary>The folder above the first name with a wildcard, as written; empty for the current one.</summary>
    public string Folder { get; }

    /// <summary>How many folders deep a match can lie, the first being 1.</summary>
    public int Depth => _names.Contains("**", StringComparer.Ordinal) ? int.MaxValue : _names.Length;

    /// <summary>Reads a pattern; null for a path without wildcards.</summary>
    public static PathPattern? Read(string input)
    {
        var parts = input.Replace('\\', '/').Split('/');
        var first = Array.FindIndex(parts, static part => part.AsSpan().ContainsAny('*', '?'));
        if (first < 0)
        {
            return null;
        }

        var folder = string.Join('/', parts[..first]);
        return new PathPattern(first > 0 && folder.Length == 0 ? "/" : folder, parts[first..]);
    }

    /// <summary>True where a path below <see cref="Folder"/>, <c>/</c> between names, fits.</summary>
    public bool Matches(string path) => Matches(path.Split('/'), _names);

    private static bool Matches(ReadOnlySpan<string> path, ReadOnlySpan<string> pattern)
    {
        if (pattern.IsEmpty)
        {
            return path.IsEmpty;
        }

        if (pattern[0] == "**")
        {
            // Two in a row say the same as one, and would multiply the ways to look.
            while (pattern.Length > 1 && pattern[1] == "**")
            {
                pattern = pattern[1..];
            }

            for (var skip = 0; skip <= path.Length; skip++)
            {
                if (pattern.Length == 1 ? skip < path.Length : Matches(path[skip..], pattern[1..]))
                {
                    return true;
                }
            }

            return false;
        }

        return !path.IsEmpty
            && FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false)
            && Matches(path[1..], pattern[1..]);
    }
}
