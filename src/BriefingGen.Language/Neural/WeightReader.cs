using System.Buffers.Binary;
using System.Runtime.InteropServices;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Neural;

/// <summary>A matrix of weights as read from a model file.</summary>
internal sealed unsafe class Weights(FloatBuffer data, int rows, int columns)
{
    public int Rows => rows;
    public int Columns => columns;
    public Span<float> Span => data.Span;

    /// <summary>First number; valid as long as the weights live.</summary>
    public float* Pointer => data.Pointer;

    public PackedMatrix Pack()
    {
        var packed = new PackedMatrix().Pack(data.Pointer, rows, columns, columns);
        // A pointer alone does not keep the numbers from the collector.
        GC.KeepAlive(data);
        return packed;
    }
}

/// <summary>
/// Weights of a network in a model file: matrices by name, with two bytes a number (IEEE half), tables of embeddings with
/// one byte a number and a scale for each row.
/// </summary>
internal static class WeightFile
{
    /// <summary>Adds a matrix.</summary>
    public static void Add(ModelFile file, string name, ReadOnlySpan<float> values, int rows, int columns)
    {
        var bytes = new byte[8 + (2 * values.Length)];
        Sizes(bytes, rows, columns);
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(8 + (2 * i)), (Half)values[i]);
        }

        file.Add(name, bytes);
    }

    /// <summary>Adds a table of embeddings.</summary>
    public static void AddTable(ModelFile file, string name, ReadOnlySpan<float> values, int rows, int columns)
    {
        var bytes = new byte[8 + (rows * (4 + columns))];
        Sizes(bytes, rows, columns);
        for (var r = 0; r < rows; r++)
        {
            var row = values.Slice(r * columns, columns);
            var scale = 0f;
            foreach (var x in row)
            {
                scale = MathF.Max(scale, MathF.Abs(x) / 127);
            }

            var to = bytes.AsSpan(8 + (r * (4 + columns)), 4 + columns);
            BinaryPrimitives.WriteSingleLittleEndian(to, scale);
            for (var i = 0; i < columns; i++)
            {
                to[4 + i] = (byte)(sbyte)(scale > 0 ? MathF.Round(row[i] / scale) : 0);
            }
        }

        file.Add(name, bytes);
    }

    /// <summary>Reads a matrix.</summary>
    /// <exception cref="ModelFormatException">It is missing, cut off, or of other sizes than those asked for.</exception>
    public static Weights Read(ModelFile file, string name, int rows, int columns)
    {
        var bytes = Check(file, name, rows, columns, 2L * rows * columns);
        var data = new FloatBuffer(rows * columns);
        for (var i = 0; i < data.Length; i++)
        {
            data.Span[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes.AsSpan(8 + (2 * i)));
        }

        return new Weights(data, rows, columns);
    }

    /// <summary>Reads a table of embeddings.</summary>
    /// <exception cref="ModelFormatException">It is missing or cut off.</exception>
    public static EmbeddingTable ReadTable(ModelFile file, string name, int columns)
    {
        var rows = file.Section(name) is { Length: >= 8 } head ? BinaryPrimitives.ReadInt32LittleEndian(head) : 0;
        var bytes = Check(file, name, rows, columns, (long)rows * (4 + columns));
        return new EmbeddingTable(bytes.AsMemory(8), columns);
    }

    private static void Sizes(Span<byte> bytes, int rows, int columns)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, rows);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], columns);
    }

    private static byte[] Check(ModelFile file, string name, int rows, int columns, long length)
    {
        var bytes = file.Section(name);
        return
            bytes.Length == 8 + length
            && BinaryPrimitives.ReadInt32LittleEndian(bytes) == rows
            && BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)) == columns
            ? bytes
            : throw new ModelFormatException($"its matrix '{name}' is not of {rows} by {columns} numbers.");
    }
}

/// <summary>Rows of numbers with one byte each and a scale. Immutable.</summary>
internal sealed class EmbeddingTable(ReadOnlyMemory<byte> data, int columns)
{
    /// <summary>Numbers in a row.</summary>
    public int Columns => columns;

    /// <summary>Number of rows.</summary>
    public int Rows => data.Length / (4 + columns);

    /// <summary>Adds a row to what <paramref name="to"/> holds.</summary>
    public void Add(int row, Span<float> to)
    {
        var from = data.Span.Slice(row * (4 + columns), 4 + columns);
        var scale = BinaryPrimitives.ReadSingleLittleEndian(from);
        Activation.AddScaled(MemoryMarshal.Cast<byte, sbyte>(from[4..]), scale, to);
    }
}
