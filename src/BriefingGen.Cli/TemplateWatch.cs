using System.Threading.Channels;

namespace BriefingGen.Cli;

/// <summary>Tells when files of a templates folder, or of the folder beside it that it shares, have changed and settled.</summary>
internal sealed class TemplateWatch : IDisposable
{
    // An editor writes a file in several steps.
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(120);

    private readonly Channel<bool> _changes = Channel.CreateUnbounded<bool>();
    private readonly FileSystemWatcher _watcher;
    private readonly TimeProvider _clock;

    /// <summary>Watches the folders beside each other: a profile may have parts from its neighbour.</summary>
    /// <param name="templates">The templates' folder.</param>
    /// <param name="clock">The time.</param>
    public TemplateWatch(string templates, TimeProvider clock)
    {
        _clock = clock;
        var own = Path.GetFullPath(templates);
        _watcher = new FileSystemWatcher(Path.GetDirectoryName(own) ?? own)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _watcher.Changed += (_, change) => Note(change.Name);
        _watcher.Created += (_, change) => Note(change.Name);
        _watcher.Deleted += (_, change) => Note(change.Name);
        _watcher.Renamed += (_, change) => Note(change.Name);
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Waits for the next change, and until no other follows it.</summary>
    /// <returns>True, always: the watch ends with the token.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<bool> ChangedAsync(CancellationToken cancellationToken)
    {
        await _changes.Reader.ReadAsync(cancellationToken);
        do
        {
            while (_changes.Reader.TryRead(out _)) { }

            await Task.Delay(Settled, _clock, cancellationToken);
        } while (_changes.Reader.TryPeek(out _));

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _watcher.Dispose();

    private void Note(string? name)
    {
        if (Path.GetExtension(name) is ".sbn" or ".yaml" or ".svg" or ".tsv")
        {
            _changes.Writer.TryWrite(true);
        }
    }
}
