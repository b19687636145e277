using System.Buffers.Binary;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Neural;

/// <summary>
/// What the encoder reads of a word: its fixed vector, its own embedding where it was frequent in training, and the sum of
/// its parts' embeddings. Immutable.
/// </summary>
internal sealed class WordInputs
{
    private readonly VectorTable _vectors;
    private readonly uint[] _keys;
    private readonly EmbeddingTable _words;
    private readonly EmbeddingTable _parts;

    /// <summary>Reads the tables.</summary>
    /// <exception cref="ModelFormatException">They are missing or damaged.</exception>
    public WordInputs(VectorTable vectors, ModelFile file, int wordSize, int partSize)
    {
        _vectors = vectors;
        _words = WeightFile.ReadTable(file, "words", wordSize);
        _parts = WeightFile.ReadTable(file, "parts", partSize);
        var keys = file.Section("word.keys");
        if (keys.Length != 4 * (_words.Rows - 1) || _parts.Rows != WordSurface.Buckets)
        {
            throw new ModelFormatException("its tables of words do not fit together.");
        }

        _keys = new uint[keys.Length / 4];
        for (var i = 0; i < _keys.Length; i++)
        {
            _keys[i] = BinaryPrimitives.ReadUInt32LittleEndian(keys.AsSpan(4 * i));
        }
    }

    /// <summary>Numbers in a word's input.</summary>
    public int Size => _vectors.Dimensions + _words.Columns + _parts.Columns;

    /// <summary>Writes the keys of the words that have embeddings.</summary>
    public static void WriteKeys(ModelFile file, IEnumerable<uint> keys)
    {
        var list = keys.ToArray();
        var bytes = new byte[4 * list.Length];
        for (var i = 0; i < list.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * i), list[i]);
        }

        file.Add("word.keys", bytes);
    }

    /// <summary>Writes the input of a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="to">Room for <see cref="Size"/> numbers.</param>
    public void Describe(ReadOnlySpan<char> form, Span<float> to)
    {
        Span<char> buffer = stackalloc char[WordSurface.MaxLength];
        Span<int> parts = stackalloc int[WordSurface.Parts];
        var surface = new WordSurface(form, buffer, parts);
        to.Clear();
        _ = surface.AddVector(_vectors, to[.._vectors.Dimensions]);
        var at = Array.BinarySearch(_keys, surface.Key);
        _words.Add(at < 0 ? 0 : at + 1, to.Slice(_vectors.Dimensions, _words.Columns));
        foreach (var part in parts)
        {
            _parts.Add(part, to[(_vectors.Dimensions + _words.Columns)..]);
        }
    }
}
