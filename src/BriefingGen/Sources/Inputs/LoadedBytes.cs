namespace BriefingGen.Sources.Inputs;

/// <summary>A file's bytes, or why there are none; exactly one of the two counts.</summary>
internal sealed record LoadedBytes(ReadOnlyMemory<byte> Bytes, SetAside? SetAside)
{
    /// <summary>No bytes, and why.</summary>
    public static LoadedBytes Of(SetAside setAside) => new(ReadOnlyMemory<byte>.Empty, setAside);

    /// <summary>Reads a stream to its end or to the limit, whichever comes first.</summary>
    public static async Task<LoadedBytes> ReadAsync(
        Stream stream,
        ReadOptions options,
        string path,
        CancellationToken cancellationToken
    )
    {
        var limit = options.MaxFileBytes;
        if (stream.CanSeek && stream.Length > limit)
        {
            return Of(SizeLimits.FileTooLarge(path, options));
        }

        var buffer = new byte[stream.CanSeek ? Math.Max(4096, (int)stream.Length + 1) : 64 * 1024];
        var filled = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return new LoadedBytes(buffer.AsMemory(0, filled), null);
            }

            filled += read;
            if (filled > limit)
            {
                return Of(SizeLimits.FileTooLarge(path, options));
            }

            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, limit + 1L));
            }
        }
    }
}
