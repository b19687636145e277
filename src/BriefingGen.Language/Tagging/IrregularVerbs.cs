using System.Collections.Frozen;
using System.Text;

namespace BriefingGen.Language.Tagging;

/// <summary>
/// Past forms whose lemma their ending does not tell and that a corpus may not have ("froze", "overrode"); they stand in
/// <c>irregular-verbs.tsv</c>. Immutable.
/// </summary>
internal sealed class IrregularVerbs
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lemmas;

    private IrregularVerbs(FrozenDictionary<string, string> lemmas) =>
        _lemmas = lemmas.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the table that is built in.</summary>
    public static IrregularVerbs Load()
    {
        using var stream =
            typeof(IrregularVerbs).Assembly.GetManifestResourceStream("BriefingGen.Language.irregular-verbs.tsv")
            ?? throw new InvalidOperationException("The table irregular-verbs.tsv is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lemmas = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var cells = line.Split('\t');
                foreach (var form in cells[1].Split(' '))
                {
                    lemmas.Add(form, cells[0]);
                }
            }
        }

        return new IrregularVerbs(lemmas.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The lemma of a past form; null where the table has none.</summary>
    public string? Lemma(ReadOnlySpan<char> form) => _lemmas.TryGetValue(form, out var lemma) ? lemma : null;
}
