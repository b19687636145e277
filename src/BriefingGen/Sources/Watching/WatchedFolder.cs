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

    /// <summary>Whether <see cref="WatchedFolder.Finish"/> moves a file into <c>done/</c>. False by default: the folder is not ours.</summary>
    public bool MoveToDone { get; init; }
}

/// <summary>A complete file of a watched folder.</summary>
/// <param name="Path">Where it lies, to be read by <see cref="ArticleSource"/>.</param>
/// <param name="Hash">SHA-256 of its bytes, lower-case hexadecimal: by it a file is known again under any name.</param>
public sealed record WatchedFile(string Path, string Hash);

/// <summary>
/// An inbox: gives each file once it is complete, and each content once. Names that end in <c>.part</c>, <c>.tmp</c>,
/// <c>.filepart</c> or <c>.crdownload</c> or begin with a full stop are still being written. Files are never deleted. One
/// reader at a time.
/// </summary>
public sealed class WatchedFolder
{
    private const string Done = "done";

    private static readonly string[] Unfinished = [".part", ".tmp", ".filepart", ".crdownload", ".partial"];

    private readonly string _folder;
    private readonly WatchOptions _options;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, Sighting> _seen = new(StringComparer.Ordinal);

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

    /// <summary>Looks once: files that are complete and whose content is not known.</summary>
    /// <param name="isKnown">Whether a content was read before, by its hash.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <returns>In ordinal order of their names. A file is given again at the next look unless its hash is known by then.</returns>
    public IReadOnlyList<WatchedFile> Look(Func<string, bool> isKnown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isKnown);
        var files = new List<WatchedFile>();
        var present = new HashSet<string>(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Paths())
        {
            cancellationToken.ThrowIfCancellationRequested();
            present.Add(path);
            if (HashOf(path) is { } hash && !isKnown(hash) && given.Add(hash))
            {
                files.Add(new WatchedFile(path, hash));
            }
        }

        foreach (var gone in _seen.Keys.Where(path => !present.Contains(path)).ToList())
        {
            _seen.Remove(gone);
        }

        return files;
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
            _seen.Remove(file.Path);
            return target;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private IEnumerable<string> Paths()
    {
        if (!Directory.Exists(_folder))
        {
            return [];
        }

        var done = Path.Combine(_folder, Done) + Path.DirectorySeparatorChar;
        return new FolderWalk(new RealPath(), followLinks: false)
            .Walk(_folder, _folder)
            .Where(static found => found.SetAside is null && FileKinds.ByName(found.Path) != FileKind.Unknown)
            .Select(static found => found.Path)
            .Where(path => !path.StartsWith(done, StringComparison.Ordinal))
            .Where(static path => !Unfinished.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase)));
    }

    // Null while a file may still be written.
    private string? HashOf(string path)
    {
        try
        {
            var info = new FileInfo(path);
            var (length, written, now) = (info.Length, info.LastWriteTimeUtc, _time.GetUtcNow());
            if (!_seen.TryGetValue(path, out var seen) || seen.Length != length || seen.Written != written)
            {
                _seen[path] = seen = new Sighting(length, written, now, null);
            }

            if (now - seen.Since < _options.Settle)
            {
                return null;
            }

            if (seen.Hash is null)
            {
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                _seen[path] = seen = seen with { Hash = Convert.ToHexStringLower(SHA256.HashData(stream)) };
            }

            return seen.Hash;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Locked by its writer, or gone: looked at again next time.
            return null;
        }
    }

    private sealed record Sighting(long Length, DateTime Written, DateTimeOffset Since, string? Hash);
}
