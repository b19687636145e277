using System.Buffers.Binary;
using System.Globalization;
using BriefingGen.Language.Models;
using BriefingGen.Language.Neural;

namespace BriefingGen.Language.Tagging;

/// <summary>
/// Edits that make a lemma of a form, by tag and by the longest known ending of the form; a whole word that goes against
/// its ending is an ending of its own. Immutable.
/// </summary>
internal sealed class LemmaTable
{
    public const string Component = "lemmas";
    public const int MaxSuffix = 5;
    public const int WholeWord = MaxSuffix + 1;
    private const int RowBytes = 10;

    private readonly Dictionary<ulong, ushort> _rules;
    private readonly LemmaEdit[] _edits;

    public LemmaTable(IEnumerable<KeyValuePair<ulong, ushort>> rules, IEnumerable<LemmaEdit> edits)
    {
        _rules = new Dictionary<ulong, ushort>(rules);
        _edits = [.. edits];
    }

    /// <summary>Key of an ending under a tag.</summary>
    /// <param name="lower">The form in lower case.</param>
    /// <param name="tag">Index of the tag.</param>
    /// <param name="length">Length of the ending, or <see cref="WholeWord"/>.</param>
    public static ulong Key(ReadOnlySpan<char> lower, int tag, int length) =>
        ((ulong)FeatureHash.Word(length == WholeWord ? lower : lower[^length..]) << 16)
        | ((uint)tag << 8)
        | (uint)length;

    /// <summary>The lemma of a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="tag">Index of its tag.</param>
    /// <param name="known">Words that are known: of what the endings offer, a known one is taken; null to take the first.</param>
    public string Lemma(ReadOnlySpan<char> form, int tag, VectorTable? known = null)
    {
        Span<char> buffer = form.Length <= 128 ? stackalloc char[128] : new char[form.Length];
        var lower = buffer[..form.ToLowerInvariant(buffer)];
        string? first = null;
        for (var length = WholeWord; length >= 0; length--)
        {
            if (
                (length == WholeWord || length <= lower.Length)
                && _rules.TryGetValue(Key(lower, tag, length), out var rule)
                && _edits[rule].Apply(form) is { } lemma
            )
            {
                if (length == WholeWord || known is null || known.Find(WordSurface.KeyOf(lemma)) >= 0)
                {
                    return lemma;
                }

                first ??= lemma;
            }
        }

        return first ?? new string(lower);
    }

    /// <summary>Reads the table of a model file.</summary>
    /// <exception cref="ModelFormatException">It is damaged.</exception>
    public static LemmaTable Read(ModelFile file)
    {
        var edits = file.Lines("edits").Select(LemmaEdit.Parse).ToArray();
        var bytes = file.Section("rules");
        if (bytes.Length % RowBytes != 0)
        {
            throw new ModelFormatException("the table of lemmas is cut off.");
        }

        var rules = new Dictionary<ulong, ushort>(bytes.Length / RowBytes);
        for (var at = 0; at < bytes.Length; at += RowBytes)
        {
            var edit = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 8));
            if (edit >= edits.Length)
            {
                throw new ModelFormatException("the table of lemmas names an edit that it does not have.");
            }

            rules[BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at))] = edit;
        }

        return new LemmaTable(rules, edits);
    }

    /// <summary>Writes the table into a model file.</summary>
    public void Write(ModelFile file)
    {
        var bytes = new byte[_rules.Count * RowBytes];
        var at = 0;
        foreach (var (key, edit) in _rules.OrderBy(static r => r.Key))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), key);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 8), edit);
            at += RowBytes;
        }

        file.Add("rules", bytes);
        file.Add("edits", _edits.Select(static e => e.ToString()));
    }
}

/// <summary>How a lemma keeps the case of its form.</summary>
internal enum LemmaCase
{
    /// <summary>In lower case.</summary>
    Lower,

    /// <summary>As the form has it.</summary>
    Keep,

    /// <summary>First letter a capital, the others small.</summary>
    Title,
}

/// <summary>An edit of a form: characters cut from its end, others put there.</summary>
internal readonly record struct LemmaEdit(LemmaCase Case, int Strip, string Append)
{
    /// <summary>The edit that makes a lemma of a form.</summary>
    public static LemmaEdit Between(string form, string lemma)
    {
        var lower = form.ToLowerInvariant();
        var mode =
            lemma == lemma.ToLowerInvariant() ? LemmaCase.Lower
            : lemma.Length > 1 && form == form.ToUpperInvariant() && lemma[1..] == lemma[1..].ToLowerInvariant()
                ? LemmaCase.Title
            : LemmaCase.Keep;
        var start = mode switch
        {
            LemmaCase.Lower => lower,
            LemmaCase.Keep => form,
            _ => Title(form),
        };
        var common = start.AsSpan().CommonPrefixLength(lemma);
        return new LemmaEdit(mode, start.Length - common, lemma[common..]);
    }

    /// <summary>The lemma, or null where the form is too short.</summary>
    public string? Apply(ReadOnlySpan<char> form)
    {
        if (form.Length < Strip || (form.Length == Strip && Append.Length == 0))
        {
            return null;
        }

        var start = form.ToString();
        start = Case switch
        {
            LemmaCase.Lower => start.ToLowerInvariant(),
            LemmaCase.Keep => start,
            _ => Title(start),
        };
        return string.Concat(start.AsSpan(0, start.Length - Strip), Append);
    }

    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    public static LemmaEdit Parse(string line) =>
        line.Split('\t') is [var mode, var strip, var append]
        && int.TryParse(mode, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
        && int.TryParse(strip, NumberStyles.None, CultureInfo.InvariantCulture, out var s)
            ? new LemmaEdit((LemmaCase)m, s, append)
            : throw new ModelFormatException($"'{line}' is no edit.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Case}\t{Strip}\t{Append}");

    private static string Title(string form) => form[..1].ToUpperInvariant() + form[1..].ToLowerInvariant();
}
