using System.Buffers.Binary;
using System.Numerics;

namespace BriefingGen.Language.Models;

/// <summary>
/// A frozen linear classifier over hashed features: each feature has a short list of classes with weights. Weights are
/// one byte, companded by the square root, and scores are whole numbers, so that every machine decides alike.
/// Immutable and thread-safe.
/// </summary>
internal sealed class LinearModel : IScorer
{
    // Open addressing: the key in the high half, the place of its first entry in the low half; 0 where empty.
    private readonly ulong[] _table;
    private readonly int _shift;

    // Weight in the high bits, then one bit that marks the last entry of its feature, then eight bits of class.
    private readonly int[] _entries;

    private LinearModel(int classes, ulong[] table, int[] entries)
    {
        Classes = classes;
        _table = table;
        _shift = 32 - BitOperations.Log2((uint)table.Length);
        _entries = entries;
    }

    public int Classes { get; }

    /// <summary>Number of features that have a weight.</summary>
    public int Features { get; private init; }

    /// <summary>Number of weights.</summary>
    public int Weights => _entries.Length - 1;

    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores.Clear();
        var table = _table;
        var mask = table.Length - 1;
        foreach (var feature in features)
        {
            var slot = (int)((feature * 0x9E3779B1u) >> _shift);
            ulong at;
            while ((at = table[slot]) != 0 && (uint)(at >> 32) != feature)
            {
                slot = (slot + 1) & mask;
            }

            if (at != 0)
            {
                Add((int)(uint)at, scores);
            }
        }
    }

    /// <summary>Reads a model from the bytes that <see cref="Write"/> made.</summary>
    /// <exception cref="ModelFormatException">The bytes do not describe a model.</exception>
    public static LinearModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12)
        {
            throw new ModelFormatException("a weight table is cut off.");
        }

        var classes = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var features = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        var weights = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var expected = 12L + (5L * features) + (2L * weights);
        if (classes is < 1 or > 256 || features < 0 || weights < features || bytes.Length != expected)
        {
            throw new ModelFormatException("a weight table has a length that does not fit its header.");
        }

        var keys = bytes.Slice(12, 4 * features);
        var counts = bytes.Slice(12 + (4 * features), features);
        var classOf = bytes.Slice(12 + (5 * features), weights);
        var quantised = bytes[^weights..];
        if (weights == 0)
        {
            quantised = [];
        }

        var table = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features * 3 / 2))];
        var shift = 32 - BitOperations.Log2((uint)table.Length);
        var entries = new int[weights + 1];
        var next = 1;
        for (var i = 0; i < features; i++)
        {
            var key = BinaryPrimitives.ReadUInt32LittleEndian(keys[(4 * i)..]);
            if (counts[i] == 0 || next - 1 + counts[i] > weights)
            {
                throw new ModelFormatException("a weight table counts more weights than it has.");
            }

            Place(table, shift, key, next);
            for (var k = counts[i]; k > 0; k--, next++)
            {
                var q = (int)(sbyte)quantised[next - 1];
                if (classOf[next - 1] >= classes)
                {
                    throw new ModelFormatException("a weight belongs to no class.");
                }

                entries[next] = ((q * Math.Abs(q)) << 9) | (k == 1 ? 256 : 0) | classOf[next - 1];
            }
        }

        if (next - 1 != weights)
        {
            throw new ModelFormatException("a weight table has weights of no feature.");
        }

        return new LinearModel(classes, table, entries) { Features = features };
    }

    /// <summary>Makes the bytes of a model.</summary>
    /// <param name="classes">Number of classes, 1 to 256.</param>
    /// <param name="weights">Companded weights, not 0, at most 255 a feature, ordered by feature, then class.</param>
    public static byte[] Write(int classes, IReadOnlyList<(uint Feature, byte Class, sbyte Weight)> weights)
    {
        var keys = new List<uint>();
        var counts = new List<byte>();
        foreach (var (feature, _, _) in weights)
        {
            if (keys.Count == 0 || keys[^1] != feature)
            {
                keys.Add(feature);
                counts.Add(0);
            }

            counts[^1]++;
        }

        var bytes = new byte[12 + (5 * keys.Count) + (2 * weights.Count)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, classes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), keys.Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), weights.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12 + (4 * i)), keys[i]);
            bytes[12 + (4 * keys.Count) + i] = counts[i];
        }

        for (var i = 0; i < weights.Count; i++)
        {
            bytes[12 + (5 * keys.Count) + i] = weights[i].Class;
            bytes[12 + (5 * keys.Count) + weights.Count + i] = (byte)weights[i].Weight;
        }

        return bytes;
    }

    private static void Place(ulong[] table, int shift, uint key, int entry)
    {
        var slot = (int)((key * 0x9E3779B1u) >> shift);
        while (table[slot] != 0)
        {
            slot = (slot + 1) & (table.Length - 1);
        }

        table[slot] = ((ulong)key << 32) | (uint)entry;
    }

    private void Add(int at, Span<int> scores)
    {
        int entry;
        do
        {
            entry = _entries[at++];
            scores[entry & 255] += entry >> 9;
        } while ((entry & 256) == 0);
    }
}
