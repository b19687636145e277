using System.Text;

namespace BriefingGen.Sources.Inputs;

/// <summary>Reads a stream of any length line by line and block by block, in the memory of one buffer. Not thread-safe.</summary>
internal sealed class ByteLineReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Bytes given out or passed over so far.</summary>
    public long Position { get; private set; }

    /// <summary>The next line in Latin-1 without its end; null at the end of the stream.</summary>
    /// <param name="keep">Longest line that is given whole; of a longer one the beginning.</param>
    public string? ReadLine(int keep)
    {
        var line = new MemoryStream();
        return ReadLine(line, keep, out _)
            ? Encoding.Latin1.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\n', '\r')
            : null;
    }

    /// <summary>Adds the next line with its end to a store; false at the end of the stream.</summary>
    /// <param name="line">The store.</param>
    /// <param name="keep">Most bytes that are kept; the rest of the line is passed over.</param>
    /// <param name="length">The line's whole length in bytes.</param>
    public bool ReadLine(Stream line, long keep, out long length)
    {
        length = 0;
        while (Fill())
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var at = rest.IndexOf((byte)'\n');
            var part = at < 0 ? rest : rest[..(at + 1)];
            line.Write(part[..(int)Math.Clamp(keep - length, 0, part.Length)]);
            length += part.Length;
            Advance(part.Length);
            if (at >= 0)
            {
                return true;
            }
        }

        return length > 0;
    }

    /// <summary>The next bytes; fewer where the stream ends before.</summary>
    /// <param name="length">How many the block has.</param>
    /// <param name="keep">How many of them are given; the rest is passed over.</param>
    /// <param name="read">How many were there.</param>
    public byte[] ReadBlock(long length, int keep, out long read)
    {
        read = 0;
        // The length is the file's own word: memory grows with what is there.
        using var block = new MemoryStream();
        while (read < length && Fill())
        {
            var part = (int)Math.Min(_end - _start, length - read);
            block.Write(_buffer, _start, (int)Math.Clamp(keep - read, 0, part));
            read += part;
            Advance(part);
        }

        return block.ToArray();
    }

    private void Advance(int count)
    {
        _start += count;
        Position += count;
    }

    private bool Fill()
    {
        if (_start < _end)
        {
            return true;
        }

        _start = 0;
        _end = stream.Read(_buffer);
        return _end > 0;
    }
}
