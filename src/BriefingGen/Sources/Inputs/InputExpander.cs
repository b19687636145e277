using System.Collections.Immutable;

namespace BriefingGen.Sources.Inputs;

/// <summary>Turns what the user named into files, each once, in order.</summary>
internal static class InputExpander
{
    /// <summary>The files and obstacles, in the order of the inputs.</summary>
    public static IReadOnlyList<FoundInput> Expand(IReadOnlyList<string> inputs, ReadOptions options)
    {
        var found = new List<FoundInput>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var realPath = new RealPath();
        foreach (var input in inputs)
        {
            foreach (var file in ExpandOne(input, options, realPath))
            {
                Add(file, found, places);
            }
        }

        return found;
    }

    private static void Add(FoundInput file, List<FoundInput> found, Dictionary<string, int> places)
    {
        var key = file.SetAside is null ? file.RealPath ?? file.Address?.AbsoluteUri ?? file.Path : null;
        if (key is null || places.TryAdd(key, found.Count))
        {
            found.Add(file);
            return;
        }

        var first = found[places[key]];
        var note = new SetAside(file.Path, null, "same-file", $"is the file {first.Path}; it is read once");
        found[places[key]] = first with { Repeats = first.Repeats.Add(note) };
    }

    private static IEnumerable<FoundInput> ExpandOne(string input, ReadOptions options, RealPath realPath)
    {
        if (input == "-")
        {
            return [new FoundInput("-", null, null)];
        }

        if (string.IsNullOrWhiteSpace(input) || input.Contains('\0', StringComparison.Ordinal))
        {
            return [Obstacle(Wording.OneLine(input), "bad-path", "is not a path")];
        }

        if (input.Contains("://", StringComparison.Ordinal) && !File.Exists(input))
        {
            return
            [
                WebAddress.Read(input) is { } address
                    ? new FoundInput(Redactor.Shapes(Wording.OneLine(input)), null, null) { Address = address }
                    : Obstacle(
                        Redactor.Shapes(Wording.OneLine(input)),
                        "bad-address",
                        "is not an address that can be read (expected http or https)"
                    ),
            ];
        }

        var shown = Shown(input);
        if (File.Exists(input))
        {
            var real = realPath.Of(input);
            return
            [
                new OwnOutput(options.Scope.Output, realPath).IsBrief(real)
                    ? Obstacle(shown, "own-output", "is a brief below the output folder, which is no input")
                    : new FoundInput(shown, real, null),
            ];
        }

        if (Directory.Exists(input))
        {
            return Folder(input, shown, new FolderWalk(realPath, options.Scope));
        }

        return PathPattern.Read(input) is { } pattern
            ? Matches(shown, pattern, new FolderWalk(realPath, options.Scope, pattern.Depth))
            : [Obstacle(shown, "not-found", "does not exist")];
    }

    private static ImmutableArray<FoundInput> Folder(string folder, string shown, FolderWalk walk)
    {
        var all = walk.Walk(folder, shown).ToList();
        ImmutableArray<FoundInput> kept =
        [
            .. all.Where(static f => f.SetAside is not null || FileKinds.ByName(f.Path) != FileKind.Unknown),
        ];
        var passed = PassedOver.Note(shown, all);
        if (kept.IsEmpty)
        {
            var others = passed is null ? "" : $"; {passed.Message}";
            return
            [
                Obstacle(shown, "no-match", $"holds no file that can be read (expected {FileKinds.Known}){others}"),
            ];
        }

        return passed is null ? kept : kept.SetItem(0, kept[0] with { Repeats = kept[0].Repeats.Add(passed) });
    }

    private static ImmutableArray<FoundInput> Matches(string shown, PathPattern pattern, FolderWalk walk)
    {
        var folder = pattern.Folder.Length == 0 ? "." : pattern.Folder;
        ImmutableArray<FoundInput> kept = [];
        if (Directory.Exists(folder))
        {
            var skip = pattern.Folder.Length == 0 ? 0 : pattern.Folder.TrimEnd('/').Length + 1;
            kept =
            [
                .. walk.Walk(folder, pattern.Folder)
                    .Where(f => f.SetAside is null or { Code: "link-out" } && pattern.Matches(f.Path[skip..])),
            ];
        }

        return kept.IsEmpty ? [Obstacle(shown, "no-match", "matches no file")] : kept;
    }

    private static FoundInput Obstacle(string path, string code, string message) =>
        new(path, null, new SetAside(path, null, code, message));

    private static string Shown(string input) => Path.DirectorySeparatorChar == '\\' ? input.Replace('\\', '/') : input;
}
