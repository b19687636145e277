using BriefingGen.Sources.Compressed;

namespace BriefingGen.Sources.Inputs;

/// <summary>An input whose results can be taken one by one; what it was opened with is closed when it is disposed.</summary>
/// <param name="results">The results; read once.</param>
/// <param name="streams">What to close, in order.</param>
internal sealed class OpenedInput(IEnumerable<ReadResult> results, params Stream[] streams) : IAsyncDisposable
{
    /// <summary>The results in order; read once.</summary>
    public IEnumerable<ReadResult> Results { get; } = results;

    /// <summary>Opens what a stream holds: kinds of any length are left to be read as they come, others are loaded.</summary>
    /// <param name="path">The input, for its kind and for messages.</param>
    /// <param name="stream">What it holds; closed with what is returned.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<OpenedInput> OfAsync(
        string path,
        Stream stream,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        var streams = new List<Stream> { stream };
        try
        {
            var kind = path == "-" ? FileKind.Unknown : FileKinds.ByName(path);
            var current = stream;
            if (kind == FileKind.Unknown || FileReaders.IsStream(kind) || FileKinds.IsGzipName(path))
            {
                var head = await HeadStream.OfAsync(stream, cancellationToken).ConfigureAwait(false);
                current = head;
                if (FileKinds.IsGzip(head.Head.Span))
                {
                    var plain = MeasuredExpansion.Gzip(head);
                    streams.Insert(0, plain);
                    current = head = await HeadStream.OfAsync(plain, cancellationToken).ConfigureAwait(false);
                }

                kind = kind == FileKind.Unknown ? FileKinds.ByStart(head.Head.Span) : kind;
            }

            // Of what was packed the length is not known.
            var isLong = streams.Count > 1 || (stream.CanSeek && stream.Length > options.MaxFileBytes);
            if (isLong ? FileReaders.IsStreamWhereLong(kind) : FileReaders.IsStream(kind))
            {
                return new OpenedInput(
                    FileReaders.ReadStream(path, kind, current, options, cancellationToken),
                    [.. streams]
                );
            }

            var loaded = await LoadedBytes.ReadAsync(current, options, path, cancellationToken).ConfigureAwait(false);
            return new OpenedInput(
                loaded.SetAside is { } notLoaded
                    ? [ReadResult.Of(notLoaded)]
                    : FileReaders.Read(path, kind, loaded.Bytes, charset: null, options, cancellationToken),
                [.. streams]
            );
        }
        catch
        {
            foreach (var open in streams)
            {
                await open.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var stream in streams)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }
}
