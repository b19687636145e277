namespace BriefingGen.Language.Neural;

/// <summary>
/// A matrix laid out for <see cref="MatrixKernel"/>: panels of <see cref="Panel"/> columns, in each panel row after row;
/// the last panel is filled up with zeros.
/// </summary>
internal sealed unsafe class PackedMatrix
{
    /// <summary>Columns in a panel.</summary>
    public const int Panel = 32;

    private readonly FloatBuffer _data = new();

    /// <summary>Rows, the inner dimension of a product.</summary>
    public int Rows { get; private set; }

    /// <summary>Columns.</summary>
    public int Columns { get; private set; }

    public float* Pointer => _data.Pointer;

    /// <summary>Packs a matrix held row by row.</summary>
    /// <param name="source">Its first number.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="stride">Numbers from one row to the next.</param>
    public PackedMatrix Pack(float* source, int rows, int columns, int stride)
    {
        var to = Room(rows, columns);
        for (var c = 0; c < columns; c += Panel)
        {
            var width = Math.Min(Panel, columns - c);
            for (var r = 0; r < rows; r++, to += Panel)
            {
                new ReadOnlySpan<float>(source + ((long)r * stride) + c, width).CopyTo(new Span<float>(to, width));
                new Span<float>(to + width, Panel - width).Clear();
            }
        }

        return this;
    }

    /// <summary>Packs the transpose of a matrix held row by row.</summary>
    /// <param name="source">Its first number.</param>
    /// <param name="rows">Rows of the matrix as held, columns of what is packed.</param>
    /// <param name="columns">Columns of the matrix as held.</param>
    /// <param name="stride">Numbers from one row to the next.</param>
    public PackedMatrix PackTransposed(float* source, int rows, int columns, int stride)
    {
        var to = Room(columns, rows);
        for (var c = 0; c < rows; c += Panel)
        {
            var width = Math.Min(Panel, rows - c);
            for (var r = 0; r < columns; r++, to += Panel)
            {
                for (var i = 0; i < width; i++)
                {
                    to[i] = source[((long)(c + i) * stride) + r];
                }

                new Span<float>(to + width, Panel - width).Clear();
            }
        }

        return this;
    }

    private float* Room(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        _ = _data.Reserve(rows * ((columns + Panel - 1) / Panel * Panel));
        return _data.Pointer;
    }
}
