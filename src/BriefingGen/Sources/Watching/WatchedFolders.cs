using System.Collections.Concurrent;

namespace BriefingGen.Sources.Watching;

/// <summary>
/// The watched folders of a process: whoever asks for the same folder looks with the same memory of what is still being
/// written. Safe to share between threads.
/// </summary>
/// <param name="options">How folders are watched.</param>
/// <param name="time">The clock.</param>
public sealed class WatchedFolders(WatchOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, WatchedFolder> _folders = new(StringComparer.Ordinal);

    /// <summary>How folders are watched.</summary>
    public WatchOptions Options => options;

    /// <summary>A folder; it may come and go.</summary>
    public WatchedFolder Of(string folder) =>
        _folders.GetOrAdd(folder, static (path, self) => new WatchedFolder(path, self.Options, self.Time), this);

    private TimeProvider Time => time;
}
