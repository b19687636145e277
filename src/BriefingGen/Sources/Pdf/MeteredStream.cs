namespace BriefingGen.Sources.Pdf;

/// <summary>Bytes in memory that may be read over only so often: a reader that a file sends in circles ends, and always at the same byte.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="budget">Bytes that may be read, repetitions counted.</param>
internal sealed class MeteredStream(byte[] bytes, long budget) : MemoryStream(bytes, writable: false)
{
    private long _left = budget;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = base.Read(buffer, offset, count);
        Spend(read);
        return read;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer);
        Spend(read);
        return read;
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        Spend(1);
        return base.ReadByte();
    }

    private void Spend(int read)
    {
        _left -= read;
        if (_left < 0)
        {
            throw new MeterSpentException();
        }
    }
}

/// <summary>More was read than a file that ends needs.</summary>
internal sealed class MeterSpentException : Exception
{
    /// <summary>Without more words.</summary>
    public MeterSpentException()
        : base("more was read than a file that ends needs") { }
}
