using System.Buffers.Binary;

namespace BriefingGen.Language.Models;

/// <summary>What is known of frequent words: the tags that they take and clusters of words used alike. Immutable.</summary>
internal sealed class WordTable
{
    public const string Component = "words";
    private const int RowBytes = 9;
    private const int MaxWord = 64;

    private readonly Dictionary<uint, Row> _rows;

    public WordTable(IEnumerable<KeyValuePair<uint, Row>> rows) => _rows = new Dictionary<uint, Row>(rows);

    /// <summary>Number of words.</summary>
    public int Count => _rows.Count;

    /// <summary>Reads the table of a model file.</summary>
    /// <exception cref="ModelFormatException">It is damaged.</exception>
    public static WordTable Read(ModelFile file)
    {
        var bytes = file.Section("rows");
        if (bytes.Length % RowBytes != 0)
        {
            throw new ModelFormatException("the table of words is cut off.");
        }

        var rows = new Dictionary<uint, Row>(bytes.Length / RowBytes);
        for (var at = 0; at < bytes.Length; at += RowBytes)
        {
            var row = bytes.AsSpan(at, RowBytes);
            rows[BinaryPrimitives.ReadUInt32LittleEndian(row)] = new Row(
                row[4],
                BinaryPrimitives.ReadUInt16LittleEndian(row[5..]),
                BinaryPrimitives.ReadUInt16LittleEndian(row[7..])
            );
        }

        return new WordTable(rows);
    }

    /// <summary>Writes the table into a model file.</summary>
    public void Write(ModelFile file)
    {
        var bytes = new byte[_rows.Count * RowBytes];
        var at = 0;
        foreach (var (key, row) in _rows.OrderBy(static r => r.Key))
        {
            var to = bytes.AsSpan(at, RowBytes);
            BinaryPrimitives.WriteUInt32LittleEndian(to, key);
            to[4] = row.Class;
            BinaryPrimitives.WriteUInt16LittleEndian(to[5..], row.Cluster);
            BinaryPrimitives.WriteUInt16LittleEndian(to[7..], row.Coarse);
            at += RowBytes;
        }

        file.Add("rows", bytes);
    }

    /// <summary>Hash of a word in lower case, as the table's keys are.</summary>
    public static uint Key(ReadOnlySpan<char> form)
    {
        Span<char> lower = stackalloc char[MaxWord];
        return FeatureHash.Word(Lower(form, lower));
    }

    /// <summary>What the models see of a word.</summary>
    public WordInfo Describe(ReadOnlySpan<char> form)
    {
        form = form.Length > MaxWord ? form[..MaxWord] : form;
        Span<char> plain = stackalloc char[MaxWord];
        for (var i = 0; i < form.Length; i++)
        {
            plain[i] = Plain(form[i]);
        }

        plain = plain[..form.Length];
        Span<char> buffer = stackalloc char[MaxWord];
        var lower = Lower(form, buffer);
        var key = FeatureHash.Word(lower);
        _ = _rows.TryGetValue(key, out var row);
        return new WordInfo(
            FeatureHash.Word(plain),
            key,
            FeatureHash.Word(lower[..Math.Min(1, lower.Length)]),
            FeatureHash.Word(lower[..Math.Min(2, lower.Length)]),
            FeatureHash.Word(lower[..Math.Min(3, lower.Length)]),
            FeatureHash.Word(lower[Math.Max(0, lower.Length - 1)..]),
            FeatureHash.Word(lower[Math.Max(0, lower.Length - 2)..]),
            FeatureHash.Word(lower[Math.Max(0, lower.Length - 3)..]),
            FeatureHash.Word(lower[Math.Max(0, lower.Length - 4)..]),
            Shape(plain),
            form.Length > 0 && char.IsUpper(form[0]),
            row.Class,
            row.Cluster,
            row.Coarse
        );
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> form, Span<char> buffer)
    {
        form = form.Length > MaxWord ? form[..MaxWord] : form;
        for (var i = 0; i < form.Length; i++)
        {
            buffer[i] = char.ToLowerInvariant(Plain(form[i]));
        }

        return buffer[..form.Length];
    }

    private static char Plain(char c) =>
        c switch
        {
            >= '0' and <= '9' => '0',
            '‘' or '’' or '`' => '\'',
            '“' or '”' => '"',
            '–' or '—' => '-',
            _ => c,
        };

    private static uint Shape(ReadOnlySpan<char> form)
    {
        Span<char> shape = stackalloc char[MaxWord];
        var length = 0;
        foreach (var c in form)
        {
            var kind =
                char.IsUpper(c) ? 'X'
                : char.IsLetter(c) ? 'x'
                : char.IsDigit(c) ? '0'
                : c;
            // A run counts as one or as two.
            if (length < 2 || shape[length - 1] != kind || shape[length - 2] != kind)
            {
                shape[length++] = kind;
            }
        }

        return FeatureHash.Word(shape[..length]);
    }

    /// <summary>What is known of one word.</summary>
    internal readonly record struct Row(byte Class, ushort Cluster, ushort Coarse);
}
