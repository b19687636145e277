using System.IO.Compression;

namespace BriefingGen.Sources.Compressed;

/// <summary>
/// Decompresses a stream and weighs what comes out against what went in: text shrinks to a fifth, pages of one template to
/// a fiftieth; what shrinks more was made to fill a memory or a day.
/// </summary>
internal sealed class MeasuredExpansion : Stream
{
    /// <summary>Most bytes out for one byte in.</summary>
    public const int MaxRatio = 300;

    // Below this much nothing is filled, whatever the ratio.
    private const long Harmless = 32L * 1024 * 1024;

    private readonly Counted _compressed;
    private readonly Stream _plain;
    private long _out;

    private MeasuredExpansion(Counted compressed, Stream plain)
    {
        _compressed = compressed;
        _plain = plain;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Of gzip data, one member or many. The stream is left open.</summary>
    public static MeasuredExpansion Gzip(Stream stream) =>
        Of(stream, static s => new GZipStream(s, CompressionMode.Decompress));

    /// <summary>Of data in an HTTP content coding (RFC 9110, 8.4.1); null for one that is not known.</summary>
    public static MeasuredExpansion? Coding(string coding, Stream stream) =>
        coding.Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => Gzip(stream),
            // Deflate is zlib by the standard; since some servers send it bare, it is not asked for.
            "deflate" => Of(stream, static s => new ZLibStream(s, CompressionMode.Decompress)),
            "br" => Of(stream, static s => new BrotliStream(s, CompressionMode.Decompress)),
            _ => null,
        };

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => Weigh(_plain.Read(buffer));

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    ) => Weigh(await _plain.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _plain.Dispose();
        }

        base.Dispose(disposing);
    }

    private static MeasuredExpansion Of(Stream stream, Func<Stream, Stream> expand)
    {
        var counted = new Counted(stream);
        return new MeasuredExpansion(counted, expand(counted));
    }

    private int Weigh(int read)
    {
        _out += read;
        return _out > Harmless && _out > _compressed.Count * MaxRatio ? throw new ExpansionException() : read;
    }

    // Counts what is read through it.
    private sealed class Counted(Stream inner) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Count += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            Count += read;
            return read;
        }

        public override Task<int> ReadAsync(
            byte[] buffer,
            int offset,
            int count,
            CancellationToken cancellationToken
        ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
