using System.Collections.Frozen;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>
/// What kinds of thing a noun names, by the lexicographer classes ("supersenses", Ciaramita and Johnson 2003) of WordNet.
/// Immutable and thread-safe.
/// </summary>
internal sealed class NounSenses
{
    // What nobody can hit, take or send: acts, words, thoughts, states.
    private static readonly FrozenSet<string> Immaterial = (
        "act attribute cognition communication event feeling motive phenomenon possession process relation shape state"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenSet<string> _abstract;
    private readonly FrozenSet<string> _utterances;

    private NounSenses(FrozenSet<string> immaterial, FrozenSet<string> utterances) =>
        (_abstract, _utterances) = (immaterial, utterances);

    /// <summary>Reads the table that is built in.</summary>
    public static NounSenses Load()
    {
        var (immaterial, material) = (
            new HashSet<string>(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal)
        );
        string[] utterances = [];
        foreach (var cells in TableLines.Of("noun-senses.tsv"))
        {
            var nouns = cells[1].Split(' ');
            (Immaterial.Contains(cells[0]) ? immaterial : material).UnionWith(nouns);
            utterances = cells[0] == "communication" ? nouns : utterances;
        }

        return new NounSenses(
            immaterial.Where(n => !material.Contains(n)).ToFrozenSet(StringComparer.Ordinal),
            utterances.ToFrozenSet(StringComparer.Ordinal)
        );
    }

    /// <summary>True for a noun in all of whose usual senses nothing has a body: "policy", "record", "chance".</summary>
    public bool IsAbstract(string lemma) => _abstract.Contains(lemma);

    /// <summary>True for a noun that may name words said or written, which accuse and demand: "statement", "report".</summary>
    public bool IsUtterance(string lemma) => _utterances.Contains(lemma);
}
