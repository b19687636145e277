using BriefingGen.Language.Neural;

namespace BriefingGen.Training.Neural;

/// <summary>A matrix of weights with, for each worker, room for its gradient, and Adam's running means.</summary>
internal sealed unsafe class Param
{
    private readonly List<int>[] _touched;
    private readonly bool[][] _isTouched;

    /// <summary>Makes a matrix.</summary>
    /// <param name="name">Its name in files.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="isSparse">True where a batch uses few rows; only these are then updated.</param>
    public Param(string name, int rows, int columns, bool isSparse = false)
    {
        (Name, Rows, Columns, IsSparse) = (name, rows, columns, isSparse);
        Value = new FloatBuffer(Count);
        Grads = [new FloatBuffer(Count), new FloatBuffer(Count)];
        Mean = new FloatBuffer(Count);
        Square = new FloatBuffer(Count);
        _touched =
        [
            [],
            [],
        ];
        _isTouched = isSparse
            ? [new bool[rows], new bool[rows]]
            :
            [
                [],
                [],
            ];
    }

    /// <summary>Workers that a batch is split between; fixed, so that results do not depend on the machine.</summary>
    public const int Workers = 2;

    public string Name { get; }
    public int Rows { get; }
    public int Columns { get; }
    public int Count => Rows * Columns;
    public bool IsSparse { get; }
    public FloatBuffer Value { get; }
    public FloatBuffer[] Grads { get; }
    public FloatBuffer Mean { get; }
    public FloatBuffer Square { get; }
    public PackedMatrix Packed { get; } = new();
    public PackedMatrix Transposed { get; } = new();

    /// <summary>Fills with numbers drawn evenly from ±<paramref name="bound"/>.</summary>
    public Param Uniform(float bound, ref Noise noise)
    {
        foreach (ref var v in Value.Span)
        {
            v = ((noise.Next() * 2) - 1) * bound;
        }

        return this;
    }

    /// <summary>Fills as Glorot and Bengio (2010) do.</summary>
    public Param Glorot(ref Noise noise) => Uniform(MathF.Sqrt(6f / (Rows + Columns)), ref noise);

    public float* Row(int row) => Value.Pointer + ((long)row * Columns);

    /// <summary>A row of a worker's gradient, noted as used.</summary>
    public float* GradRow(int worker, int row)
    {
        if (!_isTouched[worker][row])
        {
            _isTouched[worker][row] = true;
            _touched[worker].Add(row);
        }

        return Grads[worker].Pointer + ((long)row * Columns);
    }

    /// <summary>Rows that any worker used, in order.</summary>
    public int[] TakeTouched()
    {
        foreach (var row in _touched[1])
        {
            if (!_isTouched[0][row])
            {
                _touched[0].Add(row);
            }
        }

        int[] rows = [.. _touched[0]];
        foreach (var row in rows)
        {
            _isTouched[0][row] = _isTouched[1][row] = false;
        }

        _touched[0].Clear();
        _touched[1].Clear();
        Array.Sort(rows);
        return rows;
    }

    /// <summary>Lays the weights out for products, after they changed.</summary>
    public void Pack()
    {
        if (!IsSparse && Rows > 1)
        {
            _ = Packed.Pack(Value.Pointer, Rows, Columns, Columns);
            _ = Transposed.PackTransposed(Value.Pointer, Rows, Columns, Columns);
        }
    }
}
