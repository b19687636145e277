using System.Buffers;

namespace BriefingGen.Language.Documents;

/// <summary>
/// What the shared encoder saw in each word: rows of numbers for the components that build on it. Of a very long text only
/// the stretch that was asked for last is held, and made again when another is asked for; then it belongs to one thread.
/// </summary>
public sealed class WordEncoding
{
    private readonly int[] _starts;
    private readonly Func<int, float[]>? _read;
    private float[] _values;
    private int _held;

    internal WordEncoding(float[] values, int width) => (_values, Width, _starts) = (values, width, [0]);

    /// <summary>Room for rows, not cleared: an article takes some megabytes, which are used again once they are released.</summary>
    internal static float[] Pooled(int numbers) => numbers == 0 ? [] : ArrayPool<float>.Shared.Rent(numbers);

    /// <summary>Rows that are made stretch by stretch.</summary>
    /// <param name="starts">First token of each stretch, from 0.</param>
    /// <param name="read">Makes the rows of a stretch.</param>
    /// <param name="width">Numbers a word.</param>
    internal WordEncoding(int[] starts, Func<int, float[]> read, int width)
    {
        (_starts, _read, Width, _values, _held) = (starts, read, width, [], -1);
    }

    /// <summary>Numbers a word.</summary>
    public int Width { get; }

    /// <summary>The row of one word.</summary>
    /// <param name="token">Its index in the document.</param>
    public ReadOnlySpan<float> Of(int token) => Memory(token).Span;

    /// <summary>The rows of words that stand together, one behind the other.</summary>
    /// <param name="first">Index of the first word.</param>
    /// <param name="count">Number of words.</param>
    internal ReadOnlySpan<float> Rows(int first, int count)
    {
        if (_read is null)
        {
            return _values.AsSpan(first * Width, count * Width);
        }

        // The stretches of a very long text may be cut elsewhere than the words that are asked for.
        var rows = new float[count * Width];
        for (var i = 0; i < count; i++)
        {
            Of(first + i).CopyTo(rows.AsSpan(i * Width));
        }

        return rows;
    }

    /// <summary>Gives the numbers back to the pool that <see cref="Pooled"/> took them from; nothing can be asked afterwards.</summary>
    internal void Release()
    {
        var values = _values;
        _values = [];
        if (_read is null && values.Length > 0)
        {
            ArrayPool<float>.Shared.Return(values);
        }
    }

    internal ReadOnlyMemory<float> Memory(int token)
    {
        if (_read is null)
        {
            return _values.AsMemory(token * Width, Width);
        }

        var stretch = Array.BinarySearch(_starts, token) is var at && at >= 0 ? at : ~at - 1;
        if (stretch != _held)
        {
            _values = _read(stretch);
            _held = stretch;
        }

        return _values.AsMemory((token - _starts[stretch]) * Width, Width);
    }
}
