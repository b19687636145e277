using System.Buffers.Binary;
using System.Runtime.InteropServices;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Neural;

/// <summary>
/// Vectors of words by the hash of their form, one signed byte a number with one scale a word. Immutable.
/// </summary>
internal sealed class VectorTable
{
    public const string Component = "vectors";

    private readonly uint[] _keys;
    private readonly float[] _scales;
    private readonly sbyte[] _values;

    private VectorTable(uint[] keys, float[] scales, sbyte[] values)
    {
        (_keys, _scales, _values) = (keys, scales, values);
        Dimensions = values.Length / Math.Max(1, keys.Length);
    }

    /// <summary>Number of words.</summary>
    public int Count => _keys.Length;

    /// <summary>Numbers in a vector.</summary>
    public int Dimensions { get; }

    /// <summary>Row of a word, or -1.</summary>
    /// <param name="key">Hash of the form in lower case.</param>
    public int Find(uint key) => Array.BinarySearch(_keys, key) is var at && at >= 0 ? at : -1;

    /// <summary>Adds a word's vector, times <paramref name="weight"/>, to what <paramref name="to"/> holds.</summary>
    public void Add(int row, float weight, Span<float> to)
    {
        Activation.AddScaled(_values.AsSpan(row * Dimensions, Dimensions), _scales[row] * weight, to);
    }

    /// <summary>Makes a table; of words with one key the first counts.</summary>
    public static VectorTable Create(IEnumerable<(uint Key, float[] Vector)> words)
    {
        var rows = new SortedDictionary<uint, float[]>();
        foreach (var (key, vector) in words)
        {
            _ = rows.TryAdd(key, vector);
        }

        float[] scales = [.. rows.Values.Select(static v => v.Max(MathF.Abs) / 127)];
        sbyte[] values =
        [
            .. rows.Values.SelectMany((v, i) => v.Select(x => (sbyte)MathF.Round(scales[i] > 0 ? x / scales[i] : 0))),
        ];
        return new VectorTable([.. rows.Keys], scales, values);
    }

    /// <summary>Reads the table of a model file.</summary>
    /// <exception cref="ModelFormatException">It is damaged.</exception>
    public static VectorTable Read(ModelFile file)
    {
        var keys = file.Section("keys");
        var scales = file.Section("scales");
        var values = file.Section("values");
        if (keys.Length % 4 != 0 || scales.Length != keys.Length || values.Length % Math.Max(1, keys.Length / 4) != 0)
        {
            throw new ModelFormatException("the table of vectors is cut off.");
        }

        var table = new VectorTable(
            new uint[keys.Length / 4],
            new float[keys.Length / 4],
            MemoryMarshal.Cast<byte, sbyte>(values).ToArray()
        );
        for (var i = 0; i < table.Count; i++)
        {
            table._keys[i] = BinaryPrimitives.ReadUInt32LittleEndian(keys.AsSpan(4 * i));
            table._scales[i] = BinaryPrimitives.ReadSingleLittleEndian(scales.AsSpan(4 * i));
        }

        return table;
    }

    /// <summary>Writes the table into a model file.</summary>
    public void Write(ModelFile file)
    {
        var keys = new byte[4 * Count];
        var scales = new byte[4 * Count];
        for (var i = 0; i < Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(keys.AsSpan(4 * i), _keys[i]);
            BinaryPrimitives.WriteSingleLittleEndian(scales.AsSpan(4 * i), _scales[i]);
        }

        file.Add("keys", keys);
        file.Add("scales", scales);
        file.Add("values", MemoryMarshal.AsBytes<sbyte>(_values).ToArray());
    }
}
