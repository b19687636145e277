namespace BriefingGen.Language.Neural;

/// <summary>
/// A block of numbers that the collector never moves, begun at a cache line, so that kernels may read it by pointer. Not
/// cleared when it grows.
/// </summary>
internal sealed unsafe class FloatBuffer
{
    private const int Line = 64;

    private float[] _array = [];

    public FloatBuffer() { }

    public FloatBuffer(int length)
    {
        Reserve(length);
        Span.Clear();
    }

    /// <summary>First number; valid as long as the buffer lives.</summary>
    public float* Pointer { get; private set; }

    /// <summary>Numbers in use.</summary>
    public int Length { get; private set; }

    /// <summary>The numbers in use.</summary>
    public Span<float> Span => new(Pointer, Length);

    /// <summary>Makes room for <paramref name="length"/> numbers; what was held may be lost.</summary>
    public FloatBuffer Reserve(int length)
    {
        if (length + (Line / sizeof(float)) > _array.Length)
        {
            _array = GC.AllocateUninitializedArray<float>(
                Math.Max(length, _array.Length * 3 / 2) + (Line / sizeof(float)),
                pinned: true
            );
            var address = (nuint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _array[0]);
            Pointer = (float*)((address + Line - 1) & ~(nuint)(Line - 1));
        }

        Length = length;
        return this;
    }

    /// <summary>Makes room, all zero.</summary>
    public FloatBuffer ReserveClear(int length)
    {
        _ = Reserve(length);
        Span.Clear();
        return this;
    }
}
