using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace BriefingGen.Extraction.Factuality;

/// <summary>The signatures of embedding words; the table's form is told at the head of <c>signatures.tsv</c>. Immutable.</summary>
internal sealed class SignatureLexicon
{
    /// <summary>Part of speech of verbs in the table.</summary>
    public const string Verb = "verb";

    /// <summary>Part of speech of nouns in the table.</summary>
    public const string Noun = "noun";

    /// <summary>Part of speech of adjectives in the table.</summary>
    public const string Adjective = "adj";

    private readonly FrozenDictionary<(string Pos, string Lemma, string Frame), Signature> _signatures;
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _longer;

    private SignatureLexicon(IEnumerable<(string Pos, string Lemma, string Frame, Signature Signature)> rows)
    {
        var all = rows.ToList();
        _signatures = all.ToFrozenDictionary(r => (r.Pos, r.Lemma, r.Frame), r => r.Signature);
        _longer = all.Where(r => r.Pos == Verb && r.Lemma.Contains('_', StringComparison.Ordinal))
            .Select(r => (r.Lemma, Words: r.Lemma.Split('_')))
            .GroupBy(r => r.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(
                g => g.Key,
                g =>
                    g.DistinctBy(r => r.Words[1], StringComparer.Ordinal)
                        .ToFrozenDictionary(r => r.Words[1], r => r.Lemma, StringComparer.Ordinal),
                StringComparer.Ordinal
            );
    }

    /// <summary>Every entry of the table, in its order.</summary>
    public static ImmutableArray<(string Pos, string Lemma, string Frame, Signature Signature)> Rows() =>
        [.. Lines().SelectMany(Entries)];

    public static SignatureLexicon Load() => new(Rows());

    /// <summary>The signature of a word in a frame; null where it has none.</summary>
    public Signature? Find(string pos, string lemma, string frame) =>
        _signatures.GetValueOrDefault((pos, lemma, frame));

    /// <summary>The entry that a verb makes with a word below it ("call_off"); null where they make none.</summary>
    public string? Longer(string verb, string word) => _longer.GetValueOrDefault(verb)?.GetValueOrDefault(word);

    /// <summary>True where a verb makes an entry with some word below it.</summary>
    public bool HasLonger(string verb) => _longer.ContainsKey(verb);

    private static IEnumerable<(string, string, string, Signature)> Entries(string line)
    {
        var cells = line.Split('\t');
        var signature = new Signature(Effect.Parse(cells[3]), Effect.Parse(cells[4]));
        foreach (var lemma in cells[0].Split('|'))
        {
            foreach (var frame in cells[2].Split('|'))
            {
                yield return (cells[1], lemma, frame, signature);
            }
        }
    }

    private static IEnumerable<string> Lines()
    {
        using var stream =
            typeof(SignatureLexicon).Assembly.GetManifestResourceStream("BriefingGen.signatures.tsv")
            ?? throw new InvalidOperationException("The table signatures.tsv is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
