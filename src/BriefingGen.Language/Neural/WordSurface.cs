using BriefingGen.Language.Models;

namespace BriefingGen.Language.Neural;

/// <summary>
/// What the neural models see of a word's form: the hash of it in lower case, and hashes of its beginnings, endings and
/// shape, as rows of one table.
/// </summary>
internal ref struct WordSurface
{
    /// <summary>Rows that each word has in the table of parts.</summary>
    public const int Parts = 12;

    /// <summary>Rows of the table of parts.</summary>
    public const int Buckets = 1 << 15;

    /// <summary>Characters of a word that are looked at; what lies between the two halves of a longer one is not.</summary>
    public const int MaxLength = 64;

    private readonly Span<char> _lower;

    /// <summary>Reads a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="buffer">Room for <see cref="MaxLength"/> characters.</param>
    /// <param name="parts">Room for <see cref="Parts"/> rows.</param>
    public WordSurface(ReadOnlySpan<char> form, Span<char> buffer, Span<int> parts)
    {
        Span<char> plain = stackalloc char[MaxLength];
        var length = Math.Min(form.Length, MaxLength);
        _lower = buffer[..length];
        for (var i = 0; i < length; i++)
        {
            // The end of a long word tells more than its middle.
            plain[i] = Plain(form[i < MaxLength / 2 ? i : form.Length - length + i]);
            _lower[i] = char.ToLowerInvariant(plain[i]);
        }

        plain = plain[..length];
        Key = FeatureHash.Word(_lower);
        uint kind = 0;
        var k = 0;
        for (var n = 1; n <= 4; n++)
        {
            parts[k++] = Bucket(kind++, FeatureHash.Word(_lower[..Math.Min(n, length)]));
        }

        for (var n = 1; n <= 5; n++)
        {
            parts[k++] = Bucket(kind++, FeatureHash.Word(_lower[Math.Max(0, length - n)..]));
        }

        var (shape, casing) = Shape(plain);
        parts[k++] = Bucket(kind++, shape);
        parts[k++] = Bucket(kind++, casing);
        parts[k] = Bucket(kind, FeatureHash.Word(plain));
    }

    /// <summary>Hash of the form in lower case, digits as 0, typographic marks as plain ones.</summary>
    public uint Key { get; }

    /// <summary>
    /// Adds the word's vector to <paramref name="to"/>; that of a compound that the table lacks is the mean of its parts'.
    /// </summary>
    /// <returns>True where one was found.</returns>
    public readonly bool AddVector(VectorTable vectors, Span<float> to)
    {
        var row = vectors.Find(Key);
        if (row >= 0)
        {
            vectors.Add(row, 1, to);
            return true;
        }

        Span<int> rows = stackalloc int[8];
        var found = 0;
        foreach (var range in _lower.Split('-'))
        {
            var part = vectors.Find(FeatureHash.Word(_lower[range]));
            if (part >= 0 && found < rows.Length)
            {
                rows[found++] = part;
            }
        }

        foreach (var part in rows[..found])
        {
            vectors.Add(part, 1f / found, to);
        }

        return found > 0;
    }

    /// <summary>Hash of a word as <see cref="Key"/> has it.</summary>
    public static uint KeyOf(ReadOnlySpan<char> form)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        Span<int> parts = stackalloc int[Parts];
        return new WordSurface(form, buffer, parts).Key;
    }

    private static int Bucket(uint kind, uint hash) => (int)(FeatureHash.Of(kind, hash) % Buckets);

    private static char Plain(char c) =>
        c switch
        {
            >= '0' and <= '9' => '0',
            '‘' or '’' or '`' => '\'',
            '“' or '”' => '"',
            '–' or '—' => '-',
            _ => c,
        };

    private static (uint Shape, uint Casing) Shape(ReadOnlySpan<char> form)
    {
        Span<char> shape = stackalloc char[MaxLength];
        var (length, upper, lower, digits) = (0, 0, 0, 0);
        foreach (var c in form)
        {
            var kind =
                char.IsUpper(c) ? 'X'
                : char.IsLetter(c) ? 'x'
                : char.IsDigit(c) ? '0'
                : c;
            upper += kind == 'X' ? 1 : 0;
            lower += kind == 'x' ? 1 : 0;
            digits += kind == '0' ? 1 : 0;
            // A run counts as one or as two.
            if (length < 2 || shape[length - 1] != kind || shape[length - 2] != kind)
            {
                shape[length++] = kind;
            }
        }

        var isFirstUpper = form.Length > 0 && char.IsUpper(form[0]);
        var casing =
            (isFirstUpper ? 1u : 0)
            | (upper > 1 ? 2u : 0)
            | (lower > 0 ? 4u : 0)
            | (digits > 0 ? 8u : 0)
            | ((uint)Math.Min(form.Length, 7) << 4);
        return (FeatureHash.Word(shape[..length]), casing);
    }
}
