using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using BriefingGen.Sources.Inputs;

namespace BriefingGen.Sources.Watching;

/// <summary>How a folder is watched. Immutable.</summary>
public sealed record WatchOptions
{
    /// <summary>Time between two looks. 5 seconds by default. Looking works on network folders, where notifications get lost.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A file is complete when its size and time have not changed for this long. 10 seconds by default.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Folder below which briefs are written: it is no input, even where it is watched. Null for none.</summary>
    public string? Output { get; init; }

    /// <summary>Whether <see cref="WatchedFolder.Finish"/> moves a file into <c>done/</c>. False by default: the folder is not ours.</summary>
    public bool MoveToDone { get; init; }
}

/// <summary>A complete file of a watched folder.</summary>
/// <param name="Path">Where it lies, to be read by <see cref="ArticleSource"/>.</param>
/// <param name="Hash">SHA-256 of its bytes, lower-case hexadecimal: by it a file is known again under any name.</param>
public sealed record WatchedFile(string Path, string Hash);

/// <summary>What lies in a watched folder now.</summary>
/// <param name="Complete">Paths of complete files, in ordinal order of their names.</param>
/// <param name="Left">Files that are still being written or cannot be read now, and why; not to be read this time.</param>
public sealed record WatchSurvey(IReadOnlyList<string> Complete, IReadOnlyList<SetAside> Left);

/// <summary>
/// An inbox: gives each file once it is complete, and each content once. A file is complete when neither its size nor the
/// time that it carries changed for a while; at the first look, which knows no earlier size, that time alone tells.
/// Names that end in <c>.part</c>, <c>.tmp</c>, <c>.filepart</c> or <c>.crdownload</c> or begin with a full stop are still
/// being written. Files are never deleted. Safe to share between threads.
/// </summary>
public sealed class WatchedFolder
{
    private const string Done = "done";

    private static readonly string[] Unfinished = [".part", ".tmp", ".filepart", ".crdownload", ".partial"];

    private readonly string _folder;
    private readonly WatchOptions _options;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Sighting> _seen = new(StringComparer.Ordinal);
    private DateTimeOffset? _lastLook;

    /// <summary>Watches a folder with all below it but <c>done/</c>.</summary>
    /// <param name="folder">The folder; it may come and go.</param>
    /// <param name="options">How it is watched.</param>
    /// <param name="time">The clock.</param>
    public WatchedFolder(string folder, WatchOptions options, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (_folder, _options, _time) = (folder, options, time);
    }

    /// <summary>Looks once: which files are complete, known or not, and which are not yet.</summary>
    /// <param name="cancellationToken">Ends the look.</param>
    public WatchSurvey Survey(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var (complete, left) = (new List<string>(), new List<SetAside>());
            if (!Directory.Exists(_folder))
            {
                left.Add(new SetAside(_folder, null, "not-found", "is a watched folder and does not exist"));
            }

            var present = new HashSet<string>(StringComparer.Ordinal);
            var now = _time.GetUtcNow();
            foreach (var found in Walk())
            {
                cancellationToken.ThrowIfCancellationRequested();
                present.Add(found.Path);
                if ((found.SetAside ?? Obstacle(found.Path, now)) is { } obstacle)
                {
                    left.Add(obstacle);
                }
                else
                {
                    complete.Add(found.Path);
                }
            }

            foreach (var gone in _seen.Keys.Where(path => !present.Contains(path)).ToList())
            {
                _seen.Remove(gone);
            }

            _lastLook = now;
            return new WatchSurvey(complete, left);
        }
    }

    /// <summary>Looks once: files that are complete and whose content is not known.</summary>
    /// <param name="isKnown">Whether a content was read before, by its hash.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>In ordinal order of their names. A file is given again at the next look unless its hash is known by then.</returns>
    public IReadOnlyList<WatchedFile> Look(Func<string, bool> isKnown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isKnown);
        lock (_gate)
        {
            var files = new List<WatchedFile>();
            var given = new HashSet<string>(StringComparer.Ordinal);
            foreach (var path in Survey(cancellationToken).Complete)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (HashOf(path) is { } hash && !isKnown(hash) && given.Add(hash))
                {
                    files.Add(new WatchedFile(path, hash));
                }
            }

            return files;
        }
    }

    /// <summary>Looks again and again; gives each file as it is found.</summary>
    /// <param name="isKnown">Whether a content was read before, by its hash; asked again at each look.</param>
    /// <param name="cancellationToken">Ends the watching, without an exception.</param>
    public async IAsyncEnumerable<WatchedFile> WatchAsync(
        Func<string, bool> isKnown,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        using var timer = new PeriodicTimer(_options.Interval, _time);
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var file in Look(isKnown, cancellationToken))
            {
                yield return file;
            }

            try
            {
                await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
        }
    }

    /// <summary>Says that a file was read: moves it into <c>done/</c> where the options say so, under a free name.</summary>
    /// <returns>Where it lies now; null where it could not be moved, which its known hash makes harmless.</returns>
    public string? Finish(WatchedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!_options.MoveToDone)
        {
            return file.Path;
        }

        try
        {
            var folder = Path.Combine(_folder, Done);
            Directory.CreateDirectory(folder);
            var (stem, extension) = (Path.GetFileNameWithoutExtension(file.Path), Path.GetExtension(file.Path));
            var target = Path.Combine(folder, stem + extension);
            for (var n = 2; File.Exists(target); n++)
            {
                target = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}{extension}"));
            }

            File.Move(file.Path, target);
            lock (_gate)
            {
                _seen.Remove(file.Path);
            }

            return target;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Files that can be read, or could be once they have their name, and folders that cannot be listed.
    private IEnumerable<FoundInput> Walk()
    {
        if (!Directory.Exists(_folder))
        {
            return [];
        }

        var done = Path.Combine(_folder, Done) + Path.DirectorySeparatorChar;
        return new FolderWalk(new RealPath(), new InputScope { Output = _options.Output })
            .Walk(_folder, _folder)
            .Where(found => !found.Path.StartsWith(done, StringComparison.Ordinal))
            .Where(static found =>
                found.SetAside is not null || FileKinds.ByName(FinalName(found.Path)) != FileKind.Unknown
            );
    }

    private static string FinalName(string path) =>
        Unfinished.FirstOrDefault(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase)) is { } end
            ? path[..^end.Length]
            : path;

    // Null for a file that is complete.
    private SetAside? Obstacle(string path, DateTimeOffset now)
    {
        if (FinalName(path).Length < path.Length)
        {
            return Left(path, "its name says that it is still being written");
        }

        try
        {
            return now - Sight(path, now).Since >= _options.Settle
                ? null
                : Left(
                    path,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"it changed less than {_options.Settle.TotalSeconds:0.#} seconds ago and may still be written"
                    )
                );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Locked by its writer, or gone: looked at again next time.
            return Left(path, $"it cannot be read now: {Wording.OneLine(exception.Message)}");
        }
    }

    private static SetAside Left(string path, string why) =>
        new(path, null, "not-settled", $"is left for the next reading: {why}");

    private Sighting Sight(string path, DateTimeOffset now)
    {
        var info = new FileInfo(path);
        var (length, written) = (info.Length, info.LastWriteTimeUtc);
        if (_seen.TryGetValue(path, out var seen) && seen.Length == length && seen.Written == written)
        {
            return seen;
        }

        // It changed after the last look, if there was one, and no earlier than it says; a time to come says nothing.
        var since = new DateTimeOffset(written);
        since = since > now ? now : since;
        return _seen[path] = new Sighting(length, written, _lastLook > since ? _lastLook.Value : since, null);
    }

    // Null where it cannot be read now.
    private string? HashOf(string path)
    {
        try
        {
            var seen = _seen[path];
            if (seen.Hash is null)
            {
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                _seen[path] = seen = seen with { Hash = Convert.ToHexStringLower(SHA256.HashData(stream)) };
            }

            return seen.Hash;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record Sighting(long Length, DateTime Written, DateTimeOffset Since, string? Hash);
}
