namespace BriefingGen.Sources.Fetching;

/// <summary>A response is larger than the policy allows.</summary>
internal sealed class BodyTooLargeException(string message) : IOException(message);

/// <summary>The bytes of a response as they come: counted, and each waited for no longer than the policy says.</summary>
internal sealed class WatchedBody(Stream inner, FetchPolicy policy, TimeProvider time) : Stream
{
    private long _count;

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

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var idle = new CancellationTokenSource(policy.IdleTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        try
        {
            var read = await inner.ReadAsync(buffer, both.Token).ConfigureAwait(false);
            _count += read;
            return _count > policy.MaxWireBytes
                ? throw new BodyTooLargeException(
                    FormattableString.Invariant(
                        $"is larger than {policy.MaxWireBytes:N0} bytes, the limit for a response"
                    )
                )
                : read;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                FormattableString.Invariant($"sent nothing for {policy.IdleTimeout.TotalSeconds:0.#} seconds"),
                exception
            );
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
