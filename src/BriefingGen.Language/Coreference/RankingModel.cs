using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Coreference;

/// <summary>
/// A frozen ranking network over sparse features: one hidden layer of rectified units and one output. Weights are small
/// whole numbers and so are sums, so that every machine ranks alike. Immutable and thread-safe.
/// </summary>
internal sealed class RankingModel
{
    /// <summary>A weight of 1 in the first layer.</summary>
    public const int FirstScale = 40;

    /// <summary>A weight of 1 in the second layer.</summary>
    public const int SecondScale = 1000;

    private readonly ulong[] _table;
    private readonly int _shift;
    private readonly short[] _rows;
    private readonly short[] _bias;
    private readonly short[] _output;

    private RankingModel(uint[] features, short[] rows, short[] bias, short[] output)
    {
        (_rows, _bias, _output) = (rows, bias, output);
        _table = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features.Length * 2))];
        _shift = 32 - BitOperations.Log2((uint)_table.Length);
        for (var i = 0; i < features.Length; i++)
        {
            var slot = Slot(features[i]);
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & (_table.Length - 1);
            }

            _table[slot] = ((ulong)features[i] << 32) | (uint)(i + 1);
        }
    }

    /// <summary>Number of hidden units.</summary>
    public int Hidden => _bias.Length;

    /// <summary>The score of a candidate.</summary>
    public double Score(ReadOnlySpan<uint> features)
    {
        Span<short> sums = stackalloc short[Hidden];
        _bias.CopyTo(sums);
        foreach (var feature in features)
        {
            if (Row(feature) is >= 0 and var row)
            {
                Add(sums, _rows.AsSpan(row * Hidden, Hidden));
            }
        }

        long total = 0;
        for (var i = 0; i < sums.Length; i++)
        {
            total += sums[i] > 0 ? sums[i] * _output[i] : 0;
        }

        return (double)total / (FirstScale * SecondScale);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelFormatException">A section is missing or does not fit the others.</exception>
    public static RankingModel Read(ModelFile file)
    {
        var (keys, rows) = (file.Section("features"), file.Section("rows"));
        var (bias, output) = (Shorts(file.Section("bias")), Shorts(file.Section("output")));
        if (
            bias.Length is 0 or > 1024
            || output.Length != bias.Length
            || keys.Length % 4 != 0
            || rows.LongLength != keys.LongLength / 4 * bias.Length
        )
        {
            throw new ModelFormatException("the ranking network has parts that do not fit each other.");
        }

        var features = new uint[keys.Length / 4];
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = BinaryPrimitives.ReadUInt32LittleEndian(keys.AsSpan(4 * i));
        }

        return new RankingModel(features, [.. rows.Select(static b => (short)(sbyte)b)], bias, output);
    }

    /// <summary>Writes a model of float weights into a file; what is too large for a whole number is cut to the largest.</summary>
    public static void Write(ModelFile file, uint[] features, float[] rows, float[] bias, float[] output)
    {
        var keys = new byte[4 * features.Length];
        for (var i = 0; i < features.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(keys.AsSpan(4 * i), features[i]);
        }

        file.Add("features", keys);
        file.Add("rows", [.. rows.Select(static w => (byte)(sbyte)Scaled(w, FirstScale, sbyte.MaxValue))]);
        file.Add("bias", Bytes(bias.Select(static w => Scaled(w, FirstScale, short.MaxValue / 2))));
        file.Add("output", Bytes(output.Select(static w => Scaled(w, SecondScale, short.MaxValue))));
    }

    private static int Scaled(float weight, int scale, int limit) =>
        (int)Math.Clamp(MathF.Round(weight * scale), -limit, limit);

    private static byte[] Bytes(IEnumerable<int> values) =>
        [.. values.SelectMany(static v => new[] { (byte)v, (byte)(v >> 8) })];

    private static short[] Shorts(byte[] bytes)
    {
        var values = new short[bytes.Length / 2];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(2 * i));
        }

        return values;
    }

    // Code with vectors is not compiled ahead; without the attribute its first, slow form runs for seconds.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(Span<short> sums, ReadOnlySpan<short> row)
    {
        var at = 0;
        for (; at <= sums.Length - Vector<short>.Count; at += Vector<short>.Count)
        {
            (new Vector<short>(sums[at..]) + new Vector<short>(row[at..])).CopyTo(sums[at..]);
        }

        for (; at < sums.Length; at++)
        {
            sums[at] += row[at];
        }
    }

    private int Slot(uint feature) => (int)((feature * 0x9E3779B1u) >> _shift);

    private int Row(uint feature)
    {
        var slot = Slot(feature);
        ulong at;
        while ((at = _table[slot]) != 0)
        {
            if ((uint)(at >> 32) == feature)
            {
                return (int)(uint)at - 1;
            }

            slot = (slot + 1) & (_table.Length - 1);
        }

        return -1;
    }
}
