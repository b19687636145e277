namespace BriefingGen.Sources.Inputs;

/// <summary>All files below a folder in ordinal order of their names, hidden ones left out; never round a loop of links.</summary>
/// <param name="realPath">Resolves links.</param>
/// <param name="scope">Which of what it finds are inputs.</param>
/// <param name="depth">How many folders deep to look, at least 1; deeper ones are passed over.</param>
internal sealed class FolderWalk(RealPath realPath, InputScope scope, int depth = int.MaxValue)
{
    // No archive of articles nests deeper.
    private const int MaxDepth = 64;

    private readonly OwnOutput _own = new(scope.Output, realPath);
    private string _root = string.Empty;

    /// <summary>Files found and folders that could not be walked.</summary>
    /// <param name="root">The folder on disk.</param>
    /// <param name="shown">How the folder is shown; empty for none.</param>
    public IEnumerable<FoundInput> Walk(string root, string shown)
    {
        _root = realPath.Of(root);
        return _own.Holds(_root, _root)
            ? []
            // Folders seen on any way are walked once: links side by side could otherwise multiply without end.
            : Walk(root, shown, [_root], new HashSet<string>(StringComparer.Ordinal) { _root });
    }

    private IEnumerable<FoundInput> Walk(string folder, string shown, List<string> above, HashSet<string> seen)
    {
        FileSystemInfo[] entries;
        SetAside? failure = null;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            entries = [];
            failure = new SetAside(
                shown,
                null,
                "unreadable",
                $"cannot be listed: {Wording.OneLine(exception.Message)}"
            );
        }

        if (failure is not null)
        {
            yield return new FoundInput(shown, null, failure);
        }

        Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var entry in entries)
        {
            if (entry.Name.StartsWith('.'))
            {
                continue;
            }

            var name = shown.Length == 0 ? entry.Name : $"{shown.TrimEnd('/')}/{entry.Name}";
            if (!scope.FollowLinks && entry.LinkTarget is not null && LeadsOut(entry.FullName))
            {
                yield return new FoundInput(name, null, LinkOut(name));
                continue;
            }

            if (!Directory.Exists(entry.FullName))
            {
                yield return new FoundInput(name, realPath.Of(entry.FullName), null);
                continue;
            }

            foreach (var found in Enter(entry.FullName, name, above, seen))
            {
                yield return found;
            }
        }
    }

    private bool LeadsOut(string link)
    {
        var real = realPath.Of(link);
        return !string.Equals(real, _root, StringComparison.Ordinal)
            && !real.StartsWith(
                Path.EndsInDirectorySeparator(_root) ? _root : _root + Path.DirectorySeparatorChar,
                StringComparison.Ordinal
            );
    }

    private static SetAside LinkOut(string name) =>
        new(
            name,
            null,
            "link-out",
            "is a link that leads out of the given folder; it is followed with --follow-links only (setting followLinks)"
        );

    private IEnumerable<FoundInput> Enter(string folder, string shown, List<string> above, HashSet<string> seen)
    {
        if (above.Count >= depth)
        {
            return [];
        }

        var real = realPath.Of(folder);
        if (above.Contains(real, StringComparer.Ordinal))
        {
            return
            [
                new FoundInput(
                    shown,
                    null,
                    new SetAside(shown, null, "link-loop", "is a link to a folder above it; it is not followed")
                ),
            ];
        }

        if (_own.Holds(real, _root) || !seen.Add(real))
        {
            return [];
        }

        if (above.Count >= MaxDepth)
        {
            return
            [
                new FoundInput(shown, null, new SetAside(shown, null, "too-deep", "lies more than 64 folders deep")),
            ];
        }

        return Walk(folder, shown, [.. above, real], seen);
    }
}
